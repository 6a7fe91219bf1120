//! The codes of the loader: what can be wrong with a file before any rule is asked.

use crate::finding::Severity;

/// A code of the loader, explained in Dutch.
pub(super) struct FileCode {
    pub(super) code: &'static str,
    /// How bad it is; nobody can change that.
    pub(super) severity: Severity,
    /// What it means.
    pub(super) what: &'static str,
    /// What to do about it.
    pub(super) way_out: &'static str,
}

const fn file_code(code: &'static str, what: &'static str, way_out: &'static str) -> FileCode {
    FileCode {
        code,
        severity: Severity::Error,
        what,
        way_out,
    }
}

impl FileCode {
    /// The same, where it stops nothing.
    const fn that_warns(self) -> Self {
        Self {
            severity: Severity::Warning,
            ..self
        }
    }
}

/// By alphabet.
#[rustfmt::skip] // a row a code
pub(super) const FILE_CODES: &[FileCode] = &[
    file_code("agb", "Een AGB-code heeft 8 cijfers.", "Neem de code over uit het AGB-register."),
    file_code("bestand", "Een bestand is er niet, is te groot, mag niet gelezen worden of is geen tekst in UTF-8.", "Zet het bestand op zijn plaats en sla het op als gewone tekst in UTF-8."),
    file_code("bestandsnaam", "Een bestandsnaam heeft een map of een vreemd teken erin, of lijkt op een bestand dat gelezen zou worden.", "Noem alleen de naam van het bestand, zonder map, en let op de spelling."),
    file_code("bsn", "Een BSN heeft 9 cijfers en voldoet aan de elfproef.", "Kijk het nummer na op het identiteitsbewijs."),
    file_code("categorie", "De productcategorie staat niet in de landelijke lijst (01 tot en met 18). Een gemeente mag eigen categorieën hebben.", "Kijk de categorie na in de toewijzing.").that_warns(),
    file_code("cijfer", "Een cijfer voor kwaliteit van bestaan ligt tussen 1 en 5.", "Schrijf een heel getal van 1 tot en met 5."),
    file_code("clientnummer", "Een map met een plan.toml heeft een naam die geen cliëntnummer kan zijn, of een nummer komt twee keer voor.", "Gebruik letters, cijfers en streepjes, en elk nummer één keer."),
    file_code("datum", "Hier hoort een bestaande dag.", "Schrijf jaar-maand-dag zonder aanhalingstekens, bijvoorbeeld 2026-03-12."),
    file_code("datumvolgorde", "Twee datums staan in de verkeerde volgorde.", "Kijk beide datums na."),
    file_code("domein", "Dit domein hoort niet bij deze soort plan.", "Kies een domein van de soort plan."),
    file_code("dubbel", "Een nummer, id of sleutel komt vaker voor.", "Geef elk mens en elk doel een eigen nummer of id, en gebruik een oud nummer nooit opnieuw."),
    file_code("formaat", "Dit regionale formaat bestaat niet.", "Schrijf formaat = \"regio\", of haal de regel weg."),
    file_code("foto", "Een foto staat niet in de map fotos van de cliënt.", "Zet het bestand in fotos, of verander de naam."),
    file_code("getal", "Dit getal kan hier niet.", "Schrijf een getal binnen de grenzen, met een punt: 1.5."),
    file_code("id", "Een id heeft een teken dat niet mag.", "Gebruik kleine letters, cijfers en streepjes."),
    file_code("kleur", "Dit is geen kleur, of zij is op wit niet goed te zien.", "Schrijf een donkere kleur als #0F6E6E."),
    file_code("leeg", "Een sleutel die een waarde moet hebben, is leeg.", "Vul de waarde in."),
    file_code("lettergrootte", "De letter is kleiner dan 14 of groter dan 28 punten.", "Schrijf een heel getal van 14 tot en met 28."),
    file_code("logo", "Het logo staat niet naast aanbieder.toml of kan niet gebruikt worden.", "Bewaar het logo als gewone SVG met alleen vormen."),
    file_code("machtiging", "Alleen een schriftelijk gemachtigde heeft machtiging_themas.", "Haal de sleutel weg of kies soort = \"gemachtigde\"."),
    file_code("onbekende-regel", "Onder [controle] staat een code die niet bestaat.", "drieluik explain toont alle regels."),
    file_code("onbekende-sleutel", "Deze sleutel bestaat niet.", "Kijk naar de spelling; de hint noemt de sleutels die hier kunnen staan."),
    file_code("onbekende-waarde", "Deze waarde staat niet in de lijst.", "Kies een waarde uit de hint."),
    file_code("ontbreekt", "Een sleutel die er moet zijn, ontbreekt.", "Voeg de sleutel toe."),
    file_code("pictogrammen", "Een set pictogrammen is er niet, of haar pack.toml klopt niet.", "drieluik pictograms list toont de sets; een set komt erbij of wordt vervangen met drieluik pictograms import."),
    file_code("productcode", "Een productcode heeft hoogstens 5 tekens.", "Neem de code over uit de toewijzing."),
    file_code("programmafout", "Het programma zelf gaat bij deze cliënt fout; de andere cliënten zijn wel gecontroleerd.", "Meld dit met het cliëntnummer, zonder het plan mee te sturen."),
    file_code("sjabloon", "Een eigen sjabloon, zin of formaat in de map van sjablonen kan niet gelezen worden, of geen document gebruikt het.", "De hint zegt wat er mis is; drieluik templates check kijkt alles na, drieluik templates eject schrijft hoe het was."),
    file_code("soort-waarde", "Hier hoort een andere soort waarde: tekst, een getal, een datum, ja of nee, een lijst.", "Zet tekst tussen aanhalingstekens, en getallen en datums juist niet."),
    file_code("teken", "Een teken kan niet gedrukt worden: er is geen letter voor, het is onzichtbaar, of er staan te veel accenten op.", "Typ de tekst opnieuw in plaats van hem te plakken."),
    file_code("term", "Een eigen woord heeft een teken dat niet kan.", "Schrijf het woord zonder { en }."),
    file_code("tijd", "Hier hoort een tijd.", "Schrijf uur:minuut:seconde zonder aanhalingstekens, bijvoorbeeld 14:00:00."),
    file_code("toml", "De regels van TOML zijn niet gevolgd: een aanhalingsteken, haak of is-teken ontbreekt.", "De hint zegt wat er mist; elke tekst staat tussen dubbele aanhalingstekens."),
    file_code("vastgesteld", "Een vastgesteld plan heeft geen datum waarop het is vastgesteld.", "Voeg toe: vastgesteld = JJJJ-MM-DD."),
    file_code("verwijzing", "Een nummer, id of code verwijst naar iets wat er niet is.", "Neem het nummer of de code precies over."),
    file_code("wet", "Een gegeven hoort niet bij de wet waar het plan onder valt.", "Haal het weg, of kies de wet die erbij hoort."),
    file_code("zinnen-per-blad", "Dit aantal zinnen past niet op een blad.", "Schrijf een getal binnen de grenzen."),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_in_order_and_none_stands_twice() {
        assert!(FILE_CODES.is_sorted_by(|a, b| a.code < b.code));
    }
}

//! The keys that a client's files may hold. Knows their names only, so that a message or an excerpt
//! never shows a word of the author that looks like a key.

/// Every key of every table, sorted. An author's own keys, under `[extra]` and the like, are not
/// among them.
#[rustfmt::skip] // one key a line would take five pages
const KEYS: &[&str] = &[
    "aanbieder", "aanspreken", "aanwezigen", "aard", "accent", "achternaam", "actie", "adres",
    "afbouw", "afspraken", "afspraken_toelichting", "afstemming", "agb", "als_het_misgaat",
    "alternatieven", "anamnese", "andere_aanbieders", "bedrag", "beeld", "beeld_per", "beeldvorming",
    "begeleiding", "beginsituatie", "behoeften", "beperkingen", "beschikking", "beschikkingsnummer",
    "besproken", "betekenis", "bsn", "categorie", "ciz_besluit", "ciz_datum", "client",
    "clientondersteuner", "clientondersteuner_aangeboden", "clientondersteuner_antwoord",
    "clientvertrouwenspersoon", "code", "contactpersoon", "contrast", "controle", "crisisafspraken", "cyclus",
    "datum", "deelnemers", "document", "doe", "doel", "doelen", "doet", "domein", "domeinen",
    "door", "eenheid", "eigen_fotos", "eigen_kosten", "eigen_woorden", "einde", "email",
    "evaluatie", "evaluaties", "extra", "familie", "financiering", "formaat", "foto", "foto_toont",
    "frequentie", "functie", "functioneren", "geboortedatum", "gedaan", "geen_beeld_bij", "gegeven", "gelezen_door", "gelezen_op",
    "gemeente", "gesprek", "gewenst", "grens", "grenzen", "herkomst", "herstel", "hoe_ondersteunen",
    "hoe_wil_ik_leven", "houdt_mij_goed", "huisstijl", "hulp", "hulpvraag", "id", "inbreng",
    "ingang", "ingetrokken", "intensiteit", "kans", "keuze", "klachten", "klachtenfunctionaris",
    "kopie_gegeven", "korte_naam", "kosten_verteld", "kwaliteit_toelichting",
    "kwaliteit_van_bestaan", "lettergrootte", "logo", "lokaal_team", "maatregel",
    "machtiging_themas", "makkelijk",
    "makkelijk_lezen", "mantelzorg", "methode", "motivatie", "na", "naam", "netwerk", "nu",
    "nummer", "omvang", "onderaannemers", "onderdelen", "ondertekening", "onvrijwillige_zorg",
    "oordeel", "opgesteld", "opgesteld_door", "organisatie", "per", "periode_tot", "periode_van",
    "plaats", "plan", "plan_van_aanpak", "planversie", "polisnummer", "postcode", "product",
    "producten", "rapporten", "reactie_voor", "reden", "relatie", "resultaat", "risico", "risicos",
    "roepnaam", "rol", "sets", "signalen", "sinds", "sjablonen", "soort", "start", "status", "steun_crisis",
    "steun_dagelijks", "straat", "talenten", "tekst", "telefoon", "termen", "termijn",
    "tevredenheid", "thema", "tijd", "titel", "toelichting", "toestemming", "toewijzingsnummer",
    "tot", "triggers", "tussenvoegsel", "uitvoerder", "uren_per_dagdeel", "vastgesteld",
    "verlenging", "versie", "vertegenwoordigers", "verteld_op", "vervolg", "vervolg_toelichting",
    "verwachte_intensiteit", "verwezen_op", "verwijzer", "vingerafdruk", "volume", "voor_familie", "voorletters",
    "voornaamwoord", "vorige", "vorige_evaluatie", "vrijwilliger", "waarneming", "waarom",
    "waarvoor", "wanneer", "wat", "website", "welke_ondersteuning", "wens", "wensen", "wet", "wie",
    "wie_ben_ik", "wijziging", "wijzigingen", "wil", "wilsbekwaam", "woord", "zienswijze", "zin",
    "zinnen_per_blad", "zorg_gestart", "zorgkantoor", "zorgprofiel", "zorgverantwoordelijke",
    "zorgverzekeraar",
];

/// Keys of the root that hold a list of tables.
const LISTS: &[&str] = &[
    "aanwezigen",
    "andere_aanbieders",
    "doelen",
    "inbreng",
    "kwaliteit_van_bestaan",
    "netwerk",
    "ondertekening",
    "onderdelen",
    "onvrijwillige_zorg",
    "producten",
    "rapporten",
    "risicos",
    "tevredenheid",
    "vertegenwoordigers",
    "wie_ben_ik",
];

/// Keys of the root that hold a table and can't be left out.
const TABLES: &[&str] = &["client", "huisstijl", "organisatie", "plan"];

/// Whether a word is a key of some table.
pub(super) fn is_known(word: &str) -> bool {
    KEYS.binary_search(&word).is_ok()
}

/// Whether a key of the root holds a list of tables, `[[doelen]]`.
pub(super) fn is_list(word: &str) -> bool {
    LISTS.contains(&word)
}

/// Whether a key of the root holds a table, `[client]`, that can't be left out.
pub(super) fn is_table(word: &str) -> bool {
    TABLES.contains(&word)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use deserr::Deserr;

    use super::*;
    use crate::dossier::care_plan::CarePlan;
    use crate::dossier::decode::{Mistakes, accepted_keys};
    use crate::dossier::evaluation::Evaluation;
    use crate::dossier::plan::Plan;
    use crate::dossier::provider::Provider;
    use crate::dossier::report::Reports;
    use crate::dossier::review::Review;
    use crate::dossier::source::{KeyPath, Step};

    /// Collects the keys of a type and of all types in it, by asking what each path accepts.
    fn collect<T: Deserr<Mistakes>>(path: &KeyPath, found: &mut BTreeSet<String>) {
        for key in accepted_keys::<T>(path) {
            let below = path.clone().key(&key);
            found.insert(key);
            collect::<T>(&below, found);
            collect::<T>(&below.index(0), found);
        }
    }

    #[test]
    fn the_list_holds_every_key_of_every_type_and_no_other() {
        let mut found = BTreeSet::new();
        collect::<Plan>(&KeyPath::default(), &mut found);
        collect::<CarePlan>(&KeyPath::default(), &mut found);
        collect::<Evaluation>(&KeyPath::default(), &mut found);
        collect::<Reports>(&KeyPath::default(), &mut found);
        collect::<Review>(&KeyPath::default(), &mut found);
        collect::<Provider>(&KeyPath::default(), &mut found);
        let listed: BTreeSet<_> = KEYS.iter().map(ToString::to_string).collect();
        assert_eq!(found, listed);
        assert!(KEYS.is_sorted());
    }

    #[test]
    fn lists_and_tables_are_keys() {
        for key in LISTS.iter().chain(TABLES) {
            assert!(is_known(key), "{key}");
        }
        assert_eq!(KeyPath::root("doelen").0, [Step::Key("doelen".to_owned())]);
    }
}

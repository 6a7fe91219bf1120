//! Past participles: which words are one, and which stand with `zijn` without being passive.

use super::lemma::base_forms;
use super::prefix::{FIXED, PARTICLES};
use super::strong_verb;
use super::verb_stems::STEMS;

/// Words that look like a participle and are none, or no longer.
#[rustfmt::skip]
const NO_PARTICIPLE: &[&str] = &[
    "ervaren", "bed", "beeld", "beleid", "bekend", "beleefd", "benieuwd", "bereid", "bericht", "beroemd", "bescheiden",
    "bestaand", "bestand", "bevriend", "bewust", "bezet", "bezit", "bezorgd", "gebied", "gebit", "geboren",
    "gebouwd", "gebrand", "geduld", "gedicht", "geel", "geen", "geest", "geld", "geliefd", "gelijkend",
    "geluid", "gemeend", "geneigd", "gerecht", "gerust", "geschenk", "geschikt", "gesnapt", "gestrest",
    "gestresst", "getal", "getrouwd", "gevat", "gevoed", "gewaagd", "gewend", "gewest", "gewicht", "gewond",
    "gezicht", "gezond", "gezin", "geheid", "gehecht", "gehandicapt", "gescheiden", "gesloten", "geopend",
    "geïnteresseerd", "geboeid", "gespannen", "gespitst", "gesteld", "gevoelig", "geirriteerd", "geïrriteerd",
    "gemotiveerd", "gefrustreerd", "geloof", "heden", "herfst", "hert", "ontbijt", "ontspannen", "onbekend",
    "opgelucht", "opgewonden", "opgewekt", "overstuur", "tevreden", "verband", "verbaasd", "verdacht",
    "verdriet", "verkouden", "verliefd", "vermoeid", "verslaafd", "verstand", "verward", "verwend", "verloofd",
    "verlegen", "verzet", "verzekerd", "vertrouwd", "verrast", "verheugd", "versleten", "bedroefd", "begaafd",
    "behoed", "beducht", "bejaard", "bevoegd", "bezeten", "bezweet", "beperkt", "gehaast", "gekleurd",
    "gekleed", "gelukkig", "gestoord", "gezet", "geslaagd", "gelovend", "benauwd", "onderweg", "overdag",
    "overstag", "voorhand", "vervelend", "bedoeld", "bestemd", "verplicht", "verschillend", "betrouwd", "gek",
    "verwonderd", "aangekleed", "afgelopen", "uitgerust", "uitgeput", "ingewikkeld", "aangenaam", "opvallend",
    "overmand", "volgend", "doorweekt", "uitgeslapen", "uitgeteld", "ondersteboven", "toegewijd", "toevallig",
    "meegaand", "overwegend", "misschien", "gehoorzaam", "gebarsten", "gebeten", "gebraden", "bevroren",
    "verstopt", "vervuild", "gevuld", "gevarieerd", "verdeeld", "geordend", "gericht", "gebaseerd", "verbonden",
    "gevestigd", "gelegen", "betrokken", "verantwoord", "overladen", "overbodig", "gepensioneerd", "geletterd",
    "gesorteerd", "uitgelaten", "voldaan", "weekend", "geverfd", "uitverkocht", "verroest", "verhit",
    "ontroerd", "geschokt", "gekwetst", "beledigd", "teleurgesteld", "gerustgesteld", "bedekt", "belast",
    "verdoofd", "vermist", "verhinderd", "kapot", "aangedaan", "overprikkeld", "ontregeld", "overbelast",
    "gemengd", "gedeprimeerd", "uitgekeken",
];

/// Participles that are passive with `worden`, and only say how something is with `zijn`.
#[rustfmt::skip]
const STATES: &[&str] = &[
    "bereid", "bezorgd", "gesloten", "geopend", "bezet", "verplicht", "verrast", "betrokken", "bedekt",
    "verdeeld", "gevuld", "gericht", "gevestigd", "aangekleed", "gesorteerd", "geverfd", "uitgelaten",
    "beledigd", "gekwetst", "teleurgesteld", "gestoord", "verwend", "beperkt", "verdoofd", "verbonden",
    "gerustgesteld", "belast", "verhinderd", "geordend", "bevestigd", "verzekerd", "gemotiveerd", "gevoed",
    "gesteld", "gebouwd", "gekleurd", "overbelast", "toegewijd", "vervuild", "verstopt", "ontslagen", "verzet", "verboden", "verzorgd",
];

/// Whether a participle is passive with `worden` but not with `zijn`.
pub(crate) fn is_state(word: &str) -> bool {
    STATES.contains(&word)
}

/// Participles of verbs that make their perfect with `zijn`.
#[rustfmt::skip]
const WITH_BE: &[&str] = &[
    "begonnen", "bevallen", "gebarsten", "gebeurd", "gebleken", "gebleven", "gebroken", "gedaald", "gedoken",
    "gedraaid", "geëindigd", "gefietst", "gegaan", "gegroeid", "geklommen", "gekomen", "gekropen", "gelopen",
    "gelukt", "genezen", "geraakt", "gereden", "gereisd", "gerend", "geslaagd", "gestapt", "gestart",
    "gesprongen", "gestegen", "gestopt", "opgestaan", "bijgedraaid", "gestorven", "gestruikeld", "gevallen",
    "gevlogen", "gevlucht", "gewandeld", "geweest", "geworden", "gezakt", "gezonken", "gezwommen", "hersteld",
    "mislukt", "ontsnapt", "ontstaan", "ontwaakt", "overgegaan", "overleden", "geschrokken", "veranderd",
    "verbeterd", "verdwaald", "verdwenen", "vergeten", "verhuisd", "verlopen", "verloren", "vermagerd",
    "verschenen", "vertrokken", "verslechterd", "verouderd", "vooruitgegaan", "geland", "gekeerd", "gestrand",
    "gezeild", "gevaren", "gekanteld", "gewisseld", "gegleden", "gevorderd", "gesmolten", "gekrompen",
    "bekomen", "bijgekomen", "gezwollen", "gekalmeerd", "toegenomen", "afgenomen", "aangekomen", "ingetrokken",
    "geëmigreerd", "gearriveerd", "gepromoveerd", "opgeknapt", "geslonken", "verdampt", "gesneuveld",
    "opgehouden", "verjaard", "opgeschoten", "gescheurd", "afgestudeerd", "opgegroeid", "meegevallen",
    "tegengevallen", "bevroren", "ontploft", "ingestort", "overgestapt", "uitgegleden", "opgefleurd",
    "verbrand", "ingeslapen", "uitgevallen", "weggeweest",
];

/// Whether a lower-case word is a past participle.
pub(crate) fn is_participle(word: &str) -> bool {
    if word.len() < 5 || NO_PARTICIPLE.contains(&word) {
        return false;
    }
    if strong_verb::from_participle(word).is_some() {
        return true;
    }
    if word.starts_with("ge") && is_weak(word, "ge") {
        return true;
    }
    let apart = PARTICLES.iter().any(|prefix| {
        word.strip_prefix(prefix).is_some_and(|rest| {
            rest.starts_with("ge")
                && (is_weak(rest, "ge") || strong_verb::from_participle(rest).is_some())
        })
    });
    apart
        || FIXED
            .iter()
            .any(|prefix| word.starts_with(prefix) && is_weak(word, prefix))
}

/// Whether a participle with `zijn` tells what somebody did: `Ik ben gegaan.`
pub(crate) fn goes_with_be(word: &str) -> bool {
    WITH_BE.contains(&word)
        || PARTICLES.iter().any(|prefix| {
            word.strip_prefix(prefix)
                .is_some_and(|rest| rest.starts_with("ge") && WITH_BE.contains(&rest))
        })
}

/// Whether a word with this prefix ends as a weak participle of something that may be a verb.
fn is_weak(word: &str, prefix: &str) -> bool {
    let Some(stem) = word
        .strip_suffix(['d', 't'])
        .filter(|stem| stem.len() > prefix.len() + 1)
    else {
        return false;
    };
    let Some(bare) = stem.strip_prefix(prefix) else {
        return false;
    };
    let has_ge = prefix == "ge";
    let known = STEMS.binary_search(&stem).is_ok() || STEMS.binary_search(&bare).is_ok();
    let is_infinitive = stem.ends_with("en") && !stem.ends_with("een") || stem.ends_with("aan");
    if !has_ge && is_infinitive && word.ends_with('d') {
        // `begrijpend`, `verstaand`: what goes on, not what is over.
        return known;
    }
    let last = stem.chars().next_back();
    known
        || base_forms(word)
            .iter()
            .any(|form| form.ends_with("en") && super::vocabulary::is_listed(form))
        || match (has_ge, word.ends_with('d')) {
            // `gewicht`, `geduld`: nouns; unknown verbs have their sound before the ending.
            (true, true) => bare.len() > 2 && last != Some('n') || stem.ends_with("eer"),
            (true, false) => matches!(last, Some('k' | 'p' | 's' | 'f')),
            (false, true) => bare.len() > 2,
            (false, false) => matches!(last, Some('k' | 'p' | 's')) && word.len() > 7,
        }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_participles_from_what_looks_like_them() {
        for word in [
            "gemaakt",
            "gedaan",
            "besproken",
            "geholpen",
            "opgeruimd",
            "uitgelegd",
            "betaald",
            "georganiseerd",
            "verteld",
            "gekookt",
            "afgesproken",
            "schoongemaakt",
            "geopereerd",
            "verwijderd",
            "ondersteund",
            "gebeld",
            "meegenomen",
            "gewassen",
            "berekend",
            "erkend",
            "herkend",
        ] {
            assert!(is_participle(word), "{word}");
        }
        for word in [
            "geld",
            "gezond",
            "bakker",
            "boos",
            "geduld",
            "gewend",
            "verliefd",
            "koud",
            "keuken",
            "bed",
            "vervelend",
            "bericht",
            "gesprek",
            "begrijpend",
            "bewegend",
            "bestaand",
            "verstaand",
            "ervaren",
        ] {
            assert!(!is_participle(word), "{word}");
        }
        assert!(goes_with_be("meegegaan"));
        assert!(!goes_with_be("gemaakt"));
    }
}

//! Tests the lists of verbs and the forms made of single words. Does not test sentences.

use super::*;

#[test]
fn lists_are_sorted_for_searching() {
    assert!(IRREGULAR.is_sorted());
    assert!(
        STEMS.is_sorted(),
        "{:?}",
        STEMS.windows(2).find(|pair| pair[0] > pair[1])
    );
}

#[test]
fn no_stem_is_in_doubt() {
    for stem in STEMS {
        assert!(
            !STEMS.contains(&format!("{stem}t").as_str()),
            "{stem}t is a third person and a stem"
        );
    }
}

#[test]
fn the_first_word_becomes_a_first_person() {
    for (third, first) in [
        ("Oefent", "oefen"),
        ("Is", "ben"),
        ("Heeft", "heb"),
        ("Kan", "kan"),
        ("Wil", "wil"),
        ("Mag", "mag"),
        ("Zal", "zal"),
        ("Gaat", "ga"),
        ("Doet", "doe"),
        ("Ziet", "zie"),
        ("Staat", "sta"),
        ("Slaat", "sla"),
        ("Houdt", "houd"),
        ("Vindt", "vind"),
        ("Rijdt", "rijd"),
        ("Wordt", "word"),
        ("Zet", "zet"),
        ("Praat", "praat"),
        ("Eet", "eet"),
        ("Weet", "weet"),
        ("Zit", "zit"),
        ("Let", "let"),
        ("Start", "start"),
        ("Wacht", "wacht"),
        ("Rust", "rust"),
        ("Sluit", "sluit"),
        ("Laat", "laat"),
        ("Moet", "moet"),
        ("Vergeet", "vergeet"),
        ("Meet", "meet"),
        ("Test", "test"),
        ("Kaart", "kaart"),
        ("Sport", "sport"),
        ("Poetst", "poets"),
        ("Fietst", "fiets"),
        ("Schaatst", "schaats"),
        ("Reist", "reis"),
        ("Kiest", "kies"),
        ("Leest", "lees"),
        ("Wast", "was"),
        ("Lacht", "lach"),
        ("Leeft", "leef"),
        ("Schrijft", "schrijf"),
        ("Durft", "durf"),
        ("Neemt", "neem"),
        ("Telt", "tel"),
        ("Probeert", "probeer"),
        ("Onthoudt", "onthoud"),
        ("Ontmoet", "ontmoet"),
        ("Vist", "vis"),
        ("Ruimt", "ruim"),
        ("Snijdt", "snijd"),
        ("Vraagt", "vraag"),
        ("Trapt", "trap"),
        ("Knijpt", "knijp"),
        ("Houdt", "houd"),
        ("Bidt", "bid"),
        ("Duwt", "duw"),
        ("Noteert", "noteer"),
    ] {
        assert_eq!(read_first(third).as_deref(), Some(first), "{third}");
    }
}

#[test]
fn a_first_word_that_may_be_something_else_is_left_alone() {
    for word in [
        "Niets",
        "Elke",
        "Met",
        "Het",
        "Dat",
        "Eerst",
        "Maart",
        "Markt",
        "Buurt",
        "Nooit",
        "Want",
        "Vragen",
        "Samen",
        "Boodschappen",
        "Handig",
        "Contact",
        "Fruit",
        "Uit",
        "Cliënt",
        "Supermarkt",
        "Gemaakt",
        "Bracht",
    ] {
        assert_eq!(read_first(word), None, "{word}");
    }
}

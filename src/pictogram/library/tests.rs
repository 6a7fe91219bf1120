//! Tests of the library: the built-in set, packs, and what somebody wants to see.

use super::super::pack::{PackPicture, PackWord};
use super::super::set::WordClass;
use super::*;
use crate::dossier::identifier::Id;

fn library() -> Library {
    Library::embedded().expect("the project's own set is whole")
}

fn picture(name: &str, words: &[(&str, Option<WordClass>)]) -> PackPicture {
    PackPicture {
        name: name.to_owned(),
        format: DrawingFormat::Png,
        words: words
            .iter()
            .map(|(text, class)| PackWord {
                text: (*text).to_owned(),
                class: *class,
            })
            .collect(),
        search_words: Vec::new(),
        meaning: None,
    }
}

fn with_packs() -> Library {
    let noun = Some(WordClass::Noun);
    let sclera = Pack::of(
        "sclera",
        "Sclera.",
        vec![picture("trein", &[("trein", noun)])],
    );
    let arasaac = Pack::of(
        "arasaac",
        "ARASAAC.",
        vec![
            picture("100", &[("trein", None)]),
            picture("101", &[("bank", noun), ("weer", None), ("niet", None)]),
            picture("102", &[("zeppelin", noun)]),
            picture("103", &[("paarse krokodil", None)]),
        ],
    );
    library().with_packs(vec![sclera, arasaac])
}

/// The set and name of the picture for a sentence.
fn chosen(library: &Library, sentence: &str, wishes: &Wishes<'_>) -> Option<(String, String)> {
    let found = library.find(sentence, wishes)?;
    Some((found.pictogram.set, found.pictogram.name))
}

#[test]
fn every_picture_of_the_set_has_words() {
    let library = library();
    let names: BTreeSet<_> = OWN_DRAWINGS.keys().copied().collect();
    let shown: BTreeSet<_> = library
        .lexicon
        .concepts()
        .iter()
        .map(|concept| concept.picture.as_str())
        .collect();
    let idle: Vec<_> = names.difference(&shown).collect();
    assert!(idle.is_empty(), "{idle:?}");
}

#[test]
fn only_what_is_there_is_opened() {
    assert!(built_in("bus").is_some_and(|svg| svg.starts_with(b"<svg")));
    assert_eq!(built_in("../Cargo"), None);
    let library = library();
    let id = |set: &str, name: &str| PictogramId {
        set: set.to_owned(),
        name: name.to_owned(),
    };
    assert!(library.drawing(&id(OWN, "bus")).is_some());
    assert!(library.drawing(&id(OWN, "lexicon")).is_none());
    assert!(library.drawing(&id("arasaac", "bus")).is_none());
}

#[test]
fn what_is_asked_for_beside_a_denial_is_crossed_or_none() {
    let library = library();
    let crossed = |word, sentence| {
        let found = library.asked(word, sentence, &Wishes::default());
        found.map(|found| found.crossed)
    };
    assert_eq!(crossed("koffie", "Ik drink koffie."), Some(false));
    assert_eq!(crossed("koffie", "Ik wil geen koffie."), Some(true));
    assert_eq!(crossed("koffie", "Niet alle koffie is lekker."), None);
    assert_eq!(crossed("huis", "Ik wil geen koffie."), None);
    assert_eq!(crossed("huis", "Ik ga weg."), Some(false));
}

#[test]
fn sets_come_in_the_order_that_was_asked_for() {
    let library = with_packs();
    let of = |sets: &[&str]| {
        let sets: Vec<Id> = sets
            .iter()
            .map(|set| set.parse().expect("a name"))
            .collect();
        let wishes = Wishes {
            sets: &sets,
            never: &[],
        };
        chosen(&library, "Ik ga met de trein.", &wishes).map(|(set, _)| set)
    };
    assert_eq!(of(&[]).as_deref(), Some(OWN));
    assert_eq!(of(&["sclera", "arasaac"]).as_deref(), Some("sclera"));
    assert_eq!(of(&["arasaac", "eigen"]).as_deref(), Some("arasaac"));
    assert_eq!(of(&["onbekend", "arasaac"]).as_deref(), Some("arasaac"));
    // Not none at all.
    assert_eq!(of(&["onbekend"]).as_deref(), Some(OWN));
}

#[test]
fn words_of_packs_are_found_where_the_lexicon_is_silent() {
    let library = with_packs();
    let wishes = Wishes::default();
    let name = |sentence| chosen(&library, sentence, &wishes).map(|(_, name)| name);
    assert_eq!(name("Ik zie twee zeppelins.").as_deref(), Some("102"));
    assert_eq!(
        name("Ik teken een paarse krokodil op papier.").as_deref(),
        Some("103")
    );
    assert_eq!(name("Ik zie geen zeppelin.").as_deref(), Some("102"));
    // The lexicon has a word for these, or they hold the sentence together.
    assert_ne!(name("Ik zie een bank.").as_deref(), Some("101"));
    assert_ne!(name("Dat is niet zo.").as_deref(), Some("101"));
    let asked = library.by_word("zeppelin", &wishes).expect("it is there");
    assert_eq!(asked.concept, "zeppelin");
    assert!(library.by_word("iets", &wishes).is_none());
}

#[test]
fn a_pack_has_pictures_for_fixed_expressions() {
    let words = ["hallo", "naar bed", "op tijd", "bank"];
    let pictures = words.map(|word| picture(&word.replace(' ', "-"), &[(word, None)]));
    let pack = Pack::of("groet", "Groet.", pictures.to_vec());
    let library = library().with_packs(vec![pack]);
    let sets: Vec<Id> = ["groet", "eigen"]
        .map(|set| set.parse().expect("a name"))
        .to_vec();
    let wishes = Wishes {
        sets: &sets,
        never: &[],
    };
    for (word, name) in [
        ("hallo", Some("hallo")),
        ("naar bed", Some("naar-bed")),
        ("op tijd", Some("op-tijd")),
        ("bank", None),
    ] {
        let found = library.by_word(word, &wishes);
        let found = found.filter(|found| found.pictogram.set == "groet");
        let found = found.map(|found| found.pictogram.name);
        assert_eq!(found.as_deref(), name, "{word}");
    }
}

#[test]
fn unwanted_words_get_no_picture() {
    let library = library();
    for never in ["trein", "Trein"] {
        let wishes = Wishes {
            sets: &[],
            never: &[never],
        };
        assert_eq!(chosen(&library, "Ik ga met de trein.", &wishes), None);
        assert_eq!(chosen(&library, "De treinen zijn vol.", &wishes), None);
        assert!(library.by_word("trein", &wishes).is_none());
    }
}

#[test]
fn all_matches_go_from_left_to_right() {
    let library = library();
    let sentence = "Ik ruim op zaterdag mijn kast en mijn tafel op.";
    let all = library.find_all(sentence, &Wishes::default());
    assert!(all.len() > 1, "{all:?}");
    for pair in all.windows(2) {
        assert!(pair[0].span.end <= pair[1].span.start, "{pair:?}");
    }
    for one in &all {
        let text = &sentence[one.span.clone()];
        assert!(one.word.starts_with(text) || text == one.word, "{one:?}");
    }
}

#[test]
fn credits_name_the_sets_that_were_used() {
    let library = with_packs();
    let id = |set: &str, name: &str| PictogramId {
        set: set.to_owned(),
        name: name.to_owned(),
    };
    let own = id(OWN, "bus");
    let emoji = id(OWN, "1f969");
    let pack = id("arasaac", "100");
    assert_eq!(library.credits([&own].into_iter()), [CREDIT]);
    assert_eq!(
        library.credits([&pack, &emoji, &own, &emoji].into_iter()),
        [CREDIT, TWEMOJI_CREDIT, "ARASAAC."]
    );
    assert!(library.credits([].into_iter()).is_empty());
    assert_eq!(Library::built_in_credits(), [CREDIT, TWEMOJI_CREDIT]);
}

/// Sets of which one has all faces, and one has two of the three.
fn with_faces() -> Library {
    let sclera = Pack::of(
        "sclera",
        "Sclera.",
        vec![
            picture("blij", &[("blij", None)]),
            picture("nee", &[("nee", None)]),
            picture("verdrietig", &[("verdrietig", None)]),
        ],
    );
    let arasaac = Pack::of(
        "arasaac",
        "ARASAAC.",
        vec![
            picture("1", &[("blij", None)]),
            picture("2", &[("neutraal", None)]),
            picture("3", &[("verdrietig", None)]),
        ],
    );
    library().with_packs(vec![sclera, arasaac])
}

/// The sets that a row of faces comes from.
fn faces(library: &Library, sets: &[&str], never: &[&str]) -> Vec<Option<String>> {
    let sets: Vec<Id> = sets.iter().map(|set| set.parse().expect("an id")).collect();
    let wishes = Wishes { sets: &sets, never };
    let row = library.row(&["blij", "neutraal", "verdrietig"], &wishes);
    row.into_iter()
        .map(|found| Some(found?.pictogram.set))
        .collect()
}

#[test]
fn a_row_of_answers_is_of_one_set_that_has_them_all() {
    let library = with_faces();
    let all = |set: &str| vec![Some(set.to_owned()); 3];
    assert_eq!(faces(&library, &[], &[]), all(OWN));
    assert_eq!(faces(&library, &["sclera", "arasaac"], &[]), all("arasaac"));
    assert_eq!(faces(&library, &["sclera", "eigen"], &[]), all(OWN));
    assert_eq!(faces(&library, &["sclera"], &[]), all(OWN));
    let without = faces(&library, &["sclera"], &["neutraal"]);
    let sclera = Some("sclera".to_owned());
    assert_eq!(without, [sclera.clone(), None, sclera]);
}

#[test]
fn a_fixed_phrase_has_the_picture_of_the_set_that_comes_first() {
    let library = with_faces();
    let sets = ["sclera".parse().expect("an id")];
    let shown = |picture: &str, never: &[&str]| {
        let wishes = Wishes { sets: &sets, never };
        let found = library.fixed(picture, &wishes)?;
        Some((found.pictogram.set, found.pictogram.name))
    };
    let of = |set: &str, name: &str| Some((set.to_owned(), name.to_owned()));
    assert_eq!(shown("nee", &[]), of("sclera", "nee"));
    assert_eq!(shown("kiezen", &[]), of(OWN, "kiezen"), "ours is left");
    assert_eq!(shown("begeleider-helpt", &[]), of(OWN, "begeleider-helpt"));
    assert_eq!(shown("begeleider-helpt", &["begeleider"]), None);
    assert_eq!(shown("kiezen", &["beslissen"]), None);
    assert_eq!(shown("kiezen", &["bus"]), of(OWN, "kiezen"));
}

#[test]
fn the_meanings_of_a_word_are_told_by_words_that_mean_one_thing() {
    let library = library();
    for word in ["bank", "Banken"] {
        let meanings = library.meanings(word);
        assert_eq!(meanings.len(), 2, "{meanings:?}");
        let concepts: BTreeSet<_> = meanings.iter().map(|one| library.concept(one)).collect();
        assert!(
            concepts.len() == 2 && !concepts.contains(&None),
            "{meanings:?}"
        );
    }
    assert_eq!(library.meanings("bus").len(), 1);
    assert!(library.meanings("zoempje").is_empty());
}

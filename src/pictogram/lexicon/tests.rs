//! Tests of the lexicon, with a small one of their own.

use super::*;

const SMALL: &str = r#"
[[begrip]]
id = "bus"
beeld = "bus"
naam = "een bus"
soort = "ding"
zelfstandig = ["bus", "lijnbus"]

[[begrip]]
id = "bus-komt-niet"
beeld = "bus-komt-niet"
naam = "een bushalte zonder bus"
soort = "ding"
vast = ["bus … niet +komen", "bus +komen niet"]

[[begrip]]
id = "opwarmen"
beeld = "opwarmen"
naam = "een magnetron"
soort = "doen"
vast = ["eten +op|warmen"]

[[begrip]]
id = "opstaan"
beeld = "opstaan"
naam = "iemand staat op"
soort = "doen"
werkwoord = ["op|staan"]

[[begrip]]
id = "staan"
beeld = "staan"
naam = "iemand staat"
soort = "doen"
werkwoord = ["staan"]

[[begrip]]
id = "bank-geld"
beeld = "1f3e6"
naam = "een bank"
soort = "plek"
zelfstandig = ["bank"]

[[begrip]]
id = "bank-zitten"
beeld = "1f6cb"
naam = "een bank om op te zitten"
soort = "ding"
zelfstandig = ["bank"]

[[begrip]]
id = "koken"
beeld = "koken"
naam = "een pan op het vuur"
soort = "doen"
werkwoord = ["koken"]

[[begrip]]
id = "helpen"
beeld = "helpen"
naam = "iemand helpt"
soort = "doen"
zwak = true
werkwoord = ["helpen"]
zelfstandig = ["hulp"]

[[begrip]]
id = "vis"
beeld = "1f41f"
naam = "een vis"
soort = "ding"
zelfstandig = ["vis"]

[[begrip]]
id = "vissen"
beeld = "1f3a3"
naam = "iemand vist"
soort = "doen"
werkwoord = ["vissen"]

[[homograaf]]
woord = "bank"
anders = ""
keuzes = [
  { begrip = "bank-geld", voor = ["naar de"] },
  { begrip = "bank-zitten", voor = ["op de", "op mijn"] },
  { begrip = "bank-geld", bij = ["geld"] },
]
"#;

fn lexicon() -> Lexicon {
    Lexicon::parse(SMALL).expect("in order")
}

/// The concepts of a sentence, the most telling first; a cross for what is denied.
fn concepts(lexicon: &Lexicon, sentence: &str) -> Vec<String> {
    let found = lexicon.search(sentence, &Extra::default());
    let name = |found: Found| {
        let Meaning::Concept(concept) = found.meaning else {
            panic!("no packs here")
        };
        let cross = if found.crossed { "x " } else { "" };
        format!("{cross}{}", lexicon.concepts[concept].id)
    };
    found.into_iter().map(name).collect()
}

#[test]
fn words_are_found_in_all_their_forms() {
    let lexicon = lexicon();
    for (sentence, wanted) in [
        ("Ik zie twee bussen.", &["bus"][..]),
        ("De lijnbusjes zijn er.", &["bus"]),
        ("Ik heb gekookt.", &["koken"]),
        ("Sanne helpt mij met koken.", &["koken", "helpen"]),
        ("Ik sta om 7 uur op.", &["opstaan"]),
        ("Ik probeer op te staan.", &["opstaan"]),
        ("Ik sta bij de bus.", &["staan", "bus"]),
        ("Ik wil eten opwarmen.", &["opwarmen"]),
        ("Ik warm zelf het eten even op.", &["opwarmen"]),
        ("Ik vis graag.", &["vissen"]),
        ("Ik eet vis.", &["vis"]),
        ("Ik ga.", &[]),
    ] {
        assert_eq!(concepts(&lexicon, sentence), wanted, "{sentence}");
    }
}

#[test]
fn neighbours_tell_meanings_apart() {
    let lexicon = lexicon();
    for (sentence, wanted) in [
        ("Ik ga naar de bank.", &["bank-geld"][..]),
        ("Ik zit op mijn bank.", &["bank-zitten"]),
        ("De bank bewaart mijn geld.", &["bank-geld"]),
        ("Ik zie een bank.", &[]),
    ] {
        assert_eq!(concepts(&lexicon, sentence), wanted, "{sentence}");
    }
}

#[test]
fn what_is_denied_is_crossed_out_or_left_out() {
    let lexicon = lexicon();
    for (sentence, wanted) in [
        ("Ik eet geen vis.", &["x vis"][..]),
        ("Ik wil niet koken.", &["x koken"]),
        ("Ik kook niet altijd.", &[]),
        ("De bus komt niet.", &["bus-komt-niet"]),
        ("Ik kook als de bus niet komt.", &["koken", "bus-komt-niet"]),
        ("Ik wil niet dat Sanne kookt.", &[]),
        ("Kook je niet?", &[]),
        ("Ik kook zonder hulp.", &["koken", "x helpen"]),
        ("Ik ga met de trein in plaats van de bus.", &[]),
    ] {
        assert_eq!(concepts(&lexicon, sentence), wanted, "{sentence}");
    }
}

#[test]
fn matches_tell_where_their_words_stand() {
    let lexicon = lexicon();
    let sentence = "’s Ochtends sta ik om 7 uur óp en daarna sta ik op de bus te wachten.";
    for found in lexicon.search(sentence, &Extra::default()) {
        assert!(sentence.get(found.span.clone()).is_some());
        assert!(sentence.get(found.head).is_some());
    }
    let found = &lexicon.search("Om 8 uur sta ik echt op.", &Extra::default())[0];
    assert_eq!((found.word.as_str(), found.span.clone()), ("sta op", 9..23));
    assert_eq!(found.head, 9..12);
}

#[test]
fn an_author_asks_by_word_or_concept() {
    let lexicon = lexicon();
    let asked = |word: &str| Some(lexicon.concepts[lexicon.by_word(word)?].id.as_str());
    assert_eq!(asked("Bussen"), Some("bus"));
    assert_eq!(asked("bank-zitten"), Some("bank-zitten"));
    assert_eq!(asked("bank"), None);
    assert_eq!(asked("opgestaan"), Some("opstaan"));
    assert_eq!(asked("bus komen niet"), Some("bus-komt-niet"));
    assert!(lexicon.words().any(|word| word == "lijnbus"));
    assert!(!lexicon.words().any(|word| word == "bank"));
}

/// What is wrong with a lexicon.
fn mistake(text: &str) -> String {
    match Lexicon::parse(text) {
        Ok(_) => panic!("nothing is wrong with it"),
        Err(error) => error.to_string(),
    }
}

fn concept(id: &str, words: &str) -> String {
    format!(
        "[[begrip]]\nid = \"{id}\"\nbeeld = \"{id}\"\nnaam = \"iets\"\nsoort = \"ding\"\n{words}\n"
    )
}

#[test]
fn a_lexicon_that_contradicts_itself_is_refused() {
    let noun = "zelfstandig = [\"kom\"]";
    let one = concept("a", noun);
    for (text, words) in [
        (
            one.clone() + &concept("b", noun),
            "`kom` staat bij de begrippen `a` en `b`",
        ),
        (
            one.clone() + &concept("a", "vast = [\"x\"]"),
            "`a` staat er twee keer",
        ),
        (concept("a", ""), "`a` heeft geen woorden"),
        (
            concept("a", "werkwoord = [\"loop\"]"),
            "`loop` bij werkwoord",
        ),
        (concept("a", "vast = [\"… op\"]"), "bij vast"),
        (concept("a", "zelfstandg = []"), "unknown field"),
        (
            one.clone() + "[[homograaf]]\nwoord = \"kom\"\nanders = \"c\"\n",
            "noemt het begrip `c`",
        ),
        (
            one.clone()
                + &concept("c", "zelfstandig = [\"kop\"]")
                + "[[homograaf]]\nwoord = \"kom\"\nanders = \"c\"\n",
            "zet `kom` er ook bij",
        ),
        (
            one + "[[homograaf]]\nwoord = \"kom\"\n[[homograaf]]\nwoord = \"kom\"\n",
            "`kom` staat er twee keer",
        ),
    ] {
        assert!(mistake(&text).contains(words), "{}", mistake(&text));
    }
    let parted = concept("a", noun) + &concept("b", noun) + "[[homograaf]]\nwoord = \"kom\"\n";
    assert!(Lexicon::parse(&parted).is_ok());
    // A noun and a verb are told apart by the sentence.
    let classes =
        concept("a", "zelfstandig = [\"plannen\"]") + &concept("b", "werkwoord = [\"plannen\"]");
    assert!(Lexicon::parse(&classes).is_ok());
}

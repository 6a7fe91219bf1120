//! What every rule must do: break on its own wrong example, and on nothing that is right.

use super::*;
use crate::language::{ABBREVIATIONS, DIFFICULT, ENGLISH, JARGON};

#[test]
fn examples_do_what_they_show() {
    for rule in RULES {
        let wrong = rules_broken(rule.doc.wrong);
        assert!(wrong.contains(&rule.id), "{}: {wrong:?}", rule.id);
        assert_eq!(rules_broken(rule.doc.right), [""; 0], "{}", rule.id);
    }
}

#[test]
fn names_and_codes_are_unique() {
    for (at, rule) in RULES.iter().enumerate() {
        for other in &RULES[at + 1..] {
            assert_ne!(rule.id, other.id);
            assert_ne!(rule.doc.code, other.doc.code);
        }
    }
}

/// What the rules say of a sentence: rule, place, advice, and what to write instead.
fn said(sentence: &str) -> Vec<(&'static str, &str, &'static str, Option<String>)> {
    let rules: Vec<_> = RULES.iter().collect();
    read(sentence, &rules)
        .into_iter()
        .map(|(rule, hit)| (rule.id, &sentence[hit.range], hit.advice, hit.instead))
        .collect()
}

#[test]
fn a_hit_lies_where_the_word_is() {
    assert_eq!(
        said("Wij evalueren dat bijv. morgen."),
        [
            (
                "difficult-word",
                "evalueren",
                "bespreken hoe het ging",
                None
            ),
            ("abbreviation", "bijv.", "bijvoorbeeld", None),
        ]
    );
}

#[test]
fn words_of_the_sentence_stay_out_of_the_advice() {
    for (sentence, word, instead) in [
        ("Ik drink ALTIJD thee.", "ALTIJD", Some("altijd")),
        ("Ik ga 3x per week.", "3x", Some("3 keer")),
        ("Ik rust (eens per dag).", "eens", Some("1 keer")),
        ("Ik heb drie katten.", "drie", Some("3")),
        (
            "Mijn woonbegeleidingsgesprek is leuk.",
            "woonbegeleidingsgesprek",
            Some("woonbegeleiding + gesprek"),
        ),
        ("Ik ga naar de QZV.", "QZV", None),
    ] {
        let said = said(sentence);
        let [(_, place, advice, other)] = said.as_slice() else {
            panic!("{sentence}: {said:?}");
        };
        assert_eq!((*place, other.as_deref()), (word, instead), "{sentence}");
        assert!(!advice.is_empty() && !advice.contains(word), "{sentence}");
    }
}

#[test]
fn a_group_of_words_is_one_finding() {
    assert_eq!(
        said("Ik bel met betrekking tot geld."),
        [("difficult-word", "met betrekking tot", "over", None)]
    );
}

#[test]
fn a_rule_that_is_off_says_nothing() {
    let on: Vec<_> = RULES
        .iter()
        .filter(|rule| rule.id == "abbreviation")
        .collect();
    let found = read("Wij evalueren dat bijv. morgen.", &on);
    assert_eq!(found.len(), 1);
    assert!(read("Wij evalueren dat bijv. morgen.", &[]).is_empty());
}

#[test]
fn long_text_is_read_in_little_time() {
    let start = std::time::Instant::now();
    for text in [
        "begeleiding".repeat(9_000),
        "feedback".repeat(12_000),
        "ik ga morgen naar huis ".repeat(4_500),
        "begeleider ".repeat(9_000),
        "twee evalueren, ".repeat(6_000),
        "niet ongezond ".repeat(7_000),
        "vol gemaakt ".repeat(8_000),
    ] {
        let _ = rules_broken(&text);
    }
    assert!(start.elapsed().as_secs() < 7, "{:?}", start.elapsed());
}

#[test]
fn the_plain_words_are_plain() {
    let on_words = [
        "difficult-word",
        "jargon",
        "english-word",
        "abbreviation",
        "long-compound",
        "metaphor",
    ];
    let mut hard = Vec::new();
    for list in [&JARGON, &DIFFICULT, &ENGLISH, &ABBREVIATIONS] {
        for (word, plain) in list.entries() {
            let broken = rules_broken(plain);
            if broken.iter().any(|rule| on_words.contains(rule)) {
                hard.push(format!("{word} = {plain}: {broken:?}"));
            }
        }
    }
    assert!(hard.is_empty(), "{}", hard.join("\n"));
}

#[test]
fn odd_text_is_read_without_harm() {
    for text in [
        "",
        " ",
        "…",
        "%",
        "'",
        "ÉÉN",
        "é",
        "en",
        "🙂 hoi 🙂",
        "a/b/c",
        "....",
        "Één en één",
    ] {
        let _ = rules_broken(text);
    }
}

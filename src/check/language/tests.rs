//! What every rule must do: break on its own wrong example, and on nothing that is right.

use super::*;

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

#[test]
fn a_hit_lies_where_the_word_is() {
    let sentence = "Wij evalueren dat bijv. morgen.";
    let found: Vec<_> = read(sentence)
        .into_iter()
        .map(|(rule, hit)| (rule.id, &sentence[hit.range], hit.advice))
        .collect();
    assert_eq!(
        found,
        [
            (
                "difficult-word",
                "evalueren",
                Some("bespreken hoe het ging".to_owned())
            ),
            ("abbreviation", "bijv.", Some("bijvoorbeeld".to_owned())),
        ]
    );
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
        let _ = read(text);
    }
}

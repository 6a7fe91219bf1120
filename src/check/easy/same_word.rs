//! The easy-read text uses one word for one thing.

use super::super::doc::Doc;
use super::super::easy_text::written;
use super::super::rule::{EASY_READ, Remark, Report, Rule, Subject};
use crate::finding::Severity;
use crate::language::words;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "zelfde-woord",
        severity: Severity::Hint,
        what: "De makkelijke tekst gebruikt voor hetzelfde steeds hetzelfde woord.",
        why: "Bij een ander woord denkt de lezer aan iets anders.",
        source: "Taal voor allemaal; Inclusion Europe, Informatie voor iedereen: gebruik steeds hetzelfde woord",
        wrong: "Op maandag is het gesprek. Noor komt bij het overleg.",
        right: "Op maandag is het gesprek. Noor komt bij het gesprek.",
    },
    stops: EASY_READ,
    check,
};

/// Words that mean the same to this reader, the plainest first.
const SAME: &[&[&str]] = &[
    &["begeleider", "hulpverlener", "ondersteuner", "zorgverlener"],
    &["gesprek", "overleg", "bespreking", "vergadering"],
    &["medicijnen", "pillen", "medicatie", "tabletten"],
    &["boodschappen", "inkopen"],
    &["plan", "ondersteuningsplan", "zorgplan", "begeleidingsplan"],
    &["tandenpoetsen", "gebitsverzorging"],
];

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    let texts = written(subject);
    for same in SAME {
        let mut met: Option<String> = None;
        for text in &texts {
            for word in words(text.sentence.text.as_str()) {
                let lower = word.to_lowercase();
                if !same.contains(&lower.as_str()) {
                    continue;
                }
                let earlier = met.get_or_insert_with(|| lower.clone());
                if *earlier != lower {
                    report.add(
                        Remark::on(
                            text.file,
                            text.path.clone(),
                            "eerder staat hier een ander woord voor hetzelfde",
                        )
                        .at_word(word)
                        .quote(format!("{word}; eerder: {earlier}"))
                        .hint(format!("gebruik overal {}", same[0])),
                    );
                }
            }
        }
    }
}

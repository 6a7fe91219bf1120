//! Readability of each easy-read text: of every goal's page, and of the whole.

use super::super::doc::Doc;
use super::super::rule::{EASY_READ, Remark, Report, Rule, Subject};
use super::super::run::TextScore;
use crate::dossier::source::KeyPath;
use crate::finding::Severity;
use crate::language::{Readability, count_words};

/// Below this Flesch-Douma score a text isn't easy any more: 80 to 90 is easy, more is very easy.
const EASY: f64 = 80.0;
/// Words below which a score says nothing.
const ENOUGH_WORDS: usize = 25;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "leesbaarheid",
        severity: Severity::Hint,
        what: "De makkelijke tekst van elk doel, en van het hele plan, scoort 80 of hoger op Flesch-Douma.",
        why: "De score telt hoe lang woorden en zinnen zijn. Onder de 80 is een tekst niet meer makkelijk, ook al breekt geen zin een regel.",
        source: "Flesch-Douma (1960): 206,84 − 0,93 × woorden per zin − 77 × lettergrepen per woord; Brouwer (1963), index A",
        wrong: "Mijn begeleider begeleidt mij wekelijks bij financiële aangelegenheden.",
        right: "Samir helpt mij elke week met geld.",
    },
    stops: EASY_READ,
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    for score in scores(subject) {
        if score.flesch_douma >= EASY || score.words < ENOUGH_WORDS {
            continue;
        }
        let (path, what) = match score.goal {
            Some(goal) => (
                KeyPath::root("doelen").index(goal),
                format!("doel {}: de makkelijke tekst", goal + 1),
            ),
            None => (
                KeyPath::root("plan"),
                "de makkelijke tekst van het hele plan".to_owned(),
            ),
        };
        let message = format!(
            "{what} is niet makkelijk genoeg: Flesch-Douma {:.0}, Brouwer {:.0}",
            score.flesch_douma, score.brouwer
        );
        report
            .add(Remark::on_plan(path, message).hint("schrijf kortere woorden en kortere zinnen"));
    }
}

/// The scores of the whole text and of each goal's page.
pub(in crate::check) fn scores<'s>(subject: &'s Subject<'_>) -> &'s [TextScore] {
    subject.shared.scores.get_or_init(|| measure(subject))
}

fn measure(subject: &Subject<'_>) -> Vec<TextScore> {
    let sentences = &subject.easy_sentences;
    let text = |counts: &dyn Fn(Option<usize>) -> bool| -> String {
        let texts = sentences.iter().filter(|sentence| counts(sentence.goal));
        let texts: Vec<_> = texts.map(|sentence| sentence.text.as_str()).collect();
        texts.join("\n")
    };
    let goals = 0..subject.plan().goals.len();
    let texts = std::iter::once((None, text(&|_| true)))
        .chain(goals.map(|goal| (Some(goal), text(&|of| of == Some(goal)))));
    texts
        .filter_map(|(goal, text)| {
            let readability = Readability::measure(&text)?;
            Some(TextScore {
                goal,
                words: count_words(&text),
                flesch_douma: readability.flesch_douma(),
                brouwer: readability.brouwer(),
            })
        })
        .collect()
}

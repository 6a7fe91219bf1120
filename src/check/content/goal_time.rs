//! A goal says when it is reached.

use super::super::doc::Doc;
use super::super::rule::{FORMAL, Remark, Report, Rule, Subject};
use super::super::token::{Token, tokens};
use super::goal_sentences;
use crate::dossier::value::MONTHS;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "doel-zonder-tijd",
        severity: Severity::Warning,
        what: "Een doel zegt wanneer het bereikt is: een datum, een maand, een seizoen of ‘binnen drie maanden’, in de zin of als einde van het doel.",
        why: "Zonder tijd is een doel nooit mislukt en nooit gehaald, en weet niemand wanneer er teruggekeken wordt.",
        source: "SMART: tijdgebonden",
        wrong: "doel = \"Zoë reist zelf met de bus naar haar werk.\"",
        right: "doel = \"Op 1 november 2026 reist Zoë zelf met de bus naar haar werk.\"",
    },
    stops: FORMAL,
    check,
};

/// Seasons and feasts, each the whole word.
#[rustfmt::skip] // one word a line would take a page
const TIMES: &[&str] = &[
    "lente", "voorjaar", "zomer", "herfst", "najaar", "winter",
    "kerst", "kerstmis", "nieuwjaar", "jaarwisseling", "pasen", "pinksteren", "carnaval", "vasten",
    "ramadan", "suikerfeest", "sinterklaas", "schooljaar", "seizoen", "kwartaal", "verjaardag",
];
/// Ends of such words: `zomervakantie`, `paasvakantie`.
const ENDS: &[&str] = &["vakantie", "schooljaar"];
/// Spans of time.
const SPANS: &[&str] = &[
    "dag", "dagen", "jaar", "kwartaal", "maand", "maanden", "periode", "week", "weken",
];
/// Words that make of a span a limit: `binnen drie maanden`, `volgend jaar`.
const LIMITS: &[&str] = &[
    "binnen", "dit", "deze", "eind", "einde", "komend", "komende", "na", "over", "tegen",
    "volgend", "volgende", "voor", "vóór",
];
/// The most words between a limit and its span.
const REACH: usize = 3;

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    for (number, goal, text, path) in goal_sentences(subject.plan()) {
        if goal.end.is_none() && !says_when(text) {
            let message = format!("doel {number} zegt niet wanneer het bereikt is");
            let hint = "begin het doel met een dag, bijvoorbeeld: Op 1 november 2026 …";
            report.add(Remark::on_plan(path, message).hint(hint).quote(text));
        }
    }
}

/// Whether a sentence names a moment or a term.
fn says_when(text: &str) -> bool {
    let tokens = tokens(text);
    let is_limit = |(at, token): (usize, &Token)| {
        let after = &tokens[at + 1..];
        token.is_one_of(LIMITS) && after.iter().take(REACH).any(|near| near.is_one_of(SPANS))
    };
    tokens.iter().any(is_time) || tokens.iter().enumerate().any(is_limit)
}

/// Whether a word is a moment by itself: a month, a year, `01-11-2026`.
fn is_time(token: &Token) -> bool {
    let word = token.word.as_str();
    let is_year = word.len() == 4 && word.starts_with("20") && word.parse::<u32>().is_ok();
    let is_date = word.contains('-') && word.split('-').all(|part| part.parse::<u32>().is_ok());
    let is_named = token.is_one_of(&MONTHS)
        || token.is_one_of(TIMES)
        || ENDS.iter().any(|end| word.ends_with(end));
    is_year || is_date || is_named
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_and_terms_are_times() {
        for text in [
            "Op 01-11-2026 reist zij zelf.",
            "Binnen drie maanden reist zij zelf.",
            "Na de zomervakantie reist zij zelf.",
            "Volgend jaar reist zij zelf.",
            "Eind van het jaar reist zij zelf.",
        ] {
            assert!(says_when(text), "{text}");
        }
        for text in [
            "Zij reist drie dagen per week zelf.",
            "Zij eet elke dag warm.",
            "Zij gaat voor acht uur naar buiten.",
        ] {
            assert!(!says_when(text), "{text}");
        }
    }
}

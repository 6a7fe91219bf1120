//! A frequentie says how often: a number, or a time that comes back.

use super::super::doc::Doc;
use super::super::rule::{FORMAL, Remark, Report, Rule, Subject};
use super::{goal_key, goals};
use crate::finding::Severity;
use crate::language::words;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "vage-frequentie",
        severity: Severity::Warning,
        what: "Een frequentie noemt een aantal of een tijd die terugkomt.",
        why: "Bij \"regelmatig\" of \"naar behoefte\" weet niemand waar hij op kan rekenen, en is achteraf niet te zeggen of de afspraak is nagekomen.",
        source: "beoordeling door het lokale team: frequentie per doel",
        wrong: "frequentie = \"regelmatig, naar behoefte\"",
        right: "frequentie = \"1 keer per week, en na een belletje vaker\"",
    },
    stops: FORMAL,
    check,
};

/// Begins of words that tell a number, a time that comes back, or that it never stops.
const TELLING: &[&str] = &[
    "acht",
    "anderhalf",
    "avond",
    "continu",
    "dag",
    "dinsdag",
    "donderdag",
    "doordeweek",
    "doorlopend",
    "drie",
    "eenmal",
    "eens",
    "eén",
    "één",
    "elf",
    "elk",
    "etma",
    "half",
    "halv",
    "ieder",
    "jaar",
    "kwarta",
    "maal",
    "maand",
    "middag",
    "nacht",
    "negen",
    "ochtend",
    "permanent",
    "rit",
    "tien",
    "twaalf",
    "twee",
    "vier",
    "vijf",
    "voortdurend",
    "vrijdag",
    "week",
    "weke",
    "woensdag",
    "zaterdag",
    "zes",
    "zeven",
    "zondag",
];

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    for (index, goal) in goals(subject) {
        if let Some(text) = &goal.frequency
            && is_vague(text.as_str())
        {
            let message = format!(
                "de frequentie van doel {} noemt geen aantal en geen tijd",
                index + 1
            );
            report.add(
                Remark::on_plan(goal_key(index, "frequentie"), message)
                    .hint("schrijf hoe vaak, bijvoorbeeld: 1 keer per week")
                    .quote(text.to_string()),
            );
        }
    }
}

fn is_vague(text: &str) -> bool {
    let text = text.to_lowercase();
    !words(&text).any(|word| {
        word.chars().any(|c| c.is_ascii_digit())
            || TELLING.iter().any(|begin| word.starts_with(begin))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_or_a_time_says_how_often() {
        for text in [
            "2 keer per week",
            "Elke dag",
            "wekelijks",
            "om de week",
            "tweemaal per maand",
            "een keer per maand",
            "dagelijks",
            "’s ochtends en ’s avonds",
            "8 lessen",
            "Jaarlijks",
            "iedere nacht",
            "halfjaarlijks",
            "op maandag en donderdag",
        ] {
            assert!(!is_vague(text), "{text}");
        }
        for text in [
            "regelmatig",
            "naar behoefte",
            "op afroep",
            "in overleg",
            "zo vaak als nodig is",
        ] {
            assert!(is_vague(text), "{text}");
        }
    }
}

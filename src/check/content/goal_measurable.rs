//! It can be seen or counted whether a goal is reached.

use super::super::doc::Doc;
use super::super::rule::{FORMAL, Remark, Report, Rule, Subject};
use super::super::token::{Token, tokens};
use super::goal_sentences;
use crate::dossier::value::{MONTHS, WEEKDAYS};
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "doel-niet-meetbaar",
        severity: Severity::Warning,
        what: "Van een doel is te zien of te tellen of het bereikt is: een aantal, hoe vaak, een tijd, ‘zelf’, ‘zonder hulp’, of iets wat de cliënt dan doet.",
        why: "Bij de evaluatie moeten de cliënt, de begeleider en het lokaal team hetzelfde antwoord geven op de vraag of het doel gehaald is.",
        source: "SMART: meetbaar",
        wrong: "doel = \"Op 1 juli 2026 heeft Zoë een fijn huis.\"",
        right: "doel = \"Op 1 juli 2026 heeft Zoë haar keuken vier weken achter elkaar zelf opgeruimd.\"",
    },
    stops: FORMAL,
    check,
};

/// Verbs of knowing and feeling: there is nothing to see.
#[rustfmt::skip] // one word a line would take a page
const UNSEEN: &[&str] = &[
    "begrijpen", "begrijpt", "beleeft", "beleven", "beseffen", "beseft", "denken", "denkt",
    "ervaart", "ervaren", "geniet", "genieten", "leert", "leren", "snappen", "snapt", "voelen",
    "voelt", "weet", "weten",
];
/// Verbs of being and having, with which a goal is as clear as what is or is had.
const STATES: &[&str] = &[
    "blijft", "blijven", "gaat", "hebben", "heeft", "is", "kan", "krijgen", "krijgt", "kunnen",
    "leeft", "leven", "worden", "wordt", "zijn",
];
/// What is or is had, and isn't clear.
#[rustfmt::skip] // as above
const UNCLEAR: &[&str] = &[
    "actief", "balans", "beter", "betere", "blij", "eigenwaarde", "energie", "evenwicht", "fijn",
    "fijne", "fit", "gelukkig", "gelukkige", "gezond", "gezonde", "goed", "goede", "grip",
    "inzicht", "leuk", "leuke", "ontspannen", "perspectief", "plezier", "positief", "positieve",
    "prettig", "prettige", "regie", "ritme", "rust", "rustig", "rustige", "sociaal", "sociale",
    "stabiel", "stabiele", "sterk", "structuur", "tevreden", "veilig", "veilige", "vertrouwen",
    "vrolijk", "weerbaar", "welbevinden", "zeker", "zelfbeeld", "zelfredzaam", "zelfverzekerd",
    "zelfvertrouwen", "zinvol", "zinvolle",
];
/// Words that tell how often, how much, or without whom.
#[rustfmt::skip] // as above
const MEASURES: &[&str] = &[
    "alle", "alleen", "allemaal", "altijd", "avonden", "dagelijks", "elk", "elke", "geen",
    "helemaal", "helft", "half", "halve", "hooguit", "hoogstens", "ieder", "iedere", "keer",
    "kwartier", "maandelijks", "maximaal", "minimaal", "minstens", "niemand", "niet", "niets",
    "nooit", "per", "uur", "volledig", "wekelijks", "zelf", "zelfstandig", "zonder",
];
/// Starts of the parts of a day and of a week.
const DAYS: &[&str] = &["werkdag", "ochtend", "middag", "avond", "nacht", "weekend"];
/// Words that look like a participle and aren't, or tell of nothing to see.
#[rustfmt::skip] // as above
const NO_PARTICIPLES: &[&str] = &[
    "geactiveerd", "gebied", "gebleven", "gedachten", "gedragen", "geduld", "gehad", "gekregen",
    "geld", "gemotiveerd", "gerust", "gesteund", "gestimuleerd", "gestructureerd", "geweest",
    "gewicht", "geworden", "gezicht", "gezien", "gezinnen", "gezond", "gezonden",
];
/// What stands before `ge` in a participle: `ingeschreven`.
const PREFIXES: &[&str] = &[
    "", "aan", "af", "door", "in", "mee", "na", "om", "op", "over", "samen", "terug", "toe", "uit",
    "voor", "weg",
];
fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    for (number, _, text, path) in goal_sentences(subject.plan()) {
        if !is_measurable(text) {
            let message =
                format!("bij doel {number} is niet te zien of te tellen of het bereikt is");
            let hint =
                "schrijf wat de cliënt dan doet en hoe vaak, bijvoorbeeld: drie keer per week zelf";
            report.add(Remark::on_plan(path, message).hint(hint).quote(text));
        }
    }
}

/// Whether a sentence tells something to see or to count. A verb that isn't known to be unseen may
/// well be behaviour, and is let pass.
fn is_measurable(text: &str) -> bool {
    let tokens = tokens(text);
    let has = |words| tokens.iter().any(|token: &Token| token.is_one_of(words));
    let counts = |(at, token): (usize, &Token)| {
        token.is_number() && !is_of_date(&tokens, at)
            || token.is_one_of(MEASURES)
            || token.starts_as(DAYS)
            || token.starts_as(&WEEKDAYS)
            || tells_a_deed(&token.word)
    };
    let is_unclear = has(UNSEEN) || has(STATES) && has(UNCLEAR);
    !is_unclear || tokens.iter().enumerate().any(counts)
}

/// Whether a number belongs to a date: the day before a month, a year, `01-11-2026`.
fn is_of_date(tokens: &[Token], at: usize) -> bool {
    let word = tokens[at].word.as_str();
    let is_year = word.len() == 4 && word.starts_with("20");
    let before_month = tokens
        .get(at + 1)
        .is_some_and(|next| next.is_one_of(&MONTHS));
    is_year || before_month || word.contains('-')
}

/// Whether a word is the participle of something that was seen to be done: `ingeschreven`. Not every
/// participle is: `verbeterd` and `vergroot` are as vague as their verbs, so those without `ge` count
/// for nothing.
fn tells_a_deed(word: &str) -> bool {
    let ends = word.ends_with('d') || word.ends_with('t') || word.ends_with("en");
    let begins = PREFIXES.iter().any(|prefix| {
        let rest = word.strip_prefix(prefix);
        rest.is_some_and(|rest| rest.starts_with("ge") && rest.len() > 4)
    });
    ends && begins && !NO_PARTICIPLES.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_seen_or_counted_is_measurable() {
        for text in [
            "Op 1 juli 2026 wandelt Zoë drie keer per week.",
            "In januari 2027 speelt Zoë een rol in het toneelstuk.",
            "Op 1 juli 2026 heeft Zoë zich ingeschreven voor een woning.",
            "Op 1 juli 2026 kan Zoë zelf de was doen.",
            "Op 1 juli 2026 heeft Zoë haar rijbewijs.",
            "Op 1 juli 2026 is Zoë lid van het koor.",
            "Op 1 juli 2026 fietst Zoë op een veilige fiets naar school.",
        ] {
            assert!(is_measurable(text), "{text}");
        }
        for text in [
            "Op 1 juli 2026 is Zoë gelukkig met haar werk.",
            "In 2027 heeft Zoë een gezond leven.",
            "Op 1 juli 2026 weet Zoë wat zij wil.",
        ] {
            assert!(!is_measurable(text), "{text}");
        }
    }
}

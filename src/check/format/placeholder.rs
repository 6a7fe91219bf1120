//! A text says something, and isn't what a form leaves to be filled in.

use super::super::doc::Doc;
use super::super::rule::{FORMAL, Remark, Report, Rule, Subject};
use crate::dossier::source::{KeyPath, Step};
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "nog-invullen",
        severity: Severity::Warning,
        what: "Waar tekst hoort, staat tekst, en geen streepje, puntjes of ‘nog invullen’.",
        why: "Zo’n invulwoord telt als ingevuld, en komt zo op papier bij het lokale team en de cliënt.",
        source: "regionaal format: verplichte onderdelen zijn ingevuld",
        wrong: "anamnese = \"...\"",
        right: "anamnese = \"Piet groeide op in Goirle.\"",
    },
    stops: FORMAL,
    check,
};

/// What stands for a text that is still to be written.
const PLACEHOLDERS: &[&str] = &[
    "invullen",
    "nader in te vullen",
    "nog in te vullen",
    "nog invullen",
    "nog te bepalen",
    "ntb",
    "n.t.b",
    "nnb",
    "n.n.b",
    "onbekend",
    "pm",
    "p.m",
    "tbd",
    "todo",
    "volgt",
    "volgt nog",
    "x",
    "xx",
    "xxx",
    "xxxx",
];
/// What says that there is nothing to say; an answer only to who does what.
const NOTHING: &[&str] = &["nvt", "n.v.t", "niet van toepassing"];
/// Keys of which it may be an answer.
const ANSWERED_BY_NOTHING: &[&str] = &[
    "client",
    "mantelzorg",
    "vrijwilliger",
    "aanbieder",
    "grens",
    "afstemming",
    "gedaan",
    "wie",
    "tussenvoegsel",
    "toelichting",
    "clientondersteuner_antwoord",
    "relatie",
];
/// Tables whose texts are identifiers, codes and the like.
const NOT_PROSE: &[&str] = &["client", "beschikking", "producten"];

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    for source in &subject.dossier().sources {
        let file = match source.file.file_name().and_then(|name| name.to_str()) {
            Some("plan.toml") => "plan.toml",
            Some("evaluatie.toml") => "evaluatie.toml",
            _ => continue,
        };
        source.each_string(|path, text| {
            if is_placeholder(path, text) {
                let message = format!("{}: hier staat nog geen tekst", path.name());
                report.add(
                    Remark::on(file, path.clone(), message)
                        .quote(text)
                        .hint("vul de tekst in, of haal de sleutel weg"),
                );
            }
        });
    }
}

fn is_placeholder(path: &KeyPath, text: &str) -> bool {
    let key = |step: Option<&Step>| match step {
        Some(Step::Key(key)) => key.clone(),
        _ => String::new(),
    };
    if NOT_PROSE.contains(&key(path.0.first()).as_str()) {
        return false;
    }
    let bare = text
        .trim()
        .trim_end_matches(['.', '!', '?', '…'])
        .to_lowercase();
    let says_nothing = NOTHING.contains(&bare.as_str());
    let may = ANSWERED_BY_NOTHING.contains(&key(path.0.last()).as_str());
    !text.contains(char::is_alphanumeric)
        || PLACEHOLDERS.contains(&bare.as_str())
        || says_nothing && !may
}

//! A text says something, and isn't what a form leaves to be filled in.

use super::super::doc::Doc;
use super::super::rule::{FORMAL, Remark, Report, Rule, Subject};
use crate::dossier::form;
use crate::dossier::source::{KeyPath, Step};
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "nog-invullen",
        severity: Severity::Warning,
        what: "Waar tekst hoort, staat tekst, en geen streepje, puntjes of ‘nog invullen’. Staat er nog INVULLEN, in hoofdletters, of is de geboortedatum nog 1900-01-01, dan is het plan een formulier: er wordt niets van gemaakt, en check kijkt pas naar de rest als alles is ingevuld.",
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
    let open = subject.dossier().open_places();
    for (file, path) in &open {
        let name = match path.0.as_slice() {
            [Step::Key(table), Step::Key(_)] => format!("{} bij [{table}]", path.name()),
            _ => path.name(),
        };
        let message = format!("{name}: nog in te vullen");
        let born = matches!(path.0.last(), Some(Step::Key(key)) if key == "geboortedatum");
        let hint = if born {
            "schrijf de datum als jaar-maand-dag, in de plaats van 1900-01-01"
        } else {
            "zet de tekst in de plaats van INVULLEN; hoort dit deel er niet bij, haal het dan weg"
        };
        report.add(Remark::on(file, path.clone(), message).hint(hint));
    }
    for source in &subject.dossier().sources {
        let file = match source.file.file_name().and_then(|name| name.to_str()) {
            Some("plan.toml") => "plan.toml",
            Some("evaluatie.toml") => "evaluatie.toml",
            _ => continue,
        };
        source.each_string(|path, text| {
            if is_placeholder(path, text) && !form::is_open(text) {
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
    let has_no_word = || !text.contains(char::is_alphanumeric);
    // An empty text counts as absent, and what must be there is told of as empty elsewhere.
    !text.trim().is_empty() && has_no_word()
        || PLACEHOLDERS.contains(&bare.as_str())
        || says_nothing && !may
}

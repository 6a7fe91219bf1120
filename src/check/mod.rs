//! Checks what a client's files say: what the local team, the law and the reader would object to.
//!
//! A rule is one file with its documentation, and one row in `RULES`; it returns findings and
//! does nothing else.

mod care_plan;
mod characters;
mod content;
mod doc;
mod due;
mod easy;
mod easy_text;
mod evaluation;
mod explain;
mod family;
mod file_code;
mod format;
mod language;
mod meaning;
mod office;
mod print;
mod review;
mod rule;
mod run;
mod schema;
mod severities;
mod shared;
mod terms;
mod token;

use crate::dossier::load::Dossier;
use crate::dossier::mask;
use crate::dossier::today::Today;
use crate::finding::{Finding, Severity};
use crate::phrase::PhraseError;

use doc::Doc;
pub(crate) use due::dues;
pub use due::{DueLine, DueList, DueRequest, due};
pub use explain::{documentation, explain, summaries};
pub use office::OfficeError;
pub(crate) use office::{Office, select};
pub use review::{ReviewError, ReviewRequest, Reviewed, review};
pub(crate) use rule::{EVALUATION, FORMAL};
use rule::{Report, Rule, Subject};
pub use run::{Checked, Outcome, Request, TextScore, run};
pub use schema::{data_reference, data_schema};
pub(crate) use schema::{editor_setup, is_own_setup};

/// What was found.
pub(crate) type Findings = Vec<Finding>;

/// All rules on dossiers, in the order of the documentation. The rules on single sentences follow
/// them: [`language::RULES`].
const RULES: &[Group] = &[
    Group::of("Regionaal format", format::RULES),
    Group::of("Plan van aanpak en inzet", care_plan::RULES),
    Group::of("Inhoud", content::RULES),
    Group::of("Evaluatie", evaluation::RULES),
    Group::of("Naasten", family::RULES),
    Group::of("Termijnen", terms::RULES),
    Group::of("Zelfde betekenis", meaning::RULES),
    Group::of("Beelden", print::RULES),
    Group::of("Makkelijke tekst als geheel", easy::RULES),
];

/// Rules on one subject.
struct Group {
    /// Heading in the documentation.
    title: &'static str,
    rules: &'static [Rule],
}

impl Group {
    const fn of(title: &'static str, rules: &'static [Rule]) -> Self {
        Self { title, rules }
    }
}

fn rules() -> impl Iterator<Item = &'static Rule> {
    RULES.iter().flat_map(|group| group.rules)
}

/// What every rule says of itself, in the order of the table.
pub(crate) fn docs() -> impl Iterator<Item = &'static Doc> {
    let dossier = rules().map(|rule| &rule.doc);
    dossier.chain(language::RULES.iter().map(|rule| &rule.doc))
}

/// The ids of the easy-read rules that a sentence breaks, in the order of the rules.
#[must_use]
pub fn language_rules_broken(sentence: &str) -> Vec<&'static str> {
    language::rules_broken(sentence)
}

/// Whether a code is that of a rule on sentences: its hint tells what the sentence says, and may go
/// into the report of `check` alone.
#[must_use]
pub fn tells_of_words(code: &str) -> bool {
    language::RULES.iter().any(|rule| rule.doc.code == code)
}

/// The codes of all rules, in the order of the documentation.
pub fn rule_codes() -> impl Iterator<Item = &'static str> {
    docs().map(|doc| doc.code)
}

/// What is to be said of one dossier.
pub(crate) struct Assessment {
    /// In the order of the files.
    pub(crate) findings: Findings,
    /// How readable the easy-read text is.
    pub(crate) scores: Vec<TextScore>,
}

/// Everything that the rules and the loader find in one dossier that can be read.
///
/// # Errors
/// When a phrase can't be said.
pub(crate) fn dossier(
    office: &Office,
    dossier: &Dossier,
    today: &Today,
) -> Result<Assessment, PhraseError> {
    let subject = Subject::of(office.context(dossier, today))?;
    let mut findings = Findings::new();
    let severity =
        |doc: &Doc| -> Option<Severity> { office.severities.get(doc.code, doc.severity) };
    // A form is told what to fill in first. What else it lacks would bury that, and nothing is made
    // of it before it is filled in.
    let is_form = !dossier.open_places().is_empty();
    let tells = |rule: &&Rule| !is_form || rule.doc.code == format::FILL_IN;
    for rule in rules().filter(tells) {
        if let Some(severity) = severity(&rule.doc) {
            let mut report = Report::of(&rule.doc, rule.stops, severity, &dossier.sources);
            (rule.check)(&subject, &mut report);
            findings.extend(report.into_findings());
        }
    }
    if !is_form {
        findings.extend(easy_text::check(&subject, severity));
    }
    findings.extend(dossier.warnings.iter().cloned());
    let streets: Vec<_> = dossier
        .sources
        .iter()
        .flat_map(|source| mask::streets(source.root()))
        .collect();
    for finding in &mut findings {
        let quote = finding.quote.as_deref();
        finding.quote = quote.map(|quote| mask::without_identifiers(quote, &streets));
    }
    findings.sort_by(Finding::compare);
    Ok(Assessment {
        findings,
        scores: if is_form {
            Vec::new()
        } else {
            easy::scores(&subject).to_vec()
        },
    })
}

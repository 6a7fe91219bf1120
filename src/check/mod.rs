//! Checks what a client's files say: what the local team, the law and the reader would object to.
//!
//! A rule is one file with its documentation, and one row in [`RULES`]; it returns findings and
//! does nothing else.

mod care_plan;
mod characters;
mod content;
mod doc;
mod easy_text;
mod family;
mod format;
mod language;
mod meaning;
mod office;
mod print;
mod rule;
mod run;
mod severities;
mod terms;

use crate::dossier::load::Dossier;
use crate::dossier::value::Date;
use crate::finding::{Finding, Severity};
use crate::phrase::PhraseError;

use doc::Doc;
pub use office::OfficeError;
pub(crate) use office::{Office, select};
use rule::{Report, Rule, Subject};
pub use run::{Checked, Outcome, Request, run};

/// What was found.
pub(crate) type Findings = Vec<Finding>;

/// All rules on dossiers, in the order of the documentation. The rules on single sentences follow
/// them: [`language::RULES`].
const RULES: &[&[Rule]] = &[
    format::RULES,
    care_plan::RULES,
    content::RULES,
    family::RULES,
    terms::RULES,
    meaning::RULES,
    print::RULES,
];

/// What every rule says of itself, in the order of the table.
pub(crate) fn docs() -> impl Iterator<Item = &'static Doc> {
    let dossier = RULES.iter().copied().flatten().map(|rule| &rule.doc);
    dossier.chain(language::RULES.iter().map(|rule| &rule.doc))
}

/// The codes of all rules, in the order of the documentation.
pub fn rule_codes() -> impl Iterator<Item = &'static str> {
    docs().map(|doc| doc.code)
}

/// The renditions that an error of a rule stops.
pub(crate) fn stops(code: &str) -> &'static [&'static str] {
    let mut rules = RULES.iter().copied().flatten();
    let rule = rules.find(|rule| rule.doc.code == code);
    rule.map_or(rule::EASY_READ, |rule| rule.stops)
}

/// Everything that the rules find in one dossier, in the order of its files.
///
/// # Errors
/// When a phrase can't be said.
pub(crate) fn dossier(
    office: &Office,
    dossier: &Dossier,
    today: Date,
) -> Result<Findings, PhraseError> {
    let subject = Subject::of(office.context(dossier, today))?;
    let mut findings = Findings::new();
    let severity = |doc: &Doc| -> Option<Severity> { office.severities.get(doc.code, doc.severity) };
    for rule in RULES.iter().copied().flatten() {
        if let Some(severity) = severity(&rule.doc) {
            let mut report = Report::of(&rule.doc, severity, &dossier.sources);
            (rule.check)(&subject, &mut report);
            findings.extend(report.into_findings());
        }
    }
    findings.extend(easy_text::check(&subject, severity));
    findings.sort_by(Finding::compare);
    Ok(findings)
}

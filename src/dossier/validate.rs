//! What the types can't say: the order of dates, references between keys, numbers within bounds.

mod outcome;
mod photos;
mod plan;
mod references;

use std::collections::BTreeSet;
use std::path::Path;

use super::code::PlanKind;
use super::load::Dossier;
use super::provider::Provider;
use super::source::{KeyPath, Source};
use super::value::Date;
use crate::finding::Finding;

/// The categories of iWmo 3.2; municipalities may add to them.
const CATEGORIES: std::ops::RangeInclusive<u32> = 1..=18;

/// Checks a client's files together.
pub(super) fn dossier(
    dossier: &Dossier,
    provider: &Provider,
    photos: &BTreeSet<String>,
) -> Vec<Finding> {
    let source = |name: &str| dossier.sources.iter().find(|s| s.file.ends_with(name));
    let mut findings = Vec::new();
    if let Some(plan_source) = source("plan.toml") {
        let mut check = Check::on(plan_source);
        check.plan(&dossier.plan);
        check.people(&dossier.plan);
        check.references(dossier, provider);
        check.photos(&dossier.plan, photos);
        findings.extend(check.findings);
    }
    if let (Some(evaluation), Some(source)) = (&dossier.evaluation, source("evaluatie.toml")) {
        let mut check = Check::on(source);
        check.evaluation(evaluation, &dossier.plan, photos);
        findings.extend(check.findings);
    }
    if let Some(source) = source("rapportage.toml") {
        let mut check = Check::on(source);
        check.reports(dossier);
        findings.extend(check.findings);
    }
    findings
}

/// Checks `aanbieder.toml`.
pub(super) fn provider(provider: &Provider, source: &Source, root: &Path) -> Vec<Finding> {
    let mut check = Check::on(source);
    check.easy_read(&provider.easy_read, &KeyPath::root("makkelijk_lezen"));
    for word in provider.domain_labels.keys() {
        let known = super::code::Domain::ALL.iter().any(|d| d.word() == word);
        if !known {
            check.at(
                &KeyPath::root("domeinen").key(word),
                "onbekende-waarde",
                "dit domein bestaat niet",
                "kijk in de documentatie welke domeinen er zijn",
            );
        }
    }
    if let Some(logo) = &provider.style.logo
        && !root.join(logo.as_str()).is_file()
    {
        check.at(
            &KeyPath::root("huisstijl").key("logo"),
            "logo",
            "dit logo staat niet naast aanbieder.toml",
            "zet het SVG-bestand in de map waarin aanbieder.toml staat",
        );
    }
    let mut seen = BTreeSet::new();
    for (index, section) in provider.sections.iter().enumerate() {
        if !seen.insert(section.id.as_str()) {
            check.at(
                &KeyPath::root("onderdelen").index(index).key("id"),
                "dubbel",
                "dit id komt vaker voor",
                "geef elk onderdeel een eigen id",
            );
        }
    }
    check.findings
}

/// Findings about one file.
struct Check<'a> {
    source: &'a Source,
    findings: Vec<Finding>,
}

impl<'a> Check<'a> {
    fn on(source: &'a Source) -> Self {
        Self {
            source,
            findings: Vec::new(),
        }
    }

    fn at(&mut self, path: &KeyPath, code: &'static str, message: &str, hint: &str) {
        let finding = self.source.finding_at(code, path, message).with_hint(hint);
        self.findings.push(finding);
    }

    /// Two days must be in order, where both are known.
    fn order(
        &mut self,
        path: &KeyPath,
        earlier: (&str, Option<Date>),
        later: (&str, Option<Date>),
    ) {
        if let (Some(first), Some(last)) = (earlier.1, later.1)
            && first > last
        {
            self.at(
                path,
                "datumvolgorde",
                &format!("{} ligt na {}", earlier.0, later.0),
                "kijk beide datums na",
            );
        }
    }
}

fn domain_hint(kind: PlanKind) -> String {
    let words: Vec<_> = kind.domains().iter().map(|domain| domain.word()).collect();
    format!("kies uit: {}", words.join(", "))
}

//! What the types can't say: the order of dates, references between keys, numbers within bounds.

mod outcome;
pub(super) mod photos;
mod plan;
mod references;

use std::collections::BTreeSet;
use std::ops::RangeInclusive;
use std::path::Path;

use super::care_plan::CarePlan;
use super::code::{Domain, PlanKind};
use super::evaluation::Evaluation;
use super::plan::Plan;
use super::provider::Provider;
use super::report::Reports;
use super::source::{KeyPath, Source};
use super::value::Date;
use crate::finding::Finding;

/// The type sizes of an easy-read copy, in points.
pub(super) const TYPE_SIZES: RangeInclusive<u32> = 14..=28;
/// How many sentences may stand on a page of one.
pub(super) const SENTENCES_PER_PAGE: RangeInclusive<u32> = 1..=12;
/// The scores for quality of life.
pub(super) const SCORES: RangeInclusive<u32> = 1..=5;
/// The longest code of a product, in characters.
pub(super) const PRODUCT_CODE: usize = 5;
/// The categories of iWmo 3.2; municipalities may add to them.
const CATEGORIES: RangeInclusive<u32> = 1..=18;

/// What could be read of a client's files; what is broken is absent here and was told before.
pub(super) struct Files<'a> {
    pub(super) plan: Option<&'a Plan>,
    pub(super) care_plan: Option<&'a CarePlan>,
    pub(super) evaluation: Option<&'a Evaluation>,
    pub(super) reports: Option<&'a Reports>,
    pub(super) provider: &'a Provider,
    pub(super) sources: &'a [Source],
    /// Names of the files in `fotos`.
    pub(super) photos: &'a BTreeSet<String>,
}

impl<'a> Files<'a> {
    fn source(&self, name: &str) -> Option<&'a Source> {
        self.sources.iter().find(|s| s.file.ends_with(name))
    }
}

/// Checks a client's files together, as far as they could be read.
pub(super) fn client(files: &Files<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    if let (Some(plan), Some(source)) = (files.plan, files.source("plan.toml")) {
        let mut check = Check::on(source);
        check.plan(plan);
        check.people(plan);
        check.references(plan, files);
        check.photos(&photos::of_plan(plan), files.photos);
        findings.extend(check.findings);
    }
    if let (Some(evaluation), Some(source)) = (files.evaluation, files.source("evaluatie.toml")) {
        let mut check = Check::on(source);
        check.evaluation(evaluation);
        check.photos(&photos::of_evaluation(evaluation), files.photos);
        if let Some(plan) = files.plan {
            check.evaluation_of_plan(evaluation, plan);
        }
        findings.extend(check.findings);
    }
    if let (Some(reports), Some(source)) = (files.reports, files.source("rapportage.toml")) {
        let mut check = Check::on(source);
        check.reports(reports, files.plan);
        findings.extend(check.findings);
    }
    findings
}

/// Checks `aanbieder.toml`.
pub(super) fn provider(provider: &Provider, source: &Source, root: &Path) -> Vec<Finding> {
    let mut check = Check::on(source);
    check.easy_read(&provider.easy_read, &KeyPath::root("makkelijk_lezen"));
    for word in provider.domain_labels.keys() {
        let known = Domain::ALL.iter().any(|d| d.word() == word);
        if !known {
            check.at(
                &KeyPath::root("domeinen").key(word),
                "onbekende-waarde",
                "dit domein bestaat niet",
                "kijk in de documentatie welke domeinen er zijn",
            );
        }
    }
    for (word, own) in &provider.terms {
        if own.as_str().contains(['{', '}']) {
            check.at(
                &KeyPath::root("termen").key(word),
                "term",
                "een eigen woord kan geen accolade hebben",
                "schrijf het woord zonder { en }",
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

    /// A domain must be one of the kind of plan.
    fn domain(&mut self, path: &KeyPath, domain: Domain, kind: PlanKind) {
        if !kind.domains().contains(&domain) {
            let words: Vec<_> = kind.domains().iter().map(|domain| domain.word()).collect();
            self.at(
                path,
                "domein",
                "dit domein hoort niet bij deze soort plan",
                &format!("kies uit: {}", words.join(", ")),
            );
        }
    }

    /// Versions and cycles count from 1.
    fn counts_from_one(&mut self, path: &KeyPath, number: u32) {
        if number == 0 {
            self.at(
                path,
                "getal",
                "de telling begint bij 1",
                "schrijf 1 of meer",
            );
        }
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

//! The regional format: which sections and elements a document must hold and in what order, and
//! which terms a plan must keep.
//!
//! Read from `format.toml`, that of the organisation first; what stands in the elements is decided by the renditions.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use crate::dossier::code::{Law, PlanKind};
use crate::dossier::plan::Plan;
use crate::dossier::value::Date;
use crate::finding::Finding;
use crate::phrase::replace_words;
use crate::template::{self, FORMAT, Overlay};

/// A format file that can't be used.
#[derive(Debug, thiserror::Error)]
#[error("het format kan niet gelezen worden: {0}")]
pub(crate) struct FormatError(String);

/// A regional format.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Format {
    /// Name, for people.
    #[serde(rename = "naam")]
    _name: String,
    #[serde(rename = "secties")]
    sections: Vec<Entry>,
    #[serde(rename = "elementen")]
    elements: Vec<Entry>,
    #[serde(rename = "termijnen")]
    terms: Vec<Term>,
}

/// A section of a document, or an element in one.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Entry {
    pub(crate) id: String,
    /// Heading or label.
    #[serde(rename = "titel", alias = "label")]
    pub(crate) label: String,
    /// The section that an element stands in; for readers of the file.
    #[serde(rename = "sectie", default)]
    _section: String,
    #[serde(rename = "document")]
    side: FormatSide,
    #[serde(rename = "verplicht", default)]
    mandatory: bool,
    /// Laws that it is limited to; none is all.
    #[serde(rename = "wetten", default)]
    laws: Vec<String>,
    /// Kinds of plan that it is limited to; none is all.
    #[serde(rename = "soorten", default)]
    kinds: Vec<String>,
}

/// Which of the two formal documents is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub(crate) enum FormatSide {
    #[serde(rename = "plan")]
    Plan,
    #[serde(rename = "evaluatie")]
    Evaluation,
    #[serde(rename = "beide")]
    Both,
}

/// A term with its source: how long before or after some day something must happen. The terms that
/// are known by their id are in `check::terms`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Term {
    pub(crate) id: String,
    /// What must happen, in Dutch.
    pub(crate) label: String,
    #[serde(rename = "weken", default)]
    weeks: u16,
    #[serde(rename = "maanden", default)]
    months: u16,
    /// Law, guidance, practice or the plan itself.
    #[serde(rename = "bron")]
    pub(crate) source: String,
    /// Laws that it is limited to; none is all.
    #[serde(rename = "wetten", default)]
    laws: Vec<String>,
}

impl Term {
    /// The day that lies the term before another day.
    pub(crate) fn before(&self, day: Date) -> Date {
        Date::from_civil(day.civil().saturating_sub(self.span()))
    }

    /// The day that lies the term after another day.
    pub(crate) fn after(&self, day: Date) -> Date {
        Date::from_civil(day.civil().saturating_add(self.span()))
    }

    fn span(&self) -> jiff::Span {
        jiff::Span::new().weeks(self.weeks).months(self.months)
    }
}

impl Entry {
    fn applies(&self, side: FormatSide, law: Law, kind: PlanKind) -> bool {
        (self.side == FormatSide::Both || self.side == side)
            && is_in(&self.laws, law.word())
            && is_in(&self.kinds, kind.word())
    }
}

impl Format {
    /// A format of the organisation's own, or one that comes with the program, with the
    /// organisation's terms in its headings and labels.
    ///
    /// # Errors
    /// When there is none of that name, or it can't be read.
    pub(crate) fn of(
        name: &str,
        terms: &BTreeMap<String, String>,
        overlay: &Overlay,
    ) -> Result<Self, FormatError> {
        let path = template::format_path(name);
        let built_in = || template::built_in().get(&path).copied();
        let text = overlay.text(&path).or_else(built_in);
        let text = text.ok_or_else(|| FormatError(format!("`{name}` bestaat niet")))?;
        Self::parse(text, terms)
    }

    /// The formats there are, by alphabet: those that come with the program and the organisation's.
    pub(crate) fn names(overlay: &Overlay) -> BTreeSet<String> {
        let built_in = template::built_in();
        let own = overlay.under(FORMAT).map(|(path, _)| path);
        let paths = built_in.keys().map(String::as_str).chain(own);
        paths
            .filter_map(template::format_name)
            .map(str::to_owned)
            .collect()
    }

    /// Whether there is a format of this name.
    pub(crate) fn exists(name: &str, overlay: &Overlay) -> bool {
        let path = template::format_path(name);
        overlay.text(&path).is_some() || template::built_in().contains_key(&path)
    }

    /// What is wrong with the formats of the organisation's own.
    pub(crate) fn findings(overlay: &Overlay) -> Vec<Finding> {
        let mut findings = Vec::new();
        for (path, text) in overlay.under(FORMAT) {
            let file = overlay.shown(path);
            let (_, syntax) = template::parse(file.clone(), text);
            if !syntax.is_empty() {
                findings.extend(syntax);
            } else if let Err(error) = toml::from_str::<Self>(text) {
                let span = error.span().unwrap_or(0..0);
                let message = format!("dit formaat kan niet gelezen worden: {}", error.message());
                let finding = template::finding_at(&file, text, span.start, span.end, message);
                findings.push(finding.with_hint(
                    "kijk hoe het in formats/regio/format.toml staat; drieluik templates eject \
                     --only formats schrijft het",
                ));
            }
        }
        findings
    }

    /// A format that comes with the program.
    #[cfg(test)]
    pub(crate) fn embedded(
        name: &str,
        terms: &BTreeMap<String, String>,
    ) -> Result<Self, FormatError> {
        Self::of(name, terms, &Overlay::default())
    }

    /// Reads a `format.toml`.
    ///
    /// # Errors
    /// When it is no TOML, or has keys that a format doesn't have.
    fn parse(text: &str, terms: &BTreeMap<String, String>) -> Result<Self, FormatError> {
        let mut format: Self =
            toml::from_str(text).map_err(|error| FormatError(error.to_string()))?;
        for entry in format.sections.iter_mut().chain(&mut format.elements) {
            entry.label = replace_words(&entry.label, terms);
        }
        for term in &mut format.terms {
            term.label = replace_words(&term.label, terms);
        }
        Ok(format)
    }

    /// The sections of a document, in order.
    pub(crate) fn sections(&self, side: FormatSide, plan: &Plan) -> impl Iterator<Item = &Entry> {
        let (law, kind) = (plan.about.law, plan.about.kind);
        self.sections
            .iter()
            .filter(move |section| section.applies(side, law, kind))
    }

    /// The ids of the elements that a document must hold.
    pub(crate) fn mandatory(&self, side: FormatSide, plan: &Plan) -> Vec<String> {
        let (law, kind) = (plan.about.law, plan.about.kind);
        self.elements
            .iter()
            .filter(|element| element.mandatory && element.applies(side, law, kind))
            .map(|element| element.id.clone())
            .collect()
    }

    /// Whether an element belongs to a plan of this law and kind at all.
    pub(crate) fn has(&self, id: &str, plan: &Plan) -> bool {
        let (law, kind) = (plan.about.law, plan.about.kind);
        self.elements.iter().any(|element| {
            element.id == id
                && is_in(&element.laws, law.word())
                && is_in(&element.kinds, kind.word())
        })
    }

    /// The label of an element; its id when the format doesn't name it.
    pub(crate) fn label(&self, id: &str) -> String {
        self.elements
            .iter()
            .find(|element| element.id == id)
            .map_or_else(|| id.to_owned(), |element| element.label.clone())
    }

    /// A term, if it holds under this law.
    pub(crate) fn term(&self, id: &str, law: Law) -> Option<&Term> {
        let mut terms = self.terms.iter();
        terms.find(|term| term.id == id && is_in(&term.laws, law.word()))
    }

    /// Every term, of any law.
    #[cfg(test)]
    pub(crate) fn terms(&self) -> impl Iterator<Item = &Term> {
        self.terms.iter()
    }

    /// The day that lies a term before another day, if the term holds under this law.
    pub(crate) fn before(&self, id: &str, law: Law, day: Date) -> Option<Date> {
        self.term(id, law).map(|term| term.before(day))
    }
}

fn is_in(list: &[String], word: &str) -> bool {
    list.is_empty() || list.iter().any(|entry| entry == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_key_is_refused() {
        let text = "naam = \"x\"\nsecties = []\nelementen = []\ntermijnen = []\nextra = 1";
        assert!(Format::parse(text, &BTreeMap::new()).is_err());
    }

    #[test]
    fn a_term_holds_under_its_own_laws_and_counts_both_ways() {
        let format = Format::embedded("regio", &BTreeMap::new()).expect("comes along");
        let day = |text: &str| Date::from_civil(text.parse().expect("a day"));
        let end = day("2027-02-28");
        let asked = |law| format.before("verlenging", law, end);
        assert_eq!(asked(Law::Wmo), Some(day("2027-01-03")));
        assert_eq!(asked(Law::Zvw), None);
        let twice = format.term("evaluatie_wlz", Law::Wlz).expect("it holds");
        assert_eq!(twice.after(day("2026-08-31")), end);
        assert!(twice.source.starts_with("Wlz"));
    }

    #[test]
    fn headings_and_labels_speak_in_the_organisations_terms() {
        let terms = [("cliënt", "inwoner"), ("mantelzorg", "familiezorg")]
            .map(|(word, own)| (word.to_owned(), own.to_owned()));
        let format = Format::embedded("regio", &BTreeMap::from(terms)).expect("comes along");
        let entries = || format.sections.iter().chain(&format.elements);
        let says = |word: &str| {
            entries().any(|entry| {
                let label = entry.label.to_lowercase();
                label.split(|c: char| !c.is_alphabetic()).any(|w| w == word)
            })
        };
        assert!(says("inwoner") && says("familiezorg"));
        assert!(!says("cliënt") && !says("mantelzorg"));
    }
}

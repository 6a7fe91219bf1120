//! What a rule is, what it looks at, and how it tells what it found.

use std::borrow::Cow;
use std::ops::Range;

use super::doc::Doc;
use super::shared::Shared;
use crate::dossier::evaluation::Evaluation;
use crate::dossier::load::Dossier;
use crate::dossier::plan::Plan;
use crate::dossier::source::{KeyPath, Source, Step};
use crate::finding::{Finding, Severity};
use crate::phrase::PhraseError;
use crate::rendition::{
    Context, EasySentence, Element, FormatSide, easy_evaluation_sentences, easy_sentences, elements,
};

/// The formal plan.
pub(crate) const FORMAL: &[&str] = &["formal"];
/// The evaluation report.
pub(crate) const EVALUATION: &[&str] = &["evaluation"];
/// The family copies.
pub(crate) const FAMILY: &[&str] = &["family"];
/// The easy-read plan, and the sheets that show the same goals and people. The questions say nothing
/// of either.
pub(crate) const EASY_READ: &[&str] = &["easy-read", "sheets"];
/// What tells of the talk: of what the plan says the explanation has only this.
const TALK: &[&str] = &["easy-read", "sheets", "explain"];
/// The easy-read evaluation.
const EASY_EVALUATION: &[&str] = &["easy-evaluation"];

/// A rule on everything that is on file about one client.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rule {
    /// What it says of itself.
    pub(crate) doc: Doc,
    /// The renditions that an error stops: of the formal ones only those of an agreed plan.
    pub(crate) stops: &'static [&'static str],
    /// Finds the breaches.
    pub(crate) check: fn(&Subject<'_>, &mut Report<'_>),
}

/// What rules look at: a dossier, and what the renditions make of it.
pub(crate) struct Subject<'a> {
    pub(crate) context: Context<'a>,
    /// The sentences of the easy-read plan, the author's and those that were made.
    pub(crate) easy_sentences: Vec<EasySentence>,
    /// Those of the easy-read evaluation, where there is one.
    pub(crate) easy_evaluation: Vec<String>,
    /// The elements of the formal plan, in the order of the format.
    pub(crate) plan_elements: Vec<Element>,
    /// Those of the evaluation report, where there is one.
    pub(crate) evaluation_elements: Vec<Element>,
    /// What rules of one group have in common.
    pub(super) shared: Shared<'a>,
}

impl<'a> Subject<'a> {
    /// Prepares a dossier for the rules.
    ///
    /// # Errors
    /// When a phrase can't be said.
    pub(crate) fn of(context: Context<'a>) -> Result<Self, PhraseError> {
        let (plan_elements, evaluation_elements) = elements(&context)?;
        Ok(Self {
            easy_sentences: easy_sentences(&context)?,
            easy_evaluation: easy_evaluation_sentences(&context)?,
            plan_elements,
            evaluation_elements,
            shared: Shared::default(),
            context,
        })
    }

    /// Everything on file.
    pub(crate) fn dossier(&self) -> &'a Dossier {
        self.context.dossier
    }

    /// `plan.toml`.
    pub(crate) fn plan(&self) -> &'a Plan {
        &self.context.dossier.plan
    }

    /// The mandatory elements of the plan that say nothing yet.
    pub(crate) fn empty_plan_elements(&self) -> impl Iterator<Item = &Element> {
        self.empty(&self.plan_elements, FormatSide::Plan)
    }

    /// The mandatory elements of the evaluation report that say nothing yet.
    pub(crate) fn empty_evaluation_elements(&self) -> impl Iterator<Item = &Element> {
        self.empty(&self.evaluation_elements, FormatSide::Evaluation)
    }

    fn empty<'e>(
        &self,
        elements: &'e [Element],
        side: FormatSide,
    ) -> impl Iterator<Item = &'e Element> {
        let mandatory = self.context.format.mandatory(side, self.plan());
        let is_mandatory = move |id: &str| mandatory.iter().any(|known| known == id);
        let empty = elements.iter().filter(|element| !element.is_filled);
        empty.filter(move |element| is_mandatory(element.id))
    }

    /// `evaluatie.toml`.
    pub(crate) fn evaluation(&self) -> Option<&'a Evaluation> {
        self.context.dossier.evaluation.as_ref()
    }
}

/// One breach of a rule, before it has a place.
#[derive(Debug)]
pub(crate) struct Remark {
    file: &'static str,
    path: KeyPath,
    word: Option<(String, Range<usize>)>,
    message: String,
    hint: Option<String>,
    quote: Option<String>,
    source: Option<String>,
    severity: Option<Severity>,
}

impl Remark {
    /// A remark on a key of `plan.toml`; a key that isn't there stands for the nearest table that
    /// is. The message is Dutch and holds nothing that an author wrote.
    pub(crate) fn on_plan(path: KeyPath, message: impl Into<String>) -> Self {
        Self::on("plan.toml", path, message)
    }

    /// A remark on a key of `evaluatie.toml`.
    pub(crate) fn on_evaluation(path: KeyPath, message: impl Into<String>) -> Self {
        Self::on("evaluatie.toml", path, message)
    }

    /// A remark on a key of `plan-van-aanpak.toml`.
    pub(crate) fn on_care_plan(path: KeyPath, message: impl Into<String>) -> Self {
        Self::on("plan-van-aanpak.toml", path, message)
    }

    /// A remark on a key of one of the client's files.
    pub(crate) fn on(file: &'static str, path: KeyPath, message: impl Into<String>) -> Self {
        Self {
            file,
            path,
            word: None,
            message: message.into(),
            hint: None,
            quote: None,
            source: None,
            severity: None,
        }
    }

    /// Adds the way out, without anything that an author wrote.
    pub(crate) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Points at a word of the text.
    pub(crate) fn at_word(self, word: &str) -> Self {
        self.within(word, 0..word.len())
    }

    /// Points at a word by its bytes in a passage of the text.
    pub(crate) fn within(mut self, passage: &str, word: Range<usize>) -> Self {
        self.word = Some((passage.to_owned(), word));
        self
    }

    /// Adds what the author wrote, for the report of `check` alone.
    pub(crate) fn quote(mut self, quote: impl Into<String>) -> Self {
        self.quote = Some(quote.into());
        self
    }

    /// Names another source than the rule does.
    pub(crate) fn source(mut self, source: impl Into<String>) -> Self {
        self.source = Some(source.into());
        self
    }

    /// Tells a mild case of the rule as a hint.
    pub(crate) fn mild(mut self) -> Self {
        self.severity = Some(Severity::Hint);
        self
    }

    /// What an error here stops, of a rule that stops these: of easy-read text, what has the text.
    fn stops(&self, by_rule: &'static [&'static str]) -> &'static [&'static str] {
        let table = self.path.0.first();
        match (self.file, table) {
            _ if by_rule != EASY_READ => by_rule,
            ("evaluatie.toml", _) => EASY_EVALUATION,
            ("plan.toml", Some(Step::Key(key))) if key == "gesprek" => TALK,
            _ => by_rule,
        }
    }

    /// The finding, with its place in the client's files.
    fn into_finding(
        self,
        doc: &Doc,
        stops: &'static [&'static str],
        severity: Severity,
        sources: &[Source],
    ) -> Finding {
        let stops = self.stops(stops);
        let source = sources
            .iter()
            .find(|source| source.file.ends_with(self.file));
        let located = match (source, &self.word) {
            (Some(source), Some((passage, word))) => {
                source.finding_at_word(doc.code, &self.path, passage, word.clone(), "")
            }
            (Some(source), None) => source.finding_at(doc.code, &self.path, ""),
            (None, _) => Finding::error(doc.code, ""),
        };
        Finding {
            severity: self.severity.map_or(severity, |mild| mild.max(severity)),
            message: self.message,
            hint: self.hint,
            quote: self.quote,
            source: Some(self.source.map_or(Cow::Borrowed(doc.source), Cow::Owned)),
            stops: stops.to_vec(),
            ..located
        }
    }
}

/// Takes the remarks of one rule.
pub(crate) struct Report<'a> {
    doc: &'a Doc,
    stops: &'static [&'static str],
    severity: Severity,
    sources: &'a [Source],
    findings: Vec<Finding>,
}

impl<'a> Report<'a> {
    /// An empty report of a rule that stops these renditions, at the severity that the organisation
    /// gives it.
    pub(crate) fn of(
        doc: &'a Doc,
        stops: &'static [&'static str],
        severity: Severity,
        sources: &'a [Source],
    ) -> Self {
        Self {
            doc,
            stops,
            severity,
            sources,
            findings: Vec::new(),
        }
    }

    /// Adds a remark.
    pub(crate) fn add(&mut self, remark: Remark) {
        let finding = remark.into_finding(self.doc, self.stops, self.severity, self.sources);
        self.findings.push(finding);
    }

    /// What was found.
    pub(crate) fn into_findings(self) -> Vec<Finding> {
        self.findings
    }
}

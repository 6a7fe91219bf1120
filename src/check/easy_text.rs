//! Holds the rules on single sentences against the easy-read text: the author's sentences where they
//! stand, and those that were made at the goal they are made from.

use std::collections::BTreeSet;

use super::doc::Doc;
use super::rule::{Remark, Report, Subject};
use super::{Findings, language};
use crate::dossier::goal::Sentence;
use crate::dossier::source::KeyPath;
use crate::finding::Severity;

/// A text of an author that is printed as easy-read, with its place.
pub(super) struct Written<'a> {
    pub(super) file: &'static str,
    pub(super) path: KeyPath,
    pub(super) sentence: &'a Sentence,
    /// The goal that it belongs to, from 0.
    pub(super) goal: Option<usize>,
}

/// Checks every sentence that the client will read.
pub(super) fn check(
    subject: &Subject<'_>,
    severity: impl Fn(&Doc) -> Option<Severity>,
) -> Findings {
    let mut findings = Findings::new();
    let sources = &subject.dossier().sources;
    let mut tell = |doc: &'static Doc, remark: Remark| {
        if let Some(severity) = severity(doc) {
            let mut report = Report::of(doc, severity, sources);
            report.add(remark);
            findings.extend(report.into_findings());
        }
    };
    let mut known = BTreeSet::new();
    for written in written(subject) {
        for text in crate::language::sentences(written.sentence.text.as_str()) {
            known.insert(text);
            for (rule, hit) in language::read(text) {
                let word = &text[hit.range.clone()];
                let remark = Remark::on(written.file, written.path.clone(), rule.message)
                    .within(text, hit.range.clone())
                    .quote(if word.len() == text.len() {
                        text.to_owned()
                    } else {
                        format!("{text} ({word})")
                    });
                tell(&rule.doc, advised(remark, hit.advice));
            }
        }
    }
    for made in &subject.easy_sentences {
        if known.contains(made.text.as_str()) {
            continue;
        }
        for (rule, hit) in language::read(&made.text) {
            let path = made.goal.map_or_else(
                || KeyPath::root("plan"),
                |goal| KeyPath::root("doelen").index(goal),
            );
            let message = format!("{} in een zin die het programma maakt", rule.message);
            let remark = Remark::on_plan(path, message).quote(made.text.clone());
            tell(&rule.doc, advised(remark, hit.advice));
        }
    }
    findings
}

fn advised(remark: Remark, advice: Option<String>) -> Remark {
    match advice {
        Some(advice) => remark.hint(advice),
        None => remark,
    }
}

/// Every easy-read sentence in the client's files.
pub(super) fn written<'a>(subject: &Subject<'a>) -> Vec<Written<'a>> {
    let plan = subject.plan();
    let mut found = Collector(Vec::new());
    for (index, passage) in plan.who_am_i.iter().enumerate() {
        let path = KeyPath::root("wie_ben_ik").index(index).key("makkelijk");
        found.all("plan.toml", &path, &passage.easy, None);
    }
    for (index, goal) in plan.goals.iter().enumerate() {
        let Some(easy) = &goal.easy else { continue };
        let path = KeyPath::root("doelen").index(index).key("makkelijk");
        if let Some(title) = &easy.title {
            found.one("plan.toml", path.clone().key("titel"), title, Some(index));
        }
        let groups = [
            ("wil", &easy.want),
            ("doe", &easy.act),
            ("hulp", &easy.help),
            ("wanneer", &easy.when),
        ];
        for (key, sentences) in groups {
            found.all("plan.toml", &path.clone().key(key), sentences, Some(index));
        }
    }
    for (index, person) in plan.meeting.iter().flat_map(|m| &m.participants).enumerate() {
        let path = KeyPath::root("gesprek").key("deelnemers").index(index);
        found.one("plan.toml", path.key("waarom"), &person.reason, None);
    }
    if let Some(evaluation) = subject.evaluation() {
        for (index, outcome) in evaluation.goals.iter().enumerate() {
            let path = KeyPath::root("doelen").index(index).key("makkelijk");
            let goal = plan.goals.iter().position(|goal| goal.id == outcome.goal);
            found.all("evaluatie.toml", &path, &outcome.easy, goal);
        }
        for (index, person) in evaluation.present.iter().enumerate() {
            let path = KeyPath::root("aanwezigen").index(index).key("waarom");
            found.one("evaluatie.toml", path, &person.reason, None);
        }
        let path = KeyPath::root("makkelijk");
        found.all("evaluatie.toml", &path, &evaluation.easy, None);
    }
    found.0
}

struct Collector<'a>(Vec<Written<'a>>);

impl<'a> Collector<'a> {
    fn all(
        &mut self,
        file: &'static str,
        path: &KeyPath,
        sentences: &'a [Sentence],
        goal: Option<usize>,
    ) {
        for (index, sentence) in sentences.iter().enumerate() {
            self.one(file, path.clone().index(index), sentence, goal);
        }
    }

    fn one(
        &mut self,
        file: &'static str,
        path: KeyPath,
        sentence: &'a Sentence,
        goal: Option<usize>,
    ) {
        self.0.push(Written {
            file,
            path,
            sentence,
            goal,
        });
    }
}

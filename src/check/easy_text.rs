//! Holds the rules on single sentences against the easy-read text: the author's sentences, and those
//! that the program makes of other texts.

use std::collections::BTreeSet;

use super::doc::Doc;
use super::language::{Hit, LanguageRule};
use super::rule::{EASY_READ, Remark, Report, Subject};
use super::{Findings, language};
use crate::dossier::goal::Sentence;
use crate::dossier::source::KeyPath;
use crate::finding::Severity;
use crate::rendition::EasySentence;

/// A text of an author that is printed as easy-read, with its place.
pub(super) struct Written<'a> {
    pub(super) file: &'static str,
    pub(super) path: KeyPath,
    pub(super) sentence: &'a Sentence,
    /// The goal that it belongs to, from 0.
    pub(super) goal: Option<usize>,
}

/// Rules on single words; a word that the next sentence explains may be difficult.
const ON_WORDS: &[&str] = &[
    "difficult-word",
    "abbreviation",
    "long-compound",
    "english-word",
    "jargon",
];
/// How a sentence begins that explains a word of the one before.
const EXPLAINS: &[&str] = &[
    "Dat is ",
    "Dat zijn ",
    "Dat betekent ",
    "Dit is ",
    "Dit betekent ",
    "Die ",
];

/// Checks every sentence that the client will read.
pub(super) fn check(
    subject: &Subject<'_>,
    severity: impl Fn(&Doc) -> Option<Severity>,
) -> Findings {
    let mut findings = Findings::new();
    let sources = &subject.dossier().sources;
    let mut tell = |doc: &'static Doc, remark: Remark| {
        if let Some(severity) = severity(doc) {
            let mut report = Report::of(doc, EASY_READ, severity, sources);
            report.add(remark);
            findings.extend(report.into_findings());
        }
    };
    let rules: Vec<_> = language::RULES
        .iter()
        .filter(|rule| severity(&rule.doc).is_some())
        .collect();
    let texts = written(subject);
    let printed: Vec<_> = texts
        .iter()
        .flat_map(|text| {
            let sentences = crate::language::sentences(text.sentence.text.as_str());
            sentences.into_iter().map(move |sentence| (text, sentence))
        })
        .collect();
    for (at, (written, text)) in printed.iter().enumerate() {
        let next = printed.get(at + 1).map(|(_, next)| *next);
        for (rule, hit) in broken(text, next, &rules) {
            let remark = Remark::on(written.file, written.path.clone(), rule.message)
                .within(text, hit.range.clone())
                .quote(quote(text, &hit));
            tell(&rule.doc, remark.hint(hit.advice));
        }
    }
    // A sentence that stands in both copies, or was told where it is written, is told once.
    let mut known: BTreeSet<_> = printed.iter().map(|(_, text)| *text).collect();
    for made in [made_for_plan(subject), made_for_evaluation(subject)] {
        for (at, sentence) in made.iter().enumerate() {
            if !known.insert(sentence.text) {
                continue;
            }
            let next = made.get(at + 1).map(|next| next.text);
            for (rule, hit) in broken(sentence.text, next, &rules) {
                let remark = on_made(subject, sentence, rule.message);
                let remark = remark.quote(quote(sentence.text, &hit));
                tell(&rule.doc, remark.hint(hit.advice));
            }
        }
    }
    findings
}

/// A sentence that the program made, or took from another text.
struct MadeSentence<'a> {
    text: &'a str,
    file: &'static str,
    /// Where a sentence is told of whose words stand nowhere.
    fallback: KeyPath,
}

fn made_for_plan<'s>(subject: &'s Subject<'_>) -> Vec<MadeSentence<'s>> {
    let of_plan = |sentence: &'s EasySentence| MadeSentence {
        text: &sentence.text,
        file: "plan.toml",
        fallback: sentence.goal.map_or_else(
            || KeyPath::root("plan"),
            |goal| KeyPath::root("doelen").index(goal),
        ),
    };
    subject.easy_sentences.iter().map(of_plan).collect()
}

fn made_for_evaluation<'s>(subject: &'s Subject<'_>) -> Vec<MadeSentence<'s>> {
    let of_evaluation = |text: &'s String| MadeSentence {
        text,
        file: "evaluatie.toml",
        fallback: KeyPath::root("datum"),
    };
    subject.easy_evaluation.iter().map(of_evaluation).collect()
}

/// Which of these rules a sentence breaks, but for words that the next one explains.
fn broken(
    text: &str,
    next: Option<&str>,
    rules: &[&'static LanguageRule],
) -> Vec<(&'static LanguageRule, Hit)> {
    let is_explained =
        next.is_some_and(|next| EXPLAINS.iter().any(|opening| next.starts_with(opening)));
    let mut found = language::read(text, rules);
    found.retain(|(rule, _)| !is_explained || !ON_WORDS.contains(&rule.id));
    found
}

/// The sentence, with the word that breaks the rule where it isn't the whole, and what to write
/// instead.
fn quote(sentence: &str, hit: &Hit) -> String {
    let word = &sentence[hit.range.clone()];
    match &hit.instead {
        Some(instead) => format!("{sentence} ({word} → {instead})"),
        None if word.len() + 1 >= sentence.len() => sentence.to_owned(),
        None => format!("{sentence} ({word})"),
    }
}

/// A mild remark on a sentence that the program made: where its words stand in the file, or else at
/// what it is made from.
fn on_made(subject: &Subject<'_>, made: &MadeSentence<'_>, message: &str) -> Remark {
    let bare = made.text.trim_end_matches('.');
    let sources = &subject.dossier().sources;
    let mut place = None;
    if let Some(source) = sources.iter().find(|s| s.file.ends_with(made.file)) {
        source.each_string(|path, text| {
            if place.is_none() && text.contains(bare) {
                place = Some(path.clone());
            }
        });
    }
    let remark = match place {
        Some(path) => Remark::on(made.file, path, message).within(bare, 0..bare.len()),
        None => Remark::on(
            made.file,
            made.fallback.clone(),
            format!("een zin die het programma maakt: {message}"),
        ),
    };
    remark.mild()
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
    for (index, person) in plan
        .meeting
        .iter()
        .flat_map(|m| &m.participants)
        .enumerate()
    {
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

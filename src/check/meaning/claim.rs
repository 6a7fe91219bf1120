//! What the easy-read sentences of a goal say in numbers, days and times, held against the goal.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use super::super::easy_text;
use super::super::rule::{Remark, Report, Subject};
use super::evidence::Evidence;
use super::people::Stranger;
use crate::dossier::source::{KeyPath, Step};
use crate::language::{Reading, sentences, stated, words};

/// The file that holds the goals.
const FILE: &str = "plan.toml";
/// Words by which a sentence tells how it was or will be.
const OTHER_TIME: &[&str] = &[
    "nu", "eerst", "eerder", "vroeger", "toen", "later", "straks", "daarna", "dan",
];
/// Words by which a sentence may say the opposite.
const DENYING: &[&str] = &["niet", "geen", "nooit", "behalve", "zonder", "niemand"];

/// The easy-read sentences of a client beside their goals.
pub(in crate::check) struct Comparison<'a> {
    /// The sentences of all goals: the author's, and those that were made.
    pub(super) claims: Vec<Claim>,
    /// What each goal says.
    evidence: Vec<Evidence<'a>>,
    /// Names in the sentences that their goal doesn't know.
    pub(super) strangers: OnceCell<Vec<Stranger>>,
}

impl<'a> Comparison<'a> {
    /// The comparison of a client, made once.
    pub(super) fn of<'s>(subject: &'s Subject<'a>) -> &'s Self {
        subject.shared.comparison.get_or_init(|| {
            let plan = subject.plan();
            let goals = plan.goals.iter();
            Self {
                claims: claims(subject),
                evidence: goals.map(|goal| Evidence::of(plan, goal)).collect(),
                strangers: OnceCell::new(),
            }
        })
    }
}

/// One easy-read sentence of a goal.
#[derive(Clone)]
pub(super) struct Claim {
    pub(super) text: String,
    /// What it says for sure.
    pub(super) reading: Reading,
    /// The key of an author's sentence; the goal's for one that was made.
    path: KeyPath,
    is_made: bool,
    /// From 0.
    goal: usize,
}

impl Claim {
    /// Whether it tells how it was or will be.
    pub(super) fn is_of_other_time(&self) -> bool {
        self.has(OTHER_TIME)
    }

    /// Whether it may say the opposite of what it names.
    pub(super) fn denies(&self) -> bool {
        self.has(DENYING)
    }

    /// Whether it stands under who helps, or when.
    pub(super) fn is_about_help(&self) -> bool {
        self.is_under("hulp") || self.is_under("wanneer")
    }

    /// Whether it stands under this key.
    pub(super) fn is_under(&self, key: &str) -> bool {
        let is_key = |step: &Step| matches!(step, Step::Key(known) if known == key);
        self.path.0.iter().any(is_key)
    }

    /// The goal that it belongs to, from 0.
    pub(super) fn goal(&self) -> usize {
        self.goal
    }

    /// A remark on the words of the sentence that it is about; on the goal of one that was made.
    pub(super) fn remark_as(&self, message: String, words: &str) -> Remark {
        let remark = Remark::on_plan(self.path.clone(), message);
        if self.is_made {
            return remark;
        }
        let place = self.text.find(words).map(|at| at..at + words.len());
        remark.within(&self.text, place.unwrap_or(0..self.text.len()))
    }

    fn has(&self, list: &[&str]) -> bool {
        words(&self.text).any(|word| list.contains(&word.to_lowercase().as_str()))
    }

    /// A remark on the sentence: what it says and what the goal says, in the author's words.
    pub(super) fn remark(&self, what: &str, difference: &Difference) -> Remark {
        let number = self.goal + 1;
        let place = if self.is_made {
            " (een zin die het programma maakt)"
        } else {
            ""
        };
        let message = format!("makkelijk lezen zegt iets anders dan doel {number}: {what}{place}");
        let Difference { easy, goal } = difference;
        self.remark_as(message, easy)
            .hint("maak de zin en het doel gelijk; het plan van de cliënt gaat voor")
            .quote(format!("makkelijk lezen: {easy}; doel {number}: {goal}"))
    }
}

/// What an easy-read sentence and its goal say differently.
pub(super) struct Difference {
    pub(super) easy: String,
    pub(super) goal: String,
}

/// Tells of every sentence that differs from its goal.
pub(super) fn compare(
    subject: &Subject<'_>,
    report: &mut Report<'_>,
    what: &str,
    differs: impl Fn(&Claim, &Evidence<'_>) -> Option<Difference>,
) {
    let comparison = Comparison::of(subject);
    for claim in &comparison.claims {
        if let Some(difference) = differs(claim, &comparison.evidence[claim.goal]) {
            report.add(claim.remark(what, &difference));
        }
    }
}

fn claims(subject: &Subject<'_>) -> Vec<Claim> {
    let mut claims = Vec::new();
    let mut known = BTreeSet::new();
    for written in easy_text::written(subject) {
        let Some(goal) = written.goal.filter(|_| written.file == FILE) else {
            continue;
        };
        for text in sentences(written.sentence.text.as_str()) {
            known.insert((goal, text));
            claims.push(Claim {
                text: text.to_owned(),
                reading: stated(text),
                path: written.path.clone(),
                is_made: false,
                goal,
            });
        }
    }
    for made in &subject.easy_sentences {
        let Some(goal) = made.goal else { continue };
        if !known.contains(&(goal, made.text.as_str())) {
            claims.push(Claim {
                text: made.text.clone(),
                reading: stated(&made.text),
                path: KeyPath::root("doelen").index(goal),
                is_made: true,
                goal,
            });
        }
    }
    claims
}

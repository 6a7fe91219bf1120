//! What is signed: the plan and the evaluation report, each with its signatures and its day.

use super::super::rule::{Remark, Subject};
use super::{come, is_agreed};
use crate::dossier::plan::Signature;
use crate::dossier::source::KeyPath;
use crate::dossier::value::Date;

/// A paper that people sign.
pub(super) struct Paper<'a> {
    /// How messages call it.
    pub(super) name: &'static str,
    /// The file that it comes from.
    pub(super) file: &'static str,
    /// The key that makes it a paper to sign.
    pub(super) key: KeyPath,
    /// The day that says who must sign.
    pub(super) day: Date,
    /// Whether the signatures should be there by now.
    pub(super) is_due: bool,
    /// Those that are.
    pub(super) signatures: &'a [Signature],
}

impl Paper<'_> {
    /// A remark on one of its signatures.
    pub(super) fn remark(&self, index: usize, key: &str, message: String) -> Remark {
        let path = KeyPath::root("ondertekening").index(index).key(key);
        Remark::on(self.file, path, message)
    }
}

/// The plan, and the evaluation report where there is one.
pub(super) fn papers<'a>(subject: &Subject<'a>) -> Vec<Paper<'a>> {
    let plan = subject.plan();
    let of_plan = Paper {
        name: "plan",
        file: "plan.toml",
        key: KeyPath::root("plan").key("status"),
        day: plan.about.drawn_up,
        is_due: is_agreed(plan),
        signatures: &plan.signatures,
    };
    let evaluation = subject.context.dossier.evaluation.as_ref();
    let of_evaluation = evaluation.map(|evaluation| Paper {
        name: "evaluatieverslag",
        file: "evaluatie.toml",
        key: KeyPath::root("datum"),
        day: evaluation.date,
        is_due: come(Some(evaluation.date), subject.context.today).is_some(),
        signatures: &evaluation.signatures,
    });
    [of_plan].into_iter().chain(of_evaluation).collect()
}

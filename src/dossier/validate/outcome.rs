//! The evaluation and the reports, by themselves and beside the plan.

use std::collections::BTreeSet;

use super::references::{NETWORK_OR_REPRESENTATIVES, people};
use super::{Check, SCORES};
use crate::dossier::evaluation::Evaluation;
use crate::dossier::plan::Plan;
use crate::dossier::report::Reports;
use crate::dossier::source::KeyPath;
use crate::dossier::value::Date;

impl Check<'_> {
    /// What can be said of an evaluation without its plan.
    pub(super) fn evaluation(&mut self, evaluation: &Evaluation) {
        self.order(
            &KeyPath::root("periode_tot"),
            ("periode_van", Some(evaluation.from)),
            ("periode_tot", Some(evaluation.until)),
        );
        self.counts_from_one(&KeyPath::root("planversie"), evaluation.plan_version);
        let mut goals = BTreeSet::new();
        for (index, outcome) in evaluation.goals.iter().enumerate() {
            let path = KeyPath::root("doelen").index(index).key("doel");
            self.once(&path, goals.insert(&outcome.goal), "dit doel");
        }
        let mut domains = BTreeSet::new();
        for (index, score) in evaluation.quality_of_life.iter().enumerate() {
            let path = KeyPath::root("kwaliteit_van_bestaan").index(index);
            let is_first = domains.insert(score.domain);
            self.once(&path.clone().key("domein"), is_first, "dit domein");
            for (key, number) in [("nu", Some(score.now)), ("vorige", score.before)] {
                if number.is_some_and(|number| !SCORES.contains(&number)) {
                    self.at(
                        &path.clone().key(key),
                        "cijfer",
                        "een cijfer voor kwaliteit van bestaan is 1 tot 5",
                        "schrijf 1, 2, 3, 4 of 5",
                    );
                }
            }
        }
    }

    /// What an evaluation takes from its plan.
    pub(super) fn evaluation_of_plan(&mut self, evaluation: &Evaluation, plan: &Plan) {
        for (index, outcome) in evaluation.goals.iter().enumerate() {
            let path = KeyPath::root("doelen").index(index).key("doel");
            self.goal_exists(&path, outcome.goal.as_str(), plan);
        }
        for (index, score) in evaluation.quality_of_life.iter().enumerate() {
            let path = KeyPath::root("kwaliteit_van_bestaan").index(index);
            self.domain(&path.key("domein"), score.domain, plan.about.kind);
        }
        let known = people(plan);
        let present = evaluation.present.iter().map(|person| person.number);
        let signatures = evaluation.signatures.iter().map(|person| person.number);
        let numbers = (present.enumerate().map(|found| ("aanwezigen", found)))
            .chain(signatures.enumerate().map(|found| ("ondertekening", found)));
        for (key, (index, number)) in numbers {
            if let Some(number) = number {
                let path = KeyPath::root(key).index(index).key("nummer");
                self.person(&path, number, &known, NETWORK_OR_REPRESENTATIVES);
            }
        }
    }

    /// Reports stand in order of time, and are about goals of the plan.
    pub(super) fn reports(&mut self, reports: &Reports, plan: Option<&Plan>) {
        let mut previous: Option<Date> = None;
        for (index, report) in reports.reports.iter().enumerate() {
            let path = KeyPath::root("rapporten").index(index);
            if let (Some(goal), Some(plan)) = (&report.goal, plan) {
                self.goal_exists(&path.clone().key("doel"), goal.as_str(), plan);
            }
            self.order(
                &path.key("datum"),
                ("het vorige rapport", previous),
                ("dit rapport", Some(report.date)),
            );
            previous = Some(report.date);
        }
    }

    fn once(&mut self, path: &KeyPath, is_first: bool, what: &str) {
        if !is_first {
            self.at(
                path,
                "dubbel",
                &format!("{what} staat er al"),
                "zet alles erover bij elkaar",
            );
        }
    }

    fn goal_exists(&mut self, path: &KeyPath, id: &str, plan: &Plan) {
        if !plan.goals.iter().any(|goal| goal.id.as_str() == id) {
            self.at(
                path,
                "verwijzing",
                "dit doel staat niet in plan.toml",
                "neem het id van het doel over uit plan.toml",
            );
        }
    }
}

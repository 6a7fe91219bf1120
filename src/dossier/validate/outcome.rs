//! The evaluation and the reports, beside the plan.

use std::collections::BTreeSet;

use super::{Check, domain_hint};
use crate::dossier::evaluation::Evaluation;
use crate::dossier::load::Dossier;
use crate::dossier::plan::Plan;
use crate::dossier::source::KeyPath;
use crate::dossier::value::Date;

impl Check<'_> {
    pub(super) fn evaluation(
        &mut self,
        evaluation: &Evaluation,
        plan: &Plan,
        photos: &BTreeSet<String>,
    ) {
        self.order(
            &KeyPath::root("periode_tot"),
            ("periode_van", Some(evaluation.from)),
            ("periode_tot", Some(evaluation.until)),
        );
        for (index, outcome) in evaluation.goals.iter().enumerate() {
            let path = KeyPath::root("doelen").index(index).key("doel");
            self.goal_exists(&path, outcome.goal.as_str(), plan);
        }
        for (index, score) in evaluation.quality_of_life.iter().enumerate() {
            let path = KeyPath::root("kwaliteit_van_bestaan").index(index);
            for (key, number) in [("nu", Some(score.now)), ("vorige", score.before)] {
                if number.is_some_and(|number| !(1..=5).contains(&number)) {
                    self.at(
                        &path.clone().key(key),
                        "cijfer",
                        "een cijfer voor kwaliteit van bestaan is 1 tot 5",
                        "schrijf 1, 2, 3, 4 of 5",
                    );
                }
            }
            if !plan.about.kind.domains().contains(&score.domain) {
                self.at(
                    &path.key("domein"),
                    "domein",
                    "dit domein hoort niet bij deze soort plan",
                    &domain_hint(plan.about.kind),
                );
            }
        }
        for (index, person) in evaluation.present.iter().enumerate() {
            if let Some(photo) = &person.photo {
                let path = KeyPath::root("aanwezigen").index(index).key("foto");
                self.photo(photo, &path, photos);
            }
        }
    }

    pub(super) fn reports(&mut self, dossier: &Dossier) {
        let mut previous: Option<Date> = None;
        for (index, report) in dossier.reports.reports.iter().enumerate() {
            let path = KeyPath::root("rapporten").index(index);
            if let Some(goal) = &report.goal {
                self.goal_exists(&path.clone().key("doel"), goal.as_str(), &dossier.plan);
            }
            self.order(
                &path.key("datum"),
                ("het vorige rapport", previous),
                ("dit rapport", Some(report.date)),
            );
            previous = Some(report.date);
        }
    }

    pub(super) fn goal_exists(&mut self, path: &KeyPath, id: &str, plan: &Plan) {
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

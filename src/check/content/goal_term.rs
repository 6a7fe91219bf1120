//! A goal lies within the term of the plan.

use super::super::doc::Doc;
use super::super::rule::{FORMAL, Remark, Report, Rule, Subject};
use super::goals;
use crate::dossier::value::Date;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "doel-buiten-looptijd",
        severity: Severity::Warning,
        what: "Een doel begint, eindigt en wordt geëvalueerd binnen de looptijd van het plan.",
        why: "Na het einde van het plan is er geen ondersteuning meer die het doel kan halen, en geen evaluatie die erover gaat.",
        source: "ondersteuningscyclus: de evaluatie sluit het plan af; regionaal format",
        wrong: "[plan] einde = 2027-02-28, en bij een doel evaluatie = 2027-05-10",
        right: "bij het doel evaluatie = 2026-11-10",
    },
    stops: FORMAL,
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    let plan = subject.plan();
    let about = &plan.about;
    let after = |day: Option<Date>| day.zip(about.end).is_some_and(|(day, end)| day > end);
    let before = |day: Option<Date>| day.zip(about.start).is_some_and(|(day, start)| day < start);
    for (number, goal, path) in goals(plan) {
        // That a goal starts before the plan or ends after it is told when the file is read.
        let breaches = [
            (
                "start",
                after(goal.start),
                "begint na het einde van het plan",
                goal.start,
            ),
            (
                "einde",
                before(goal.end),
                "eindigt voordat het plan begint",
                goal.end,
            ),
            (
                "evaluatie",
                after(goal.evaluation),
                "wordt na het einde van het plan geëvalueerd",
                goal.evaluation,
            ),
            (
                "evaluatie",
                before(goal.evaluation),
                "wordt geëvalueerd voordat het plan begint",
                goal.evaluation,
            ),
        ];
        for (key, is_breach, what, day) in breaches {
            if is_breach {
                let quote = day.map(Date::long).unwrap_or_default();
                let remark =
                    Remark::on_plan(path.clone().key(key), format!("doel {number} {what}"));
                report.add(
                    remark
                        .quote(quote)
                        .hint("kijk deze datum na, en die bij [plan]"),
                );
            }
        }
    }
}

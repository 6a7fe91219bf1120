//! The easy-read text was held against the goals as they are now.

use super::super::doc::Doc;
use super::super::rule::{EASY_READ, Remark, Report, Rule, Subject};
use crate::dossier::source::KeyPath;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "nagekeken-verouderd",
        severity: Severity::Warning,
        what: "Sinds iemand makkelijk lezen naast het plan legde, is geen doel veranderd of bijgekomen.",
        why: "Een doel verandert vaak zonder dat iemand aan de makkelijke tekst denkt; dan lopen ze uiteen.",
        source: "makkelijk lezen: opnieuw nakijken als het plan verandert",
        wrong: "nagekeken.toml van 1 maart, een doel dat op 1 mei werd aangepast",
        right: "drieluik review CLIENT --by NAAM, na elke wijziging van een doel",
    },
    stops: EASY_READ,
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    let dossier = subject.dossier();
    let Some(review) = &dossier.review else {
        return;
    };
    for (index, goal) in subject.plan().goals.iter().enumerate() {
        let reviewed = review.goals.iter().find(|reviewed| reviewed.id == goal.id);
        let number = index + 1;
        let message = match reviewed {
            None => format!("doel {number} is er sinds het nakijken bij gekomen"),
            Some(reviewed)
                if dossier.goal_digest(index).as_deref() != Some(reviewed.digest.as_str()) =>
            {
                format!("doel {number} is veranderd sinds het nakijken")
            }
            Some(_) => continue,
        };
        report.add(
            Remark::on_plan(KeyPath::root("doelen").index(index), message)
                .hint("leg de makkelijke tekst naast het plan en doe: drieluik review CLIENT --by NAAM")
                .quote(format!("nagekeken op {}", review.date.long())),
        );
    }
}

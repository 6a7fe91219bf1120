//! The sets of pictograms that a person wants to see are there.

use super::super::doc::Doc;
use super::super::rule::{Remark, Report, Rule, Subject};
use super::has_pictures;
use crate::dossier::source::KeyPath;
use crate::finding::Severity;
use crate::pictogram::pack::UnknownSet;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "set-onbekend",
        severity: Severity::Warning,
        what: "Elke set bij sets is eigen, of een set die in de map pictogrammen staat.",
        why: "Anders krijgt deze cliënt stil andere plaatjes dan die hij of zij kent.",
        source: "makkelijk lezen: dezelfde pictogrammen als elders in het leven van de cliënt",
        wrong: "sets = [\"arasac\", \"eigen\"]",
        right: "sets = [\"arasaac\", \"eigen\"]",
    },
    stops: &[],
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    let settings = subject.plan().easy_read.as_ref();
    let Some(sets) = settings.and_then(|settings| settings.sets.as_ref()) else {
        return;
    };
    if !has_pictures(subject) {
        return;
    }
    for (index, set) in sets.iter().enumerate() {
        let packs = subject.context.library.packs();
        let Err(unknown) = UnknownSet::check(set.as_str(), packs) else {
            continue;
        };
        let path = KeyPath::root("makkelijk_lezen").key("sets").index(index);
        let message = format!("set {}: deze set pictogrammen is er niet", index + 1);
        report.add(
            Remark::on_plan(path, message)
                .hint(unknown.hint)
                .quote(set.as_str()),
        );
    }
}

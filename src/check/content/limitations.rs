//! The talents weigh up to the limitations.

use super::super::doc::Doc;
use super::super::rule::{FORMAL, Remark, Report, Rule, Subject};
use crate::dossier::source::KeyPath;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "vooral-beperkingen",
        severity: Severity::Hint,
        what: "Er staan niet meer dan twee keer zo veel beperkingen als talenten in het plan.",
        why: "Cliënten zeggen dat een plan voelt als een lijst van wat er mis is. Wie ook naar talenten vraagt, vindt meer om op te bouwen.",
        source: "praktijk: wat cliënten en familie over plannen zeggen",
        wrong: "vijf beperkingen en één talent",
        right: "vijf beperkingen en drie talenten",
    },
    stops: FORMAL,
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    let Some(picture) = &subject.plan().picture else {
        return;
    };
    let talents = picture.talents.len();
    if talents > 0 && picture.limitations.len() > 2 * talents {
        let path = KeyPath::root("beeldvorming").key("beperkingen");
        let message = "er staan meer dan twee keer zo veel beperkingen als talenten in het plan";
        let hint = "vraag de cliënt en de mensen eromheen wat goed gaat, en vul talenten aan";
        report.add(Remark::on_plan(path, message).hint(hint));
    }
}

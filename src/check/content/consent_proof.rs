//! Consent has proof: when it was given, and by whom.

use super::super::doc::Doc;
use super::super::rule::{Remark, Report, Rule, Subject};
use crate::dossier::person::Consent;
use crate::dossier::plan::Plan;
use crate::dossier::source::KeyPath;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "toestemming-zonder-bewijs",
        severity: Severity::Error,
        what: "Bij elke toestemming staat op welke dag ze gegeven is en door wie.",
        why: "De aanbieder moet kunnen aantonen dat er toestemming is. Zonder dag en naam telt ze niet mee en blijft het thema voor die persoon dicht.",
        source: "AVG, artikel 7: toestemming moet aan te tonen zijn",
        wrong: "{ thema = \"werk\", door = \"Zoë\" }",
        right: "{ thema = \"werk\", gegeven = 2026-02-10, door = \"Zoë\" }",
    },
    stops: &[],
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    for (consent, path) in consents(subject.plan()) {
        // What was withdrawn opens nothing any more.
        if consent.withdrawn.is_some() {
            continue;
        }
        let (message, key, hint) = match (consent.given, &consent.given_by) {
            (None, None) => (
                "bij deze toestemming staat niet wanneer en door wie ze gegeven is",
                "thema",
                "voeg toe: gegeven = jaar-maand-dag en door = \"…\"",
            ),
            (None, Some(_)) => (
                "bij deze toestemming staat niet wanneer ze gegeven is",
                "door",
                "voeg toe: gegeven = jaar-maand-dag",
            ),
            (Some(_), None) => (
                "bij deze toestemming staat niet door wie ze gegeven is",
                "gegeven",
                "voeg toe: door = \"…\", de naam van de cliënt of van wie namens de cliënt beslist",
            ),
            (Some(_), Some(_)) => continue,
        };
        report.add(Remark::on_plan(path.key(key), message).hint(hint));
    }
}

/// Every consent of the plan: of relatives, and for other providers.
pub(super) fn consents(plan: &Plan) -> impl Iterator<Item = (&Consent, KeyPath)> {
    let network = plan
        .network
        .iter()
        .enumerate()
        .flat_map(|(person, relative)| {
            let path = KeyPath::root("netwerk").index(person).key("toestemming");
            let numbered = relative.consents.iter().enumerate();
            numbered.map(move |(index, consent)| (consent, path.clone().index(index)))
        });
    let providers = plan.other_providers.iter().enumerate();
    network.chain(providers.filter_map(|(index, provider)| {
        let path = KeyPath::root("andere_aanbieders").index(index);
        Some((provider.consent.as_ref()?, path.key("toestemming")))
    }))
}

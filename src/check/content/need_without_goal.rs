//! Every need is answered by a goal.

use super::super::doc::Doc;
use super::super::rule::{FORMAL, Remark, Report, Rule, Subject};
use crate::dossier::care::Risk;
use crate::dossier::code::Theme;
use crate::dossier::plan::{Need, Plan};
use crate::dossier::source::KeyPath;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "behoefte-zonder-doel",
        severity: Severity::Warning,
        what: "Bij elk domein waarin de cliënt ondersteuning nodig heeft, staat een doel. Een behoefte zonder domein telt bij het thema; daar mag ook een maatregel bij een risico of een andere aanbieder het antwoord zijn.",
        why: "Het lokaal team leest de behoeften en zoekt bij elke behoefte wat er gebeurt. Staat er niets, dan is iets vergeten of hoort het niet in het plan.",
        source: "ondersteuningscyclus: van behoeften naar doelen; regionaal format: behoeften",
        wrong: "een behoefte met domein = \"materieel_welzijn\", en geen doel in dat domein",
        right: "een doel met domein = \"materieel_welzijn\"",
    },
    stops: FORMAL,
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    let plan = subject.plan();
    let needs = plan.picture.iter().flat_map(|picture| &picture.needs);
    for (index, need) in needs.enumerate() {
        if is_answered(need, plan) {
            continue;
        }
        let path = KeyPath::root("beeldvorming").key("behoeften").index(index);
        let (key, hint) = match need.domain {
            Some(_) => (
                "domein",
                "maak een doel in dit domein, of haal de behoefte weg als die er niet meer is",
            ),
            None => (
                "thema",
                "maak een doel bij dit thema, of zeg bij een risico of een andere aanbieder wie ervoor zorgt",
            ),
        };
        let message = format!("behoefte {} heeft geen doel in dit {key}", index + 1);
        let remark = Remark::on_plan(path.key(key), message).quote(need.text.as_str());
        report.add(remark.hint(hint));
    }
}

fn is_answered(need: &Need, plan: &Plan) -> bool {
    let mut goals = plan.goals.iter();
    match need.domain {
        Some(domain) => goals.any(|goal| match goal.domain {
            Some(own) => own == domain,
            // A goal without a domain belongs where its theme does.
            None => goal.theme == need.theme,
        }),
        None => goals.any(|goal| goal.theme == need.theme) || is_seen_to(need.theme, plan),
    }
}

/// Whether a measure or another provider answers for a theme.
fn is_seen_to(theme: Theme, plan: &Plan) -> bool {
    let measured = |risk: &Risk| risk.theme == theme && risk.measure.is_some();
    let mut consents = plan
        .other_providers
        .iter()
        .flat_map(|provider| &provider.consent);
    plan.risks.iter().any(measured)
        || consents.any(|consent| consent.theme == theme && consent.withdrawn.is_none())
}

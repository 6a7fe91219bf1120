//! Consent was given by now.

use super::super::doc::Doc;
use super::super::rule::{FAMILY, Remark, Report, Rule, Subject};
use super::come;
use super::consent_proof::consents;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "toestemming-in-toekomst",
        severity: Severity::Warning,
        what: "De dag waarop toestemming gegeven is, ligt niet na vandaag.",
        why: "Toestemming die nog gegeven moet worden, telt nog niet: het thema blijft tot die dag dicht. Meestal is het een tikfout in het jaar.",
        source: "AVG, artikel 7: toestemming moet aan te tonen zijn",
        wrong: "gegeven = 2062-02-10",
        right: "gegeven = 2026-02-10",
    },
    stops: FAMILY,
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    for (consent, path) in consents(subject.plan()) {
        let Some(given) = consent.given.filter(|_| consent.withdrawn.is_none()) else {
            continue;
        };
        if come(Some(given), subject.context.today).is_none() {
            let message = "deze toestemming is gegeven op een dag die nog moet komen";
            let remark = Remark::on_plan(path.key("gegeven"), message).quote(given.long());
            report.add(remark.hint("kijk de datum na; tot die dag telt de toestemming niet"));
        }
    }
}

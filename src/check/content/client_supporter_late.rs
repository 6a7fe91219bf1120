//! An independent supporter was offered in time to be of use.

use super::super::doc::Doc;
use super::super::rule::{FORMAL, Remark, Report, Rule, Subject};
use crate::dossier::source::KeyPath;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "clientondersteuner-te-laat",
        severity: Severity::Warning,
        what: "De cliëntondersteuner is aangeboden voordat het plan besproken en vastgesteld werd.",
        why: "Na het gesprek of de handtekening valt er niets meer te ondersteunen; het aanbod is dan een vinkje.",
        source: "Wmo 2015, artikel 2.3.2: vóór het onderzoek wijzen op cliëntondersteuning",
        wrong: "vastgesteld = 2026-02-24, en clientondersteuner_aangeboden = 2026-03-01",
        right: "clientondersteuner_aangeboden = 2026-02-03",
    },
    stops: FORMAL,
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    let plan = subject.plan();
    let agreements = plan.agreements.as_ref();
    let Some(offered) = agreements.and_then(|agreements| agreements.supporter_offered) else {
        return;
    };
    let meeting = plan.meeting.as_ref().map(|meeting| meeting.date);
    let late = |day: &_| offered > *day;
    let message = if plan.about.agreed.as_ref().is_some_and(late) {
        "de cliëntondersteuner is pas aangeboden toen het plan al was vastgesteld"
    } else if meeting.as_ref().is_some_and(late) {
        "de cliëntondersteuner is pas na het gesprek over het plan aangeboden"
    } else {
        return;
    };
    let path = KeyPath::root("afspraken").key("clientondersteuner_aangeboden");
    let hint = "kijk de datum na; klopt hij, bied dan voor het volgende gesprek op tijd iemand aan";
    report.add(
        Remark::on_plan(path, message)
            .quote(offered.long())
            .hint(hint),
    );
}

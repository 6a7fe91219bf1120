//! Involuntary care is decided on for a limited time.

use super::super::doc::Doc;
use super::super::rule::{FORMAL, Remark, Report, Rule, Subject};
use super::term::latest_end;
use crate::dossier::source::KeyPath;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "wzd-te-lang",
        severity: Severity::Error,
        what: "Een besluit over onvrijwillige zorg geldt hoogstens drie maanden; wie er na een evaluatie op laat volgen, legt een nieuwe maatregel vast met dezelfde woorden. Vanaf het derde besluit op rij, als een deskundige van buiten heeft meegekeken, is het hoogstens zes maanden.",
        why: "Onvrijwillige zorg zonder einde wordt gewoon; een kort besluit dwingt om opnieuw te kijken of het nog nodig is.",
        source: "Wet zorg en dwang, stappenplan; de termijnen staan in het formaat",
        wrong: "[[onvrijwillige_zorg]]\nstart = 2026-10-05\neinde = 2027-03-31",
        right: "[[onvrijwillige_zorg]]\nstart = 2026-10-05\neinde = 2027-01-04",
    },
    stops: FORMAL,
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    for (index, care) in subject.plan().involuntary_care.iter().enumerate() {
        let Some(latest) = latest_end(&subject.context, index) else {
            continue;
        };
        if care.end <= latest {
            continue;
        }
        let message = format!("maatregel {} duurt langer dan mag", index + 1);
        let path = KeyPath::root("onvrijwillige_zorg")
            .index(index)
            .key("einde");
        report.add(
            Remark::on_plan(path, message)
                .hint(
                    "kort de termijn in; verlengen kan na een evaluatie, met een nieuwe maatregel",
                )
                .quote(format!(
                    "einde: {}; uiterlijk: {}",
                    care.end.long(),
                    latest.long()
                )),
        );
    }
}

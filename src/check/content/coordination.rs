//! Other providers are only spoken with where the client agrees to it.

use super::super::doc::Doc;
use super::super::rule::{FORMAL, Remark, Report, Rule, Subject};
use crate::dossier::source::KeyPath;
use crate::finding::Severity;
use crate::language::says_none;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "afstemming-zonder-toestemming",
        severity: Severity::Error,
        what: "Overleg met een andere aanbieder staat alleen in het plan als de cliënt er toestemming voor gaf, met dag en naam, en die niet introk.",
        why: "Zonder toestemming mag een aanbieder geen gegevens delen. Een plan dat toch overleg belooft, zet iedereen die het leest aan tot iets wat niet mag.",
        source: "AVG, artikel 6, 7 en 9; beroepsgeheim (WGBO, Jeugdwet)",
        wrong: "afstemming = \"Elke maand bellen\", zonder toestemming",
        right: "toestemming = { thema = \"werk\", gegeven = 2026-02-10, door = \"Zoë\" }",
    },
    stops: FORMAL,
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    let today = subject.context.today;
    for (index, provider) in subject.plan().other_providers.iter().enumerate() {
        let Some(coordination) = provider
            .coordination
            .as_ref()
            .filter(|text| !says_none(text.as_str()))
        else {
            continue;
        };
        let consent = provider.consent.as_ref();
        let number = index + 1;
        let (message, hint) = match consent {
            Some(consent) if consent.withdrawn.is_some() => (
                format!(
                    "met andere aanbieder {number} staat overleg in het plan, maar de toestemming is ingetrokken"
                ),
                "stop het overleg en schrijf: afstemming = \"Geen overleg meer\"",
            ),
            Some(consent) if consent.is_proven(today) => continue,
            _ => (
                format!(
                    "met andere aanbieder {number} staat overleg in het plan zonder toestemming"
                ),
                "vraag toestemming en voeg toe: toestemming = { thema = \"…\", gegeven = jaar-maand-dag, door = \"…\" }, of haal afstemming weg",
            ),
        };
        let path = KeyPath::root("andere_aanbieders")
            .index(index)
            .key("afstemming");
        let remark = Remark::on_plan(path, message).hint(hint);
        report.add(remark.quote(coordination.as_str()));
    }
}

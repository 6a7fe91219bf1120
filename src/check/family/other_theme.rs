//! No text in a family copy speaks of a theme that is withheld from its reader.

use std::collections::BTreeSet;

use super::super::doc::Doc;
use super::super::rule::{FAMILY, Remark, Report, Rule, Subject};
use super::shown::{Shown, texts};
use super::themes::hits;
use super::{copies, numbers};
use crate::dossier::code::Theme;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "familie-tekst-thema",
        severity: Severity::Warning,
        what: "Een tekst die een naaste te lezen krijgt, gaat niet over een thema dat voor die naaste dicht is.",
        why: "Toestemming geldt per thema. Vrije tekst houdt zich daar niet aan: een doel over werk verraadt zo een ziekte of een schuld.",
        source: "AVG en de toestemming van de cliënt, per persoon en per thema",
        wrong: "thema = \"werk\"\naanbieder = \"Let op haar epilepsie tijdens de rit.\"",
        right: "thema = \"werk\"\naanbieder = \"Reist de eerste weken mee.\"",
    },
    stops: FAMILY,
    check,
};

/// Themes that a text on a crisis is bound to speak of: who may read it may read that.
const OF_CRISIS: &[Theme] = &[Theme::Health, Theme::Safety];

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    for shown in texts(subject).iter().filter(|shown| !shown.place.is_own) {
        if let Some(remark) = remark(shown) {
            report.add(remark);
        }
    }
}

/// A remark on the first word of a text that tells too much, with all such words in the quote.
fn remark(shown: &Shown<'_>) -> Option<Remark> {
    let mut first = None;
    let mut told = Vec::new();
    let mut all = BTreeSet::new();
    for hit in hits(shown.text) {
        if shown.place.theme == Theme::Crisis && OF_CRISIS.contains(&hit.theme) {
            continue;
        }
        let closed = shown.readers.iter();
        let closed = closed.filter(|(_, open)| !open.contains(&hit.theme));
        let closed: Vec<u32> = closed.map(|(number, _)| *number).collect();
        if closed.is_empty() {
            continue;
        }
        let word = &shown.text[hit.place.clone()];
        told.push(format!(
            "‘{word}’ ({}): {}",
            hit.theme.label(),
            numbers(&closed)
        ));
        all.extend(closed);
        first.get_or_insert(hit.place);
    }
    let message = format!(
        "deze tekst spreekt van een thema dat dicht is in {}",
        copies(all.len())
    );
    Some(
        Remark::on(shown.place.file, shown.place.path.clone(), message)
            .within(shown.text, first?)
            .hint("laat het woord weg of zeg het anders; bij een doel kan dat met voor_familie")
            .quote(told.join("; ")),
    )
}

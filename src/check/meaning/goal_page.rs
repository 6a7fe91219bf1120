//! Every goal has a page of its own in the easy-read plan.

use minijinja::context;

use super::super::doc::Doc;
use super::super::rule::{EASY_READ, Remark, Report, Rule, Subject};
use crate::dossier::code::Status;
use crate::dossier::goal::Goal;
use crate::dossier::source::KeyPath;
use crate::dossier::value::Date;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "doel-zonder-blad",
        severity: Severity::Error,
        what: "Elk doel heeft in makkelijk lezen een blad dat meer zegt dan de titel en de datums.",
        why: "Makkelijk lezen zegt hetzelfde als het plan: een doel waarvan de cliënt alleen de titel leest, staat er niet.",
        source: "makkelijk lezen: de tekst zegt hetzelfde als het vastgestelde plan, met dezelfde doelen",
        wrong: "een doel met alleen id, titel en thema",
        right: "[doelen.makkelijk] met wil = [\"Ik wil zelf met de bus.\"], of een ingevulde wens, client en aanbieder",
    },
    stops: EASY_READ,
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    let is_concept = subject.plan().about.status == Status::Concept;
    for (index, goal) in subject.plan().goals.iter().enumerate() {
        let common = common(subject, goal);
        let sentences = subject.easy_sentences.iter();
        let mut sentences = sentences.filter(|sentence| sentence.goal == Some(index));
        if sentences.any(|sentence| !common.contains(&sentence.text)) {
            continue;
        }
        let message = format!(
            "het blad van doel {} in makkelijk lezen zegt niets dan de titel",
            index + 1
        );
        let path = KeyPath::root("doelen").index(index).key("makkelijk");
        let remark = Remark::on_plan(path, message)
            .hint("voeg onder [doelen.makkelijk] toe: wil, doe, hulp en wanneer");
        report.add(if is_concept { remark.mild() } else { remark });
    }
}

/// The sentences that a goal gets whatever it is about: its title and its dates.
fn common(subject: &Subject<'_>, goal: &Goal) -> Vec<String> {
    let easy = goal.easy.as_ref().and_then(|easy| easy.title.as_ref());
    let title = easy.map_or(&goal.title, |title| &title.text);
    let title = title.as_str().trim_end_matches('.');
    let say = |key: &str, variables| {
        let key = format!("makkelijk.{key}");
        subject.context.phrases.say(&key, variables).ok()
    };
    let day =
        |key, date: Option<Date>| date.and_then(|date| say(key, context! { datum => date.long() }));
    [
        say("mijn_doel", context! { titel => title }),
        day("doel_begin", goal.start),
        day("doel_einde", goal.end),
    ]
    .into_iter()
    .flatten()
    .collect()
}

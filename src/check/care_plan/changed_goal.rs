//! A goal says the same as the goal of the plan van aanpak that it answers.

use super::super::doc::Doc;
use super::super::rule::{FORMAL, Remark, Report, Rule, Subject};
use super::pairing::{Link, Pairing, score, without_name};
use super::topic::{ON_THE_WAY, topics};
use super::{goal_key, goals};
use crate::dossier::care_plan::CarePlanGoal;
use crate::dossier::goal::Goal;
use crate::dossier::person::Client;
use crate::finding::Severity;
use crate::language::likeness;

/// How alike the words must be to another goal before that one may be the goal that is meant.
const LIKE_ANOTHER: f64 = 0.4;
/// How much more alike than to the goal that is named.
const CLEARLY_MORE: f64 = 0.3;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "doel-gewijzigd",
        severity: Severity::Warning,
        what: "Een doel zegt hetzelfde als het doel van het plan van aanpak waar het bij hoort. Uitwerken mag, iets anders zeggen niet. Gemeld wordt een doel dat op een ander doel van het plan van aanpak lijkt dan het noemt, en een doel zonder verwijzing dat maar ten dele overeenkomt; als tip een doel dat over iets anders lijkt te gaan dan het doel dat het noemt.",
        why: "Het lokale team leest beide doelen naast elkaar en vraagt wat er veranderd is.",
        source: "beoordeling door het lokale team: komen de doelen overeen met het plan van aanpak",
        wrong: "plan_van_aanpak = \"reizen\" bij een doel over koken",
        right: "plan_van_aanpak = \"reizen\" bij een doel over de bus",
    },
    stops: FORMAL,
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    let Some(pairing) = Pairing::of(subject) else {
        return;
    };
    let client = &subject.plan().client;
    for (index, goal) in goals(subject) {
        let link = pairing.links[index];
        let Some(asked) = link.asked() else { continue };
        let Some(change) = change(goal, pairing, link, client) else {
            continue;
        };
        let text = goal.goal.as_ref().unwrap_or(&goal.title);
        let message = format!("doel {} {}", index + 1, change.message);
        let remark = Remark::on_plan(goal_key(index, change.key), message)
            .hint("leg beide doelen naast elkaar: pas het doel aan, of noem bij plan_van_aanpak het doel dat bedoeld is")
            .quote(format!("plan van aanpak: {}; plan: {text}", pairing.asked[asked].text));
        report.add(if change.is_sure {
            remark
        } else {
            remark.mild()
        });
    }
}

/// What changed, from the word after the goal's number, and where to look.
struct Change {
    message: String,
    key: &'static str,
    is_sure: bool,
}

fn change(goal: &Goal, pairing: &Pairing<'_>, link: Link, client: &Client) -> Option<Change> {
    match link {
        Link::Alike(asked) => Some(Change {
            message: format!(
                "lijkt op doel {} van het plan van aanpak, maar zegt iets anders",
                asked + 1
            ),
            key: "doel",
            is_sure: true,
        }),
        Link::Named(asked) => {
            let other = another(goal, pairing, asked, client);
            let what = match other {
                Some(other) => format!("lijkt op doel {}", other + 1),
                None if is_about_something_else(goal, &pairing.asked[asked], client) => {
                    "lijkt over iets anders te gaan".to_owned()
                }
                None => return None,
            };
            Some(Change {
                message: format!(
                    "noemt doel {} van het plan van aanpak, maar {what}",
                    asked + 1
                ),
                key: "plan_van_aanpak",
                is_sure: other.is_some(),
            })
        }
        Link::Same(_) | Link::None => None,
    }
}

/// Another goal of the plan van aanpak that the words are clearly more alike to.
fn another(goal: &Goal, pairing: &Pairing<'_>, named: usize, client: &Client) -> Option<usize> {
    let of_named = score(goal, &pairing.asked[named], client);
    let others = pairing.asked.iter().enumerate();
    let (other, best) = others
        .filter(|(other, _)| *other != named)
        .map(|(other, asked)| (other, score(goal, asked, client)))
        .max_by(|a, b| a.1.total_cmp(&b.1))?;
    (best >= LIKE_ANOTHER && best >= of_named + CLEARLY_MORE).then_some(other)
}

/// Whether the goal has no word of the one that it names, and is about another part of life. Words
/// alone don't tell: who works out `meedoen` as a part in a play uses none of its words.
fn is_about_something_else(goal: &Goal, asked: &CarePlanGoal, client: &Client) -> bool {
    let texts = [
        Some(&goal.title),
        goal.wish.as_ref(),
        goal.goal.as_ref(),
        goal.expected_result.as_ref(),
    ];
    let own: Vec<_> = texts
        .into_iter()
        .flatten()
        .map(ToString::to_string)
        .collect();
    let own = without_name(&own.join(" "), client);
    let asked = without_name(asked.text.as_str(), client);
    let (of_own, of_asked) = (topics(&own), topics(&asked));
    let are_known = !of_own.is_empty() && !of_asked.is_empty();
    // A ride to work serves the goal about work.
    are_known
        && !of_own.contains(&ON_THE_WAY)
        && of_own.is_disjoint(&of_asked)
        && likeness(&asked, &own) <= 0.0
}

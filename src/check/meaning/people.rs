//! The people whom an easy-read sentence may name, and whether a goal knows them.

use std::collections::BTreeMap;

use super::super::rule::Subject;
use super::claim::{Claim, Comparison};
use super::evidence::texts;
use super::naming::{find, first_word};
use crate::dossier::code::Role;
use crate::dossier::goal::Goal;
use crate::dossier::plan::Plan;
use crate::dossier::value::Text;
use crate::language::{says_none, words};

/// Words by which a text may speak of one relation in another way.
const OTHER_WORDS: &[(&str, &[&str])] = &[
    ("moeder", &["ouders", "ouder", "mama", "familie", "gezin"]),
    ("vader", &["ouders", "ouder", "papa", "familie", "gezin"]),
    ("zoon", &["kinderen", "zonen", "familie", "gezin"]),
    ("dochter", &["kinderen", "dochters", "familie", "gezin"]),
    ("zus", &["zussen", "zusje", "familie", "gezin"]),
    ("broer", &["broers", "broertje", "familie", "gezin"]),
    ("partner", &["man", "vrouw", "familie", "gezin"]),
];
/// Words of a relation that say nothing alone.
const EMPTY: &[&str] = &[
    "van", "het", "een", "oude", "uit", "bij", "met", "voor", "kantoor",
];

/// Somebody who may be named.
struct Known<'a> {
    number: Option<u32>,
    role: Option<Role>,
    /// Words for what this person is: relation, capacity, function.
    relation: Vec<&'a str>,
}

/// A name in an easy-read sentence that its goal doesn't know.
pub(super) struct Stranger {
    pub(super) claim: Claim,
    pub(super) name: String,
    /// Whether it is somebody of the network, in a goal at which others of the network have tasks,
    /// in a sentence on who helps.
    pub(super) is_instead: bool,
    /// First names of those who have tasks at the goal.
    pub(super) helpers: Vec<String>,
}

/// Every name that its goal doesn't know, once per sentence.
pub(super) fn strangers<'s>(subject: &'s Subject<'_>) -> impl Iterator<Item = &'s Stranger> {
    let comparison = Comparison::of(subject);
    let find = || find_strangers(subject.plan(), &comparison.claims);
    comparison.strangers.get_or_init(find).iter()
}

fn find_strangers(plan: &Plan, claims: &[Claim]) -> Vec<Stranger> {
    let people = people(plan);
    let mut found = Vec::new();
    for claim in claims {
        let goal = &plan.goals[claim.goal()];
        let named = people.iter().find(|(name, people)| {
            find(&claim.text, name).is_some()
                && !texts(goal).any(|text| find(text, name).is_some())
                && !people.iter().any(|person| is_known(person, goal))
        });
        let Some((name, people)) = named else {
            continue;
        };
        let is_network = people.iter().any(|person| person.role.is_some());
        let helpers = helpers(plan, goal);
        found.push(Stranger {
            is_instead: is_network && !helpers.is_empty() && claim.is_about_help(),
            name: (*name).to_owned(),
            helpers,
            claim: claim.clone(),
        });
    }
    found
}

/// Everybody of the plan by the name that easy-read uses, without the client and the supporter: they
/// belong to every goal.
fn people<'a>(plan: &'a Plan) -> BTreeMap<&'a str, Vec<Known<'a>>> {
    let mut people: BTreeMap<&str, Vec<Known<'_>>> = BTreeMap::new();
    let mut add = |name: &'a str, number, role, relation: [&'a str; 2]| {
        let relation = relation.into_iter().flat_map(words).collect();
        let known = Known {
            number,
            role,
            relation,
        };
        people.entry(name).or_default().push(known);
    };
    for person in &plan.network {
        let relation = [person.relation.as_str(), person.role.label()];
        add(
            person.first_name.as_str(),
            Some(person.number),
            Some(person.role),
            relation,
        );
    }
    for person in &plan.representatives {
        let first = person.first_name.as_ref();
        let name = first.map_or(first_word(person.name.as_str()), |name| name.as_str());
        let relation = person.relation.as_ref().map_or("", |text| text.as_str());
        add(
            name,
            Some(person.number),
            None,
            [relation, person.kind.label()],
        );
    }
    for person in plan
        .meeting
        .iter()
        .flat_map(|meeting| &meeting.participants)
    {
        let name = first_word(person.name.as_str());
        add(name, person.number, None, [person.role.as_str(), ""]);
    }
    for other in &plan.other_providers {
        if let Some(contact) = &other.contact {
            let relation = [other.name.as_str(), other.support.as_str()];
            add(first_word(contact.as_str()), None, None, relation);
        }
    }
    let supporter = plan.support.as_ref();
    if let Some(supporter) = supporter {
        people.remove(supporter.first_name.as_str());
    }
    people.remove(plan.client.first_name.as_str());
    people.retain(|name, _| name.starts_with(char::is_uppercase));
    people
}

/// Whether a goal speaks of somebody, by number or by what the person is.
fn is_known(person: &Known<'_>, goal: &Goal) -> bool {
    let has_task = |number| goal.by_network.iter().any(|task| task.number == number);
    if person.number.is_some_and(has_task) {
        return true;
    }
    let is_meant = match person.role {
        Some(Role::Volunteer) => tells(goal.by_volunteers.as_ref()),
        Some(_) => tells(goal.by_carers.as_ref()),
        None => false,
    };
    is_meant || person.relation.iter().any(|word| speaks_of(goal, word))
}

/// Whether a text tells what somebody does: `Niets.` doesn't.
fn tells(text: Option<&Text>) -> bool {
    text.is_some_and(|text| !says_none(text.as_str()))
}

/// Whether a goal has a word for a relation.
fn speaks_of(goal: &Goal, relation: &str) -> bool {
    texts(goal).any(|text| is_relation(text, relation))
}

/// Whether a text has a word for a relation: `zus` in `haar zus`, `ouders` for a mother.
pub(super) fn is_relation(text: &str, relation: &str) -> bool {
    let relation = relation.to_lowercase();
    if relation.chars().count() < 3 || EMPTY.contains(&relation.as_str()) {
        return false;
    }
    let other = OTHER_WORDS.iter().find(|(word, _)| *word == relation);
    let other = other.map_or(&[][..], |(_, words)| words);
    words(text).any(|word| {
        let word = word.to_lowercase();
        word.starts_with(&relation) || other.contains(&word.as_str())
    })
}

/// First names of those of the network who have tasks at a goal.
fn helpers(plan: &Plan, goal: &Goal) -> Vec<String> {
    let person = |number| plan.network.iter().find(|person| person.number == number);
    let people = goal
        .by_network
        .iter()
        .filter_map(|task| person(task.number));
    people.map(|person| person.first_name.to_string()).collect()
}

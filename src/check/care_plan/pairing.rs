//! Which goal of the plan answers which goal of the plan van aanpak: by its id, or by the likeness
//! of its words where it names none. Judges nothing.

use super::super::rule::Subject;
use super::asks_care_plan;
use crate::dossier::care_plan::{CarePlan, CarePlanGoal};
use crate::dossier::code::Funding;
use crate::dossier::goal::Goal;
use crate::dossier::person::Client;
use crate::dossier::value::Text;
use crate::language::{likeness, words};

/// From here on two goals may be the same one. A goal that is worked out shares few of the words
/// of the plan van aanpak; below this, goals that have nothing to do with each other share as many.
const ALIKE: f64 = 0.25;
/// From here on two goals say the same.
const SAME: f64 = 0.65;

/// What a goal of the plan answers, as an index in the plan van aanpak.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Link {
    /// The goal that it names.
    Named(usize),
    /// It names none, and says the same as this one.
    Same(usize),
    /// It names none, and resembles this one, but says something else.
    Alike(usize),
    /// It answers none.
    None,
}

impl Link {
    /// The goal of the plan van aanpak, if there is one.
    pub(super) fn asked(self) -> Option<usize> {
        match self {
            Self::Named(asked) | Self::Same(asked) | Self::Alike(asked) => Some(asked),
            Self::None => None,
        }
    }
}

/// The goals of both plans, side by side.
pub(in crate::check) struct Pairing<'a> {
    /// The goals of the plan van aanpak.
    pub(super) asked: &'a [CarePlanGoal],
    /// Per goal of the plan.
    pub(super) links: Vec<Link>,
}

impl<'a> Pairing<'a> {
    /// The goals of a client, paired once; none where there is nothing to pair, or the law asks no
    /// plan van aanpak.
    pub(super) fn of<'s>(subject: &'s Subject<'a>) -> Option<&'s Self> {
        let pairing = &subject.shared.pairing;
        pairing.get_or_init(|| Self::make(subject)).as_ref()
    }

    fn make(subject: &Subject<'a>) -> Option<Self> {
        let care_plan: &CarePlan = subject.dossier().care_plan.as_ref()?;
        let plan = subject.plan();
        if !asks_care_plan(subject) || care_plan.goals.is_empty() || plan.goals.is_empty() {
            return None;
        }
        let asked = &care_plan.goals;
        let mut links: Vec<_> = plan.goals.iter().map(|goal| named(goal, asked)).collect();
        pair_by_words(&plan.goals, asked, &plan.client, &mut links);
        Some(Self { asked, links })
    }

    /// The goals of the plan that answer one of the plan van aanpak.
    pub(super) fn answers(&self, asked: usize) -> impl Iterator<Item = usize> {
        let links = self.links.iter().enumerate();
        links.filter_map(move |(goal, link)| (link.asked() == Some(asked)).then_some(goal))
    }
}

/// How alike the words of a goal are to those of a goal of the plan van aanpak, at their best: its
/// title may say in short what its sentence works out, or the other way round. The client's name is
/// in all of them and says nothing.
pub(super) fn score(goal: &Goal, asked: &CarePlanGoal, client: &Client) -> f64 {
    let asked = without_name(asked.text.as_str(), client);
    let title = without_name(goal.title.as_str(), client);
    let sentence = goal.goal.as_ref().map_or("", Text::as_str);
    let sentence = without_name(sentence, client);
    let result = goal.expected_result.as_ref().map_or("", Text::as_str);
    let whole = format!("{title} {sentence} {}", without_name(result, client));
    let scores = [&title, &sentence, &whole].map(|text| likeness(&asked, text));
    scores.into_iter().fold(0.0, f64::max)
}

/// A text without the names of the client.
pub(super) fn without_name(text: &str, client: &Client) -> String {
    let names = client.full_name();
    let is_name = |word: &str| words(&names).any(|name| name == word);
    words(text)
        .filter(|word| !is_name(word))
        .collect::<Vec<_>>()
        .join(" ")
}

fn named(goal: &Goal, asked: &[CarePlanGoal]) -> Link {
    let id = goal.care_plan_goal.as_ref();
    let position = id.and_then(|id| asked.iter().position(|asked| asked.id == *id));
    position.map_or(Link::None, Link::Named)
}

/// Pairs goals that name none with goals that nobody names, the best pairs first, each at most once.
/// What the client pays needs no goal of the plan van aanpak and takes none away.
fn pair_by_words(goals: &[Goal], asked: &[CarePlanGoal], client: &Client, links: &mut [Link]) {
    let mut pairs = Vec::new();
    for (index, goal) in goals.iter().enumerate() {
        if goal.care_plan_goal.is_some() || goal.funding == Some(Funding::OwnCost) {
            continue;
        }
        for (candidate, asked) in asked.iter().enumerate() {
            let score = score(goal, asked, client);
            if score >= ALIKE && !links.contains(&Link::Named(candidate)) {
                pairs.push((score, index, candidate));
            }
        }
    }
    // Pairs that are as good keep their order in the plan: the sort is stable.
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0));
    for (score, index, candidate) in pairs {
        let is_taken = links.iter().any(|link| link.asked() == Some(candidate));
        if links[index] == Link::None && !is_taken {
            links[index] = if score >= SAME {
                Link::Same(candidate)
            } else {
                Link::Alike(candidate)
            };
        }
    }
}

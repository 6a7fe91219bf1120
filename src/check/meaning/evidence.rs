//! What a goal says in numbers, days and times: the evidence that easy-read sentences are held
//! against.

use crate::dossier::goal::{Effort, Goal};
use crate::dossier::plan::Plan;
use crate::dossier::value::{Date, Text};
use crate::language::{Reading, Said, possible, stated};

/// What one goal says.
pub(super) struct Evidence<'a> {
    pub(super) goal: &'a Goal,
    /// What the agreement states for sure.
    pub(super) stated: Reading,
    /// All that the agreement may mean.
    pub(super) agreed: Reading,
    /// That, and all that was told of how it was and why: not what is agreed.
    pub(super) told: Reading,
}

impl<'a> Evidence<'a> {
    /// Reads all texts of a goal.
    pub(super) fn of(plan: &Plan, goal: &'a Goal) -> Self {
        let mut evidence = Self {
            goal,
            stated: Reading::default(),
            agreed: Reading::default(),
            told: Reading::default(),
        };
        // What stands at this key is how often, in whatever words.
        if let Some(frequency) = &goal.frequency {
            let mut frequencies = possible(frequency.as_str()).frequencies;
            frequencies.retain(|said| !said.text.is_empty() && said.value.times > 0);
            evidence.stated.frequencies = frequencies;
        }
        for text in agreement(goal) {
            evidence.stated.extend(stated(text.as_str()));
            evidence.agreed.extend(possible(text.as_str()));
        }
        for text in amounts(goal) {
            evidence.agreed.extend(possible(&text));
        }
        evidence.add_dates(plan);
        evidence.told.extend(evidence.agreed.clone());
        for text in goal.starting_point.iter().chain(&goal.motivation) {
            evidence.told.extend(possible(text.as_str()));
        }
        evidence
    }

    /// The days of the goal are stated; those of the plan and its meeting may be meant.
    fn add_dates(&mut self, plan: &Plan) {
        let goal = self.goal;
        let about = &plan.about;
        let read = |day: Date| stated(&day.long()).dates;
        let own = [goal.start, goal.end, goal.evaluation];
        for day in own.into_iter().flatten() {
            self.stated.dates.extend(read(day));
            self.agreed.dates.extend(read(day));
        }
        let meeting = plan.meeting.as_ref().map(|meeting| meeting.date);
        let common = [about.start, about.end, about.evaluation, meeting];
        for day in common.into_iter().flatten() {
            self.agreed.dates.extend(read(day));
        }
    }
}

/// The texts that tell what is agreed.
fn agreement(goal: &Goal) -> impl Iterator<Item = &Text> {
    let single = [
        Some(&goal.title),
        goal.frequency.as_ref(),
        goal.goal.as_ref(),
        goal.expected_result.as_ref(),
        goal.by_client.as_ref(),
        goal.by_carers.as_ref(),
        goal.by_volunteers.as_ref(),
        goal.by_provider.as_ref(),
        goal.nature.as_ref(),
        goal.limit.as_ref(),
        goal.for_family.as_ref(),
        goal.wish.as_ref(),
        goal.own_cost
            .as_ref()
            .and_then(|cost| cost.purpose.as_ref()),
    ];
    let tasks = goal.by_network.iter().map(|task| &task.task);
    single.into_iter().flatten().chain(tasks)
}

/// All texts of a goal but the easy-read ones.
pub(super) fn texts(goal: &Goal) -> impl Iterator<Item = &str> {
    let told = goal.starting_point.iter().chain(&goal.motivation);
    agreement(goal).chain(told).map(Text::as_str)
}

/// What is agreed in numbers of their own, in words.
fn amounts(goal: &Goal) -> Vec<String> {
    let effort = goal.effort.as_ref().map(Effort::label);
    let cost = goal.own_cost.as_ref().and_then(|cost| {
        let per = cost.per.map_or("", |per| per.label());
        Some(format!("{} {per}", cost.amount?))
    });
    effort.into_iter().chain(cost).collect()
}

/// The words of some values, each once, for a quote.
pub(super) fn quoted<T>(said: &[Said<T>]) -> String {
    let mut texts: Vec<&str> = Vec::new();
    for said in said.iter().filter(|said| !said.text.is_empty()) {
        if !texts.contains(&said.text.as_str()) {
            texts.push(&said.text);
        }
    }
    texts.join(", ")
}

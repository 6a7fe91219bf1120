//! What a goal says in numbers, days and times: the evidence that easy-read sentences are held
//! against. What the goal states comes first; what somebody does excuses a sentence about that doer
//! only.

use super::claim::Claim;
use super::doer::{Doer, Scope};
use crate::dossier::goal::{Effort, Goal};
use crate::dossier::plan::Plan;
use crate::dossier::value::{Date, Text};
use crate::language::{Days, Reading, Said, possible, sentences, stated};

/// Words in which `hele dag` is no frequency and no day.
const WHOLE_DAYS: &[&str] = &["een hele dag", "de hele dag", "hele dag"];

/// What some texts say.
#[derive(Clone, Default)]
pub(super) struct Facts {
    /// For sure.
    pub(super) stated: Reading,
    /// All that they may mean.
    pub(super) possible: Reading,
}

impl Facts {
    fn read(&mut self, text: &str) {
        let mut text = text.to_owned();
        for words in WHOLE_DAYS {
            text = text.replace(words, "");
        }
        for sentence in sentences(&text) {
            let sure = stated(sentence);
            let mut free = possible(sentence);
            // Every day of the week says nothing of which.
            let every_day = Days::WORKING.and(Days::WEEKEND);
            free.days.retain(|said| said.value != every_day);
            free.days.extend(sure.days.iter().cloned());
            if is_less_than_weekly(sentence, &sure) {
                // Its days are not those of each week.
                let weekly = stated("elke week").frequencies;
                free.frequencies.retain(|said| {
                    let is_weekly = weekly.iter().any(|week| week.value.per == said.value.per);
                    !(said.text.is_empty() && is_weekly)
                });
            }
            self.stated.extend(sure);
            self.possible.extend(free);
        }
    }

    fn extend(&mut self, other: &Self) {
        self.stated.extend(other.stated.clone());
        self.possible.extend(other.possible.clone());
    }
}

/// Whether a sentence counts its days over a month: `twee zondagen per maand`.
fn is_less_than_weekly(sentence: &str, sure: &Reading) -> bool {
    let is_counted = |text: &str| !stated(text).days.is_empty();
    sentence.contains("van de maand")
        || sure
            .frequencies
            .iter()
            .any(|said| !said.text.starts_with("elke") && is_counted(&said.text))
}

/// Something that somebody does.
struct Passage<'a> {
    doer: Doer,
    text: &'a str,
    facts: Facts,
}

/// What one goal says.
pub(super) struct Evidence<'a> {
    pub(super) plan: &'a Plan,
    pub(super) goal: &'a Goal,
    /// What the goal states of itself: title, goal, frequency, intensity.
    pub(super) core: Facts,
    /// Who does what.
    passages: Vec<Passage<'a>>,
    /// All that is agreed.
    pub(super) all: Facts,
    /// That, and all that was told of how it was and why: not what is agreed.
    pub(super) told: Reading,
}

/// What a sentence is held against, in one kind of value.
pub(super) struct Grounds<T> {
    /// What it may contradict; nothing where the goal is silent.
    pub(super) stated: Vec<Said<T>>,
    /// What excuses it.
    pub(super) agreed: Vec<Said<T>>,
}

impl<'a> Evidence<'a> {
    /// Reads all texts of a goal.
    pub(super) fn of(plan: &'a Plan, goal: &'a Goal) -> Self {
        let mut evidence = Self {
            plan,
            goal,
            core: core(goal),
            passages: Vec::new(),
            all: Facts::default(),
            told: Reading::default(),
        };
        evidence.add_dates();
        evidence.all.extend(&evidence.core);
        for (doer, text) in deeds(goal) {
            let mut facts = Facts::default();
            facts.read(text.as_str());
            evidence.all.extend(&facts);
            evidence.passages.push(Passage {
                doer,
                text: text.as_str(),
                facts,
            });
        }
        evidence.told.extend(evidence.all.possible.clone());
        for text in texts(goal) {
            evidence.told.extend(possible(text));
        }
        if let Some(effort) = &goal.effort {
            evidence.told.extend(possible(&effort.label()));
        }
        evidence
    }

    /// The days of the goal are stated; those of the plan and its meeting may be meant.
    fn add_dates(&mut self) {
        let goal = self.goal;
        let about = &self.plan.about;
        let read = |day: Date| stated(&day.long()).dates;
        let own = [goal.start, goal.end, goal.evaluation];
        for day in own.into_iter().flatten() {
            self.core.stated.dates.extend(read(day));
            self.core.possible.dates.extend(read(day));
        }
        let meeting = self.plan.meeting.as_ref().map(|meeting| meeting.date);
        let common = [about.start, about.end, about.evaluation, meeting];
        for day in common.into_iter().flatten() {
            self.core.possible.dates.extend(read(day));
        }
    }

    /// What the texts say that are about those of whom a sentence speaks.
    pub(super) fn own(&self, claim: &Claim) -> Facts {
        let scope = Scope::of(self.plan, claim);
        let mut own = Facts::default();
        for passage in &self.passages {
            if scope.holds(passage.doer, passage.text) {
                own.extend(&passage.facts);
            }
        }
        own
    }

    /// What decides on a kind of value: the goal itself, else what the doer does, else what anybody
    /// does. The doer's own texts always excuse.
    pub(super) fn grounds<T: Clone>(
        &self,
        claim: &Claim,
        kind: impl Fn(&Reading) -> Vec<Said<T>>,
    ) -> Grounds<T> {
        let own = self.own(claim);
        let mut agreed = kind(&self.core.possible);
        let tiers = [kind(&self.core.stated), kind(&own.stated)];
        let stated = if let Some(stated) = tiers.into_iter().find(|tier| !tier.is_empty()) {
            agreed.extend(kind(&own.possible));
            stated
        } else {
            agreed.extend(kind(&self.all.possible));
            kind(&self.all.stated)
        };
        if claim.is_of_other_time() {
            agreed.extend(kind(&self.told));
        }
        Grounds { stated, agreed }
    }
}

/// What a goal states of itself.
fn core(goal: &Goal) -> Facts {
    let mut core = Facts::default();
    // What stands at this key is how often, in whatever words.
    if let Some(frequency) = &goal.frequency {
        let mut frequencies = possible(frequency.as_str()).frequencies;
        frequencies.retain(|said| !said.text.is_empty() && said.value.times > 0);
        core.stated.frequencies = frequencies;
    }
    let purpose = goal
        .own_cost
        .as_ref()
        .and_then(|cost| cost.purpose.as_ref());
    let texts = [
        Some(&goal.title),
        goal.frequency.as_ref(),
        goal.goal.as_ref(),
        purpose,
    ];
    for text in texts.into_iter().flatten() {
        core.read(text.as_str());
    }
    // Its words may say how; they don't say how often.
    if let Some(nature) = &goal.nature {
        core.possible
            .numbers
            .extend(possible(nature.as_str()).numbers);
    }
    for text in amounts(goal) {
        let mut reading = possible(&text);
        if goal.frequency.is_some() {
            reading.frequencies.clear();
        }
        core.possible.extend(reading);
    }
    core
}

/// Who does what.
fn deeds(goal: &Goal) -> impl Iterator<Item = (Doer, &Text)> {
    let single = [
        (Doer::Client, goal.by_client.as_ref()),
        (Doer::Client, goal.expected_result.as_ref()),
        (Doer::Provider, goal.by_provider.as_ref()),
        (Doer::Carers, goal.by_carers.as_ref()),
        (Doer::Volunteers, goal.by_volunteers.as_ref()),
    ];
    let single = single.into_iter();
    let tasks = goal.by_network.iter();
    single
        .filter_map(|(doer, text)| Some((doer, text?)))
        .chain(tasks.map(|task| (Doer::Person(task.number), &task.task)))
}

/// All texts of a goal but the easy-read ones.
pub(super) fn texts(goal: &Goal) -> impl Iterator<Item = &str> {
    let single = [
        Some(&goal.title),
        goal.frequency.as_ref(),
        goal.goal.as_ref(),
        goal.nature.as_ref(),
        goal.limit.as_ref(),
        goal.for_family.as_ref(),
        goal.wish.as_ref(),
        goal.starting_point.as_ref(),
        goal.motivation.as_ref(),
        goal.own_cost
            .as_ref()
            .and_then(|cost| cost.purpose.as_ref()),
    ];
    let deeds = deeds(goal).map(|(_, text)| text);
    single.into_iter().flatten().chain(deeds).map(Text::as_str)
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

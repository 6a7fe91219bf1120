//! A goal of the formal plan, in full.

use std::collections::BTreeSet;

use minijinja::context;

use super::view::{Block, Field, GoalCard, Part, State, Value};
use super::words::Words;
use crate::dossier::code::{Funding, Law, Per, Role};
use crate::dossier::goal::{Goal, OwnCost};
use crate::dossier::value::{Date, Text};
use crate::language::says_none;
use crate::phrase::PhraseError;

/// A card for each goal; a plan without goals says so.
pub(super) fn goals(words: Words<'_>) -> Result<Vec<Part>, PhraseError> {
    let goals = &words.context.dossier.plan.goals;
    if goals.is_empty() {
        return Ok(vec![words.bare_part("doel_doel", words.unknown()?)]);
    }
    goals
        .iter()
        .enumerate()
        .map(|(index, goal)| {
            Ok(Part {
                element: None,
                heading: None,
                state: State::Known,
                block: Block::Goal(Box::new(card(words, index + 1, goal)?)),
            })
        })
        .collect()
}

fn card(words: Words<'_>, number: usize, goal: &Goal) -> Result<GoalCard, PhraseError> {
    let domain = goal.domain.map(|domain| words.domain(domain));
    let effort = goal
        .effort
        .as_ref()
        .map(|effort| words.term(&effort.label()));
    Ok(GoalCard {
        number,
        title: goal.title.to_string(),
        domain: words.field("doel_domein", blank_unless(words, "doel_domein", domain)?),
        origin: words.field("doel_plan_van_aanpak", origin(words, goal)?),
        wish: words.field("doel_wens", words.or_unknown(goal.wish.as_ref())?),
        now: words.field(
            "doel_beginsituatie",
            words.or_unknown(goal.starting_point.as_ref())?,
        ),
        later: words.field(
            "doel_resultaat",
            words.or_unknown(goal.expected_result.as_ref())?,
        ),
        goal: words.field("doel_doel", words.or_unknown(goal.goal.as_ref())?),
        who_header: [words.word("wie")?, words.word("doet_wat")?],
        who: who_does_what(words, goal)?,
        tiles: vec![
            words.field("doel_aard", words.or_unknown(goal.nature.as_ref())?),
            words.field(
                "doel_frequentie",
                words.or_unknown(goal.frequency.as_ref())?,
            ),
            words.field("doel_intensiteit", words.or_unknown(effort)?),
            words.field("doel_bekostiging", paid_by(words, goal)?),
        ],
        motivation: words.field(
            "doel_motivatie",
            words.or_unknown(goal.motivation.as_ref())?,
        ),
        notes: notes(words, goal)?,
        dates: vec![
            words.field("doel_start", words.day(goal.start)?),
            words.field("doel_einde", words.day(goal.end)?),
            words.field("doel_evaluatie", words.day(goal.evaluation)?),
        ],
    })
}

/// The text; otherwise nothing where the format doesn't ask for the element, or that it is unknown.
fn blank_unless(
    words: Words<'_>,
    element: &str,
    text: Option<String>,
) -> Result<Value, PhraseError> {
    match text {
        Some(text) => Ok(words.known(text)),
        None if words
            .context
            .format
            .has(element, &words.context.dossier.plan) =>
        {
            words.unknown()
        }
        None => Ok(Value {
            text: String::new(),
            state: State::NotApplicable,
        }),
    }
}

/// Which goal of the plan van aanpak it answers, for what term, and how it came to be.
fn origin(words: Words<'_>, goal: &Goal) -> Result<Value, PhraseError> {
    let care_plan = words.context.dossier.care_plan.as_ref();
    let answered = goal.care_plan_goal.as_ref().and_then(|id| {
        let care_plan = care_plan?;
        let asked = care_plan.goals.iter().find(|asked| asked.id == *id)?;
        Some((asked.text.as_str(), care_plan.date.long()))
    });
    let extra = words.say(
        "herkomst_extra",
        context! {
            termijn => goal.horizon.map(|horizon| words.term(horizon.label())).unwrap_or_default(),
            herkomst => goal.origin.map(|origin| words.term(origin.label())).unwrap_or_default(),
        },
    )?;
    let Some((text, date)) = answered else {
        let value = if goal.funding == Some(Funding::OwnCost) {
            words.not_applicable()?
        } else {
            blank_unless(words, "doel_plan_van_aanpak", None)?
        };
        return Ok(match value.state {
            State::NotApplicable => Value {
                text: extra,
                ..value
            },
            _ => value,
        });
    };
    let first = words.say("herkomst_pva", context! { tekst => text, datum => date })?;
    Ok(words.known(if extra.is_empty() {
        first
    } else {
        words.say("herkomst_samen", context! { eerst => first, dan => extra })?
    }))
}

/// The four parties, each even when it does nothing.
fn who_does_what(words: Words<'_>, goal: &Goal) -> Result<Vec<Field>, PhraseError> {
    let dossier = words.context.dossier;
    let carers = network_tasks(words, goal, |role| role != Role::Volunteer)?;
    let volunteers = network_tasks(words, goal, |role| role == Role::Volunteer)?;
    let nothing = words.word("niets")?;
    let row = |element, own: Option<&Text>, tasks: Vec<String>| {
        let texts: Vec<_> = own
            .map(ToString::to_string)
            .into_iter()
            .chain(tasks)
            .collect();
        let text = if texts.is_empty() {
            nothing.clone()
        } else {
            texts.join("\n")
        };
        words.field(element, words.known(text))
    };
    Ok(vec![
        Field {
            label: dossier.plan.client.first_name.to_string(),
            ..row("doel_client", goal.by_client.as_ref(), Vec::new())
        },
        row("doel_mantelzorg", goal.by_carers.as_ref(), carers),
        row("doel_vrijwilliger", goal.by_volunteers.as_ref(), volunteers),
        Field {
            label: words.provider(),
            ..row("doel_aanbieder", goal.by_provider.as_ref(), Vec::new())
        },
    ])
}

fn network_tasks(
    words: Words<'_>,
    goal: &Goal,
    counts: impl Fn(Role) -> bool,
) -> Result<Vec<String>, PhraseError> {
    let network = &words.context.dossier.plan.network;
    let mut lines = Vec::new();
    for task in &goal.by_network {
        let person = network.iter().find(|person| person.number == task.number);
        if let Some(person) = person.filter(|person| counts(person.role)) {
            lines.push(words.say(
                "netwerk_taak",
                context! {
                    naam => person.first_name.as_str(),
                    relatie => person.relation.as_str(),
                    taak => task.task.as_str(),
                },
            )?);
        }
    }
    Ok(lines)
}

/// The first names of who takes part, for the overview.
pub(super) fn who_takes_part(words: Words<'_>, goal: &Goal) -> Result<String, PhraseError> {
    let plan = &words.context.dossier.plan;
    let mut names = Vec::new();
    if does_something(goal.by_client.as_ref()) {
        names.push(plan.client.first_name.to_string());
    }
    for task in &goal.by_network {
        let person = plan
            .network
            .iter()
            .find(|person| person.number == task.number);
        names.extend(person.map(|person| person.first_name.to_string()));
    }
    if does_something(goal.by_carers.as_ref()) && goal.by_network.is_empty() {
        names.push(words.word("overzicht_mantelzorg")?);
    }
    if does_something(goal.by_volunteers.as_ref()) {
        names.push(words.word("overzicht_vrijwilliger")?);
    }
    if does_something(goal.by_provider.as_ref()) {
        names.push(words.provider());
    }
    let mut seen = BTreeSet::new();
    names.retain(|name| seen.insert(name.clone()));
    Ok(names.join(", "))
}

/// Whether a text tells of something, and doesn't say that it is nothing.
fn does_something(text: Option<&Text>) -> bool {
    text.is_some_and(|text| !says_none(text.as_str()))
}

fn paid_by(words: Words<'_>, goal: &Goal) -> Result<Value, PhraseError> {
    let own = goal.funding == Some(Funding::OwnCost);
    if own {
        return words.word("betaald_client").map(|text| words.known(text));
    }
    if goal.funding.is_none() && goal.product.is_none() {
        return words.unknown();
    }
    let payer = words.word(match words.context.dossier.plan.about.law {
        Law::Wmo | Law::Youth => "betaald_gemeente",
        Law::Wlz => "betaald_zorgkantoor",
        Law::Zvw => "betaald_zorgverzekeraar",
    })?;
    Ok(words.known(match &goal.product {
        Some(code) => words.say(
            "betaald_product",
            context! { wie => payer, code => code.as_str() },
        )?,
        None => payer,
    }))
}

fn notes(words: Words<'_>, goal: &Goal) -> Result<Vec<Field>, PhraseError> {
    let limit = goal
        .limit
        .as_ref()
        .map(|text| words.field("doel_grens", words.known(text)));
    let cost = goal
        .own_cost
        .as_ref()
        .map(|cost| own_cost(words, cost))
        .transpose()?
        .map(|text| words.field("doel_eigen_kosten", words.known(text)));
    Ok(limit.into_iter().chain(cost).collect())
}

fn own_cost(words: Words<'_>, cost: &OwnCost) -> Result<String, PhraseError> {
    words.say(
        "eigen_kosten",
        context! {
            waarvoor => cost.purpose.as_ref().map(Text::as_str),
            bedrag => cost.amount.map(|amount| amount.to_string()),
            per => cost.per.map(Per::label).map(|per| words.term(per)),
            verteld => cost.told_on.map(Date::long),
        },
    )
}

//! What was agreed about the plan, and what people said of it: the sections before the signatures.

use minijinja::context;

use super::loose;
use crate::dossier::plan::Plan;
use crate::dossier::provider::Method;
use crate::dossier::value::{Date, Text};
use crate::phrase::PhraseError;
use crate::rendition::Context;
use crate::rendition::view::{Block, Part, State, Table};
use crate::rendition::words::Words;

/// Agreements about the plan itself.
pub(super) fn agreements(words: Words<'_>) -> Result<Vec<Part>, PhraseError> {
    let Context {
        dossier, provider, ..
    } = *words.context;
    let plan = &dossier.plan;
    let agreements = plan.agreements.as_ref();
    let name = plan.client.first_name.as_str();
    let evaluation = match agreements.and_then(|a| a.evaluation.as_ref()) {
        Some(text) => Some(text.to_string()),
        None => plan
            .about
            .evaluation
            .map(|day| words.say("afspraak_evaluatie", context! { datum => day.long() }))
            .transpose()?,
    };
    let change = match agreements.and_then(|a| a.change.as_ref()) {
        Some(text) => text.to_string(),
        None => words.say(
            "afspraak_wijziging",
            context! { naam => name, aanbieder => provider.organisation.name.as_str() },
        )?,
    };
    let supporter = agreements
        .and_then(|a| {
            a.supporter_offered
                .map(|day| (day, a.supporter_answer.as_ref()))
        })
        .map(|(day, answer)| {
            let answer = answer.map(Text::as_str);
            words.say(
                "afspraak_ondersteuner",
                context! { datum => day.long(), antwoord => answer },
            )
        })
        .transpose()?;
    let copy = match agreements.and_then(|a| a.copy_given) {
        Some(day) => words.say(
            "afspraak_kopie",
            context! { naam => name, datum => day.long() },
        )?,
        None => words.say("afspraak_kopie_nog_niet", context! { naam => name })?,
    };
    let costs = match agreements
        .and_then(|a| a.costs_told)
        .or(told_per_goal(plan))
    {
        Some(day) => Some(words.say("afspraak_kosten", context! { datum => day.long() })?),
        None if plan.goals.iter().all(|goal| goal.own_cost.is_none()) => {
            Some(words.word("afspraak_kosten_geen")?)
        }
        None => None,
    };
    let fields = vec![
        words.field("afspraak_evaluatie", words.or_unknown(evaluation)?),
        words.field("afspraak_wijziging", words.known(change)),
        words.field("afspraak_clientondersteuner", words.or_unknown(supporter)?),
        words.field("afspraak_kopie", words.known(copy)),
        words.field("afspraak_kosten", words.or_unknown(costs)?),
    ];
    Ok(vec![Part {
        element: None,
        heading: None,
        state: State::Known,
        block: Block::Fields { fields },
    }])
}

/// The last day on which the client was told of costs, where that was done goal by goal.
fn told_per_goal(plan: &Plan) -> Option<Date> {
    let costs = plan.goals.iter().filter_map(|goal| goal.own_cost.as_ref());
    let days: Option<Vec<_>> = costs.map(|cost| cost.told_on).collect();
    days?.into_iter().max()
}

/// What relatives added, and what was done with it.
pub(super) fn contributions(words: Words<'_>) -> Result<Vec<Part>, PhraseError> {
    let plan = &words.context.dossier.plan;
    let mut rows = Vec::new();
    for contribution in &plan.contributions {
        let number = contribution.number;
        let relative = plan
            .network
            .iter()
            .find(|person| person.number == number)
            .map(|person| (person.name.to_string(), person.relation.to_string()));
        let (name, relation) = relative
            .or_else(|| {
                let person = plan.representatives.iter().find(|p| p.number == number)?;
                Some((person.name.to_string(), words.term(person.kind.label())))
            })
            .unwrap_or_default();
        rows.push(vec![
            words.say(
                "inbreng_kop",
                context! {
                    naam => name,
                    relatie => relation,
                    datum => contribution.date.long(),
                    thema => words.term(contribution.theme.label()),
                },
            )?,
            contribution.text.to_string(),
            contribution
                .done
                .as_ref()
                .map_or_else(|| words.word("onbekend"), |done| Ok(done.to_string()))?,
        ]);
    }
    let table = Table {
        header: words.words(["inbreng_wie", "inbreng_tekst", "inbreng_gedaan"])?,
        widths: vec![3, 5, 5],
        rows,
    };
    let none = words.known(words.word("geen_inbreng")?);
    Ok(vec![words.table_body("inbreng_overzicht", table, none)])
}

/// The organisation's way of working.
pub(super) fn method(words: Words<'_>) -> Vec<Part> {
    let method = words.context.provider.method.as_ref();
    let part = |method: &Method| Part {
        heading: Some(method.name.to_string()),
        ..words.part(
            "methode_tekst",
            Block::Paragraph {
                text: method.text.to_string(),
            },
        )
    };
    method.map(part).into_iter().collect()
}

/// The client's own view.
pub(super) fn client_view(words: Words<'_>) -> Result<Vec<Part>, PhraseError> {
    let Some(view) = &words.context.dossier.plan.client_view else {
        return Ok(vec![words.bare_body("zienswijze_client", words.unknown()?)]);
    };
    let quotes = vec![view.text.to_string()];
    let mut parts = vec![words.body("zienswijze_client", Block::Quotes { quotes })];
    if let Some(day) = view.date {
        parts.push(loose(
            &words.say("zienswijze_datum", context! { datum => day.long() })?,
        ));
    }
    Ok(parts)
}

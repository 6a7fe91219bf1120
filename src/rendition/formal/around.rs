//! Who and what is around the goals: network, other providers, risks, involuntary care.

use minijinja::context;

use super::loose;
use crate::dossier::care::InvoluntaryCare;
use crate::dossier::code::Theme;
use crate::dossier::person::Relative;
use crate::dossier::value::{Date, Text};
use crate::phrase::PhraseError;
use crate::rendition::family;
use crate::rendition::view::{Block, Field, Part, Table};
use crate::rendition::words::Words;

/// Who is around the client, and what each may see.
pub(super) fn network(words: Words<'_>) -> Result<Vec<Part>, PhraseError> {
    let plan = &words.context.dossier.plan;
    let mut rows = Vec::new();
    for person in &plan.network {
        rows.push(vec![
            person.name.to_string(),
            person.relation.to_string(),
            person
                .meaning
                .as_ref()
                .map_or_else(String::new, ToString::to_string),
            may_see(words, person)?,
        ]);
    }
    let table = Table {
        header: words.words([
            "netwerk_naam",
            "netwerk_relatie",
            "netwerk_betekenis",
            "netwerk_toestemming",
        ])?,
        widths: vec![3, 2, 5, 4],
        rows,
    };
    let none = words.known(words.word("geen_netwerk")?);
    let mut parts = vec![words.table_body("netwerk_overzicht", table, none)];
    if let Some(family) = plan.family.as_ref().filter(|family| !family.wanted) {
        let explanation = family.explanation.as_ref().map(Text::as_str);
        let mut text = words.say("familie_niet", context! { toelichting => explanation })?;
        if let Some(day) = family.discussed {
            text.push_str(&words.say("familie_niet_datum", context! { datum => day.long() })?);
        }
        parts.insert(0, loose(&text));
    }
    Ok(parts)
}

fn may_see(words: Words<'_>, person: &Relative) -> Result<String, PhraseError> {
    let open = family::open_themes(words.context, person.number);
    let mut lines = Vec::new();
    if open.is_empty() {
        lines.push(words.word("netwerk_niets")?);
    } else if open.len() == Theme::ALL.len() {
        lines.push(words.word("netwerk_alles")?);
    } else {
        let labels: Vec<_> = open.into_iter().map(Theme::label).collect();
        lines.push(words.term(&labels.join(", ")));
    }
    for consent in &person.consents {
        if let Some(day) = consent.withdrawn {
            lines.push(words.say(
                "netwerk_ingetrokken",
                context! { themas => words.term(consent.theme.label()), datum => day.long() },
            )?);
        }
    }
    Ok(lines.join("\n"))
}

/// Other providers, and whether there may be coordination.
pub(super) fn other_providers(words: Words<'_>) -> Result<Vec<Part>, PhraseError> {
    let mut rows = Vec::new();
    for provider in &words.context.dossier.plan.other_providers {
        let contact = [&provider.contact, &provider.phone];
        let contact: Vec<_> = contact
            .into_iter()
            .flatten()
            .map(ToString::to_string)
            .collect();
        let consent = match &provider.consent {
            Some(consent) if consent.withdrawn.is_some() => words.say(
                "toestemming_ingetrokken",
                context! { datum => consent.withdrawn.map(Date::long) },
            )?,
            Some(consent) if consent.is_proven(words.context.today) => words.say(
                "toestemming_ja",
                context! {
                    datum => consent.given.map(Date::long),
                    door => consent.given_by.as_ref().map(Text::as_str),
                },
            )?,
            _ => words.word("toestemming_nee")?,
        };
        let coordination = provider.coordination.iter().map(ToString::to_string);
        rows.push(vec![
            provider.name.to_string(),
            provider.support.to_string(),
            contact.join("\n"),
            coordination.chain([consent]).collect::<Vec<_>>().join("\n"),
        ]);
    }
    let table = Table {
        header: words.words([
            "ander_naam",
            "ander_wat",
            "ander_contact",
            "ander_afstemming",
        ])?,
        widths: vec![3, 3, 3, 5],
        rows,
    };
    Ok(vec![words.table_body(
        "afstemming",
        table,
        words.not_applicable()?,
    )])
}

/// Risks and what is done about them.
pub(super) fn risks(words: Words<'_>) -> Result<Vec<Part>, PhraseError> {
    let mut rows = Vec::new();
    for risk in &words.context.dossier.plan.risks {
        rows.push(vec![
            risk.risk.to_string(),
            risk.likelihood
                .map_or_else(String::new, |likelihood| words.term(likelihood.label())),
            risk.measure
                .as_ref()
                .map_or_else(|| words.word("onbekend"), |m| Ok(m.to_string()))?,
            risk.by
                .as_ref()
                .map_or_else(String::new, ToString::to_string),
        ]);
    }
    let table = Table {
        header: words.words(["risico", "kans", "maatregel", "risico_wie"])?,
        widths: vec![5, 0, 5, 3],
        rows,
    };
    let none = words.known(words.word("geen_risicos")?);
    Ok(vec![words.table_body("risico_overzicht", table, none)])
}

/// Involuntary care (Wzd).
pub(super) fn involuntary_care(words: Words<'_>) -> Result<Vec<Part>, PhraseError> {
    const ELEMENT: &str = "onvrijwillige_zorg_overzicht";
    let measures = &words.context.dossier.plan.involuntary_care;
    if measures.is_empty() {
        let none = words.known(words.word("wzd_geen")?);
        return Ok(vec![words.bare_body(ELEMENT, none)]);
    }
    let mut parts = vec![loose(&words.word("wzd_intro")?)];
    for measure in measures {
        let block = Block::Fields {
            fields: measure_fields(words, ELEMENT, measure)?,
        };
        parts.push(Part {
            element: None,
            ..words.body(ELEMENT, block)
        });
    }
    Ok(parts)
}

fn measure_fields(
    words: Words<'_>,
    element: &'static str,
    measure: &InvoluntaryCare,
) -> Result<Vec<Field>, PhraseError> {
    let term = words.say(
        "periode",
        context! { begin => measure.start.long(), einde => measure.end.long() },
    )?;
    let evaluations: Vec<_> = measure.evaluations.iter().map(|day| day.long()).collect();
    let evaluations = (!evaluations.is_empty()).then(|| evaluations.join(", "));
    [
        ("wzd_maatregel", words.known(&measure.measure)),
        ("wzd_reden", words.known(&measure.reason)),
        (
            "wzd_alternatieven",
            words.or_unknown(measure.alternatives.as_ref())?,
        ),
        ("wzd_termijn", words.known(term)),
        ("wzd_verantwoordelijke", words.known(&measure.responsible)),
        ("wzd_evaluaties", words.or_unknown(evaluations)?),
        ("wzd_afbouw", words.or_unknown(measure.phase_out.as_ref())?),
    ]
    .into_iter()
    .map(|(label, value)| {
        Ok(Field {
            label: words.word(label)?,
            ..words.field(element, value)
        })
    })
    .collect()
}

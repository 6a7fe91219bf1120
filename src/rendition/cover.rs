//! The combined voorblad: one for the plan and the evaluation report.

use minijinja::context;

use super::Context;
use super::evaluation::no_extension;
use super::format::FormatSide;
use super::view::{Cover, CoverBlock, Field, Milestone, State, Table, Tick, Value};
use super::words::Words;
use crate::dossier::code::{Law, Status};
use crate::dossier::identifier::Bsn;
use crate::dossier::person::{PostalAddress, Representative};
use crate::dossier::plan::Participant;
use crate::dossier::value::{Date, Text};
use crate::phrase::PhraseError;

/// Makes the voorblad; what only one of the documents needs shows only on that one.
pub(super) fn cover(words: Words<'_>, side: FormatSide) -> Result<Cover, PhraseError> {
    let plan_title = words.plan_title()?;
    let evaluation_title = words.word("evaluatieverslag")?;
    let is_plan = side == FormatSide::Plan;
    let concept = words.context.dossier.plan.about.status == Status::Concept;
    let mut blocks = vec![
        client(words)?,
        representatives(words)?,
        provider(words)?,
        payer(words)?,
    ];
    blocks.push(about_plan(words)?);
    if !is_plan {
        blocks.push(about_evaluation(words)?);
    }
    Ok(Cover {
        kicker: words.word("voorblad")?,
        title: if is_plan {
            plan_title.clone()
        } else {
            evaluation_title.clone()
        },
        concept_line: concept.then(|| words.word("concept_regel")).transpose()?,
        documents: vec![
            Tick {
                label: plan_title,
                ticked: is_plan,
            },
            Tick {
                label: evaluation_title,
                ticked: !is_plan,
            },
        ],
        blocks,
        products_title: words.context.format.label("producten"),
        products: words.table_element("producten", products(words)?, no_products(words)?),
        timeline_title: words.word("looptijd")?,
        timeline: timeline(words)?,
    })
}

fn client(words: Words<'_>) -> Result<CoverBlock, PhraseError> {
    let client = &words.context.dossier.plan.client;
    let address = client.address.as_ref().map(PostalAddress::line);
    Ok(CoverBlock {
        title: words.word("blok_client")?,
        fields: vec![
            words.field("client_naam", words.known(client.full_name())),
            words.field("client_geboortedatum", words.known(client.born.long())),
            words.field(
                "client_bsn",
                words.or_unknown(client.bsn.as_ref().map(Bsn::grouped))?,
            ),
            words.field("client_adres", words.or_unknown(address)?),
            words.field("client_telefoon", words.or_none(client.phone.as_ref())?),
            words.field("client_email", words.or_none(client.email.as_ref())?),
        ],
    })
}

fn representatives(words: Words<'_>) -> Result<CoverBlock, PhraseError> {
    let people = &words.context.dossier.plan.representatives;
    let mut fields = Vec::new();
    for person in people {
        fields.extend(representative(words, person)?);
    }
    if fields.is_empty() {
        fields.push(words.field("vertegenwoordiger", words.not_applicable()?));
    }
    Ok(CoverBlock {
        title: words.word(if people.len() > 1 {
            "blok_vertegenwoordigers"
        } else {
            "blok_vertegenwoordiger"
        })?,
        fields,
    })
}

fn representative(words: Words<'_>, person: &Representative) -> Result<Vec<Field>, PhraseError> {
    let element = "vertegenwoordiger";
    let labelled = |label: &str, value| Field {
        label: label.to_owned(),
        ..words.field(element, value)
    };
    let name = words.say(
        "vertegenwoordiger_regel",
        context! { naam => person.name.as_str(), relatie => person.relation.as_ref().map(Text::as_str) },
    )?;
    let kind = words.say(
        "vertegenwoordiger_soort",
        context! { soort => words.term(person.kind.label()), sinds => person.since.map(Date::long) },
    )?;
    let mut fields = vec![
        labelled(
            &words.context.format.label("client_naam"),
            words.known(name),
        ),
        labelled(&words.word("soort")?, words.known(kind)),
    ];
    let contact = [
        (
            "client_adres",
            person.address.as_ref().map(PostalAddress::line),
        ),
        (
            "client_telefoon",
            person.phone.as_ref().map(ToString::to_string),
        ),
        (
            "client_email",
            person.email.as_ref().map(ToString::to_string),
        ),
    ];
    for (label, text) in contact {
        if let Some(text) = text {
            fields.push(labelled(
                &words.context.format.label(label),
                words.known(text),
            ));
        }
    }
    Ok(fields)
}

fn provider(words: Words<'_>) -> Result<CoverBlock, PhraseError> {
    let Context {
        provider, dossier, ..
    } = *words.context;
    let organisation = &provider.organisation;
    let support = dossier.plan.support.as_ref();
    let contact = support
        .map(|person| {
            let names =
                context! { naam => person.name.as_str(), functie => person.function.as_str() };
            words.say("contactpersoon", names)
        })
        .transpose()?;
    let subcontractors = support
        .map(|s| {
            s.subcontractors
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
                .join(", ")
        })
        .filter(|names| !names.is_empty());
    Ok(CoverBlock {
        title: words.word("blok_aanbieder")?,
        fields: vec![
            words.field("aanbieder_naam", words.known(&organisation.name)),
            words.field("aanbieder_agb", words.known(&organisation.agb)),
            words.field("aanbieder_contactpersoon", words.or_unknown(contact)?),
            words.field("aanbieder_telefoon", words.known(words.context.phone())),
            words.field("aanbieder_email", words.known(words.context.email())),
            words.field("onderaannemers", words.or_none(subcontractors)?),
        ],
    })
}

/// Who pays: municipality, care office or insurer, by law.
fn payer(words: Words<'_>) -> Result<CoverBlock, PhraseError> {
    let plan = &words.context.dossier.plan;
    match plan.about.law {
        Law::Wmo | Law::Youth => municipality(words),
        Law::Wlz => {
            let office = plan.care_office.as_ref();
            let decision = office
                .and_then(|office| {
                    let number = office.ciz_decision.as_ref()?;
                    Some(match office.ciz_date {
                        Some(day) => words.say(
                            "ciz_met_datum",
                            context! { nummer => number.as_str(), datum => day.long() },
                        ),
                        None => Ok(number.to_string()),
                    })
                })
                .transpose()?;
            Ok(CoverBlock {
                title: words.word("blok_zorgkantoor")?,
                fields: vec![
                    words.field("zorgkantoor", words.or_unknown(office.map(|o| &o.name))?),
                    words.field("ciz_besluit", words.or_unknown(decision)?),
                    words.field(
                        "zorgprofiel",
                        words.or_unknown(office.and_then(|o| o.care_profile.as_ref()))?,
                    ),
                ],
            })
        }
        Law::Zvw => {
            let insurer = plan.insurer.as_ref();
            let name = insurer
                .map(|insurer| match &insurer.policy_number {
                    Some(number) => words.say(
                        "polis",
                        context! { naam => insurer.name.as_str(), nummer => number.as_str() },
                    ),
                    None => Ok(insurer.name.to_string()),
                })
                .transpose()?;
            let referrer = insurer
                .and_then(|insurer| {
                    let who = insurer.referrer.as_ref()?;
                    let when = insurer.referred_on.map(Date::long);
                    Some(words.say("verwezen", context! { wie => who.as_str(), datum => when }))
                })
                .transpose()?;
            Ok(CoverBlock {
                title: words.word("blok_zorgverzekeraar")?,
                fields: vec![
                    words.field("zorgverzekeraar", words.or_unknown(name)?),
                    words.field("verwijzer", words.or_unknown(referrer)?),
                ],
            })
        }
    }
}

fn municipality(words: Words<'_>) -> Result<CoverBlock, PhraseError> {
    let Context { dossier, .. } = *words.context;
    let municipality = dossier.plan.municipality.as_ref();
    let decision = dossier.plan.decision.as_ref();
    let care_plan = dossier.care_plan.as_ref().map(|care_plan| care_plan.date);
    let mut fields = vec![
        words.field("gemeente", words.or_unknown(municipality.map(|m| &m.name))?),
        words.field(
            "lokaal_team",
            words.or_unknown(municipality.and_then(|m| m.team.as_ref()))?,
        ),
        words.field(
            "lokaal_team_contactpersoon",
            words.or_unknown(municipality.and_then(|m| m.contact.as_ref()))?,
        ),
    ];
    let contact = [
        ("team_telefoon", municipality.and_then(|m| m.phone.as_ref())),
        ("team_email", municipality.and_then(|m| m.email.as_ref())),
    ];
    for (label, text) in contact {
        if let Some(text) = text {
            fields.push(Field {
                label: words.word(label)?,
                ..words.field("lokaal_team_contactpersoon", words.known(text))
            });
        }
    }
    fields.extend([
        words.field("plan_van_aanpak_datum", words.day(care_plan)?),
        words.field(
            "beschikkingsnummer",
            words.or_unknown(decision.and_then(|d| d.number.as_ref()))?,
        ),
        words.field(
            "toewijzingsnummer",
            words.or_unknown(decision.and_then(|d| d.allotment_number.as_ref()))?,
        ),
    ]);
    Ok(CoverBlock {
        title: words.word("blok_gemeente")?,
        fields,
    })
}

fn about_plan(words: Words<'_>) -> Result<CoverBlock, PhraseError> {
    let about = &words.context.dossier.plan.about;
    let version = words.say(
        "versie_cyclus",
        context! { versie => about.version, cyclus => about.cycle },
    )?;
    let drawn_up = words.say(
        "opgesteld",
        context! { datum => about.drawn_up.long(), door => about.drawn_up_by.as_ref().map(Text::as_str) },
    )?;
    let agreed = match about.agreed {
        None if about.status == Status::Concept => Value {
            text: words.word("nog_niet")?,
            state: State::Unknown,
        },
        day => words.or_none(day.map(Date::long))?,
    };
    Ok(CoverBlock {
        title: words.word("blok_plan")?,
        fields: vec![
            words.field("planversie", words.known(version)),
            words.field("ingang", words.day(about.start)?),
            words.field("einde", words.day(about.end)?),
            words.field("evaluatiedatum", words.day(about.evaluation)?),
            Field {
                label: words.word("label_opgesteld")?,
                ..words.field("planversie", words.known(drawn_up))
            },
            Field {
                label: words.word("label_vastgesteld")?,
                ..words.field("planversie", agreed)
            },
        ],
    })
}

fn about_evaluation(words: Words<'_>) -> Result<CoverBlock, PhraseError> {
    let evaluation = words.context.dossier.evaluation.as_ref();
    let period = evaluation
        .map(|e| {
            words.say(
                "periode",
                context! { begin => e.from.long(), einde => e.until.long() },
            )
        })
        .transpose()?;
    let present = evaluation
        .map(|e| {
            let name = |person: &Participant| format!("{} ({})", person.name, person.role);
            e.present.iter().map(name).collect::<Vec<_>>().join(", ")
        })
        .filter(|names| !names.is_empty());
    let extension = evaluation
        .and_then(|e| e.extension.as_ref())
        .map(|extension| {
            if extension.wanted {
                words.say(
                    "verlenging_ja",
                    context! { datum => extension.until.map(Date::long) },
                )
            } else {
                words.word("nee")
            }
        })
        .transpose()?;
    Ok(CoverBlock {
        title: words.word("blok_evaluatie")?,
        fields: vec![
            words.field("periode", words.or_unknown(period)?),
            words.field("aanwezigen", words.or_unknown(present)?),
            words.field(
                "verlenging_gevraagd",
                extension.map_or_else(|| no_extension(words), |text| Ok(words.known(text)))?,
            ),
        ],
    })
}

/// Under the Wlz and the Zvw support is not allotted as products.
fn no_products(words: Words<'_>) -> Result<Value, PhraseError> {
    match words.context.dossier.plan.about.law {
        Law::Wmo | Law::Youth => words.unknown(),
        Law::Wlz | Law::Zvw => words.not_applicable(),
    }
}

fn products(words: Words<'_>) -> Result<Table, PhraseError> {
    let mut rows = Vec::new();
    for product in &words.context.dossier.plan.products {
        let name = match &product.performer {
            Some(performer) => words.say(
                "product_met_uitvoerder",
                context! { naam => product.name.as_str(), uitvoerder => performer.as_str() },
            )?,
            None => product.name.to_string(),
        };
        rows.push(vec![
            product.category.to_string(),
            product.code.to_string(),
            name,
            words.term(&product.volume_label()),
            product.start.long(),
            product
                .end
                .map_or_else(|| words.word("onbekend"), |end| Ok(end.long()))?,
        ]);
    }
    Ok(Table {
        header: words.words([
            "product_categorie",
            "product_code",
            "product_naam",
            "product_omvang",
            "product_ingang",
            "product_einde",
        ])?,
        widths: vec![0, 0, 3, 2, 2, 2],
        rows,
    })
}

/// The plan's days along a line; none while its start or end is unknown.
fn timeline(words: Words<'_>) -> Result<Vec<Milestone>, PhraseError> {
    let plan = &words.context.dossier.plan;
    let (Some(start), Some(end)) = (plan.about.start, plan.about.end) else {
        return Ok(Vec::new());
    };
    let days = |from: Date, to: Date| (to.civil() - from.civil()).get_days();
    let length = days(start, end);
    if length <= 0 {
        return Ok(Vec::new());
    }
    let ending = plan.decision.as_ref().and_then(|d| d.end).unwrap_or(end);
    let ask = words
        .context
        .format
        .before("verlenging", plan.about.law, ending);
    let milestones = [
        ("mijlpaal_start", Some(start), false),
        (
            "mijlpaal_gesprek",
            plan.meeting.as_ref().map(|m| m.date),
            false,
        ),
        ("mijlpaal_evaluatie", plan.about.evaluation, true),
        ("mijlpaal_verlenging", ask, false),
        ("mijlpaal_einde", Some(end), false),
    ];
    let mut line = Vec::new();
    for (label, day, main) in milestones {
        if let Some(day) = day.filter(|day| (start..=end).contains(day)) {
            let at = days(start, day) * 1000 / length;
            line.push(Milestone {
                label: words.word(label)?,
                date: day.long(),
                at: u32::try_from(at).unwrap_or(0),
                main,
            });
        }
    }
    line.sort_by_key(|milestone| milestone.at);
    Ok(line)
}

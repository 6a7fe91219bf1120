//! The formal plan: everything the local team must assess, in the order of the regional format.

use minijinja::context;
use serde::Serialize;

use super::format::{Entry, FormatSide};
use super::view::{Block, Cover, Field, Frame, Part, Section, State, Table};
use super::words::Words;
use super::{Context, Document, Made, Pictures, Rendition, cover, goal_card, signatures};
use crate::dossier::code::{DocumentSide, Status};
use crate::dossier::person::Relative;
use crate::dossier::plan::{InvoluntaryCare, Recovery};
use crate::dossier::value::{Date, Text};
use crate::phrase::PhraseError;

/// The most goals whose overview fits below something else on a page.
const GOALS_BESIDE_OTHER_THINGS: usize = 5;

/// A formal document: the plan, or the evaluation report.
#[derive(Clone, Debug, Serialize)]
pub(super) struct FormalView {
    pub(super) frame: Frame,
    pub(super) cover: Cover,
    pub(super) sections: Vec<Section>,
}

/// The formal plan.
#[derive(Debug)]
pub(crate) struct Formal;

impl Rendition for Formal {
    fn name(&self) -> &'static str {
        "formal"
    }

    fn make(&self, context: &Context<'_>) -> Result<Vec<Made>, PhraseError> {
        let plan = &context.dossier.plan;
        let name = plan.about.kind.word();
        let mut made = vec![Made::Document(document(context, &format!("{name}.pdf"), false)?)];
        if context.mark_mandatory {
            let marked = document(context, &format!("{name}-gemarkeerd.pdf"), true)?;
            made.push(Made::Document(marked));
        }
        Ok(made)
    }
}

fn document(
    context: &Context<'_>,
    file_name: &str,
    mark_mandatory: bool,
) -> Result<Document, PhraseError> {
    let words = Words::of(context);
    let plan = &context.dossier.plan;
    let mut pictures = Pictures::default();
    let mandatory = context.format.mandatory(FormatSide::Plan, plan);
    let logo = logo(context, &mut pictures);
    let frame = words.frame(&words.plan_title()?, plan.about.drawn_up, logo, mandatory.clone())?;
    let view = FormalView {
        frame: Frame { mark_mandatory, ..frame },
        cover: cover::cover(words, FormatSide::Plan)?,
        sections: sections(words, FormatSide::Plan, &mut pictures, section)?,
    };
    Ok(Document {
        mandatory,
        needs_content: plan.about.status == Status::Final,
        ..Document::new(file_name, "formal/main.typ", &view, pictures)
    })
}

/// The provider's logo, if there is one.
pub(super) fn logo(context: &Context<'_>, pictures: &mut Pictures) -> Option<super::view::Picture> {
    let provider = context.provider;
    let name = provider.organisation.name.to_string();
    provider.style.logo.as_ref().map(|_| pictures.logo(name))
}

/// Fills the sections of the format, with the organisation's own sections after those they follow.
pub(super) fn sections(
    words: Words<'_>,
    side: FormatSide,
    pictures: &mut Pictures,
    fill: impl Fn(Words<'_>, &str, &mut Pictures) -> Result<Vec<Part>, PhraseError>,
) -> Result<Vec<Section>, PhraseError> {
    let Context { dossier, format, .. } = *words.context;
    let entries: Vec<&Entry> = format.sections(side, &dossier.plan).collect();
    // The overview of many goals is one only if it stands on one page.
    let is_long = dossier.plan.goals.len() > GOALS_BESIDE_OTHER_THINGS;
    let mut sections = Vec::new();
    for (index, entry) in entries.iter().enumerate() {
        let parts = fill(words, &entry.id, pictures)?;
        if !parts.is_empty() {
            sections.push(Section {
                id: entry.id.clone(),
                title: entry.label.clone(),
                new_page: index == 0 || (entry.id == "overzicht" && is_long),
                parts,
            });
        }
        let known = |id: &str| entries.iter().any(|entry| entry.id == id);
        let is_last = index + 1 == entries.len();
        sections.extend(own_sections(words, side, &entry.id, |after| is_last && !known(after)));
    }
    Ok(sections)
}

/// The organisation's own sections that follow a section, or that follow none that is there.
fn own_sections(
    words: Words<'_>,
    side: FormatSide,
    after: &str,
    unplaced: impl Fn(&str) -> bool,
) -> Vec<Section> {
    let Context { provider, dossier, .. } = *words.context;
    let fits = |own: DocumentSide| match own {
        DocumentSide::Both => true,
        DocumentSide::Plan => side == FormatSide::Plan,
        DocumentSide::Evaluation => side == FormatSide::Evaluation,
    };
    let mut sections = Vec::new();
    for own in provider.sections.iter().filter(|own| fits(own.side)) {
        let place = own.after.as_ref().map_or("", Text::as_str);
        if place != after && !unplaced(place) {
            continue;
        }
        let texts = [own.text.as_ref(), dossier.plan.extra.get(own.id.as_str())];
        let parts: Vec<_> = texts.into_iter().flatten().map(|text| loose(text.as_str())).collect();
        if !parts.is_empty() {
            sections.push(Section {
                id: own.id.as_str().to_owned(),
                title: own.title.to_string(),
                new_page: false,
                parts,
            });
        }
    }
    sections
}

/// A paragraph that is no element of the format.
pub(super) fn loose(text: &str) -> Part {
    Part {
        element: None,
        heading: None,
        state: State::Known,
        block: Block::Paragraph { text: text.to_owned() },
    }
}

fn section(
    words: Words<'_>,
    id: &str,
    pictures: &mut Pictures,
) -> Result<Vec<Part>, PhraseError> {
    match id {
        "wie_ben_ik" => who_am_i(words, pictures),
        "beeldvorming" => picture(words),
        "herstel" => recovery(words),
        "overzicht" => overview(words),
        "doelen" => goal_card::goals(words),
        "inzet" => super::effort::effort(words),
        "netwerk" => network(words),
        "andere_aanbieders" => other_providers(words),
        "risicos" => risks(words),
        "onvrijwillige_zorg" => involuntary_care(words),
        "afspraken" => agreements(words),
        "inbreng" => contributions(words),
        "methode" => Ok(method(words)),
        "zienswijze" => client_view(words),
        "ondertekening" => signatures::plan(words),
        _ => Ok(Vec::new()),
    }
}

fn who_am_i(words: Words<'_>, pictures: &mut Pictures) -> Result<Vec<Part>, PhraseError> {
    let passages = &words.context.dossier.plan.who_am_i;
    if passages.is_empty() {
        return Ok(vec![words.bare_part("eigen_woorden", words.unknown()?)]);
    }
    let part = |passage: &crate::dossier::plan::Passage| {
        let alt = passage.photo_shows.as_ref().map_or_else(
            || crate::phrase::capitalise(passage.theme.label().to_owned()),
            ToString::to_string,
        );
        Part {
            element: Some("eigen_woorden"),
            heading: Some(crate::phrase::capitalise(passage.theme.label().to_owned())),
            state: State::Known,
            block: Block::Passage {
                quote: passage.own_words.as_ref().map(ToString::to_string),
                text: passage.text.as_ref().map(ToString::to_string),
                photo: passage.photo.as_ref().map(|photo| pictures.photo(photo, Some(alt))),
            },
        }
    };
    Ok(passages.iter().map(part).collect())
}

fn picture(words: Words<'_>) -> Result<Vec<Part>, PhraseError> {
    let Context { dossier, format, .. } = *words.context;
    let picture = dossier.plan.picture.as_ref();
    let texts = |list: fn(&crate::dossier::plan::Picture) -> &Vec<Text>| {
        picture.map(|p| list(p).iter().map(ToString::to_string).collect::<Vec<_>>()).unwrap_or_default()
    };
    let list = |element, items: Vec<String>| {
        if items.is_empty() {
            words.unknown().map(|value| words.bare_part(element, value))
        } else {
            Ok(words.part(element, Block::List { items }))
        }
    };
    let mut parts = vec![
        words.text_part("anamnese", picture.and_then(|p| p.background.as_ref()))?,
        words.text_part("hulpvraag", picture.and_then(|p| p.question.as_ref()))?,
    ];
    let wishes = texts(|p| &p.wishes);
    parts.push(if wishes.is_empty() {
        words.bare_part("wensen", words.unknown()?)
    } else {
        words.part("wensen", Block::Quotes { quotes: wishes })
    });
    if format.has("hoe_wil_ik_leven", &dossier.plan) {
        parts.push(words.text_part("hoe_wil_ik_leven", picture.and_then(|p| p.how_to_live.as_ref()))?);
        parts.push(
            words.text_part("welke_ondersteuning", picture.and_then(|p| p.which_support.as_ref()))?,
        );
    }
    parts.push(list("talenten", texts(|p| &p.talents))?);
    let functioning = picture
        .map(|p| p.functioning.iter().map(|f| vec![words.domain(f.domain), f.text.to_string()]).collect())
        .unwrap_or_default();
    parts.push(words.table_part(
        "functioneren",
        Table {
            header: words.words(["overzicht_domein", "hoe_het_gaat"])?,
            widths: vec![1, 2],
            rows: functioning,
        },
        words.unknown()?,
    ));
    parts.push(list("beperkingen", texts(|p| &p.limitations))?);
    let needs = picture
        .map(|p| {
            let need = |need: &crate::dossier::plan::Need| {
                let domain = need.domain.map_or_else(
                    || crate::phrase::capitalise(need.theme.label().to_owned()),
                    |domain| words.domain(domain),
                );
                vec![domain, need.text.to_string()]
            };
            p.needs.iter().map(need).collect()
        })
        .unwrap_or_default();
    parts.push(words.table_part(
        "behoeften",
        Table {
            header: words.words(["behoefte_waar", "behoefte_wat"])?,
            widths: vec![1, 2],
            rows: needs,
        },
        words.unknown()?,
    ));
    parts.push(words.text_part("hoe_ondersteunen", picture.and_then(|p| p.support_style.as_ref()))?);
    parts.push(words.text_part("grenzen", picture.and_then(|p| p.limits.as_ref()))?);
    Ok(parts)
}

fn recovery(words: Words<'_>) -> Result<Vec<Part>, PhraseError> {
    let plan = &words.context.dossier.plan;
    let Some(recovery) = &plan.recovery else {
        return Ok(vec![
            words.bare_part("herstelplan", words.unknown()?),
            words.bare_part("crisisafspraken", words.unknown()?),
        ]);
    };
    let intro = words.say("herstel_intro", context! { naam => plan.client.first_name.as_str() })?;
    let mut parts = vec![loose(&intro)];
    let lists: [(&str, &'static str, fn(&Recovery) -> &Vec<Text>); 6] = [
        ("herstel_goed", "herstelplan", |r| &r.keeps_well),
        ("herstel_triggers", "herstelplan", |r| &r.triggers),
        ("herstel_signalen", "herstelplan", |r| &r.warning_signs),
        ("herstel_mis", "herstelplan", |r| &r.breaking_down),
        ("herstel_steun", "herstelplan", |r| &r.daily_support),
        ("herstel_crisis", "crisisafspraken", |r| &r.crisis),
    ];
    for (heading, element, list) in lists {
        let items: Vec<_> = list(recovery).iter().map(ToString::to_string).collect();
        let heading = Some(words.word(heading)?);
        let part = if items.is_empty() {
            words.bare_part(element, words.unknown()?)
        } else {
            words.part(element, Block::List { items })
        };
        parts.push(Part { heading, ..part });
    }
    let mut contacts = Vec::new();
    for contact in &recovery.crisis_support {
        contacts.push(words.say(
            "crisis_regel",
            context! {
                naam => contact.name.as_str(),
                telefoon => contact.phone.as_ref().map(|t| t.as_str()),
                wanneer => contact.when.as_ref().map(|t| t.as_str()),
            },
        )?);
    }
    if !contacts.is_empty() {
        parts.push(Part {
            heading: Some(words.word("crisis_contact")?),
            ..words.part("crisisafspraken", Block::List { items: contacts })
        });
    }
    Ok(parts)
}

fn overview(words: Words<'_>) -> Result<Vec<Part>, PhraseError> {
    let mut rows = Vec::new();
    for (index, goal) in words.context.dossier.plan.goals.iter().enumerate() {
        rows.push(vec![
            (index + 1).to_string(),
            goal.title.to_string(),
            goal.domain.map_or_else(|| words.word("onbekend"), |domain| Ok(words.domain(domain)))?,
            goal_card::who_takes_part(words, goal)?,
            period(words, goal.start, goal.end)?,
        ]);
    }
    let table = Table {
        header: words.words([
            "overzicht_nummer",
            "overzicht_doel",
            "overzicht_domein",
            "overzicht_wie",
            "overzicht_wanneer",
        ])?,
        widths: vec![0, 4, 3, 3, 3],
        rows,
    };
    let part = words.table_part("doelenoverzicht", table, words.unknown()?);
    Ok(vec![Part { heading: None, ..part }])
}

/// `1 maart 2026 – 1 september 2026`, or what is known of it.
fn period(words: Words<'_>, start: Option<Date>, end: Option<Date>) -> Result<String, PhraseError> {
    match (start, end) {
        (Some(start), Some(end)) => {
            words.say("wanneer", context! { begin => start.long(), einde => end.long() })
        }
        (Some(start), None) => words.say("wanneer_vanaf", context! { begin => start.long() }),
        (None, Some(end)) => words.say("wanneer_tot", context! { einde => end.long() }),
        (None, None) => words.word("onbekend"),
    }
}

fn network(words: Words<'_>) -> Result<Vec<Part>, PhraseError> {
    let plan = &words.context.dossier.plan;
    let mut rows = Vec::new();
    for person in &plan.network {
        rows.push(vec![
            person.name.to_string(),
            person.relation.to_string(),
            person.meaning.as_ref().map_or_else(String::new, ToString::to_string),
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
    let mut parts = vec![Part {
        heading: None,
        ..words.table_part("netwerk_overzicht", table, none)
    }];
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
    let open: Vec<_> =
        person.open_themes(words.context.today).into_iter().map(|theme| theme.label()).collect();
    let mut lines = Vec::new();
    if open.is_empty() {
        lines.push(words.word("netwerk_niets")?);
    } else {
        lines.push(open.join(", "));
    }
    for consent in &person.consents {
        if let Some(day) = consent.withdrawn {
            lines.push(words.say(
                "netwerk_ingetrokken",
                context! { themas => consent.theme.label(), datum => day.long() },
            )?);
        }
    }
    Ok(lines.join("\n"))
}

fn other_providers(words: Words<'_>) -> Result<Vec<Part>, PhraseError> {
    let mut rows = Vec::new();
    for provider in &words.context.dossier.plan.other_providers {
        let contact = [&provider.contact, &provider.phone];
        let contact: Vec<_> = contact.into_iter().flatten().map(ToString::to_string).collect();
        let consent = match &provider.consent {
            Some(consent) if consent.withdrawn.is_some() => words.say(
                "toestemming_ingetrokken",
                context! { datum => consent.withdrawn.map(Date::long) },
            )?,
            Some(consent) if consent.given.is_some() && consent.given_by.is_some() => words.say(
                "toestemming_ja",
                context! {
                    datum => consent.given.map(Date::long),
                    door => consent.given_by.as_ref().map(|by| by.as_str()),
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
        header: words.words(["ander_naam", "ander_wat", "ander_contact", "ander_afstemming"])?,
        widths: vec![3, 3, 3, 5],
        rows,
    };
    let part = words.table_part("afstemming", table, words.not_applicable()?);
    Ok(vec![Part { heading: None, ..part }])
}

fn risks(words: Words<'_>) -> Result<Vec<Part>, PhraseError> {
    let mut rows = Vec::new();
    for risk in &words.context.dossier.plan.risks {
        rows.push(vec![
            risk.risk.to_string(),
            risk.likelihood.map_or_else(String::new, |likelihood| likelihood.label().to_owned()),
            risk.measure.as_ref().map_or_else(|| words.word("onbekend"), |m| Ok(m.to_string()))?,
            risk.by.as_ref().map_or_else(String::new, ToString::to_string),
        ]);
    }
    let table = Table {
        header: words.words(["risico", "kans", "maatregel", "risico_wie"])?,
        widths: vec![5, 0, 5, 3],
        rows,
    };
    let none = words.known(words.word("geen_risicos")?);
    let part = words.table_part("risico_overzicht", table, none);
    Ok(vec![Part { heading: None, ..part }])
}

fn involuntary_care(words: Words<'_>) -> Result<Vec<Part>, PhraseError> {
    const ELEMENT: &str = "onvrijwillige_zorg_overzicht";
    let measures = &words.context.dossier.plan.involuntary_care;
    if measures.is_empty() {
        let none = words.known(words.word("wzd_geen")?);
        return Ok(vec![Part { heading: None, ..words.bare_part(ELEMENT, none) }]);
    }
    let mut parts = vec![loose(&words.word("wzd_intro")?)];
    for measure in measures {
        let block = Block::Fields { fields: measure_fields(words, ELEMENT, measure)? };
        parts.push(Part { heading: None, element: None, ..words.part(ELEMENT, block) });
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
        ("wzd_alternatieven", words.or_unknown(measure.alternatives.as_ref())?),
        ("wzd_termijn", words.known(term)),
        ("wzd_verantwoordelijke", words.known(&measure.responsible)),
        ("wzd_evaluaties", words.or_unknown(evaluations)?),
        ("wzd_afbouw", words.or_unknown(measure.phase_out.as_ref())?),
    ]
    .into_iter()
    .map(|(label, value)| Ok(Field { label: words.word(label)?, ..words.field(element, value) }))
    .collect()
}

fn agreements(words: Words<'_>) -> Result<Vec<Part>, PhraseError> {
    let Context { dossier, provider, .. } = *words.context;
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
        .and_then(|a| a.supporter_offered.map(|day| (day, a.supporter_answer.as_ref())))
        .map(|(day, answer)| {
            let answer = answer.map(Text::as_str);
            words.say("afspraak_ondersteuner", context! { datum => day.long(), antwoord => answer })
        })
        .transpose()?;
    let copy = agreements
        .and_then(|a| a.copy_given)
        .map(|day| words.say("afspraak_kopie", context! { naam => name, datum => day.long() }))
        .transpose()?;
    let costs = match agreements.and_then(|a| a.costs_told) {
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
        words.field("afspraak_kopie", words.or_unknown(copy)?),
        words.field("afspraak_kosten", words.or_unknown(costs)?),
    ];
    Ok(vec![Part {
        element: None,
        heading: None,
        state: State::Known,
        block: Block::Fields { fields },
    }])
}

fn contributions(words: Words<'_>) -> Result<Vec<Part>, PhraseError> {
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
                Some((person.name.to_string(), person.kind.label().to_owned()))
            })
            .unwrap_or_default();
        rows.push(vec![
            words.say(
                "inbreng_kop",
                context! {
                    naam => name,
                    relatie => relation,
                    datum => contribution.date.long(),
                    thema => contribution.theme.label(),
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
    let part = words.table_part("inbreng_overzicht", table, none);
    Ok(vec![Part { heading: None, ..part }])
}

fn method(words: Words<'_>) -> Vec<Part> {
    let method = words.context.provider.method.as_ref();
    let part = |method: &crate::dossier::provider::Method| Part {
        heading: Some(method.name.to_string()),
        ..words.part("methode_tekst", Block::Paragraph { text: method.text.to_string() })
    };
    method.map(part).into_iter().collect()
}

fn client_view(words: Words<'_>) -> Result<Vec<Part>, PhraseError> {
    let Some(view) = &words.context.dossier.plan.client_view else {
        let part = words.bare_part("zienswijze_client", words.unknown()?);
        return Ok(vec![Part { heading: None, ..part }]);
    };
    let mut parts = vec![Part {
        heading: None,
        ..words.part("zienswijze_client", Block::Quotes { quotes: vec![view.text.to_string()] })
    }];
    if let Some(day) = view.date {
        parts.push(loose(&words.say("zienswijze_datum", context! { datum => day.long() })?));
    }
    Ok(parts)
}

//! Who the client is and what the plan starts from: the sections before the goals.

use minijinja::context;

use super::loose;
use crate::dossier::plan::{Need, Passage, Picture};
use crate::dossier::value::Text;
use crate::phrase::{PhraseError, capitalise};
use crate::rendition::view::{Block, Part, State, Table};
use crate::rendition::words::Words;
use crate::rendition::{Context, Pictures};

/// Who the client is, by theme.
pub(super) fn who_am_i(
    words: Words<'_>,
    pictures: &mut Pictures,
) -> Result<Vec<Part>, PhraseError> {
    let passages = &words.context.dossier.plan.who_am_i;
    if passages.is_empty() {
        return Ok(vec![words.bare_part("eigen_woorden", words.unknown()?)]);
    }
    let part = |passage: &Passage| {
        let theme = capitalise(words.term(passage.theme.label()));
        let alt = passage
            .photo_shows
            .as_ref()
            .map_or_else(|| theme.clone(), ToString::to_string);
        Part {
            element: Some("eigen_woorden"),
            heading: Some(theme),
            state: State::Known,
            block: Block::Passage {
                quote: passage.own_words.as_ref().map(ToString::to_string),
                text: passage.text.as_ref().map(ToString::to_string),
                photo: passage
                    .photo
                    .as_ref()
                    .map(|photo| pictures.photo(photo, Some(alt))),
            },
        }
    };
    Ok(passages.iter().map(part).collect())
}

/// The picture that the plan starts from.
pub(super) fn picture(words: Words<'_>) -> Result<Vec<Part>, PhraseError> {
    let Context {
        dossier, format, ..
    } = *words.context;
    let picture = dossier.plan.picture.as_ref();
    let texts = |list: fn(&Picture) -> &Vec<Text>| {
        picture
            .map(|p| list(p).iter().map(ToString::to_string).collect::<Vec<_>>())
            .unwrap_or_default()
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
        parts.push(words.text_part(
            "hoe_wil_ik_leven",
            picture.and_then(|p| p.how_to_live.as_ref()),
        )?);
        parts.push(words.text_part(
            "welke_ondersteuning",
            picture.and_then(|p| p.which_support.as_ref()),
        )?);
    }
    parts.push(list("talenten", texts(|p| &p.talents))?);
    let functioning = picture
        .map(|p| {
            p.functioning
                .iter()
                .map(|f| vec![words.domain(f.domain), f.text.to_string()])
                .collect()
        })
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
            let need = |need: &Need| {
                let domain = need.domain.map_or_else(
                    || capitalise(words.term(need.theme.label())),
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
    parts.push(words.text_part(
        "hoe_ondersteunen",
        picture.and_then(|p| p.support_style.as_ref()),
    )?);
    parts.push(words.text_part("grenzen", picture.and_then(|p| p.limits.as_ref()))?);
    Ok(parts)
}

/// The client's own recovery plan.
pub(super) fn recovery(words: Words<'_>) -> Result<Vec<Part>, PhraseError> {
    let plan = &words.context.dossier.plan;
    let Some(recovery) = &plan.recovery else {
        return Ok(vec![
            words.bare_part("herstelplan", words.unknown()?),
            words.bare_part("crisisafspraken", words.unknown()?),
        ]);
    };
    let intro = words.say(
        "herstel_intro",
        context! { naam => plan.client.first_name.as_str() },
    )?;
    let mut parts = vec![loose(&intro)];
    let lists = [
        ("herstel_goed", "herstelplan", &recovery.keeps_well),
        ("herstel_triggers", "herstelplan", &recovery.triggers),
        ("herstel_signalen", "herstelplan", &recovery.warning_signs),
        ("herstel_mis", "herstelplan", &recovery.breaking_down),
        ("herstel_steun", "herstelplan", &recovery.daily_support),
        ("herstel_crisis", "crisisafspraken", &recovery.crisis),
    ];
    for (heading, element, list) in lists {
        let items: Vec<_> = list.iter().map(ToString::to_string).collect();
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
                telefoon => contact.phone.as_ref().map(Text::as_str),
                wanneer => contact.when.as_ref().map(Text::as_str),
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

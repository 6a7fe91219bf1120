//! The client's own recovery plan: what keeps me well, how I notice, and whom I call.

use minijinja::context;

use crate::dossier::care::CrisisContact;
use crate::dossier::value::Text;
use crate::phrase::PhraseError;
use crate::rendition::easy::{Booklet, Group, MOST_WORDS, short_sentences, whole};
use crate::rendition::easy_view::Line;

/// Adds the recovery plan, as far as it is said in short sentences.
pub(super) fn pages(booklet: &mut Booklet<'_>) -> Result<(), PhraseError> {
    let context = booklet.context;
    let Some(recovery) = &context.dossier.plan.recovery else {
        return Ok(());
    };
    section(
        booklet,
        "houdt_mij_goed",
        [
            ("kop_doet_goed", &recovery.keeps_well),
            ("kop_steun", &recovery.daily_support),
        ],
        Vec::new(),
    )?;
    section(
        booklet,
        "minder_goed",
        [
            ("kop_triggers", &recovery.triggers),
            ("kop_signalen", &recovery.warning_signs),
        ],
        Vec::new(),
    )?;
    let mut calls = Vec::new();
    for (number, contact) in recovery.crisis_support.iter().enumerate() {
        // A group for each, so that whom to call and when stay on one page.
        calls.push(Group {
            heading: if number == 0 {
                Some(booklet.word("kop_wie_bel_ik")?)
            } else {
                None
            },
            lines: call(booklet, contact)?,
        });
    }
    section(
        booklet,
        "niet_goed",
        [
            ("kop_gebeurt", &recovery.breaking_down),
            ("kop_crisis", &recovery.crisis),
        ],
        calls,
    )
}

/// Whom to call, and when.
fn call(booklet: &mut Booklet<'_>, contact: &CrisisContact) -> Result<Vec<Line>, PhraseError> {
    let name = contact.name.as_str().split(',').next().unwrap_or_default();
    let phone = contact.phone.as_ref().map(|phone| whole(phone.as_str()));
    let variables = context! { naam => name, telefoon => phone, email => None::<String> };
    let mut lines = vec![booklet.told_of("ik_bel", variables, Some("bellen"))?];
    let when = contact
        .when
        .as_ref()
        .and_then(|when| short_sentences(when.as_str(), MOST_WORDS));
    lines.extend(booklet.lines(when.unwrap_or_default()));
    Ok(lines)
}

/// Adds pages with what is short enough of each list, and a word on what is left out.
fn section(
    booklet: &mut Booklet<'_>,
    title: &str,
    lists: [(&str, &Vec<Text>); 2],
    more: Vec<Group>,
) -> Result<(), PhraseError> {
    let mut groups = Vec::new();
    for (heading, texts) in lists {
        let mut lines: Vec<Line> = Vec::new();
        let mut left_out = false;
        for text in texts {
            match short_sentences(text.as_str(), MOST_WORDS) {
                Some(sentences) => lines.extend(booklet.lines(sentences)),
                None => left_out = true,
            }
        }
        if left_out && !lines.is_empty() {
            lines.push(booklet.told("meer_in_plan", "plan")?);
        }
        groups.push(booklet.group(heading, lines)?);
    }
    groups.extend(more);
    let title = booklet.word(title)?;
    booklet.section(&title, groups, Vec::new())
}

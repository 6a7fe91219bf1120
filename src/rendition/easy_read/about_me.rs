//! Who I am, and how I want to be helped.

use minijinja::context;

use crate::dossier::plan::{Passage, Plan};
use crate::dossier::value::Text;
use crate::language::{self, first_person};
use crate::phrase::PhraseError;
use crate::rendition::easy::{Booklet, Group, MOST_WORDS, USUAL_WORDS, short_sentences};
use crate::rendition::easy_view::Line;

/// Sentences in the client's own words that a theme has at most.
const OWN_SENTENCES: usize = 3;

/// Adds who I am: the author's easy sentences, or else the client's own words and talents.
pub(super) fn pages(booklet: &mut Booklet<'_>) -> Result<(), PhraseError> {
    let plan = &booklet.context.dossier.plan;
    let written = plan.who_am_i.iter().any(|passage| !passage.easy.is_empty());
    let mut groups = Vec::new();
    for passage in &plan.who_am_i {
        let mut lines = if written {
            booklet.said(&passage.easy)
        } else {
            own_words(booklet, passage)
        };
        add_photo(booklet, passage, &mut lines)?;
        let heading = booklet.word(&format!("thema_{}", passage.theme.word()))?;
        groups.push(Group {
            heading: Some(heading),
            lines,
        });
    }
    if !written {
        let lines = talents(booklet, plan);
        groups.push(booklet.group("kop_talenten", lines)?);
    }
    let lines = support_style(booklet, plan);
    groups.push(booklet.group("kop_ondersteunen", lines)?);
    let title = booklet.word("dit_ben_ik")?;
    booklet.section(&title, groups, Vec::new())
}

/// The client's own words on a theme, where each sentence is short.
fn own_words(booklet: &mut Booklet<'_>, passage: &Passage) -> Vec<Line> {
    let words = passage.own_words.as_ref().map(Text::as_str);
    let sentences = words
        .and_then(|text| short_sentences(text, MOST_WORDS))
        .unwrap_or_default();
    if sentences.len() > OWN_SENTENCES {
        Vec::new()
    } else {
        booklet.lines(sentences)
    }
}

/// Talents that can be said by the client in a short sentence.
fn talents(booklet: &mut Booklet<'_>, plan: &Plan) -> Vec<Line> {
    let subject = booklet.subject();
    let talents = plan.picture.iter().flat_map(|picture| &picture.talents);
    let sentences = talents
        .filter_map(|talent| first_person(talent.as_str(), subject))
        .map(|sentence| language::digits(&sentence))
        .filter(|sentence| language::count_words(sentence) <= USUAL_WORDS)
        .collect();
    booklet.lines(sentences)
}

/// How I want to be supported, where it is said shortly and not about the client.
fn support_style(booklet: &mut Booklet<'_>, plan: &Plan) -> Vec<Line> {
    let style = plan
        .picture
        .as_ref()
        .and_then(|picture| picture.support_style.as_ref());
    let spoken = style.filter(|text| !language::speaks_of(text.as_str(), booklet.subject()));
    let sentences = spoken.and_then(|text| short_sentences(text.as_str(), MOST_WORDS));
    booklet.lines(sentences.unwrap_or_default())
}

/// Sets the photo of a theme beside the sentence that it belongs to, or below with what it shows.
fn add_photo(
    booklet: &mut Booklet<'_>,
    passage: &Passage,
    lines: &mut Vec<Line>,
) -> Result<(), PhraseError> {
    let (Some(name), Some(shows)) = (&passage.photo, &passage.photo_shows) else {
        return Ok(());
    };
    let Some(photo) = booklet.photo(name, None) else {
        return Ok(());
    };
    let has_it = |line: &Line| line.pictures().any(|picture| picture.path == photo.path);
    if lines.is_empty() || lines.iter().any(has_it) {
        return Ok(());
    }
    let words: Vec<_> = language::words(shows.as_str())
        .map(str::to_lowercase)
        .collect();
    let told = |line: &&mut Line| {
        language::words(&line.text)
            .any(|word| word.len() > 3 && words.contains(&word.to_lowercase()))
    };
    if let Some(line) = lines.iter_mut().find(told) {
        line.picture = booklet.photo(name, Some(shows.to_string()));
        return Ok(());
    }
    let first = language::sentences(shows.as_str())
        .into_iter()
        .next()
        .unwrap_or_default();
    let caption = first.trim_end_matches('.');
    if language::count_words(caption) <= MOST_WORDS {
        let text = booklet.say("foto_van", context! { toont => caption })?;
        lines.push(Line::new(text, Some(photo)));
    }
    Ok(())
}

//! The goals and the wishes: a sheet for each that can be told in a few words.

use std::collections::BTreeSet;

use minijinja::context;

use super::few_words::{brief_sentence, brief_title};
use super::view::Sheet;
use crate::dossier::goal::{Goal, Sentence};
use crate::dossier::value::Text;
use crate::language;
use crate::phrase::{PhraseError, capitalise};
use crate::pictogram::photo::PhotoFrame;
use crate::rendition::easy::Booklet;
use crate::rendition::easy_read::{title, told_by};
use crate::rendition::view::Picture;

/// Letters of a word that says something.
const TELLING: usize = 4;
/// How a sentence begins that says a wish by itself.
const WANTING: &str = "Ik wil ";
/// General wishes at most.
const WISHES: usize = 3;

/// A sheet for each goal, and for its wish where that says something else; then the other wishes,
/// and an empty one.
pub(super) fn sheets(booklet: &mut Booklet<'_>) -> Result<Vec<Sheet>, PhraseError> {
    let plan = &booklet.context.dossier.plan;
    let mut sheets = Vec::new();
    let mut told = BTreeSet::new();
    for (index, goal) in plan.goals.iter().enumerate() {
        let (text, word) = told_by(booklet, goal);
        let picture = booklet.sheet_picture(text, word);
        let words = match brief_title(title(goal)).or_else(|| brief_title(goal.title.as_str())) {
            Some(words) => capitalise(words),
            None => booklet.say("platen.doel", context! { nummer => index + 1 })?,
        };
        let wish = wish(booklet, goal).filter(|(wish, shown)| {
            told.insert(wish.to_lowercase())
                && says_more(wish, shown.as_ref(), &words, picture.as_ref())
        });
        // A goal that nothing shows is shown as what it is.
        let sign = booklet.pictogram("doel", "", PhotoFrame::SHEET);
        let (picture, sign) = match picture {
            None => (sign, None),
            picture => (picture, sign),
        };
        sheets.push(Sheet::Goal {
            words,
            picture,
            sign,
        });
        sheets.extend(wish.map(|(words, picture)| Sheet::Wish { words, picture }));
    }
    let wishes = plan.picture.iter().flat_map(|picture| &picture.wishes);
    let wishes = wishes
        .filter(|wish| wish.as_str().starts_with(WANTING))
        .filter_map(|wish| brief_sentence(wish.as_str()));
    for words in wishes
        .filter(|wish| told.insert(wish.to_lowercase()))
        .take(WISHES)
    {
        let picture = booklet.sheet_picture(&words, None);
        sheets.push(Sheet::Wish { words, picture });
    }
    sheets.push(Sheet::Wish {
        words: booklet.word("platen.wat_wil_ik")?,
        picture: None,
    });
    Ok(sheets)
}

/// What the client wants with a goal, in a few words: the author's sentence, or the wish itself.
fn wish(booklet: &mut Booklet<'_>, goal: &Goal) -> Option<(String, Option<Picture>)> {
    let easy = goal.easy.iter().flat_map(|easy| &easy.want);
    let own_wish = |sentence: &&Sentence| sentence.text.as_str().starts_with(WANTING);
    let written = easy.filter(own_wish).filter_map(|sentence| {
        let words = brief_sentence(sentence.text.as_str())?;
        Some((words, sentence.picture.as_ref().map(Text::as_str)))
    });
    let own = goal
        .wish
        .iter()
        .flat_map(|wish| language::sentences(wish.as_str()))
        .filter(|sentence| sentence.starts_with(WANTING))
        .filter_map(brief_sentence)
        .map(|words| (words, None));
    let (words, shown) = written.chain(own).next()?;
    let picture = booklet.sheet_picture(&words, shown);
    Some((words, picture))
}

/// Whether a wish shows something else than the sheet of its goal, and says something else.
fn says_more(wish: &str, shown: Option<&Picture>, title: &str, picture: Option<&Picture>) -> bool {
    if shown.is_some_and(|shown| picture.is_some_and(|picture| shown.path == picture.path)) {
        return false;
    }
    let title: BTreeSet<_> = language::words(title).map(str::to_lowercase).collect();
    language::words(wish)
        .map(str::to_lowercase)
        .any(|word| word.chars().count() >= TELLING && !title.contains(&word))
}

//! Knows which of the client's photos a sentence speaks of: of a thing by its word in any form, of
//! somebody by their name with its capital.
//!
//! A photo of my bus is no photo of his bus, nor of a bus that doesn't come; a photo of somebody
//! is none of their namesake.

use std::borrow::Cow;
use std::ops::Range;

use super::super::Context;
use super::settings::Settings;
use crate::dossier::identifier::FileName;
use crate::dossier::people::Named;
use crate::dossier::plan::OwnPhoto;
use crate::dossier::value::Text;
use crate::language;
use crate::pictogram::{Library, Match, Wishes};

/// Words that say that something is somebody else's.
const THEIRS: &[&str] = &["haar", "hun", "je", "jouw", "uw", "zijn"];
/// What follows a verb at the start of a question: `Wil ik dat?` is not about somebody named Wil.
const AFTER_VERB: &[&str] = &[
    "dat", "dit", "er", "het", "hij", "ik", "je", "jij", "u", "we", "wij", "ze", "zij",
];

/// A photo with the word or name that it shows.
#[derive(Clone, Debug)]
pub(super) struct Shown<'a> {
    word: Cow<'a, str>,
    /// Its words; those of a thing in lower case.
    tokens: Vec<String>,
    is_name: bool,
    /// What the word means, if it means one thing only.
    concept: Option<String>,
    photo: &'a FileName,
}

/// Whether a text speaks of what an own photo shows.
pub(crate) fn speaks_of_photo(context: &Context<'_>, own: &OwnPhoto, text: &str) -> bool {
    let library = context.library;
    let settings = Settings::of(context);
    let meaning = own.meaning.as_ref().map(Text::as_str);
    let shown = Shown::own(library, own.word.as_str(), meaning, &own.photo);
    let wishes = Wishes {
        sets: settings.sets,
        never: &settings.never,
    };
    let means = |found: Match| shown.concept.as_ref() == Some(&found.concept);
    !shown.at(&tokens(text)).is_empty() || library.find_all(text, &wishes).into_iter().any(means)
}

/// Where a sentence speaks of what a photo shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Spot<'a> {
    /// Bytes of the sentence.
    pub(super) span: Range<usize>,
    pub(super) photo: &'a FileName,
    pub(super) is_name: bool,
    /// What is meant there, where the lexicon knows.
    pub(super) concept: Option<String>,
}

/// A word of a sentence, with its bytes.
#[derive(Clone, Debug)]
pub(super) struct Token<'a> {
    pub(super) text: &'a str,
    pub(super) span: Range<usize>,
}

/// The words of a text and where they stand.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut from = 0;
    language::words(text)
        .map(|word| {
            let at = text[from..].find(word).expect("a word of the text");
            let span = from + at..from + at + word.len();
            from = span.end;
            Token { text: word, span }
        })
        .collect()
}

impl<'a> Shown<'a> {
    /// A photo of the person's own. `meaning` is another word for what it shows.
    pub(super) fn own(
        library: &Library,
        word: &'a str,
        meaning: Option<&str>,
        photo: &'a FileName,
    ) -> Self {
        let mut shown = Self::new(word.into(), photo);
        if !shown.is_name {
            // `oude kat` is not every cat.
            let is_whole =
                |found: &Match| language::count_words(&found.word) == language::count_words(word);
            let found = || library.by_word(word, &Wishes::default());
            let main = || Some(found().filter(is_whole)?.concept);
            shown.concept = match meaning {
                Some(meaning) => library.concept(meaning),
                None => library.concept(word).or_else(main),
            };
        }
        shown
    }

    /// A portrait of somebody, by each name that is theirs alone.
    pub(super) fn person(person: Named<'a>) -> impl Iterator<Item = Self> {
        let photo = person.photo;
        let first = (!person.shares_name).then_some(Cow::Borrowed(person.first_name));
        let full = person.full_name.map(Cow::Owned);
        let names = full.into_iter().chain(first);
        names.filter_map(move |name| Some(Self::new(name, photo?)))
    }

    fn new(word: Cow<'a, str>, photo: &'a FileName) -> Self {
        let is_name = word.chars().next().is_some_and(char::is_uppercase);
        let form = |text: &str| {
            if is_name {
                text.to_owned()
            } else {
                text.to_lowercase()
            }
        };
        Self {
            tokens: language::words(&word).map(form).collect(),
            word,
            is_name,
            concept: None,
            photo,
        }
    }

    /// The photo.
    pub(super) fn photo(&self) -> &'a FileName {
        self.photo
    }

    /// Whether this is the word itself.
    pub(super) fn is_called(&self, word: &str) -> bool {
        self.word.to_lowercase() == word.to_lowercase()
    }

    /// Whether an author who asks for a picture by this word means this photo.
    pub(super) fn is_asked_by(&self, word: &str, concept: Option<&String>) -> bool {
        self.is_called(word)
            || self.concept.is_some() && self.concept.as_ref() == concept
            || !self.is_name && concept.is_none() && self.is_all_of(word)
    }

    /// Whether this is what the photo shows.
    pub(super) fn means(&self, concept: &str) -> bool {
        self.concept.as_deref() == Some(concept)
    }

    /// Whether words are this one in another form, and nothing else.
    fn is_all_of(&self, words: &str) -> bool {
        let words = tokens(words);
        words.len() == self.tokens.len() && !self.at(&words).is_empty()
    }

    /// Whether the word stands among those that never get a picture: in any form, or as one of
    /// somebody's names.
    pub(super) fn is_barred(&self, never: &[&str]) -> bool {
        never.iter().any(|never| {
            self.is_called(never)
                || if self.is_name {
                    is_of_name(&self.word, never)
                } else {
                    self.is_all_of(never) || self.has_form(never)
                }
        })
    }

    /// Whether this is another form of one word: the photo of `bussen`, and the word `bus`.
    fn has_form(&self, word: &str) -> bool {
        matches!(self.tokens.as_slice(), [own] if is_form(own, &word.to_lowercase()))
    }

    /// Where the word stands among those of a sentence, in any of its forms.
    fn at(&self, sentence: &[Token<'_>]) -> Vec<Range<usize>> {
        let Some((last, others)) = self.tokens.split_last() else {
            return Vec::new();
        };
        let count = self.tokens.len();
        let mut spans = Vec::new();
        for (index, window) in sentence.windows(count).enumerate() {
            let (found, before) = window.split_last().expect("at least one word");
            let fits = if self.is_name {
                before.iter().map(|token| token.text).eq(others)
                    && is_named(found.text, last, sentence.get(index + count))
                    && !(index == 0 && count == 1 && starts_question(sentence))
            } else {
                before
                    .iter()
                    .map(|token| token.text.to_lowercase())
                    .eq(others.iter().cloned())
                    && is_form(&found.text.to_lowercase(), last)
                    && !is_theirs(sentence, index, count)
            };
            if fits {
                spans.push(window[0].span.start..found.span.end);
            }
        }
        spans
    }
}

/// Whether somebody's name holds these words: `Truus` and `de Vries` of `Truus de Vries`; or the
/// words begin with a name that is a first name only.
pub(super) fn is_of_name(name: &str, words: &str) -> bool {
    let lower = |text: &str| -> Vec<_> { language::words(text).map(str::to_lowercase).collect() };
    let (name, words) = (lower(name), lower(words));
    !words.is_empty()
        && (name.windows(words.len()).any(|part| part == words)
            || name.len() == 1 && words.first() == name.first())
}

/// Whether a word is a name, or the name of whose something is: `Truus`, `Truus'`, `Noors tas`.
fn is_named(word: &str, name: &str, next: Option<&Token<'_>>) -> bool {
    word.strip_prefix(name).is_some_and(|rest| match rest {
        "" | "'s" | "’s" => true,
        // `Ik leer Noors` is a language.
        "s" => next.is_some_and(|next| next.text.starts_with(char::is_lowercase)),
        _ => false,
    })
}

/// Whether the first word of a sentence is its verb.
fn starts_question(sentence: &[Token<'_>]) -> bool {
    sentence
        .get(1)
        .is_some_and(|next| AFTER_VERB.contains(&next.text.to_lowercase().as_str()))
}

/// Whether one lower-case word is a form of another: `bussen` and `busje` of `bus`.
fn is_form(word: &str, of: &str) -> bool {
    word == of || language::base_forms(word).iter().any(|form| form == of)
}

/// Whether the words at a place are somebody else's: `zijn bus`, `de bus van Bas`.
fn is_theirs(sentence: &[Token<'_>], at: usize, count: usize) -> bool {
    let before = at
        .checked_sub(1)
        .map(|before| sentence[before].text.to_lowercase());
    let after = |number: usize| sentence.get(at + count + number).map(|token| token.text);
    before.is_some_and(|before| THEIRS.contains(&before.as_str()))
        || after(0) == Some("van")
            && after(1).is_some_and(|owner| owner.starts_with(char::is_uppercase))
}

/// Every place where a sentence speaks of a photo, from left to right; none in a sentence that
/// denies something, since that may be it. Of two photos at one place, the first is taken.
pub(super) fn spots<'a>(photos: &[&Shown<'a>], sentence: &str, found: &[Match]) -> Vec<Spot<'a>> {
    if Library::denies(sentence) {
        return Vec::new();
    }
    let words = tokens(sentence);
    let mut spots: Vec<Spot<'a>> = Vec::new();
    let mut add = |shown: &Shown<'a>, span: Range<usize>| {
        if !spots.iter().any(|spot| overlap(&spot.span, &span)) {
            spots.push(Spot {
                span,
                photo: shown.photo,
                is_name: shown.is_name,
                concept: shown.concept.clone(),
            });
        }
    };
    for shown in photos {
        for span in shown.at(&words) {
            if !found
                .iter()
                .any(|found| means_other(found, sentence, &span, shown))
            {
                add(shown, span);
            }
        }
    }
    for found in found.iter().filter(|found| !found.crossed) {
        let meant = photos
            .iter()
            .find(|shown| shown.concept.as_ref() == Some(&found.concept));
        let owner = words.iter().position(|word| word.span == found.span);
        if let Some(shown) = meant
            && !owner.is_some_and(|at| is_theirs(&words, at, 1))
            && !found.span.is_empty()
        {
            add(shown, found.span.clone());
        }
    }
    spots.sort_by_key(|spot| spot.span.start);
    spots
}

/// Whether the lexicon knows better than the photo: a fixed expression around the word, or another
/// sense of it.
fn means_other(found: &Match, sentence: &str, span: &Range<usize>, shown: &Shown<'_>) -> bool {
    if shown.is_name || shown.concept.as_ref() == Some(&found.concept) {
        return false;
    }
    let word = &sentence[span.clone()];
    let said: Vec<_> = language::words(&found.word).collect();
    let words = language::words(word).count();
    let within = said.windows(words).any(|part| part.join(" ") == word);
    // Words that stand apart, as `haal … op`, don't hold what is between them.
    let around =
        said.len() > words && within && (found.span.is_empty() || overlap(&found.span, span));
    let same = shown.concept.is_some() && said.len() <= words && overlap(&found.span, span);
    around || same
}

/// Whether two places share a byte.
pub(super) fn overlap(one: &Range<usize>, two: &Range<usize>) -> bool {
    one.start < two.end && two.start < one.end
}

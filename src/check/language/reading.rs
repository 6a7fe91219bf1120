//! A sentence analysed once, for all rules: its words, what they may be forms of, and which are
//! verbs.

use std::ops::Range;

use super::{Hit, abbreviation, difficult_word, english_word, jargon, long_compound, metaphor};
use crate::language::{
    KNOWN_TO_ALL, PARTICLES, VerbForm, WordList, base_forms, is_listed, verb_form,
};

/// Words that a noun follows.
#[rustfmt::skip]
const DETERMINERS: &[&str] = &[
    "de", "het", "een", "'n", "n", "mijn", "m'n", "jouw", "je", "uw", "haar", "ons", "onze", "hun", "jullie", "geen",
    "dit", "deze", "die", "dat", "elk", "elke", "iedere", "ieder", "welke", "welk", "veel", "weinig", "meer", "minder",
    "genoeg", "wat", "alle", "andere", "eigen", "zijn", "z'n",
];

/// Words that a noun follows as well, or a whole phrase with one.
#[rustfmt::skip]
const PREPOSITIONS: &[&str] = &[
    "aan", "achter", "als", "bij", "binnen", "boven", "buiten", "door", "in", "langs", "met", "na", "naar", "naast",
    "om", "onder", "op", "over", "per", "rond", "sinds", "tegen", "tijdens", "tot", "tussen", "uit", "van", "vanaf",
    "via", "voor", "zonder", "te",
];

/// Which of the rules about words a word breaks; one at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Label {
    /// A word of care.
    Jargon,
    /// An English word.
    English,
    /// A short form.
    Abbreviation,
    /// A long word made of words.
    LongCompound,
    /// Another word that is hard.
    Difficult,
}

/// A word of a sentence.
#[derive(Clone, Debug)]
pub(crate) struct Token<'a> {
    /// Where it stands, in bytes.
    pub(crate) range: Range<usize>,
    /// As it stands, without the punctuation around it.
    pub(crate) text: &'a str,
    /// What stands between it and the next word.
    pub(crate) after: &'a str,
    /// In lower case, with a straight apostrophe.
    pub(crate) lower: String,
    /// Words that it may be a form of.
    pub(crate) forms: Vec<String>,
    /// What it is as a verb, in this place.
    pub(crate) verb: VerbForm,
    /// Whether it is part of a figure of speech, or its verb.
    pub(crate) is_figurative: bool,
    ends_part: bool,
    label: Option<(Label, Range<usize>, Option<String>)>,
}

impl Token<'_> {
    /// Whether it is this word, whatever its capitals.
    pub(crate) fn is(&self, word: &str) -> bool {
        self.lower == word
    }

    /// Whether it is one of these words.
    pub(crate) fn is_one_of(&self, words: &[&str]) -> bool {
        words.contains(&self.lower.as_str())
    }

    /// Whether a comma or another mark follows it.
    pub(crate) fn ends_part(&self) -> bool {
        self.ends_part
    }

    /// Whether it is written in capitals throughout, with this many letters at least.
    pub(crate) fn is_capitals(&self, least: usize) -> bool {
        let letters = self.text.chars().filter(|c| c.is_alphabetic()).count();
        letters >= least && !self.text.chars().any(char::is_lowercase)
    }

    /// Whether it starts with a capital.
    pub(crate) fn has_capital(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether a rule about words has claimed it.
    pub(crate) fn is_labelled(&self) -> bool {
        self.label.is_some()
    }
}

/// A sentence and its words.
#[derive(Clone, Debug)]
pub(crate) struct Reading<'a> {
    /// The whole sentence.
    pub(crate) text: &'a str,
    /// Its words.
    pub(crate) tokens: Vec<Token<'a>>,
    /// Its figures of speech.
    pub(crate) figures: Vec<Hit>,
}

impl<'a> Reading<'a> {
    /// Reads a sentence.
    pub(crate) fn new(text: &'a str) -> Self {
        let mut reading = Self {
            text,
            tokens: tokens(text),
            figures: Vec::new(),
        };
        for at in 0..reading.tokens.len() {
            reading.tokens[at].verb = reading.verb_at(at);
        }
        reading.figures = metaphor::figures(&mut reading.tokens);
        jargon::label(&mut reading);
        english_word::label(&mut reading);
        abbreviation::label(&mut reading);
        long_compound::label(&mut reading);
        difficult_word::label(&mut reading);
        reading
    }

    /// The places that carry this label.
    pub(crate) fn labelled(&self, wanted: Label) -> Vec<Hit> {
        self.tokens
            .iter()
            .filter_map(|token| token.label.as_ref())
            .filter(|(label, ..)| *label == wanted)
            .map(|(_, range, advice)| Hit {
                range: range.clone(),
                advice: advice.clone(),
            })
            .collect()
    }

    /// Gives a word its label, unless it has one.
    pub(crate) fn set_label(
        &mut self,
        at: usize,
        number: usize,
        label: Label,
        advice: Option<&str>,
    ) {
        let end = self.tokens[at + number - 1].range.end;
        let range = self.tokens[at].range.start..end;
        for token in &mut self.tokens[at..at + number] {
            if token.label.is_none() {
                token.label = Some((label, range.clone(), advice.map(str::to_owned)));
            }
        }
    }

    /// Labels every word and group of words that a list knows. `names`: whether a word with a
    /// capital within the sentence counts as well.
    pub(crate) fn label_listed(&mut self, list: &WordList, label: Label, names: bool) {
        let words: Vec<String> = self
            .tokens
            .iter()
            .map(|token| token.lower.clone())
            .collect();
        for at in 0..words.len() {
            let figurative = self.tokens[at].is_figurative && label == Label::Difficult;
            if self.tokens[at].label.is_some() || figurative || !names && self.is_name(at) {
                continue;
            }
            if let Some((number, plain)) = list.group(&words[at..]) {
                self.set_label(at, number, label, advice(plain));
                continue;
            }
            let token = &self.tokens[at];
            // An easy word is no form of a hard one that it happens to look like.
            let found = if words[at].chars().count() < 4 || is_listed(&words[at]) {
                list.exact(&words[at])
            } else {
                list.find(&token.forms)
            };
            let found = found.filter(|_| !self.is_easy_apart(at));
            if let Some(plain) = found.or_else(|| self.find_apart(at, list)) {
                self.set_label(at, 1, label, advice(plain));
            }
        }
    }

    /// The plain word for a verb whose particle stands elsewhere: `past … aan`, `aan te passen`.
    fn find_apart<'l>(&self, at: usize, list: &'l WordList) -> Option<&'l str> {
        if self.tokens[at].verb == VerbForm::None && self.tokens[at].forms.len() < 2 {
            return None;
        }
        self.particles(at).find_map(|particle| {
            self.tokens[at]
                .forms
                .iter()
                .find_map(|form| list.exact(&format!("{particle}{form}")))
        })
    }

    /// Whether a verb is easy together with its particle: `Ik check in.`
    fn is_easy_apart(&self, at: usize) -> bool {
        let next = self.tokens.get(at + 1).map(|next| next.lower.as_str());
        self.particles(at)
            .chain(next.filter(|next| PARTICLES.contains(next)))
            .any(|particle| {
                self.tokens[at]
                    .forms
                    .iter()
                    .any(|form| is_listed(&format!("{particle}{form}")))
            })
    }

    /// Words that may be the parted particle of the verb at a place.
    pub(crate) fn particles(&self, at: usize) -> impl Iterator<Item = &str> {
        let before = (at > 1 && self.tokens[at - 1].is("te")).then(|| &self.tokens[at - 2]);
        let after = (at + 1..self.tokens.len())
            .filter(|later| {
                let next = self.tokens.get(later + 1);
                self.tokens[*later].ends_part()
                    || next.is_none_or(|next| next.is_one_of(&["en", "maar", "of", "om", "want"]))
            })
            .map(|later| &self.tokens[later]);
        before
            .into_iter()
            .chain(after)
            .map(|token| token.lower.as_str())
            .filter(|word| PARTICLES.contains(word))
    }

    /// Whether a word is a name: a capital within the sentence, and not all capitals.
    pub(crate) fn is_name(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let opens = at == 0
            || self.tokens[at - 1]
                .after
                .contains(['.', '!', '?', ':', '"', '“', '‘', '„']);
        token.has_capital() && !opens && !token.is_capitals(3)
    }

    /// Whether a finite verb stands at a place.
    pub(crate) fn is_finite(&self, at: usize) -> bool {
        self.tokens[at].verb == VerbForm::Finite
    }

    /// Whether a finite verb stands anywhere in this range of words.
    pub(crate) fn has_finite(&self, range: Range<usize>) -> bool {
        range.clone().any(|at| self.is_finite(at))
    }

    /// What the word at a place is as a verb, seen from the words around it.
    fn verb_at(&self, at: usize) -> VerbForm {
        let token = &self.tokens[at];
        let before = at.checked_sub(1).map(|at| &self.tokens[at]);
        let before = before.filter(|before| !before.ends_part());
        let after = self.tokens.get(at + 1).filter(|_| !token.ends_part());
        if token.is("zijn") {
            return self.form_of_zijn(at);
        }
        let form = verb_form(&token.lower);
        if form == VerbForm::None || self.is_name(at) {
            return VerbForm::None;
        }
        let pronoun = [
            "het", "dat", "die", "dit", "deze", "je", "wat", "jullie", "veel", "meer",
        ];
        if let Some(before) = before {
            let determined = before.is_one_of(DETERMINERS)
                && !(before.is_one_of(&pronoun)
                    && form == VerbForm::Finite
                    && !(before.is("het") && token.is("was") && at > 1))
                && !(before.is_one_of(&["je", "jullie"]) && form != VerbForm::Finite && at == 1);
            let adjective = before.lower.ends_with('e')
                && before.lower.len() > 4
                && before.verb == VerbForm::None
                && form == VerbForm::Stem;
            if determined
                || adjective
                || before.is_one_of(PREPOSITIONS)
                    && form != VerbForm::Infinitive
                    && !(before.ends_part())
                    && !is_particle_end(before, token)
            {
                return VerbForm::None;
            }
        }
        match form {
            VerbForm::Stem => {
                let near = |token: Option<&Token<'_>>, words: &[&str]| {
                    token.is_some_and(|token| token.is_one_of(words))
                };
                let whose = near(before, &["ik"]) || near(after, &["ik", "je", "jij"]);
                let inverted = self.tokens[..at]
                    .iter()
                    .any(|token| token.is_one_of(&["ik"]));
                let joined = before.is_some_and(|before| before.is_one_of(&["en", "maar", "niet"]))
                    && inverted
                    && after.is_some();
                let last = at + 1 == self.tokens.len() || token.ends_part();
                let closing = last
                    && inverted
                    && self.tokens[..at].iter().any(|token| {
                        token.is_one_of(&[
                            "als", "dat", "omdat", "wat", "waar", "hoe", "wie", "die", "of",
                            "zodat", "terwijl", "voordat", "nadat", "wanneer",
                        ])
                    });
                if whose || joined || closing || at == 0 && after.is_some() {
                    VerbForm::Finite
                } else {
                    VerbForm::None
                }
            }
            VerbForm::Infinitive => {
                let plural = ["we", "wij", "jullie", "ze", "zij"];
                let whose = before.is_some_and(|before| before.is_one_of(&plural))
                    || at <= 1 && after.is_some_and(|after| after.is_one_of(&plural));
                if whose { VerbForm::Finite } else { form }
            }
            other => other,
        }
    }

    /// `zijn` as a verb, where it isn't `his`.
    fn form_of_zijn(&self, at: usize) -> VerbForm {
        let subjects = [
            "we", "wij", "jullie", "ze", "zij", "er", "hier", "daar", "dat", "dit", "die", "deze",
            "mensen", "ouders", "dagen",
        ];
        let last = at + 1 == self.tokens.len() || self.tokens[at].ends_part();
        let before = at.checked_sub(1).map(|at| &self.tokens[at]);
        let after = self.tokens.get(at + 1);
        let plural = before.is_some_and(|before| {
            before.is_one_of(&subjects)
                || before.verb == VerbForm::None
                    && !before.is_one_of(PREPOSITIONS)
                    && (before.lower.ends_with("en") || before.lower.ends_with('s'))
                    && before.lower.len() > 4
        });
        let opens = before.is_none() && after.is_some_and(|after| after.is_one_of(&subjects));
        if last && !plural {
            VerbForm::Infinitive
        } else if plural || opens {
            VerbForm::Finite
        } else {
            VerbForm::None
        }
    }
}

/// Whether a preposition closes the clause before the verb: `Als ik opsta, …`, `waar ik op wacht`.
fn is_particle_end(before: &Token<'_>, verb: &Token<'_>) -> bool {
    PARTICLES.contains(&before.lower.as_str())
        && crate::language::verb_form(&verb.lower) == VerbForm::Finite
        && !before.is("als")
        && verb.lower != "was"
        && verb.lower.len() > 2
        && !crate::language::is_listed(&verb.lower)
}

/// The advice that a list gives, if it gives any.
fn advice(plain: &str) -> Option<&str> {
    (!plain.is_empty()).then_some(plain)
}

/// Takes a sentence apart; a slash within a word parts it, save in an abbreviation.
fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut places: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    for piece in text.split(char::is_whitespace) {
        let at = start;
        start += piece.len()
            + text[start + piece.len()..]
                .chars()
                .next()
                .map_or(0, char::len_utf8);
        let whole = piece.trim_matches(|c: char| !c.is_alphanumeric());
        let short = whole.len() <= 4 && whole.contains('/');
        let mut inner = at;
        for part in piece.split(|c: char| !short && matches!(c, '/' | '…' | '–' | '—')) {
            let word = part.trim_matches(|c: char| !c.is_alphanumeric());
            if let Some(found) = part.find(word).filter(|_| !word.is_empty()) {
                places.push(inner + found..inner + found + word.len());
            }
            let end = inner + part.len();
            inner = end + text[end..].chars().next().map_or(0, char::len_utf8);
        }
    }
    let ends: Vec<usize> = places
        .iter()
        .skip(1)
        .map(|next| next.start)
        .chain([text.len()])
        .collect();
    places
        .into_iter()
        .zip(ends)
        .map(|(range, end)| {
            let word = &text[range.clone()];
            let lower = word.to_lowercase().replace('’', "'");
            let after = &text[range.end..end];
            // A full stop before a small letter belongs to an abbreviation.
            let goes_on = text[end..].starts_with(char::is_lowercase);
            let stops = after.contains('.') && !goes_on;
            Token {
                after,
                ends_part: stops || after.contains([',', ';', ':', '!', '?', '(', ')', '–', '—']),
                text: word,
                forms: forms(&lower),
                lower,
                verb: VerbForm::None,
                is_figurative: false,
                label: None,
                range,
            }
        })
        .collect()
}

/// What a word may be a form of; a number or an everyday abbreviation only of itself.
fn forms(lower: &str) -> Vec<String> {
    if lower.starts_with(|c: char| c.is_ascii_digit()) || KNOWN_TO_ALL.binary_search(&lower).is_ok()
    {
        vec![lower.to_owned()]
    } else {
        base_forms(lower)
    }
}

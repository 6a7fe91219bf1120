//! The words of a sentence, ready to be compared: lower case, number words as digits, and each with
//! its place.

use std::ops::Range;

use super::Said;
use super::weekday::is_short_day;
use crate::language::number::in_digits;

/// A number in hundredths, so that it can be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Number(u64);

impl Number {
    /// Whole units.
    pub(crate) fn from_whole(number: u32) -> Self {
        Self(u64::from(number) * 100)
    }

    /// The number, where it has no decimals.
    pub(crate) fn whole(self) -> Option<u32> {
        self.0
            .is_multiple_of(100)
            .then(|| u32::try_from(self.0 / 100).ok())?
    }

    /// So many times the number.
    pub(crate) fn times(self, factor: u32) -> Self {
        Self(self.0.saturating_mul(u64::from(factor)))
    }

    /// Reads `20`, `1,5` and `1.250`; a point before two digits is a clock and no number.
    fn from_text(text: &str) -> Option<Self> {
        let (whole, decimals) = text.split_once(',').unwrap_or((text, ""));
        let mut groups = whole.split('.');
        let first = groups.next().filter(|first| is_digits(first))?;
        let mut number = first.to_owned();
        for group in groups {
            if group.len() != 3 || !is_digits(group) {
                return None;
            }
            number.push_str(group);
        }
        let hundredths = match decimals.len() {
            0 => 0,
            1 => decimals.parse::<u64>().ok()? * 10,
            2 => decimals.parse::<u64>().ok()?,
            _ => return None,
        };
        let whole: u64 = number
            .parse()
            .ok()
            .filter(|number| *number < 1_000_000_000)?;
        Some(Self(whole * 100 + hundredths))
    }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A sentence in words.
pub(super) struct Tokens<'a> {
    sentence: &'a str,
    tokens: Vec<Token>,
}

struct Token {
    word: String,
    /// Bytes in the sentence, without the punctuation around it.
    place: Range<usize>,
    /// Whether it was taken for a date, a time or a frequency.
    is_used: bool,
}

impl<'a> Tokens<'a> {
    /// Takes a sentence apart.
    pub(super) fn of(sentence: &'a str) -> Self {
        let mut tokens = Self {
            sentence,
            tokens: Vec::new(),
        };
        let mut at = 0;
        for (piece, (word, number)) in sentence.split_whitespace().zip(in_digits(sentence)) {
            let start = at + sentence[at..].find(piece).unwrap_or_default();
            at = start + piece.len();
            let place = core(piece);
            let place = start + place.start..start + place.end;
            match number {
                // One word may become two: `eens per week` is `1 keer per week`.
                Some(number) => {
                    let before = &sentence[place.start..word.start];
                    for word in format!("{before}{number}").split(' ') {
                        tokens.add(word, &place);
                    }
                }
                None => tokens.add(piece, &place),
            }
        }
        tokens
    }

    /// Adds a piece between spaces, which may hold more than one word: `3x/week`, `€20`, `ma-vr`.
    fn add(&mut self, piece: &str, place: &Range<usize>) {
        let lower = piece.to_lowercase().replace('’', "'");
        let word = &lower[core(&lower)];
        let parts: Vec<&str> = word.split(['/', '–', '—']).collect();
        let hyphens: Vec<&str> = word.split('-').collect();
        let is_range = |part: &&str| is_short_day(part) || is_digits(part);
        let parts = if word == "t/m" {
            vec!["t/m"]
        } else if hyphens.len() == 2 && hyphens.iter().all(is_range) {
            vec![hyphens[0], "t/m", hyphens[1]]
        } else {
            parts
        };
        for part in parts {
            self.add_part(part, place);
        }
    }

    fn add_part(&mut self, part: &str, place: &Range<usize>) {
        let counted = part.strip_suffix(['x', '×']).filter(|rest| is_digits(rest));
        let clock = part.split_once('u').filter(|(hour, minutes)| {
            hour.starts_with(|c: char| c.is_ascii_digit())
                && (minutes.is_empty() || is_digits(minutes))
        });
        if let Some(amount) = part.strip_prefix('€') {
            self.push("€", place);
            if !amount.is_empty() {
                self.push(amount, place);
            }
        } else if let Some(times) = counted {
            self.push(times, place);
            self.push("keer", place);
        } else if let Some((hour, minutes)) = clock {
            let dot = if minutes.is_empty() { "" } else { "." };
            self.push(&format!("{hour}{dot}{minutes}"), place);
            self.push("uur", place);
        } else {
            let word = if matches!(part, "x" | "×" | "maal" | "keren") {
                "keer"
            } else {
                part
            };
            self.push(word, place);
        }
    }

    fn push(&mut self, word: &str, place: &Range<usize>) {
        if !word.is_empty() {
            self.tokens.push(Token {
                word: word.to_owned(),
                place: place.clone(),
                is_used: false,
            });
        }
    }

    /// How many words there are.
    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// A word; nothing past the end.
    pub(super) fn word(&self, index: usize) -> &str {
        self.tokens.get(index).map_or("", |token| &token.word)
    }

    /// The word before an index.
    pub(super) fn before(&self, index: usize) -> &str {
        index.checked_sub(1).map_or("", |before| self.word(before))
    }

    /// A number in digits, also `anderhalf`.
    pub(super) fn number(&self, index: usize) -> Option<Number> {
        match self.word(index) {
            "anderhalf" | "anderhalve" => Some(Number(150)),
            word => Number::from_text(word),
        }
    }

    /// A whole number.
    pub(super) fn whole(&self, index: usize) -> Option<u32> {
        self.number(index).and_then(Number::whole)
    }

    /// Whether a word was taken already.
    pub(super) fn is_used(&self, index: usize) -> bool {
        self.tokens.get(index).is_some_and(|token| token.is_used)
    }

    /// Takes words, so that nothing else is read in them.
    pub(super) fn take(&mut self, words: Range<usize>) {
        for token in self.tokens.iter_mut().take(words.end).skip(words.start) {
            token.is_used = true;
        }
    }

    /// A value with the words that say it.
    pub(super) fn said<T>(&self, value: T, words: Range<usize>) -> Said<T> {
        let last = words.end.min(self.len()).saturating_sub(1);
        let text = match (self.tokens.get(words.start), self.tokens.get(last)) {
            (Some(first), Some(last)) if first.place.start < last.place.end => {
                self.sentence[first.place.start..last.place.end].to_owned()
            }
            _ => String::new(),
        };
        Said { value, text }
    }
}

/// Where a piece is without the punctuation around it.
fn core(piece: &str) -> Range<usize> {
    let is_core = |c: char| c.is_alphanumeric() || matches!(c, '€' | '×');
    let start = piece.find(is_core).unwrap_or(piece.len());
    let end = piece
        .char_indices()
        .rev()
        .find(|(_, c)| is_core(*c))
        .map_or(start, |(at, c)| at + c.len_utf8());
    start..end
}

//! Which rule about words claims a word: one at most, the first that does.

use super::{Hit, Reading};
use crate::language::{PARTICLES, VerbForm, WordList, is_listed};

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

impl Label {
    /// What is advised where a list has no plain word.
    fn advice(self) -> &'static str {
        match self {
            Self::Jargon => "neem een gewoon woord, of leg het woord uit",
            Self::English => "neem een Nederlands woord, of leg het woord uit",
            Self::Abbreviation => "schrijf het hele woord, of leg uit wat het is",
            Self::LongCompound => "knip het woord op met een streepje, of leg het uit",
            Self::Difficult => "neem een makkelijker woord, of leg het woord uit",
        }
    }
}

impl Reading<'_> {
    /// The places that carry this label, a group of words as one.
    pub(super) fn labelled(&self, wanted: Label) -> Vec<Hit> {
        let mut hits: Vec<Hit> = Vec::new();
        for (label, hit) in self.tokens.iter().filter_map(|token| token.label.as_ref()) {
            if *label == wanted && hits.last().is_none_or(|last| last.range != hit.range) {
                hits.push(hit.clone());
            }
        }
        hits
    }

    /// Gives words their label, unless they have one. `plain`: our own word for it, if there is
    /// one; `instead`: what else to write, which may hold words of the sentence.
    pub(super) fn set_label(
        &mut self,
        at: usize,
        number: usize,
        label: Label,
        plain: &'static str,
        instead: Option<String>,
    ) {
        let end = self.tokens[at + number - 1].range.end;
        let hit = Hit {
            range: self.tokens[at].range.start..end,
            advice: if plain.is_empty() {
                label.advice()
            } else {
                plain
            },
            instead,
        };
        for token in &mut self.tokens[at..at + number] {
            token.label.get_or_insert_with(|| (label, hit.clone()));
        }
    }

    /// Labels every word and group of words that a list knows. `names`: whether a word with a
    /// capital within the sentence counts as well.
    pub(super) fn label_listed(&mut self, list: &'static WordList, label: Label, names: bool) {
        for at in 0..self.tokens.len() {
            let token = &self.tokens[at];
            let figurative = token.is_figurative && label == Label::Difficult;
            if token.is_labelled() || figurative || !names && self.is_name(at) {
                continue;
            }
            if let Some((number, plain)) = list.group(&self.tokens[at..]) {
                self.set_label(at, number, label, plain, None);
                continue;
            }
            // An easy word is no form of a hard one that it happens to look like.
            let found = if token.lower.chars().count() < 4 || is_listed(&token.lower) {
                list.exact(&token.lower)
            } else {
                list.find(&token.forms)
            };
            let found = found.filter(|_| !self.is_easy_apart(at));
            if let Some(plain) = found.or_else(|| self.find_apart(at, list)) {
                self.set_label(at, 1, label, plain, None);
            }
        }
    }

    /// The plain word for a verb whose particle stands elsewhere: `past … aan`, `aan te passen`.
    fn find_apart(&self, at: usize, list: &'static WordList) -> Option<&'static str> {
        let token = &self.tokens[at];
        if token.verb == VerbForm::None && token.forms.len() < 2 {
            return None;
        }
        self.particles(at).find_map(|particle| {
            let mut verbs = token.forms.iter().map(|form| format!("{particle}{form}"));
            verbs.find_map(|verb| list.exact(&verb))
        })
    }

    /// Whether a verb is easy together with its particle: `Ik check in.`
    fn is_easy_apart(&self, at: usize) -> bool {
        let next = self.tokens.get(at + 1).map(|next| next.lower.as_str());
        let forms = &self.tokens[at].forms;
        self.particles(at)
            .chain(next.filter(|next| PARTICLES.contains(next)))
            .any(|particle| {
                let mut verbs = forms.iter().map(|form| format!("{particle}{form}"));
                verbs.any(|verb| is_listed(&verb))
            })
    }
}

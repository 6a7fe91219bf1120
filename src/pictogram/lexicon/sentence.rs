//! A sentence, taken apart: its words, what they may be, its clauses and their verbs.

use super::super::set::WordClass;
use super::clause::{Clause, Part, clauses, looks_finite};
use super::function_word::{Role, is_pronoun_subject};
use super::inflect::Form;
use super::token::{Token, tokens};
use super::{Lexicon, Reading};
use crate::language::{self, VerbForm};

/// A sentence that is being read.
pub(super) struct Sentence<'a> {
    pub(super) lexicon: &'a Lexicon,
    pub(super) tokens: Vec<Token<'a>>,
    pub(super) clauses: Vec<Clause>,
    /// The clause of each word.
    pub(super) clause_of: Vec<usize>,
    /// What the lexicon says that each word may be.
    pub(super) readings: Vec<Vec<Reading>>,
    /// What each word may be as a verb, by its form.
    pub(super) verbs: Vec<VerbForm>,
    /// Where the finite verb of each clause is, and whether that is sure.
    pub(super) finite: Vec<Option<Finite>>,
}

/// Where a clause has its finite verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Finite {
    pub(super) at: usize,
    /// Its subject stands beside it, or it can be nothing else.
    pub(super) is_sure: bool,
}

impl<'a> Sentence<'a> {
    pub(super) fn new(lexicon: &'a Lexicon, text: &'a str) -> Self {
        let tokens = tokens(text);
        let mut clauses = clauses(&tokens);
        let mut clause_of = vec![0; tokens.len()];
        for (number, clause) in clauses.iter_mut().enumerate() {
            clause_of[clause.range.clone()].fill(number);
            let end = tokens
                .get(clause.range.end)
                .map_or_else(|| text.trim_end().chars().next_back(), |next| next.mark);
            clause.asks = end == Some('?');
        }
        let readings = tokens
            .iter()
            .map(|token| {
                if token.is_name {
                    Vec::new()
                } else {
                    lexicon.forms.get(&token.word).collect()
                }
            })
            .collect();
        let verbs = tokens
            .iter()
            .map(|token| {
                if token.is_name || token.word.is_empty() {
                    VerbForm::None
                } else {
                    language::verb_form(&token.word)
                }
            })
            .collect();
        let mut sentence = Self {
            lexicon,
            tokens,
            clauses,
            clause_of,
            readings,
            verbs,
            finite: Vec::new(),
        };
        sentence.finite = sentence
            .clauses
            .iter()
            .map(|clause| sentence.find_finite(clause))
            .collect();
        sentence
    }

    /// The clause that a word is in.
    pub(super) fn clause(&self, at: usize) -> &Clause {
        &self.clauses[self.clause_of[at]]
    }

    /// The finite verb of the clause that a word is in.
    pub(super) fn finite_of(&self, at: usize) -> Option<Finite> {
        self.finite[self.clause_of[at]]
    }

    /// A word and its role, where there is one in the same clause.
    pub(super) fn near(&self, at: usize, step: isize) -> Option<&Token<'a>> {
        let place = at.checked_add_signed(step)?;
        (self.clause_of.get(place)? == &self.clause_of[at]).then(|| &self.tokens[place])
    }

    /// Whether a word may be a finite verb, by the lexicon or by its form.
    pub(super) fn may_be_finite(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        !token.is_name
            && (token.role.is_helper()
                || token.role.is(Role::COPULA)
                || token.role.is_none() && self.verbs[at] != VerbForm::None
                || self.has_verb(at, |form| form.is_finite() || form == Form::Infinitive))
    }

    /// Whether the lexicon has a verb of which a word is such a form, its particle near or not.
    fn has_verb(&self, at: usize, wanted: impl Fn(Form) -> bool) -> bool {
        let parted = self.lexicon.parted.get(&self.tokens[at].word);
        self.readings[at]
            .iter()
            .copied()
            .chain(parted)
            .any(|reading| {
                self.lexicon.lemmas[reading.lemma].class == WordClass::Verb && wanted(reading.form)
            })
    }

    /// Whether what looks like a noun stands where only a verb can: `ik ijsbeer door de kamer`.
    fn is_verb_by_place(&self, at: usize) -> bool {
        let readings = &self.readings[at];
        let noun = |reading: &Reading| {
            self.lexicon.lemmas[reading.lemma].class == WordClass::Noun
                && reading.form == Form::Base
        };
        matches!(
            self.tokens[at - 1].word.as_str(),
            "ik" | "wij" | "we" | "hij"
        ) && self.tokens[at].role.is_none()
            && !readings.is_empty()
            && readings.iter().all(noun)
    }

    fn find_finite(&self, clause: &Clause) -> Option<Finite> {
        let range = clause.range.clone();
        if clause.part == Part::Purpose {
            return None;
        }
        if clause.is_verb_last() {
            return self.last_finite(range);
        }
        let opens = |at: &usize| !self.tokens[*at].role.is(Role::COORDINATOR);
        let first = range.clone().find(opens)?;
        if is_pronoun_subject(&self.tokens[first].word)
            && range.contains(&(first + 1))
            && (self.may_be_finite(first + 1) || self.is_verb_by_place(first + 1))
        {
            return Some(Finite {
                at: first + 1,
                is_sure: true,
            });
        }
        let inverted = (first..range.end).find(|at| {
            at + 1 < range.end
                && self.tokens[at + 1].mark.is_none()
                && is_pronoun_subject(&self.tokens[at + 1].word)
                && self.may_be_finite(*at)
                && !self.tokens[*at].role.is(Role::PREPOSITION)
        });
        if let Some(at) = inverted {
            return Some(Finite { at, is_sure: true });
        }
        let sure = range.clone().find(|at| {
            let token = &self.tokens[*at];
            looks_finite(token) && !self.is_determined(*at)
                || !token.is_name
                    && token.role.is(Role::COPULA)
                    && !self.is_determined(*at)
                    && *at > first
        });
        if let Some(at) = sure {
            let is_sure = self.tokens[at].role.is_helper() && self.tokens[at].word != "was"
                || self.readings[at]
                    .iter()
                    .all(|reading| self.lexicon.lemmas[reading.lemma].class == WordClass::Verb)
                || self.is_second(first, at)
                    && (at + 1..range.end).all(|later| !looks_finite(&self.tokens[later]));
            return Some(Finite { at, is_sure });
        }
        // `Bel mij`, `Sanne komt`: a command, or somebody does something.
        let present = range.clone().find(|at| {
            !self.is_determined(*at) && self.has_verb(*at, |form| form == Form::Present)
        });
        if let Some(at) = present {
            return Some(Finite {
                at,
                is_sure: *self.tokens[at].word.as_bytes().last().unwrap_or(&b' ') == b't',
            });
        }
        let commands = self.may_be_finite(first)
            && range.len() > 1
            && !self.is_determined(first)
            && self.has_verb(first, |form| form == Form::Stem);
        commands.then_some(Finite {
            at: first,
            is_sure: false,
        })
    }

    /// Whether a word stands right behind the first group of its clause: `mijn parkiet fluit`.
    fn is_second(&self, first: usize, at: usize) -> bool {
        let opens = self.tokens[first].role.is(Role::DETERMINER)
            || self.tokens[first].role.is(Role::MAYBE_DETERMINER);
        at > first + 1
            && opens
            && self.tokens[at].mark.is_none()
            && self.group_start(at - 1) == first
            && self.tokens[at - 1].role.is_none()
            && !self.is_adjective_like(at - 1)
    }

    /// The finite verb of a clause that has it at its end.
    fn last_finite(&self, range: std::ops::Range<usize>) -> Option<Finite> {
        let subject = range
            .clone()
            .find(|at| is_pronoun_subject(&self.tokens[*at].word));
        let helper = range.clone().rev().find(|at| {
            self.tokens[*at].role.is_helper() && !self.is_determined(*at) && *at > range.start
        });
        if let Some(at) = helper {
            // `als ik moet koken`, `als ik ga`: a helper is the finite verb where it stands.
            let last = range.end - 1;
            let later = (at + 1..=last).rev().find(|at| {
                subject.is_some()
                    && *at == last
                    && matches!(self.verbs[*at], VerbForm::Finite | VerbForm::Stem)
                    && !self.is_determined(*at)
                    && !self.tokens[*at - 1].role.is_helper()
            });
            return Some(Finite {
                at: later.unwrap_or(at),
                is_sure: true,
            });
        }
        range
            .clone()
            .rev()
            .find(|at| {
                Some(*at) != subject
                    && self.may_be_finite(*at)
                    && !self.is_determined(*at)
                    && *at > range.start
            })
            .map(|at| Finite {
                at,
                is_sure: at + 1 == range.end,
            })
    }

    /// Whether a word that makes a noun of the next stands right before a word: `de was`.
    pub(super) fn is_determined(&self, at: usize) -> bool {
        self.near(at, -1).is_some_and(|before| {
            before.role.is(Role::DETERMINER) && self.tokens[at].mark.is_none()
        })
    }

    /// Whether a word may be an adjective before a noun.
    pub(super) fn is_adjective_like(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        if token.is_name || token.mark.is_some() {
            return false;
        }
        let listed = self.readings[at].iter().any(|reading| {
            self.lexicon.lemmas[reading.lemma].class == WordClass::Adjective
                || reading.form == Form::Participle
        });
        listed
            || matches!(
                token.word.as_str(),
                "eigen" | "andere" | "alle" | "eerste" | "laatste" | "volgende"
            )
            || token.role.is_none()
                && token.word.len() > 3
                && token.word.ends_with('e')
                && self.verbs[at] == VerbForm::None
                && self.readings[at].is_empty()
            || token.role.is(Role::NUMBER)
    }

    /// Where the group of words begins that a noun closes: at its article, if it has one.
    pub(super) fn group_start(&self, at: usize) -> usize {
        let first = self.clause(at).range.start;
        let mut start = at;
        for _ in 0..4 {
            if start == first || self.tokens[start].mark.is_some() && start != at {
                break;
            }
            if self.tokens[start].mark.is_some() {
                break;
            }
            let before = start - 1;
            let role = self.tokens[before].role;
            let determiner = role.is(Role::DETERMINER) || role.is(Role::MAYBE_DETERMINER);
            if determiner && !role.is(Role::AUXILIARY)
                || role.is(Role::AUXILIARY)
                    && determiner
                    && before > first
                    && self.tokens[before - 1].role.is(Role::PREPOSITION)
            {
                start = before;
                // `al mijn`, `met de hele`: nothing of the group stands before an article.
                if role.is(Role::DETERMINER) {
                    break;
                }
            } else if self.is_adjective_like(before)
                || role.is(Role::DEGREE)
                || role.is(Role::NUMBER)
            {
                start = before;
            } else {
                break;
            }
        }
        start
    }

    /// The preposition before the group of words that a noun closes.
    pub(super) fn preposition(&self, at: usize) -> Option<&Token<'a>> {
        let start = self.group_start(at);
        if self.tokens[start].mark.is_some() {
            return None;
        }
        self.near(start, -1)
            .filter(|before| before.role.is(Role::PREPOSITION) && before.word != "te")
    }

    /// Whether nothing but verbs follows a word in its clause.
    pub(super) fn is_in_final_field(&self, at: usize) -> bool {
        let end = self.clause(at).range.end;
        (at + 1..end).all(|next| {
            let token = &self.tokens[next];
            token.role.is_helper()
                || token.role.is(Role::COORDINATOR)
                || matches!(
                    token.word.as_str(),
                    "te" | "ook" | "zijn" | "worden" | "hebben"
                )
                || !token.is_name
                    && token.role.is_none()
                    && (self.verbs[next] == VerbForm::Infinitive
                        || self.has_verb(next, |form| form == Form::Infinitive))
        })
    }
}

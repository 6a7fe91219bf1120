//! Fills in who and what a sentence is about.

use std::collections::BTreeMap;

use super::draw::Draw;

/// What the names in braces stand for. Each has a form in formal text and one in easy-read.
#[derive(Clone, Debug, Default)]
pub(super) struct Words {
    forms: BTreeMap<String, (String, String)>,
}

impl Words {
    /// Says what a name stands for; `twee|2` has a form of its own in easy-read.
    pub(super) fn set(&mut self, name: &str, value: impl AsRef<str>) {
        let value = value.as_ref();
        let (formal, easy) = value.split_once('|').unwrap_or((value, value));
        self.forms
            .insert(name.to_owned(), (formal.to_owned(), easy.to_owned()));
    }

    /// A sentence in formal text.
    pub(super) fn formal(&self, text: &str) -> String {
        self.fill(text, |(formal, _)| formal)
    }

    /// A sentence in easy-read.
    pub(super) fn easy(&self, text: &str) -> String {
        self.fill(text, |(_, easy)| easy)
    }

    /// One of these sentences, in formal text.
    pub(super) fn one(&self, draw: &mut Draw, texts: &[String]) -> String {
        self.formal(draw.one::<String>(texts))
    }

    /// Some of these sentences, in formal text.
    pub(super) fn some(&self, draw: &mut Draw, texts: &[String], count: usize) -> Vec<String> {
        let texts = draw.some(texts, count);
        texts.into_iter().map(|text| self.formal(text)).collect()
    }

    /// Sentences in easy-read.
    pub(super) fn all_easy(&self, texts: &[String]) -> Vec<String> {
        texts.iter().map(|text| self.easy(text)).collect()
    }

    fn fill(&self, text: &str, form: impl Fn(&(String, String)) -> &String) -> String {
        let mut filled = String::with_capacity(text.len() + 32);
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            filled.push_str(before);
            let (name, after) = after.split_once('}').expect("each brace is closed");
            let forms = self.forms.get(name);
            let value = form(forms.unwrap_or_else(|| panic!("what {{{name}}} stands for")));
            if starts_sentence(&filled) {
                push_capital(&mut filled, value);
            } else {
                filled.push_str(value);
            }
            rest = after;
        }
        filled.push_str(rest);
        filled
    }
}

/// Whether what follows begins a sentence.
fn starts_sentence(before: &str) -> bool {
    let before = before.trim_end_matches([' ', '\'']);
    before.is_empty() || before.ends_with(['.', '?', '!'])
}

fn push_capital(text: &mut String, word: &str) {
    let mut letters = word.chars();
    text.extend(letters.next().into_iter().flat_map(char::to_uppercase));
    text.push_str(letters.as_str());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_begins_with_a_capital_and_numbers_have_two_forms() {
        let mut words = Words::default();
        words.set("hij", "zij");
        words.set("n", "twee|2");
        let text = "{hij} komt {n} keer. {hij} blijft.";
        assert_eq!(words.formal(text), "Zij komt twee keer. Zij blijft.");
        assert_eq!(words.easy(text), "Zij komt 2 keer. Zij blijft.");
    }
}

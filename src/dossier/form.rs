//! What a new plan leaves to be filled in: a word that no plan would hold, and a day of birth that
//! nobody has. As long as either is there, a plan is a form and nothing is made of it.

use super::load::Dossier;
use super::source::{KeyPath, Source};

/// Stands in a new plan where a text must come.
pub(crate) const FILL_IN: &str = "INVULLEN";
/// Stands there where the day of birth must come.
pub(crate) const NO_BIRTHDAY: jiff::civil::Date = jiff::civil::date(1900, 1, 1);

/// A place that is still to be filled in: the file, and the key.
pub(crate) type OpenPlace = (&'static str, KeyPath);

impl Dossier {
    /// The places that are still to be filled in, by file and key.
    pub(crate) fn open_places(&self) -> Vec<OpenPlace> {
        let mut places: Vec<_> = self.sources.iter().flat_map(in_file).collect();
        if self.plan.client.born.civil() == NO_BIRTHDAY {
            let path = KeyPath::root("client").key("geboortedatum");
            places.push(("plan.toml", path));
        }
        places
    }
}

fn in_file(source: &Source) -> Vec<OpenPlace> {
    let mut places = Vec::new();
    let known = super::load::FILES.iter();
    let Some(file) = known.copied().find(|name| source.file.ends_with(name)) else {
        return places;
    };
    source.each_string(|path, text| {
        if is_open(text) {
            places.push((file, path.clone()));
        }
    });
    places
}

/// Whether a text holds the word, in capitals as it was given; `invullen` is a word of the language.
pub(crate) fn is_open(text: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric())
        .any(|word| word == FILL_IN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_counts_alone_and_in_a_text_but_only_in_capitals() {
        for text in ["INVULLEN", " INVULLEN: naam", "Op INVULLEN gaat Piet."] {
            assert!(is_open(text), "{text}");
        }
        for text in ["", "Samen formulieren invullen.", "Invullen", "INVULLENDE"] {
            assert!(!is_open(text), "{text}");
        }
    }
}

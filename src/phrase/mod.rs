//! The words of the documents: minijinja templates, one file per rendition, strict and preloaded.
//!
//! A file is TOML: a key for each phrase, with a template as its value. What comes out is plain
//! text that goes into a view; it is never read as Typst.

mod own;

use std::collections::{BTreeMap, BTreeSet};

use minijinja::{Environment, UndefinedBehavior, Value};

use crate::finding::Finding;
use crate::template::{self, Overlay, TEXT};
use own::Origin;

/// Instructions that one phrase may take; the longest of ours takes some hundreds.
const FUEL: u64 = 20_000;

/// A phrase that could not be made. It names the phrase, never what was to be put in it.
#[derive(Debug, thiserror::Error)]
#[error("de zin `{phrase}` kan niet gemaakt worden ({reason}){}", .place.as_ref().map_or_else(String::new, |place| format!(": {place}")))]
pub struct PhraseError {
    phrase: String,
    reason: String,
    /// Where it stands, for a phrase of the organisation's own.
    place: Option<String>,
}

impl PhraseError {
    /// An error of a template that is no phrase.
    pub(crate) fn of(template: &str, error: &minijinja::Error) -> Self {
        Self::from_minijinja(template, error)
    }

    fn from_minijinja(phrase: &str, error: &minijinja::Error) -> Self {
        Self {
            phrase: phrase.to_owned(),
            reason: error.kind().to_string(),
            place: None,
        }
    }
}

/// All phrases of all renditions, by `file.key`.
#[derive(Debug)]
pub struct Phrases {
    environment: Environment<'static>,
    terms: BTreeMap<String, String>,
    /// Where the organisation's own phrases stand.
    origins: BTreeMap<String, Origin>,
}

impl Phrases {
    /// Compiles the phrases that come with the program, with the organisation's own in place of
    /// some, and says what is wrong with those.
    ///
    /// # Errors
    /// As [`Phrases::compile`], of the program's own.
    pub(crate) fn with_own(
        terms: &BTreeMap<String, String>,
        overlay: &Overlay,
    ) -> Result<(Self, Vec<Finding>), PhraseError> {
        let built_in = template::built_in();
        let files = built_in.iter().filter_map(|(path, text)| {
            let name = path.strip_prefix(TEXT)?.strip_suffix(".toml")?;
            Some((name, *text))
        });
        let mut phrases = Self::compile(files, terms)?;
        let environment = &mut phrases.environment;
        let known: BTreeSet<String> = environment
            .templates()
            .map(|(name, _)| name.to_owned())
            .collect();
        let (origins, findings) = own::take_in(environment, &literal_terms(terms), overlay, &known);
        phrases.origins = origins;
        Ok((phrases, findings))
    }

    /// Compiles phrase files, given as name and TOML text, with the organisation's own terms in
    /// place of the usual ones.
    ///
    /// # Errors
    /// When a file is no table of texts, or a template is no minijinja.
    pub fn compile<'a>(
        files: impl IntoIterator<Item = (&'a str, &'a str)>,
        terms: &BTreeMap<String, String>,
    ) -> Result<Self, PhraseError> {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_fuel(Some(FUEL));
        environment.set_auto_escape_callback(|_| minijinja::AutoEscape::None);
        environment.add_filter("lijst", enumerate);
        environment.add_filter("hoofdletter", capitalise);
        let literal_terms = literal_terms(terms);
        for (file, text) in files {
            let phrases: BTreeMap<String, String> =
                toml::from_str(text).map_err(|error| PhraseError {
                    phrase: file.to_owned(),
                    reason: error.message().to_owned(),
                    place: None,
                })?;
            for (key, template) in phrases {
                let name = format!("{file}.{key}");
                environment
                    .add_template_owned(name.clone(), use_terms(&template, &literal_terms))
                    .map_err(|error| PhraseError::from_minijinja(&name, &error))?;
            }
        }
        Ok(Self {
            environment,
            terms: terms.clone(),
            origins: BTreeMap::new(),
        })
    }

    /// Fixed words that stand in no phrase, with the organisation's own terms in them.
    pub(crate) fn in_own_terms(&self, words: &str) -> String {
        replace_words(words, &self.terms)
    }

    /// A phrase without variables.
    ///
    /// # Errors
    /// When the phrase does not exist or wants variables.
    pub fn word(&self, name: &str) -> Result<String, PhraseError> {
        self.say(name, ())
    }

    /// A phrase with its variables filled in.
    ///
    /// # Errors
    /// When the phrase does not exist, a variable is missing, or it takes too long.
    pub fn say(&self, name: &str, variables: impl Into<Value>) -> Result<String, PhraseError> {
        let variables = variables.into();
        self.environment
            .get_template(name)
            .and_then(|template| template.render(variables))
            .map_err(|error| PhraseError {
                place: self.origins.get(name).map(Origin::shown),
                ..PhraseError::from_minijinja(name, &error)
            })
    }
}

/// `a`, `a en b`, `a, b en c`.
#[expect(
    clippy::needless_pass_by_value,
    reason = "the signature of a minijinja filter"
)]
fn enumerate(items: Vec<String>) -> String {
    match items.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} en {last}", most.join(", ")),
    }
}

/// Makes the first letter a capital; `ij` counts as one.
#[expect(
    clippy::needless_pass_by_value,
    reason = "the signature of a minijinja filter"
)]
pub(crate) fn capitalise(text: String) -> String {
    if let Some(rest) = text.strip_prefix("ij") {
        return format!("IJ{rest}");
    }
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// Puts the organisation's terms in a template, word for word, outside its delimiters.
fn use_terms(template: &str, terms: &BTreeMap<String, String>) -> String {
    let mut result = String::new();
    let mut rest = template;
    while let Some(open) = rest.find("{{").into_iter().chain(rest.find("{%")).min() {
        let close = rest[open..]
            .find("}}")
            .into_iter()
            .chain(rest[open..].find("%}"))
            .min()
            .map_or(rest.len(), |close| open + close + 2);
        result.push_str(&replace_words(&rest[..open], terms));
        result.push_str(&rest[open..close]);
        rest = &rest[close..];
    }
    result.push_str(&replace_words(rest, terms));
    result
}

/// Puts the organisation's terms in a text, word for word; a capital stays one.
pub(crate) fn replace_words(text: &str, terms: &BTreeMap<String, String>) -> String {
    let mut result = String::new();
    let mut word = String::new();
    for character in text.chars().chain(['\0']) {
        if character.is_alphabetic() {
            word.push(character);
            continue;
        }
        let lower = word.to_lowercase();
        match terms.get(&lower) {
            Some(term) if word == lower => result.push_str(term),
            Some(term) => result.push_str(&capitalise(term.clone())),
            None => result.push_str(&word),
        }
        word.clear();
        if character != '\0' {
            result.push(character);
        }
    }
    result
}

/// The organisation's terms as they go into templates.
fn literal_terms(terms: &BTreeMap<String, String>) -> BTreeMap<String, String> {
    let terms = terms.iter();
    terms
        .map(|(word, term)| (word.clone(), literal(term)))
        .collect()
}

/// Keeps a term from being read as template: an opening brace becomes a text in an expression.
fn literal(term: &str) -> String {
    term.replace('{', "{{ '{' }}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use minijinja::context;

    fn phrases(text: &str) -> Phrases {
        let terms = BTreeMap::from([("begeleider".to_owned(), "coach".to_owned())]);
        Phrases::compile([("t", text)], &terms).expect("compiles")
    }

    #[test]
    fn own_terms_replace_whole_words_of_the_phrase_but_not_the_data() {
        let phrases = phrases(r#"p = "Begeleider en begeleiders: de begeleider heet {{ naam }}.""#);
        let text = phrases.say("t.p", context! { naam => "begeleider" });
        assert_eq!(
            text.expect("renders"),
            "Coach en begeleiders: de coach heet begeleider."
        );
    }

    #[test]
    fn labels_outside_the_phrases_take_the_terms_too() {
        let terms = [
            ("begeleider", "coach"),
            ("cliënt", "inwoner"),
            ("mantelzorg", "familiezorg"),
            ("mentor", "naaste {1}"),
        ]
        .map(|(word, own)| (word.to_owned(), own.to_owned()));
        let phrases = Phrases::compile([], &BTreeMap::from(terms)).expect("compiles");
        for (label, own) in [
            ("cliënt", "inwoner"),
            ("Mantelzorg", "Familiezorg"),
            ("mentor", "naaste {1}"),
            ("Zienswijze van de cliënt", "Zienswijze van de inwoner"),
            ("Cliëntondersteuner", "Cliëntondersteuner"),
        ] {
            assert_eq!(phrases.in_own_terms(label), own);
        }
    }

    #[test]
    fn a_term_is_never_read_as_template() {
        let own = "{{ naam }}{% for %}{# #}";
        let terms = BTreeMap::from([("begeleider".to_owned(), own.to_owned())]);
        let phrases = Phrases::compile([("t", r#"p = "een begeleider""#)], &terms);
        let text = phrases.expect("compiles").word("t.p");
        assert_eq!(text.expect("renders"), format!("een {own}"));
    }

    #[test]
    fn a_missing_variable_fails_without_telling_the_data() {
        let error = phrases(r#"p = "{{ naam }} {{ geheim.x.y }}""#)
            .say("t.p", context! { naam => "KANARIE" })
            .expect_err("strict");
        assert!(!error.to_string().contains("KANARIE"));
        assert!(error.to_string().contains("t.p"));
    }

    #[test]
    fn a_phrase_without_end_runs_out_of_fuel() {
        let error = phrases(r#"p = "{% for i in range(9999) %}{% for j in range(9999) %}x{% endfor %}{% endfor %}""#)
            .word("t.p");
        assert!(error.is_err());
    }

    #[test]
    fn markup_in_data_stays_text() {
        let text = phrases(r#"p = "{{ naam }}""#)
            .say("t.p", context! { naam => "{{ 7*7 }} #eval(\"1\") <b>" });
        assert_eq!(text.expect("renders"), "{{ 7*7 }} #eval(\"1\") <b>");
    }

    #[test]
    fn lists_end_with_en() {
        assert_eq!(
            enumerate(vec!["a".into(), "b".into(), "c".into()]),
            "a, b en c"
        );
        assert_eq!(enumerate(vec!["a".into()]), "a");
        assert_eq!(capitalise("ijs".into()), "IJs");
    }
}

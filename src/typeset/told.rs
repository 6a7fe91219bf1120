//! What typst says, told without the plan: where in which template, the line of a template of the
//! organisation's own, and what is wrong, without quotations and without words of the view.

use std::collections::BTreeSet;

use serde_json::Value;
use typst::World;
use typst::WorldExt;
use typst::diag::SourceDiagnostic;

use super::TypesetError;
use super::world::DocumentWorld;

/// Messages that end in a text that the template made, maybe of the view.
const OWN_WORDS: [&str; 2] = ["assertion failed", "panicked"];

/// Tells what typst had to say.
pub(super) fn typst_error(
    world: &DocumentWorld<'_>,
    diagnostics: &[SourceDiagnostic],
) -> TypesetError {
    let words = view_words(world);
    let tell = |diagnostic: &SourceDiagnostic| {
        let message = without_data(&diagnostic.message, &words);
        let Some((place, excerpt)) = place(world, diagnostic) else {
            return message;
        };
        format!("{place}: {message}{excerpt}")
    };
    let told: Vec<_> = diagnostics.iter().map(tell).collect();
    TypesetError::Typst(told.join("; "))
}

/// Template and line, and the line itself where the template is of the organisation's own.
fn place(world: &DocumentWorld<'_>, diagnostic: &SourceDiagnostic) -> Option<(String, String)> {
    let id = diagnostic.span.id()?;
    let source = world.source(id).ok()?;
    let start = world.range(diagnostic.span)?.start;
    let line = source.lines().byte_to_line(start)?;
    let number = line + 1;
    let Some(own) = world.own(id) else {
        let path = id.get().vpath().get_without_slash();
        return Some((format!("{path}:{number}"), String::new()));
    };
    let text = source.text().lines().nth(line).unwrap_or_default();
    Some((
        format!("{}:{number}", own.display()),
        format!("\n{number:>5} | {}", text.trim_end()),
    ))
}

/// Every word and number that the view holds as a value, in lower case.
fn view_words(world: &DocumentWorld<'_>) -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    let view: Value = serde_json::from_slice(world.view()).unwrap_or_default();
    let mut waiting = vec![&view];
    while let Some(value) = waiting.pop() {
        match value {
            Value::Object(fields) => waiting.extend(fields.values()),
            Value::Array(items) => waiting.extend(items),
            Value::String(text) => words.extend(split(text).map(|(word, _)| word.to_lowercase())),
            Value::Number(number) => words.extend([number.to_string()]),
            Value::Null | Value::Bool(_) => {}
        }
    }
    words
}

/// A message without quotations, and without words of the view.
fn without_data(message: &str, words: &BTreeSet<String>) -> String {
    for own in OWN_WORDS {
        if message.starts_with(own) {
            return format!("{own}: …");
        }
    }
    let message = without_quotes(message);
    let shown = |(word, rest): (&str, &str)| {
        let is_of_view = words.contains(&word.to_lowercase());
        [if is_of_view { "…" } else { word }, rest].concat()
    };
    split(&message).map(shown).collect()
}

/// The words of a text, each with what follows it; the first may be empty.
fn split(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let is_word = |c: char| c.is_alphanumeric();
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let end = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        let next = after.find(is_word).unwrap_or(after.len());
        rest = &after[next..];
        Some((word, &after[..next]))
    })
}

/// Leaves out what stands between quotation marks or backticks.
fn without_quotes(message: &str) -> String {
    let mut result = String::new();
    let mut closing = None;
    for character in message.chars() {
        match closing {
            Some(mark) if character == mark => {
                result.push(character);
                closing = None;
            }
            Some(_) => {}
            None => {
                result.push(character);
                closing = match character {
                    '"' | '`' => Some(character),
                    '“' => Some('”'),
                    '‘' => Some('’'),
                    _ => None,
                };
                if closing.is_some() {
                    result.push('…');
                }
            }
        }
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_typst_quotes_is_left_out() {
        assert_eq!(
            without_quotes("the text `KANARIE` and \"KANARIE\" fail"),
            "the text `…` and \"…\" fail"
        );
    }

    #[test]
    fn words_of_the_view_are_left_out_and_those_of_the_template_stay() {
        let words = BTreeSet::from(["kanarie".to_owned(), "9999".to_owned()]);
        let told = |message| without_data(message, &words);
        assert_eq!(told("unknown variable: Kanarie"), "unknown variable: …");
        assert_eq!(told("(9999) is no kleur"), "(…) is no kleur");
        assert_eq!(told("assertion failed: wat dan ook"), "assertion failed: …");
        assert_eq!(told("panicked with: wat dan ook"), "panicked: …");
    }
}

//! Finds a person's name in a text.

use std::ops::Range;

/// Where a name stands in a text as a word of its own, also as an owner: `Noors`, `Noor’s`.
pub(in crate::check) fn find(text: &str, name: &str) -> Option<Range<usize>> {
    if name.is_empty() {
        return None;
    }
    let starts_word = |at: usize| !text[..at].ends_with(char::is_alphanumeric);
    let ends_word = |at: usize| {
        let rest = &text[at..];
        let rest = ["’s", "'s", "s"]
            .iter()
            .find_map(|owner| rest.strip_prefix(owner))
            .filter(|rest| !rest.starts_with(char::is_alphanumeric))
            .unwrap_or(rest);
        !rest.starts_with(|c: char| c.is_alphanumeric() || c == '-')
    };
    text.match_indices(name)
        .map(|(at, _)| at..at + name.len())
        .find(|place| starts_word(place.start) && ends_word(place.end))
}

/// The first word of a name: by which somebody is spoken of who has no first name on file.
pub(in crate::check) fn first_word(name: &str) -> &str {
    name.split_whitespace().next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_a_word_of_its_own() {
        for (text, name, found) in [
            ("Noor reist mee.", "Noor", true),
            ("Dat is Noors idee.", "Noor", true),
            ("Zoë’s huis", "Zoë", true),
            ("in Noordwijk", "Noor", false),
            ("Jan-Willem belt.", "Jan", false),
            ("Jan-Willem belt.", "Jan-Willem", true),
            ("de sam-sam", "Sam", false),
            ("Bel Anne.", "Anne", true),
            ("", "", false),
        ] {
            assert_eq!(find(text, name).is_some(), found, "{text}");
        }
    }
}

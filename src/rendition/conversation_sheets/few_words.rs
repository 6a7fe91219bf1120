//! Makes a text so short that it can stand on a sheet, without changing what it says.

use crate::language;
use crate::pictogram::Library;
use crate::rendition::easy::short_sentences;

/// Words that a sheet has at most.
pub(super) const MOST: usize = 6;
/// Words that a part of a title needs to say something by itself.
const LEAST: usize = 2;
/// Where a title goes on with what can be left out: the clearest ends of a part first.
const JOINTS: [&[&str]; 2] = [
    &[", ", "; ", ": "],
    &[" en ", " om ", " zodat ", " als ", " met ", " voor "],
];
/// Words by which a title may say the contrary once its end is left out: `geen hulp meer`.
const LIMITING: &[&str] = &[
    "alleen", "amper", "enkel", "geen", "hooguit", "minder", "niet", "niemand", "niets", "niks",
    "nooit", "pas", "slechts", "tenzij", "zonder",
];

/// Whether a text fits on a sheet.
fn is_brief(text: &str) -> bool {
    language::count_words(text) <= MOST
}

/// A title, or as much of its beginning as fits and ends where a part ends.
pub(super) fn brief_title(title: &str) -> Option<String> {
    let title = title.trim_end_matches('.');
    if is_brief(title) {
        return Some(title.to_owned());
    }
    let limits = |word: &str| LIMITING.contains(&word.to_lowercase().as_str());
    if Library::denies(title) || language::words(title).any(limits) {
        return None;
    }
    let ends_at = |joints: &[&str]| {
        let parts = joints.iter().flat_map(|joint| title.match_indices(joint));
        parts
            .map(|(at, _)| &title[..at])
            .filter(|part| (LEAST..=MOST).contains(&language::count_words(part)))
            .max_by_key(|part| part.len())
    };
    JOINTS.into_iter().find_map(ends_at).map(str::to_owned)
}

/// A sentence without its full stop, where it fits and is the only one.
pub(super) fn brief_sentence(text: &str) -> Option<String> {
    match short_sentences(text, MOST)?.as_slice() {
        [one] => Some(one.trim_end_matches('.').to_owned()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_title_ends_where_a_part_ends() {
        for (title, brief) in [
            (
                "Met de bus naar mijn werk.",
                Some("Met de bus naar mijn werk"),
            ),
            ("Met de taxi, later met de bus", Some("Met de taxi")),
            (
                "Elke week zelf koken en de keuken schoonmaken",
                Some("Elke week zelf koken"),
            ),
            ("Leren om op tijd hulp te vragen aan iemand", None),
            ("Geen hulp meer nodig hebben voor het koken", None),
            ("Pas alleen met de bus als Samir zegt dat het kan", None),
            ("Minder vaak boos worden, ook op het werk bij Jan", None),
        ] {
            assert_eq!(brief_title(title).as_deref(), brief, "{title}");
        }
    }

    #[test]
    fn of_two_sentences_none_is_taken() {
        assert_eq!(
            brief_sentence("Ik wil zelf koken.").as_deref(),
            Some("Ik wil zelf koken")
        );
        assert_eq!(brief_sentence("Ik wil koken. Zelf."), None);
        assert_eq!(brief_sentence("Ik wil elke week zelf koken thuis."), None);
    }
}

//! Takes a compound apart into words that are known.

use super::frequency::rank;
use super::lemma::base_forms;
use super::vocabulary::{is_easy_form, is_listed};
use super::word_list::{DIFFICULT, JARGON};

/// From more bytes on a word isn't taken apart: the ways to do so grow with its length, and whoever
/// reads it has lost the thread long before.
pub(crate) const LONGEST_WORD: usize = 60;

/// What stands between two parts.
const LINKS: &[&str] = &["", "s", "en", "e", "n"];

/// The fewest letters of a part.
const LEAST: usize = 3;

/// Short words that would be found in everything.
const NO_PART: &[&str] = &[
    "aan", "als", "ben", "bij", "dan", "dat", "den", "der", "des", "die", "dit", "een", "eer",
    "eet", "ene", "ens", "ere", "erg", "ers", "ete", "gen", "hem", "hen", "her", "het", "hij",
    "hun", "ing", "ire", "ken", "kan", "lig", "los", "men", "met", "mij", "nog", "ons", "ont",
    "rij", "ste", "ten", "ter", "tie", "van", "ver", "was", "wat", "wie", "wil", "zal", "zei",
    "heid", "lijk", "atie", "ering", "teit", "ling", "sch", "isch", "rend", "end", "hei", "hel",
    "ent", "ant", "are", "ton", "non", "sen", "and", "ren", "ser", "ker", "min", "nis", "tot",
    "zijn", "deze",
];

/// The parts of a compound, from the fewest there can be; one part when it is no compound, none
/// when it is too long to tell.
pub(crate) fn parts(word: &str) -> Option<Vec<&str>> {
    if word.len() > LONGEST_WORD {
        return None;
    }
    (1..=4).find_map(|number| split(word, number, &is_part))
}

/// Whether a word is made of two easy words; of three, when the first two are on the list as one.
pub(crate) fn easy_parts(word: &str) -> bool {
    let is_easy = |part: &str, last: bool| {
        is_listed(part)
            || (last || part.len() > 4) && part.len() > 3 && is_easy_form(part, &base_forms(part))
    };
    word.len() <= LONGEST_WORD && split(word, 2, &is_easy).is_some()
}

/// Splits a word in this many parts that pass the test, which is told whether it's the last part.
fn split<'a>(
    word: &'a str,
    number: usize,
    test: &impl Fn(&str, bool) -> bool,
) -> Option<Vec<&'a str>> {
    if number == 1 {
        return (word.len() >= LEAST && !NO_PART.contains(&word) && test(word, true))
            .then(|| vec![word]);
    }
    let ends = word.char_indices().map(|(at, _)| at);
    let longest_first: Vec<_> = ends
        .filter(|at| *at >= LEAST && word.len() - at >= LEAST)
        .collect();
    longest_first.into_iter().rev().find_map(|at| {
        let (part, rest) = word.split_at(at);
        if NO_PART.contains(&part) || !test(part, false) {
            return None;
        }
        LINKS.iter().find_map(|link| {
            let rest = rest.strip_prefix(link)?;
            let mut found = split(rest, number - 1, test)?;
            found.insert(0, part);
            Some(found)
        })
    })
}

/// Whether a word may be a part of a compound.
fn is_part(word: &str, last: bool) -> bool {
    let known = |form: &str| {
        is_listed(form)
            || JARGON.exact(form).is_some()
            || DIFFICULT.exact(form).is_some()
            || form.len() > 3 && rank(form).is_some()
    };
    known(word)
        || (last || word.ends_with("en"))
            && word.len() > 4
            && base_forms(word).iter().any(|form| known(form))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compounds_come_apart() {
        for (word, number) in [
            ("kattenlamp", 2),
            ("vrijdagsoep", 2),
            ("arbeidsmarkttoeleiding", 2),
            ("brood", 1),
        ] {
            assert_eq!(parts(word).map(|parts| parts.len()), Some(number), "{word}");
        }
        assert!(easy_parts("fietstocht"));
        assert!(!easy_parts("arbeidsmarkttoeleiding"));
    }
}

//! Number words to digits, as easy-read asks for.

use std::ops::Range;

/// Words for 1 to 19 that can't be mistaken; `een` is an article far more often.
const SMALL: &[(&str, u32)] = &[
    ("één", 1),
    ("eén", 1),
    ("twee", 2),
    ("drie", 3),
    ("vier", 4),
    ("vijf", 5),
    ("zes", 6),
    ("zeven", 7),
    ("acht", 8),
    ("negen", 9),
    ("tien", 10),
    ("elf", 11),
    ("twaalf", 12),
    ("dertien", 13),
    ("veertien", 14),
    ("vijftien", 15),
    ("zestien", 16),
    ("zeventien", 17),
    ("achttien", 18),
    ("negentien", 19),
];

/// Words for the tens.
const TENS: &[(&str, u32)] = &[
    ("twintig", 20),
    ("dertig", 30),
    ("veertig", 40),
    ("vijftig", 50),
    ("zestig", 60),
    ("zeventig", 70),
    ("tachtig", 80),
    ("negentig", 90),
];

/// Names that others stand before and behind.
const LARGE: &[(&str, u32)] = &[("duizend", 1000), ("honderd", 100)];

/// Words before which `vier` or `acht` is no number but a verb or a noun.
const NOT_COUNTED: &[&str] = &["mijn", "het", "de", "een", "geen", "nemen", "op"];

/// Writes number words as digits: `twee keer` becomes `2 keer`.
pub(crate) fn digits(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    let mut done = 0;
    for (place, number) in in_digits(text) {
        if let Some(number) = number {
            result.push_str(&text[done..place.start]);
            result.push_str(&number);
            done = place.end;
        }
    }
    result + &text[done..]
}

/// Every word between spaces, in bytes and without the signs around it, and what it is in digits
/// where it is a number: `(eens` before `per` is `1 keer`.
pub(crate) fn in_digits(text: &str) -> Vec<(Range<usize>, Option<String>)> {
    let mut words: Vec<(Range<usize>, String)> = Vec::new();
    let mut at = 0;
    let is_sign = |c: char| !c.is_alphanumeric();
    for piece in text.split_whitespace() {
        let rest = &text[at..];
        let start = at + rest.len() - rest.trim_start().len();
        at = start + piece.len();
        let core = piece.trim_matches(is_sign);
        let core_start = at - piece.trim_start_matches(is_sign).len();
        words.push((core_start..core_start + core.len(), core.to_lowercase()));
    }
    (0..words.len())
        .map(|at| (words[at].0.clone(), in_place(&words, at)))
        .collect()
}

/// What the word at a place is in digits, seen from the words around it.
fn in_place(words: &[(Range<usize>, String)], at: usize) -> Option<String> {
    let near = |step: isize| {
        let near = at.checked_add_signed(step).and_then(|at| words.get(at));
        near.map_or("", |(_, word)| word.as_str())
    };
    let (word, before, after) = (near(0), near(-1), near(1));
    let over_time = matches!(after, "per" | "in");
    let counted = match word {
        "vier" | "acht" => {
            let verb = before == "ik" || before == "in" && word == "acht" && after != "uur";
            !verb && !NOT_COUNTED.contains(&after)
        }
        "een" => {
            after == "keer" && matches!(near(2), "per" | "in")
                || before == "half"
                || before == "om" && after == "uur"
        }
        "eens" => after == "per",
        // `Dat is nu eenmaal zo`, `eenmaal thuis`.
        "eenmaal" => (over_time || after == "daags") && before != "nu",
        _ => true,
    };
    if !counted {
        return None;
    }
    if word == "eens" {
        return Some("1 keer".to_owned());
    }
    let times = word.strip_suffix("maal").filter(|times| !times.is_empty());
    if let Some(number) = times.and_then(any_value) {
        return Some(format!("{number} keer"));
    }
    any_value(word).map(|number| number.to_string())
}

/// What a number word stands for, `een` among them.
fn any_value(word: &str) -> Option<u32> {
    if word == "een" { Some(1) } else { value(word) }
}

/// What a number word from 1 to 19,999 stands for.
fn value(word: &str) -> Option<u32> {
    // Both names hold this and nearly no other word does; to look for each of them costs far more.
    let large = if word.contains("nd") { LARGE } else { &[] };
    for (name, size) in large {
        let Some((times, rest)) = word.split_once(name) else {
            continue;
        };
        let times = if times.is_empty() { 1 } else { small(times)? };
        let rest = if rest.is_empty() { 0 } else { any_value(rest)? };
        return (rest < *size).then_some(times * size + rest);
    }
    small(word).or_else(|| tens(word))
}

/// What a word for 1 to 19 stands for.
fn small(word: &str) -> Option<u32> {
    find(SMALL, word)
}

/// What a word for 20 to 99 stands for: `vijftig`, `eenenveertig`.
fn tens(word: &str) -> Option<u32> {
    if !word.ends_with("tig") {
        return None;
    }
    let (ten, number) = TENS.iter().find(|(ten, _)| word.ends_with(ten))?;
    let rest = word.strip_suffix(ten)?;
    if rest.is_empty() {
        return Some(*number);
    }
    let unit = rest
        .strip_suffix("en")
        .or_else(|| rest.strip_suffix("ën"))?;
    let unit = if unit == "een" { 1 } else { small(unit)? };
    (unit < 10).then_some(number + unit)
}

fn find(list: &[(&str, u32)], word: &str) -> Option<u32> {
    let known = list.iter().find(|(name, _)| *name == word);
    known.map(|(_, number)| *number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn number_words_become_digits() {
        for (text, expected) in [
            ("twee keer per week", "2 keer per week"),
            (
                "Reist de eerste twee zaterdagen mee.",
                "Reist de eerste 2 zaterdagen mee.",
            ),
            ("Eén keer.", "1 keer."),
            ("een keer per week", "1 keer per week"),
            ("eens per maand", "1 keer per maand"),
            ("om acht uur", "om 8 uur"),
            ("half acht", "half 8"),
            ("van half tien tot half een", "van half 10 tot half 1"),
            ("om een uur", "om 1 uur"),
            ("eenenveertig jaar", "41 jaar"),
            ("tweeëntwintig tot zesentwintig", "22 tot 26"),
            ("tweehonderd euro", "200 euro"),
            ("elk van de dertig lesuren,", "elk van de 30 lesuren,"),
            (
                "Sporten (eens per week) is leuk.",
                "Sporten (1 keer per week) is leuk.",
            ),
            ("(twee keer), \"drie\" keer", "(2 keer), \"3\" keer"),
            ("tweemaal per dag", "2 keer per dag"),
            ("eenmaal per dag", "1 keer per dag"),
            ("honderdvijftig of tweeduizend euro", "150 of 2000 euro"),
        ] {
            assert_eq!(digits(text), expected);
        }
    }

    #[test]
    fn other_words_stay() {
        for text in [
            "Ik vier mijn verjaardag.",
            "Neem dat in acht.",
            "een huis",
            "het een keer doen",
            "de tweede keer",
            "anderhalf uur",
            "gedrieën",
            "Dat is nu eenmaal zo.",
            "Ben ik eenmaal thuis, dan rust ik.",
            "allemaal",
        ] {
            assert_eq!(digits(text), text);
        }
    }
}

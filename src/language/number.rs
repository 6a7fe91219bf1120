//! Number words to digits, as easy-read asks for.

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

/// Words before which `vier` or `acht` is no number but a verb or a noun.
const NOT_COUNTED: &[&str] = &["mijn", "het", "de", "een", "geen", "nemen", "op"];

/// Writes number words as digits: `twee keer` becomes `2 keer`.
pub(crate) fn digits(text: &str) -> String {
    let pieces: Vec<&str> = text.split(' ').collect();
    let mut result = Vec::with_capacity(pieces.len());
    for (index, piece) in pieces.iter().enumerate() {
        let core = piece.trim_matches(|c: char| !c.is_alphabetic());
        let word = core.to_lowercase();
        let around = |step: isize| {
            let at = index.checked_add_signed(step)?;
            pieces.get(at).map(|near| {
                near.trim_matches(|c: char| !c.is_alphabetic())
                    .to_lowercase()
            })
        };
        let before = around(-1).unwrap_or_default();
        let after = around(1).unwrap_or_default();
        let verb = before == "ik" || before == "in" && word == "acht" && after != "uur";
        let counted = match word.as_str() {
            "vier" | "acht" => !verb && !NOT_COUNTED.contains(&after.as_str()),
            "een" => {
                after == "keer" && matches!(around(2).as_deref(), Some("per" | "in"))
                    || before == "half"
                    || before == "om" && after == "uur"
            }
            _ => true,
        };
        let number = match word.as_str() {
            "een" => Some(1),
            other => value(other),
        };
        match number.filter(|_| counted && !core.is_empty()) {
            Some(number) => result.push(piece.replacen(core, &number.to_string(), 1)),
            None if word == "eens" && after == "per" => result.push("1 keer".to_owned()),
            None => result.push((*piece).to_owned()),
        }
    }
    result.join(" ")
}

/// What a number word from 1 to 900 stands for.
fn value(word: &str) -> Option<u32> {
    let find = |list: &[(&str, u32)], word: &str| {
        list.iter()
            .find(|(name, _)| *name == word)
            .map(|(_, number)| *number)
    };
    if let Some(number) = find(SMALL, word).or_else(|| find(TENS, word)) {
        return Some(number);
    }
    if let Some(times) = word.strip_suffix("honderd") {
        return if times.is_empty() {
            Some(100)
        } else {
            find(SMALL, times).map(|n| n * 100)
        };
    }
    let (ten, number) = TENS.iter().find(|(ten, _)| word.ends_with(ten))?;
    let rest = word.strip_suffix(ten)?;
    let unit = rest
        .strip_suffix("en")
        .or_else(|| rest.strip_suffix("ën"))?;
    match unit {
        "een" => Some(number + 1),
        unit => find(SMALL, unit).filter(|n| *n < 10).map(|n| number + n),
    }
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
        ] {
            assert_eq!(digits(text), text);
        }
    }
}

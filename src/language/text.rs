//! Takes a text apart: sentences and words.

/// Words before a full stop that doesn't end a sentence.
const ABBREVIATIONS: &[&str] = &[
    "bijv", "bv", "ca", "dhr", "dr", "drs", "enz", "etc", "ing", "incl", "ir", "max", "mevr",
    "min", "mr", "mw", "nr", "o.a", "prof", "resp", "st", "tel", "t.a.v", "vlg", "zgn", "z.s.m",
];

/// The sentences of a text, each with its own end mark. A line break ends one too.
pub(crate) fn sentences(text: &str) -> Vec<&str> {
    text.lines()
        .flat_map(split_line)
        .map(str::trim)
        .filter(|sentence| !sentence.is_empty())
        .collect()
}

fn split_line(line: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    // Up to where the marks have been looked at; a row of them is looked at once.
    let mut seen = 0;
    for (at, mark) in line.char_indices() {
        let next = at + mark.len_utf8();
        if !matches!(mark, '.' | '!' | '?' | '…') || next <= seen {
            continue;
        }
        let closing = line[next..]
            .find(|c| !is_closing(c))
            .unwrap_or(line.len() - next);
        let end = next + closing;
        seen = end;
        // In `bijv.?` it is the question mark that ends the sentence.
        let marks = &line[at..end];
        let mark = if marks.contains(['!', '?']) {
            '?'
        } else {
            mark
        };
        if ends_here(&line[start..at], mark, &line[end..]) {
            parts.push(&line[start..end]);
            start = end;
        }
    }
    parts.push(&line[start..]);
    parts
}

/// Whether an end mark after these words, with this rest after it, ends a sentence.
fn ends_here(before: &str, mark: char, rest: &str) -> bool {
    let Some(next) = rest.strip_prefix(char::is_whitespace) else {
        return rest.is_empty();
    };
    let opens = next
        .trim_start()
        .trim_start_matches(is_opening)
        .chars()
        .next()
        .is_some_and(|first| first.is_uppercase() || first.is_ascii_digit());
    if !opens && mark == '.' {
        return false;
    }
    let last = before.split_whitespace().next_back().unwrap_or_default();
    let initial = last.chars().count() == 1 && last.chars().all(char::is_uppercase)
        || last.contains('.') && last.split('.').all(|part| part.chars().count() == 1);
    let short = last.trim_start_matches(is_opening).to_lowercase();
    opens && !(mark == '.' && (initial || ABBREVIATIONS.contains(&short.as_str())))
}

fn is_closing(character: char) -> bool {
    matches!(character, '"' | '\'' | '’' | '”' | ')' | '.' | '!' | '?')
}

fn is_opening(character: char) -> bool {
    matches!(character, '"' | '\'' | '‘' | '’' | '“' | '„' | '(')
}

/// The words of a text without the punctuation around them; an apostrophe or hyphen within stays.
pub(crate) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| c.is_whitespace() || matches!(c, '/' | '…' | '–' | '—'))
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty())
}

/// How many words a text has.
pub(crate) fn count_words(text: &str) -> usize {
    words(text).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_ends_at_its_mark_and_a_line_break() {
        assert_eq!(
            sentences("Ik ga. Wil jij mee? Ja!"),
            ["Ik ga.", "Wil jij mee?", "Ja!"]
        );
        assert_eq!(sentences("Eerst dit\nDan dat."), ["Eerst dit", "Dan dat."]);
        assert_eq!(sentences("  "), [""; 0]);
        assert_eq!(
            sentences("Zij zegt: ‘Nee.’ Dan gaat zij."),
            ["Zij zegt: ‘Nee.’", "Dan gaat zij."]
        );
        assert_eq!(sentences("Wacht… Nu."), ["Wacht…", "Nu."]);
        assert_eq!(sentences("Brood bijv.? Ja!?"), ["Brood bijv.?", "Ja!?"]);
        assert_eq!(sentences(&format!("{}a", ".".repeat(300_000))).len(), 1);
    }

    #[test]
    fn a_full_stop_within_a_sentence_does_not_end_it() {
        for text in [
            "Om 8.05 uur ga ik.",
            "Vraag dhr. De Wit mee.",
            "Z.M. van den Berg komt.",
            "Neem o.a. brood mee.",
            "Bel tel. 013 555 01 23.",
            "J. Jansen belt mij.",
        ] {
            assert_eq!(sentences(text), [text]);
        }
    }

    #[test]
    fn words_keep_their_apostrophe_hyphen_and_diacritics() {
        let text = "’s Avonds pakt Zoë haar OV-kaart, foto’s en 2 euro.";
        let found: Vec<_> = words(text).collect();
        assert_eq!(
            found,
            [
                "s", "Avonds", "pakt", "Zoë", "haar", "OV-kaart", "foto’s", "en", "2", "euro"
            ]
        );
        assert_eq!(count_words("Dat is 2 keer per week."), 6);
    }
}

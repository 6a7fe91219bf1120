//! Reads files of values between commas, semicolons or tabs, as spreadsheets write them.

use std::iter::Peekable;
use std::str::Chars;

use super::ImportError;

/// Values of a row that are looked at; what stands further on is passed over.
const MAX_VALUES: usize = 200;

/// Rows that a file may have.
pub(super) const MAX_ROWS: usize = 100_000;

/// Refuses the row of this number, counted from 0, where a file has too many.
pub(super) fn check(index: usize) -> Result<(), ImportError> {
    if index < MAX_ROWS {
        return Ok(());
    }
    Err(ImportError::shape(
        format!("het CSV-bestand heeft meer dan {MAX_ROWS} regels"),
        "splits het bestand",
    ))
}

/// The rows of a file, one by one; those without any value aside. The sign between values is the
/// one that its first line has most of.
pub(super) fn rows(text: &str) -> Rows<'_> {
    let first = text.lines().next().unwrap_or_default();
    let count = |sign: &char| first.matches(*sign).count();
    let separator = [',', ';', '\t']
        .into_iter()
        .max_by_key(|sign| (count(sign), *sign == ';'))
        .expect("there are three");
    Rows {
        characters: text.chars().peekable(),
        separator,
    }
}

/// The rows of a file.
#[derive(Debug)]
pub(super) struct Rows<'a> {
    characters: Peekable<Chars<'a>>,
    separator: char,
}

impl Rows<'_> {
    /// The next row, also an empty one; none at the end.
    fn row(&mut self) -> Option<Vec<String>> {
        self.characters.peek()?;
        let mut row = Vec::new();
        let mut value = String::new();
        let mut quoted = false;
        while let Some(character) = self.characters.next() {
            match character {
                '"' if quoted && self.characters.peek() == Some(&'"') => {
                    self.characters.next();
                    value.push('"');
                }
                '"' if quoted => quoted = false,
                '"' if value.trim().is_empty() => {
                    value.clear();
                    quoted = true;
                }
                _ if quoted => value.push(character),
                '\r' => {}
                '\n' => break,
                _ if character == self.separator => push(&mut row, &mut value),
                _ => value.push(character),
            }
        }
        push(&mut row, &mut value);
        Some(row)
    }
}

impl Iterator for Rows<'_> {
    type Item = Vec<String>;

    fn next(&mut self) -> Option<Vec<String>> {
        loop {
            let row = self.row()?;
            if row.iter().any(|value| !value.is_empty()) {
                return Some(row);
            }
        }
    }
}

/// Ends a value of a row.
fn push(row: &mut Vec<String>, value: &mut String) {
    let ended = std::mem::take(value);
    if row.len() < MAX_VALUES {
        row.push(ended.trim().to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_hold_signs_and_each_program_has_its_own_sign() {
        let text = "id,naam\r\n1,\"bake_,_to\"\r\n\r\n2,\"a \"\"b\"\"\"\n3,";
        let expected = [
            vec!["id", "naam"],
            vec!["1", "bake_,_to"],
            vec!["2", "a \"b\""],
            vec!["3", ""],
        ];
        let all = |text: &str| rows(text).collect::<Vec<_>>();
        assert_eq!(all(text), expected);
        assert_eq!(all("a;b,c\n"), [["a", "b,c"]]);
        assert_eq!(all("a\tb"), [["a", "b"]]);
        assert!(all("").is_empty());
        assert_eq!(all("\"open\n").len(), 1);
        let wide = rows(&format!("a{}", ",".repeat(1_000_000))).next();
        assert_eq!(wide.map(|row| row.len()), Some(MAX_VALUES));
    }
}

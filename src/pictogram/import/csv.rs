//! Reads files of values between commas, semicolons or tabs, as spreadsheets write them.

/// The rows of a file. The sign between values is the one that its first line has most of.
pub(super) fn rows(text: &str) -> Vec<Vec<String>> {
    let first = text.lines().next().unwrap_or_default();
    let count = |sign: &char| first.matches(*sign).count();
    let separator = [',', ';', '\t']
        .into_iter()
        .max_by_key(|sign| (count(sign), *sign == ';'))
        .expect("there are three");
    let mut rows = Vec::new();
    let mut row = Vec::new();
    let mut value = String::new();
    let mut quoted = false;
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '"' if quoted && characters.peek() == Some(&'"') => {
                characters.next();
                value.push('"');
            }
            '"' if quoted => quoted = false,
            '"' if value.trim().is_empty() => {
                value.clear();
                quoted = true;
            }
            _ if quoted => value.push(character),
            '\r' => {}
            '\n' => {
                row.push(std::mem::take(&mut value));
                push(&mut rows, &std::mem::take(&mut row));
            }
            _ if character == separator => row.push(std::mem::take(&mut value)),
            _ => value.push(character),
        }
    }
    row.push(value);
    push(&mut rows, &row);
    rows
}

/// Adds a row, unless it is empty.
fn push(rows: &mut Vec<Vec<String>>, row: &[String]) {
    let row: Vec<_> = row.iter().map(|value| value.trim().to_owned()).collect();
    if row.iter().any(|value| !value.is_empty()) {
        rows.push(row);
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
        assert_eq!(rows(text), expected);
        assert_eq!(rows("a;b,c\n"), [["a", "b,c"]]);
        assert_eq!(rows("a\tb"), [["a", "b"]]);
        assert!(rows("").is_empty());
        assert_eq!(rows("\"open\n").len(), 1);
    }
}

//! Reads a `.csv`: semicolons, commas or tabs; UTF-8, UTF-16 or Windows-1252, as Excel saves them.

use std::borrow::Cow;

use csv::ReaderBuilder;
use encoding_rs::{Encoding, WINDOWS_1252};

use super::cell::Cell;
use super::sheet::{MOST_COLUMNS, MOST_ROWS, Row, SheetError};

/// What may stand between cells, the usual one first.
const DELIMITERS: &[u8] = b";,\t";

/// The rows with something in them.
pub(super) fn rows(bytes: &[u8]) -> Result<Vec<Row>, SheetError> {
    let text = decoded(bytes)?;
    let (text, told, skipped) = match text.split_once('\n') {
        // Excel's own way to name the delimiter.
        Some((first, rest)) if first.to_lowercase().starts_with("sep=") => {
            (rest, first.as_bytes().get(4).copied(), 1)
        }
        _ => (text.as_ref(), None, 0),
    };
    let mut reader = ReaderBuilder::new()
        .delimiter(told.unwrap_or_else(|| delimiter(text)))
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|_| SheetError::Broken("dit bestand is geen leesbare .csv"))?;
        if record.len() > MOST_COLUMNS {
            return Err(SheetError::TooLarge);
        }
        let cells: Vec<_> = record.iter().map(Cell::written).collect();
        if cells.iter().all(|cell| *cell == Cell::Empty) {
            continue;
        }
        if rows.len() > MOST_ROWS {
            return Err(SheetError::TooLarge);
        }
        let line = record.position().map_or(0, csv::Position::line);
        let number = usize::try_from(line).unwrap_or(usize::MAX) + skipped;
        rows.push(Row { number, cells });
    }
    Ok(rows)
}

/// The text, by its mark at the start; without one it is UTF-8, or else Windows-1252.
fn decoded(bytes: &[u8]) -> Result<Cow<'_, str>, SheetError> {
    let text = if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        encoding.decode_without_bom_handling(&bytes[mark..]).0
    } else if let Ok(text) = std::str::from_utf8(bytes) {
        Cow::Borrowed(text)
    } else {
        WINDOWS_1252.decode_without_bom_handling(bytes).0
    };
    if text.contains('\0') {
        return Err(SheetError::Broken(
            "dit is geen tekstbestand, al heet het .csv; is het een .xlsx?",
        ));
    }
    Ok(text)
}

/// What stands most often between the names of the columns, outside quotes.
fn delimiter(text: &str) -> u8 {
    let line = text.lines().find(|line| !line.trim().is_empty());
    let line = line.unwrap_or_default().bytes();
    let mut counts = [0_usize; DELIMITERS.len()];
    let mut is_quoted = false;
    for byte in line {
        if byte == b'"' {
            is_quoted = !is_quoted;
        }
        let at = DELIMITERS.iter().position(|known| *known == byte);
        if let (Some(at), false) = (at, is_quoted) {
            counts[at] += 1;
        }
    }
    // Of as many the first: the last maximum of the reverse.
    let best = (0..DELIMITERS.len()).rev().max_by_key(|at| counts[*at]);
    DELIMITERS[best.unwrap_or(0)]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(bytes: &[u8]) -> Vec<Vec<String>> {
        let rows = rows(bytes).expect("read");
        let text = |cell: &Cell| cell.text().expect("text").unwrap_or_default();
        let row = |row: &Row| row.cells.iter().map(text).collect();
        rows.iter().map(row).collect()
    }

    #[test]
    fn delimiters_are_found_and_told() {
        let wanted = [["a", "b,c"], ["1", "2"]];
        assert_eq!(texts(b"a;\"b,c\"\n1;2\n"), wanted);
        assert_eq!(texts(b"a,\"b,c\"\r\n1,2"), wanted);
        assert_eq!(texts(b"\n\"a\"\t\"b,c\"\n1\t2\n\n"), wanted);
        assert_eq!(texts(b"sep=|\na|b,c\n1|2\n"), wanted);
        assert_eq!(texts(b"a\n1\n"), [["a"], ["1"]]);
    }

    #[test]
    fn encodings_of_excel_are_read() {
        let utf16: Vec<_> = "\u{feff}Zoë\t1\n"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        for bytes in [
            "Zoë;1\n".as_bytes(),
            "\u{feff}Zoë;1\n".as_bytes(),
            b"Zo\xeb;1\n",
            &utf16,
        ] {
            assert_eq!(texts(bytes), [["Zoë", "1"]]);
        }
        assert!(rows(b"PK\x03\x04\0\0").is_err());
    }

    #[test]
    fn rows_keep_their_numbers_when_some_are_empty_or_run_over_lines() {
        let rows = rows(b"sep=;\na;b\n;;\n\"1\n2\";x\n3;y\n;\n").expect("read");
        let numbers: Vec<_> = rows.iter().map(|row| row.number).collect();
        assert_eq!(numbers, [2, 4, 6]);
    }
}

//! An export as rows and columns: the heading, and the rows below it. Reads no values.

use std::path::Path;

use super::cell::Cell;
use super::{csv, xlsx};
use crate::dossier::limited::read_limited;

/// The largest export that is read, in bytes.
const MOST_BYTES: u64 = 20 * 1024 * 1024;
/// The most rows, for each may become a plan that is held until all are judged.
pub(super) const MOST_ROWS: usize = 20_000;
/// The most columns.
pub(super) const MOST_COLUMNS: usize = 500;

/// An export.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    /// The names of the columns; one without a name is empty.
    pub(super) columns: Vec<String>,
    pub(super) rows: Vec<Row>,
}

/// A row with something in it.
#[derive(Debug, PartialEq)]
pub(super) struct Row {
    /// As the spreadsheet or an editor numbers it.
    pub(super) number: usize,
    /// As many as there are columns, or more where a row runs on.
    pub(super) cells: Vec<Cell>,
}

/// Why an export can't be read, in Dutch.
#[derive(Debug, thiserror::Error)]
pub(crate) enum SheetError {
    /// It can't be opened.
    #[error("het bestand kan niet gelezen worden: {0}")]
    File(&'static str),
    /// It is of another kind.
    #[error("dit is geen .csv of .xlsx; sla het bestand in Excel op als een van die twee")]
    Kind,
    /// It isn't what its name says.
    #[error("{0}")]
    Broken(&'static str),
    /// It is too large.
    #[error("dit bestand heeft meer dan {MOST_ROWS} rijen of {MOST_COLUMNS} kolommen; splits het")]
    TooLarge,
    /// A sheet that isn't there.
    #[error("dit werkblad is er niet; wel: {0}")]
    NoSheet(String),
    /// There is nothing in it.
    #[error("er staan geen rijen in, of de eerste rij is geen rij met kolomnamen")]
    Empty,
}

/// Reads an export; of an `.xlsx` the sheet of this name, or the first.
pub(super) fn read(path: &Path, sheet: Option<&str>) -> Result<Sheet, SheetError> {
    let extension = path.extension().and_then(|extension| extension.to_str());
    let bytes = read_limited(path, MOST_BYTES).map_err(|error| {
        SheetError::File(match error.kind() {
            std::io::ErrorKind::NotFound => "het is er niet",
            std::io::ErrorKind::FileTooLarge => "het is groter dan 20 MiB",
            std::io::ErrorKind::PermissionDenied => "je hebt geen leesrechten",
            _ => "het is geen gewoon bestand",
        })
    })?;
    let rows = match extension.map(str::to_lowercase).as_deref() {
        Some("csv" | "txt") => csv::rows(&bytes)?,
        Some("xlsx" | "xlsm") => xlsx::rows(bytes, sheet)?,
        _ => return Err(SheetError::Kind),
    };
    headed(rows)
}

/// Takes the first row for the heading.
fn headed(rows: Vec<Row>) -> Result<Sheet, SheetError> {
    let mut rows = rows.into_iter();
    let heading = rows.next().ok_or(SheetError::Empty)?;
    let name = |cell: &Cell| match cell {
        Cell::Text(text) => column_name(text),
        _ => String::new(),
    };
    let mut columns: Vec<_> = heading.cells.iter().map(name).collect();
    while columns.last().is_some_and(String::is_empty) {
        columns.pop();
    }
    let mut rows: Vec<_> = rows.collect();
    if columns.is_empty() || rows.is_empty() {
        return Err(SheetError::Empty);
    }
    for row in &mut rows {
        let width = row.cells.iter().rposition(|cell| *cell != Cell::Empty);
        let width = width.map_or(0, |last| last + 1).max(columns.len());
        row.cells.resize(width, Cell::Empty);
    }
    Ok(Sheet { columns, rows })
}

/// The name of a column without white space around it or line ends in it.
pub(super) fn column_name(text: &str) -> String {
    let text = text.trim_matches('\u{feff}');
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

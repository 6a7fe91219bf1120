//! Reads a sheet of an `.xlsx`, cell by cell: a sheet whose last cell lies far away costs nothing.

use std::io::Cursor;

use calamine::{DataRef, ExcelDateTime, Reader, Xlsx};
use jiff::civil::{Date, Time};

use super::cell::{Cell, NO_DAY};
use super::sheet::{MOST_COLUMNS, MOST_ROWS, Row, SheetError};

/// The rows with something in them, of the sheet of this name or of the first.
pub(super) fn rows(bytes: Vec<u8>, sheet: Option<&str>) -> Result<Vec<Row>, SheetError> {
    let broken = "dit is geen leesbare .xlsx, of er zit een wachtwoord op";
    let mut book: Xlsx<_> =
        Xlsx::new(Cursor::new(bytes)).map_err(|_| SheetError::Broken(broken))?;
    let names = book.sheet_names();
    let name = match sheet {
        None => names.first(),
        Some(wanted) => names.iter().find(|name| name.trim() == wanted.trim()),
    };
    let Some(name) = name.cloned() else {
        return Err(SheetError::NoSheet(names.join(", ")));
    };
    let mut cells = book
        .worksheet_cells_reader(&name)
        .map_err(|_| SheetError::Broken(broken))?;
    let mut rows: Vec<Row> = Vec::new();
    while let Some(cell) = cells.next_cell().map_err(|_| SheetError::Broken(broken))? {
        let (row, column) = cell.get_position();
        let value = value(cell.get_value());
        if value == Cell::Empty {
            continue;
        }
        let (number, column) = (index(row)? + 1, index(column)?);
        if column >= MOST_COLUMNS {
            return Err(SheetError::TooLarge);
        }
        if rows.last().is_none_or(|last| last.number != number) {
            if rows.len() > MOST_ROWS {
                return Err(SheetError::TooLarge);
            }
            rows.push(Row {
                number,
                cells: Vec::new(),
            });
        }
        if let Some(row) = rows.last_mut() {
            let width = row.cells.len().max(column + 1);
            row.cells.resize(width, Cell::Empty);
            row.cells[column] = value;
        }
    }
    Ok(rows)
}

fn index(number: u32) -> Result<usize, SheetError> {
    usize::try_from(number).map_err(|_| SheetError::TooLarge)
}

fn value(data: &DataRef<'_>) -> Cell {
    match data {
        DataRef::Empty => Cell::Empty,
        DataRef::Bool(truth) => Cell::YesNo(*truth),
        DataRef::Error(_) => Cell::Broken,
        #[expect(
            clippy::cast_precision_loss,
            reason = "a cell holds no number that large"
        )]
        DataRef::Int(number) => Cell::Number(*number as f64),
        DataRef::Float(number) => Cell::Number(*number),
        DataRef::DateTime(moment) => moment_of(moment),
        DataRef::SharedString(text) => Cell::written(text),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            Cell::written(text)
        }
    }
}

fn moment_of(moment: &ExcelDateTime) -> Cell {
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    let small = |number: u8| i8::try_from(number).ok();
    let read = || {
        let day = Date::new(i16::try_from(year).ok()?, small(month)?, small(day)?).ok()?;
        let time = Time::new(small(hour)?, small(minute)?, small(second)?, 0).ok()?;
        Some((day, time))
    };
    match read() {
        Some((day, time)) if moment.as_f64() < 1.0 || NO_DAY.contains(&day) => Cell::Clock(time),
        Some((day, time)) => Cell::Day(day, (time != Time::midnight()).then_some(time)),
        None => Cell::Broken,
    }
}

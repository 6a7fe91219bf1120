//! From the cells of a row to the value of a key.

use std::collections::BTreeMap;

use toml_edit::{Array, Datetime, Value};

use super::cell::{Cell, Reason};
use super::sheet::Row;
use super::spec::Spec;
use crate::dossier::kind::KeyKind;

/// Where each column stands, by its name.
pub(super) type Columns = BTreeMap<String, usize>;

/// A value that can't be, and the column of it where there is one.
#[derive(Debug)]
pub(super) struct Wrong {
    pub(super) column: Option<String>,
    pub(super) reason: Reason,
}

/// The value that a row has for a key; none where its cells are empty.
pub(super) fn of(spec: &Spec, row: &Row, columns: &Columns) -> Result<Option<Value>, Wrong> {
    let mut texts = Vec::new();
    for column in &spec.columns {
        let cell = columns.get(&column.name).and_then(|at| row.cells.get(*at));
        let cell = cell.unwrap_or(&Cell::Empty);
        let wrong = |reason| Wrong {
            column: Some(column.name.clone()),
            reason,
        };
        let translated = translated(spec, cell).map_err(wrong)?;
        let cell = translated.as_ref().unwrap_or(cell);
        if spec.columns.len() == 1 {
            if let Some(value) = read(spec, cell).map_err(wrong)? {
                return Ok(Some(value));
            }
        } else {
            texts.extend(cell.text().map_err(wrong)?);
        }
    }
    if !texts.is_empty() {
        return Ok(Some(texts.join(&spec.between).into()));
    }
    let Some(text) = &spec.when_empty else {
        return Ok(None);
    };
    read(spec, &Cell::written(text)).map_err(|reason| Wrong {
        column: spec.columns.first().map(|column| column.name.clone()),
        reason,
    })
}

/// What the map makes of a word, where it tells.
fn translated(spec: &Spec, cell: &Cell) -> Result<Option<Cell>, Reason> {
    let Some(words) = &spec.words else {
        return Ok(None);
    };
    let Some(word) = cell.text()? else {
        return Ok(None);
    };
    let found = words.get(&word.to_lowercase()).or(spec.otherwise.as_ref());
    let found = found.ok_or("deze waarde staat niet bij waarden in de koppeling")?;
    Ok(Some(Cell::written(found)))
}

/// Reads a cell as the kind of value that the key holds.
fn read(spec: &Spec, cell: &Cell) -> Result<Option<Value>, Reason> {
    let whole = "hier hoort een heel getal";
    Ok(match spec.kind {
        KeyKind::Text | KeyKind::Tables => cell.text()?.map(|text| mended(spec, text).into()),
        KeyKind::Date => cell.day()?.map(|day| datetime(&day.to_string())),
        KeyKind::Time => cell.clock()?.map(|time| datetime(&time.to_string())),
        KeyKind::Number => cell.number()?.map(|number| {
            let whole = format!("{number}").parse::<i64>();
            whole.map_or_else(|_| Value::from(number), Value::from)
        }),
        KeyKind::Whole => match cell.number()? {
            None => None,
            Some(number) => {
                let number = format!("{number}").parse::<i64>().map_err(|_| whole)?;
                Some(number.into())
            }
        },
        KeyKind::YesNo => cell.yes_no()?.map(Value::from),
        KeyKind::Texts => cell.text()?.map(|text| {
            let items: Vec<_> = match &spec.split {
                Some(split) if !split.is_empty() => text.split(split.as_str()).collect(),
                _ => text.lines().collect(),
            };
            let items = items.into_iter().map(str::trim);
            let items: Array = items.filter(|item| !item.is_empty()).collect();
            Value::Array(items)
        }),
    })
}

/// A day or a time as TOML writes it.
fn datetime(text: &str) -> Value {
    let datetime: Datetime = text.parse().expect("a day or time of the calendar");
    Value::from(datetime)
}

/// Gives numbers back the zeros that a spreadsheet took from their start. Whether a citizen service
/// number is one then, the elfproef decides.
fn mended(spec: &Spec, text: String) -> String {
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let bare: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '.')
        .collect();
    match spec.keys.last().map(String::as_str) {
        Some("bsn") if is_digits(&bare) && (7..=9).contains(&bare.len()) => format!("{bare:0>9}"),
        Some("categorie" | "eenheid") if is_digits(&text) && text.len() == 1 => format!("0{text}"),
        // Ten digits with a zero in front, in the whole country.
        Some("telefoon") if is_digits(&text) && text.len() == 9 && !text.starts_with('0') => {
            format!("0{text}")
        }
        _ => text,
    }
}

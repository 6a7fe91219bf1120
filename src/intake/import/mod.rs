//! Makes plans of what another program exported: rows and columns, and a map that says which column
//! goes to which key. A row that can't become a readable plan is refused, with its column and why.

mod cell;
mod client;
mod csv;
mod edit;
mod map;
mod sheet;
mod spec;
mod value;
mod xlsx;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use self::client::Clerk;
use self::map::{Map, nearest};
use self::sheet::{Row, Sheet, SheetError};
use self::spec::ColumnRef;
use super::number;
use crate::check::{Office, OfficeError};
use crate::dossier::load::{ClientFolder, ClientId};
use crate::dossier::source::Source;
use crate::dossier::value::Date;
use crate::finding::Finding;

/// A map that works with [`EXAMPLE_CSV`], and tells what a map can do.
pub(crate) const EXAMPLE_MAP: &str = include_str!("../../../templates/begin/koppeling.toml");
/// A small export, of people who don't exist.
pub(crate) const EXAMPLE_CSV: &str = include_str!("../../../templates/begin/voorbeeld.csv");

/// What to import.
#[derive(Debug)]
pub(crate) struct ImportRequest {
    /// Folder with `aanbieder.toml`.
    pub(crate) data: PathBuf,
    /// The export.
    pub(crate) file: PathBuf,
    /// The map.
    pub(crate) map: PathBuf,
    /// Whether clients who are there are brought up to date.
    pub(crate) update: bool,
    /// The day that new plans lie around.
    pub(crate) today: Date,
}

/// Why nothing can be imported.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ImportError {
    /// The organisation isn't in order.
    #[error(transparent)]
    Office(#[from] OfficeError),
    /// The map isn't in order, or doesn't fit the export.
    #[error("de koppeling is niet in orde")]
    Map(Vec<Finding>),
    /// The export can't be read.
    #[error("{file}: {error}")]
    Sheet {
        /// Its name.
        file: String,
        /// Why.
        error: SheetError,
    },
}

/// What an import would do.
#[derive(Debug)]
pub(crate) struct Batch {
    /// By the first row of each.
    pub(crate) planned: Vec<Planned>,
    /// Columns that the map doesn't name.
    pub(crate) unused: Vec<String>,
}

/// What becomes of one client, or of a row that has none.
#[derive(Debug)]
pub(crate) struct Planned {
    /// Number of the client, where it can be one.
    pub(crate) client: Option<ClientId>,
    /// The rows that tell of it.
    pub(crate) rows: Vec<usize>,
    /// What becomes of it.
    pub(crate) outcome: Outcome,
}

/// What becomes of a client.
#[derive(Debug)]
pub(crate) enum Outcome {
    /// A folder is made.
    New(Write),
    /// A plan is changed.
    Changed(Write),
    /// The plan says so already.
    Same,
    /// It is there, and no update was asked for.
    Exists,
    /// It can't be, and why.
    Refused(Vec<Refusal>),
}

/// What to write.
#[derive(Debug)]
pub(crate) struct Write {
    /// The client's folder.
    pub(crate) folder: ClientFolder,
    /// From the data folder.
    pub(crate) shown: String,
    /// Text of `plan.toml`.
    pub(crate) plan: String,
    /// How many keys came from the export.
    pub(crate) keys: usize,
}

/// Why a row or a client was refused, without what stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Refusal {
    /// The row, where it is one.
    pub(crate) row: Option<usize>,
    /// The column, where it is one.
    pub(crate) column: Option<String>,
    /// Dutch.
    pub(crate) reason: String,
    /// The way out.
    pub(crate) hint: Option<String>,
}

impl Refusal {
    fn of_row(row: usize, column: Option<&str>, reason: impl Into<String>) -> Self {
        Self {
            row: Some(row),
            column: column.map(str::to_owned),
            reason: reason.into(),
            hint: None,
        }
    }
}

/// Works out what an import would do.
///
/// # Errors
/// When the organisation, the map or the export isn't in order.
pub(crate) fn import(request: &ImportRequest) -> Result<Batch, ImportError> {
    let (map, source) = Map::read(&request.map).map_err(ImportError::Map)?;
    let sheet = sheet::read(&request.file, map.sheet.as_deref()).map_err(|error| {
        let file = request.file.file_name().unwrap_or_default();
        ImportError::Sheet {
            file: file.to_string_lossy().into_owned(),
            error,
        }
    })?;
    fit(&map, &source, &sheet).map_err(ImportError::Map)?;
    let office = Office::open(&request.data)?;
    let columns = sheet.columns.iter().enumerate();
    let columns = columns.map(|(at, name)| (name.clone(), at)).collect();
    let clerk = Clerk::new(request, &office, &map, columns);
    let mut planned = Vec::new();
    let mut clients: BTreeMap<String, Vec<(&Row, ClientId)>> = BTreeMap::new();
    for row in &sheet.rows {
        match client_of(row, &map, &clerk, sheet.columns.len()) {
            Ok(id) => {
                let same = clients.entry(id.as_str().to_lowercase()).or_default();
                same.push((row, id));
            }
            Err(refusal) => planned.push(Planned {
                client: None,
                rows: vec![row.number],
                outcome: Outcome::Refused(vec![refusal]),
            }),
        }
    }
    planned.extend(clients.into_values().map(|rows| clerk.client(&rows)));
    planned.sort_by(|a, b| a.rows.cmp(&b.rows));
    let named: BTreeSet<_> = map.columns().map(|column| column.name.as_str()).collect();
    let unused = sheet.columns.iter();
    let unused = unused.filter(|name| !name.is_empty() && !named.contains(name.as_str()));
    Ok(Batch {
        unused: unused.cloned().collect(),
        planned,
    })
}

/// The client that a row tells of.
fn client_of(row: &Row, map: &Map, clerk: &Clerk<'_>, columns: usize) -> Result<ClientId, Refusal> {
    let refused = |column: Option<&str>, reason: &str| Refusal::of_row(row.number, column, reason);
    if row.cells.len() > columns {
        let mut refusal = refused(None, "deze rij heeft meer cellen dan er kolomnamen zijn");
        refusal.hint = Some("staat er een los aanhalingsteken of scheidingsteken in?".to_owned());
        return Err(refusal);
    }
    let column = Some(map.number.name.as_str());
    let cell = clerk.cell(row, &map.number);
    let text = cell.text().map_err(|reason| refused(column, reason))?;
    let text = text.ok_or_else(|| refused(column, "hier ontbreekt het cliëntnummer"))?;
    number::read(&format!("{}{text}", map.prefix)).map_err(|reason| {
        let reason = format!("dit kan geen cliëntnummer zijn: {reason}");
        Refusal {
            hint: Some(format!(
                "een cliëntnummer is bijvoorbeeld {}",
                number::EXAMPLE
            )),
            ..refused(column, &reason)
        }
    })
}

/// Whether each column that the map names is there, once.
fn fit(map: &Map, source: &Source, sheet: &Sheet) -> Result<(), Vec<Finding>> {
    let wrong = |column: &ColumnRef, message: String, hint: String| {
        let finding = source.finding_at("kolom", &column.path, message);
        finding.with_hint(hint)
    };
    let mut findings = Vec::new();
    for column in map.columns() {
        let same = sheet.columns.iter().filter(|name| **name == column.name);
        match same.count() {
            1 => {}
            0 => {
                let known = sheet.columns.iter().map(String::as_str);
                let near = nearest(&column.name, known.clone().filter(|name| !name.is_empty()));
                let hint = match near {
                    Some(near) => format!("bedoel je {near}?"),
                    None => format!("er zijn: {}", known.collect::<Vec<_>>().join(", ")),
                };
                findings.push(wrong(column, "deze kolom is er niet".to_owned(), hint));
            }
            count => {
                let message = format!("deze kolom is er {count} keer");
                let hint = "geef elke kolom in de export een eigen naam".to_owned();
                findings.push(wrong(column, message, hint));
            }
        }
    }
    if findings.is_empty() {
        Ok(())
    } else {
        Err(findings)
    }
}

/// A path as it is told: from the data folder.
fn below(data: &Path, path: &Path) -> String {
    super::new_client::below(data, path)
}

//! One client of an export: the values that its rows have, and the plan that they make.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use toml_edit::DocumentMut;

use super::cell::Cell;
use super::edit::{self, Entry, Stuck};
use super::map::Map;
use super::sheet::Row;
use super::spec::{ColumnRef, Group, Spec};
use super::value::{self, Columns, Wrong};
use super::{ImportRequest, Outcome, Planned, Refusal, Write, below};
use crate::check::Office;
use crate::dossier::draft::plan_text;
use crate::dossier::load::{ClientFolder, ClientId};
use crate::dossier::source::{KeyPath, Source};
use crate::finding::{Finding, Severity};
use crate::intake::blank::{Blank, usual_law};
use crate::intake::place;

/// Makes the plans of an export.
pub(super) struct Clerk<'a> {
    office: &'a Office,
    map: &'a Map,
    columns: Columns,
    data: &'a Path,
    update: bool,
    today: Date,
    /// The clients that are there, by number in lower case.
    clients: BTreeMap<String, ClientFolder>,
    /// All folders by their names in lower case.
    folders: BTreeMap<String, PathBuf>,
}

/// Where a value of the plan came from.
struct Origin {
    path: KeyPath,
    row: usize,
    column: Option<String>,
}

/// A value with where it came from.
type Found = (toml_edit::Value, usize, Option<String>);

/// What the rows of a client say.
#[derive(Default)]
struct Said {
    fields: Vec<(Vec<String>, Found)>,
    /// Entries by group, each with the row that it came from.
    entries: Vec<Vec<(Entry, usize)>>,
    refusals: Vec<Refusal>,
}

impl<'a> Clerk<'a> {
    pub(super) fn new(
        request: &'a ImportRequest,
        office: &'a Office,
        map: &'a Map,
        columns: Columns,
    ) -> Self {
        let (clients, _) = office.clients();
        let clients = clients.into_iter();
        Self {
            office,
            map,
            columns,
            data: &request.data,
            update: request.update,
            today: request.today.civil(),
            clients: clients
                .map(|folder| (folder.id.as_str().to_lowercase(), folder))
                .collect(),
            folders: office.data.folder_names(),
        }
    }

    /// The cell of a row in a column.
    pub(super) fn cell<'r>(&self, row: &'r Row, column: &ColumnRef) -> &'r Cell {
        let at = self.columns.get(&column.name);
        at.and_then(|at| row.cells.get(*at)).unwrap_or(&Cell::Empty)
    }

    /// What becomes of a client with these rows.
    pub(super) fn client(&self, rows: &[(&Row, ClientId)]) -> Planned {
        let (_, id) = &rows[0];
        let numbers = rows.iter().map(|(row, _)| row.number).collect();
        let refused = |refusal| Outcome::Refused(vec![refusal]);
        let outcome = if let Some((row, _)) = rows.iter().find(|(_, other)| other != id) {
            let column = Some(self.map.number.name.as_str());
            let reason = "hetzelfde cliëntnummer staat elders met andere hoofdletters";
            refused(Refusal::of_row(row.number, column, reason))
        } else {
            self.outcome(id, rows)
        };
        Planned {
            client: Some(id.clone()),
            rows: numbers,
            outcome,
        }
    }

    fn outcome(&self, id: &ClientId, rows: &[(&Row, ClientId)]) -> Outcome {
        let first = rows[0].0.number;
        let whole = |reason: String, hint: &str| {
            Outcome::Refused(vec![Refusal {
                row: Some(first),
                column: None,
                reason,
                hint: Some(hint.to_owned()),
            }])
        };
        let number = id.as_str().to_lowercase();
        let existing = self.clients.get(&number);
        if let Some(folder) = existing {
            if folder.id != *id {
                let reason = format!("cliënt {} is er al, met andere hoofdletters", folder.id);
                return whole(reason, "schrijf het nummer in de export net zo");
            }
            if !self.update {
                return Outcome::Exists;
            }
        } else if let Some(path) = self.folders.get(&number) {
            let reason = format!(
                "er is al een map met dit nummer: {}",
                below(self.data, path)
            );
            return whole(reason, "drieluik check zegt wat er met die map is");
        }
        let mut said = self.said(rows);
        let start = match existing {
            Some(folder) => self.standing(folder),
            None => self.blank(id, rows, &mut said),
        };
        let (folder, text) = match start {
            Ok(start) => start,
            Err(reason) => {
                return whole(
                    reason,
                    "verbeter eerst dat plan: drieluik check zegt wat eraan scheelt",
                );
            }
        };
        let (Some(folder), true) = (folder, said.refusals.is_empty()) else {
            return Outcome::Refused(said.refusals);
        };
        let Ok((plan, origins)) = self.written(&text, &said) else {
            return whole(
                "plan.toml is anders opgebouwd dan import kan bijwerken".to_owned(),
                "werk dit plan met de hand bij",
            );
        };
        let refusals = self.objections(&folder, &plan, &origins, first);
        if !refusals.is_empty() {
            return Outcome::Refused(refusals);
        }
        if existing.is_some() && plan == text {
            return Outcome::Same;
        }
        let write = Write {
            shown: below(self.data, &folder.path),
            keys: origins.len(),
            folder,
            plan,
        };
        if existing.is_some() {
            Outcome::Changed(write)
        } else {
            Outcome::New(write)
        }
    }

    /// The plan that is there, if it can be read as it is.
    fn standing(&self, folder: &ClientFolder) -> Result<(Option<ClientFolder>, String), String> {
        let (dossier, findings) = self.office.examine(folder);
        let is_broken = findings.iter().any(|one| one.severity == Severity::Error);
        let text = plan_text(folder);
        match (dossier, text) {
            (Some(_), Some(text)) if !is_broken => Ok((Some(folder.clone()), text)),
            _ => Err("de bestanden van deze cliënt hebben nu al fouten".to_owned()),
        }
    }

    /// An empty plan, and where it comes to stand; nowhere when the location can't be.
    fn blank(
        &self,
        id: &ClientId,
        rows: &[(&Row, ClientId)],
        said: &mut Said,
    ) -> Result<(Option<ClientFolder>, String), String> {
        let mut location = None;
        if let Some(spec) = &self.map.location
            && let Some((value, ..)) = self.one(spec, rows, &mut said.refusals)
        {
            location = value.as_str().map(folder_name);
        }
        let folder = match place::of(self.data, location.as_deref().map(Path::new), id) {
            Ok(folder) => Some(folder),
            Err(error) => {
                let column = self
                    .map
                    .location
                    .as_ref()
                    .and_then(|spec| spec.columns.first());
                let column = column.map(|column| column.name.as_str());
                let row = rows[0].0.number;
                said.refusals
                    .push(Refusal::of_row(row, column, error.to_string()));
                None
            }
        };
        let blank = Blank {
            number: id.as_str(),
            kind: self.map.kind,
            law: self.map.law.unwrap_or_else(|| usual_law(self.map.kind)),
            today: self.today,
            provider: &self.office.provider,
        };
        let text = blank.text().map_err(|error| error.to_string())?;
        Ok((folder, text))
    }

    /// What the rows say, with every conflict and every cell that can't be.
    fn said(&self, rows: &[(&Row, ClientId)]) -> Said {
        let mut said = Said::default();
        for spec in &self.map.fields {
            if let Some(found) = self.one(spec, rows, &mut said.refusals) {
                said.fields.push((spec.keys.clone(), found));
            }
        }
        for group in &self.map.groups {
            let entries = self.entries(group, rows, &mut said.refusals);
            said.entries.push(entries);
        }
        said
    }

    /// The one value that the rows have for a key.
    fn one(
        &self,
        spec: &Spec,
        rows: &[(&Row, ClientId)],
        refusals: &mut Vec<Refusal>,
    ) -> Option<Found> {
        let column = spec.columns.first().map(|column| column.name.clone());
        let mut found: Option<Found> = None;
        for (row, _) in rows {
            match value::of(spec, row, &self.columns) {
                Err(wrong) => refusals.push(refusal(row, &wrong)),
                Ok(None) => {}
                Ok(Some(value)) => match &found {
                    Some((known, at, _)) if !edit::is_same(known, &value) => {
                        let reason =
                            format!("hier staat iets anders dan in rij {at}, van dezelfde cliënt");
                        refusals.push(Refusal::of_row(row.number, column.as_deref(), reason));
                    }
                    Some(_) => {}
                    None => found = Some((value, row.number, column.clone())),
                },
            }
        }
        found
    }

    /// The entries that the rows have for a list of tables, each once.
    fn entries(
        &self,
        group: &Group,
        rows: &[(&Row, ClientId)],
        refusals: &mut Vec<Refusal>,
    ) -> Vec<(Entry, usize)> {
        let mut entries: Vec<(Entry, usize)> = Vec::new();
        for (row, _) in rows {
            let has_cell = group
                .specs
                .iter()
                .flat_map(|spec| &spec.columns)
                .any(|column| *self.cell(row, column) != Cell::Empty);
            if !has_cell {
                continue;
            }
            let mut entry = Entry::new();
            for spec in &group.specs {
                match value::of(spec, row, &self.columns) {
                    Ok(value) => entry.extend(value.map(|value| (spec.keys.clone(), value))),
                    Err(wrong) => refusals.push(refusal(row, &wrong)),
                }
            }
            let key = |entry: &Entry| -> Vec<String> {
                let value = |key: &String| {
                    let mut values = entry.iter();
                    let found = values.find(|(keys, _)| *keys == [key.clone()]);
                    found.map_or_else(String::new, |(_, value)| value.to_string())
                };
                group.known_by.iter().map(value).collect()
            };
            let known = entries.iter().find(|(other, _)| key(other) == key(&entry));
            match known {
                None => entries.push((entry, row.number)),
                Some((other, _)) if is_alike(other, &entry) => {}
                Some((_, at)) => {
                    let reason = format!(
                        "[[{}]] is dezelfde als in rij {at}, maar er staat iets anders",
                        group.table
                    );
                    refusals.push(Refusal::of_row(row.number, None, reason));
                }
            }
        }
        entries
    }

    /// The plan with what was said in it, and where each value came from.
    fn written(&self, text: &str, said: &Said) -> Result<(String, Vec<Origin>), Stuck> {
        let mut document: DocumentMut = text.parse().map_err(|_| Stuck)?;
        let mut origins = Vec::new();
        let path =
            |start: KeyPath, keys: &[String]| keys.iter().fold(start, |path, key| path.key(key));
        let mut is_changed = false;
        for (keys, (value, row, column)) in &said.fields {
            is_changed |= edit::set(&mut document, keys, value)?;
            origins.push(Origin {
                path: path(KeyPath::default(), keys),
                row: *row,
                column: column.clone(),
            });
        }
        for (group, entries) in self.map.groups.iter().zip(&said.entries) {
            let (table, known_by) = (group.table.as_str(), &group.known_by);
            let list: Vec<_> = entries.iter().map(|(entry, _)| entry.clone()).collect();
            let (places, changed) = edit::put_entries(&mut document, table, known_by, &list)?;
            is_changed |= changed;
            for ((entry, row), at) in entries.iter().zip(places) {
                for (keys, _) in entry {
                    let spec = group.specs.iter().find(|spec| spec.keys == *keys);
                    let column = spec.and_then(|spec| spec.columns.first());
                    origins.push(Origin {
                        path: path(KeyPath::root(table).index(at), keys),
                        row: *row,
                        column: column.map(|column| column.name.clone()),
                    });
                }
            }
        }
        if !is_changed {
            return Ok((text.to_owned(), origins));
        }
        let plan = document.to_string();
        // What is written on Windows stays so.
        let plan = if text.contains("\r\n") {
            plan.replace("\r\n", "\n").replace('\n', "\r\n")
        } else {
            plan
        };
        Ok((plan, origins))
    }

    /// What the loader says of the plan, by the cells that it comes from.
    fn objections(
        &self,
        folder: &ClientFolder,
        plan: &str,
        origins: &[Origin],
        first: usize,
    ) -> Vec<Refusal> {
        let (_, findings) = self.office.examine_draft(folder, plan);
        let errors = findings
            .iter()
            .filter(|one| one.severity == Severity::Error);
        let mut errors = errors.peekable();
        if errors.peek().is_none() {
            return Vec::new();
        }
        let (source, _) = Source::parse(PathBuf::new(), plan.to_owned());
        let refusal = |finding: &Finding| {
            let origin = finding.place.as_ref().and_then(|place| {
                origins.iter().find(|origin| {
                    source.get(&origin.path).is_some_and(|node| {
                        let start = node
                            .key_span
                            .as_ref()
                            .map_or(node.span.start, |key| key.start);
                        (start..node.span.end.max(start + 1)).contains(&place.start)
                    })
                })
            });
            Refusal {
                row: Some(origin.map_or(first, |origin| origin.row)),
                column: origin.and_then(|origin| origin.column.clone()),
                reason: finding.message.clone(),
                hint: finding.hint.clone(),
            }
        };
        let mut refusals: Vec<_> = errors.map(refusal).collect();
        refusals.sort_by(|a, b| (a.row, &a.column).cmp(&(b.row, &b.column)));
        refusals.dedup();
        refusals
    }
}

fn refusal(row: &Row, wrong: &Wrong) -> Refusal {
    Refusal::of_row(row.number, wrong.column.as_deref(), wrong.reason)
}

/// Whether two entries have the same values.
fn is_alike(one: &Entry, other: &Entry) -> bool {
    one.len() == other.len()
        && one
            .iter()
            .zip(other)
            .all(|((a, x), (b, y))| a == b && edit::is_same(x, y))
}

/// A location as the name of a folder: `Lindenhof (Noord)` is `Lindenhof-Noord`.
fn folder_name(location: &str) -> String {
    let allowed = |c: char| c.is_alphanumeric() || "-_/ ".contains(c);
    let words = location.split(|c| !allowed(c));
    let words = words.map(str::trim).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-").replace(' ', "-")
}

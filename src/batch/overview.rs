//! `overzicht.html`: for the manager, what was made of each client and what is due. It draws on the
//! manifest alone, so that it holds nothing of a person but the client number.

mod chart;

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::Path;
use std::sync::Arc;

use minijinja::value::Value;
use minijinja::{AutoEscape, Environment, context};

use super::manifest::{ClientEntry, Manifest};
use crate::dossier::value::Date;
use crate::finding::Severity;
use crate::store::Files;

use chart::Chart;

/// Name of the overview under the output folder.
pub(super) const FILE: &str = "overzicht.html";

const TEMPLATE: &str = include_str!("../../templates/overview/overzicht.html");

/// How many of the days that come are told of each client.
const MOST_DUES: usize = 3;

/// The sums over all clients, and who is where.
struct Survey {
    places: BTreeMap<String, Vec<String>>,
    clients: usize,
    documents: usize,
    pages: usize,
    withheld: usize,
    failed: usize,
    overdue: usize,
    errors: usize,
    warnings: usize,
    chart: Chart,
}

/// Writes the overview. Clients are read once for the sums, and once more when their rows are
/// written: however many there are, few are in memory.
pub(super) fn write(
    files: &Files<'_>,
    out: &Path,
    manifest: Manifest,
    today: Date,
) -> io::Result<()> {
    let survey = Survey::of(&manifest, today);
    let manifest = Arc::new(manifest);
    let places: Vec<Value> = survey
        .places
        .iter()
        .map(|(place, clients)| place_value(place, clients.clone(), &manifest, today))
        .collect();
    let view = context! {
        dag => today.long(),
        totaal => context! {
            clienten => survey.clients,
            documenten => survey.documents,
            bladzijden => survey.pages,
            niet_gemaakt => survey.withheld,
            mislukt => survey.failed,
            te_laat => survey.overdue,
            fouten => survey.errors,
            waarschuwingen => survey.warnings,
        },
        grafiek => survey.chart.value(),
        plekken => places,
    };
    let mut environment = Environment::new();
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    let template = environment.template_from_str(TEMPLATE);
    let template = template.map_err(io::Error::other)?;
    files.put_in_parts(&out.join(FILE), None, |part| {
        let mut parts = Parts {
            part,
            held: Vec::with_capacity(HELD),
        };
        template
            .render_captured_to(view, &mut parts)
            .map_err(io::Error::other)?;
        parts.flush()
    })
}

/// Bytes that are gathered before they are written.
const HELD: usize = 64 * 1024;

/// Gathers small pieces.
struct Parts<'p> {
    part: &'p mut dyn FnMut(&[u8]) -> io::Result<()>,
    held: Vec<u8>,
}

impl Write for Parts<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.held.extend_from_slice(bytes);
        if self.held.len() >= HELD {
            self.flush()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        (self.part)(&self.held)?;
        self.held.clear();
        Ok(())
    }
}

impl Survey {
    fn of(manifest: &Manifest, today: Date) -> Self {
        let mut survey = Self {
            places: BTreeMap::new(),
            clients: 0,
            documents: 0,
            pages: 0,
            withheld: 0,
            failed: 0,
            overdue: 0,
            errors: 0,
            warnings: 0,
            chart: Chart::from(today),
        };
        let day = today.to_string();
        for (client, entry) in manifest.each() {
            let place = survey.places.entry(entry.location.clone()).or_default();
            place.push(client.to_string());
            survey.clients += 1;
            survey.documents += entry.documents.len();
            survey.pages += entry
                .documents
                .values()
                .map(|document| document.pages)
                .sum::<usize>();
            survey.withheld += entry.withheld.len();
            survey.failed += entry.failed.len();
            survey.overdue += entry.dues.iter().filter(|due| due.day < day).count();
            survey.errors += count(&entry, Severity::Error);
            survey.warnings += count(&entry, Severity::Warning);
            for due in entry
                .dues
                .iter()
                .filter(|due| due.id.starts_with("evaluatie"))
            {
                survey.chart.add(&due.day);
            }
        }
        survey
    }
}

fn count(entry: &ClientEntry, severity: Severity) -> usize {
    let findings = entry.findings.iter();
    findings
        .filter(|finding| finding.severity == severity)
        .count()
}

/// A place, whose clients are read when their rows are written.
fn place_value(place: &str, clients: Vec<String>, manifest: &Arc<Manifest>, today: Date) -> Value {
    let name = place.rsplit('/').next();
    // A folder of that name is no location.
    let name = name.filter(|name| !name.is_empty() && *name != "clienten");
    let count = clients.len();
    let manifest = Arc::clone(manifest);
    let rows = Value::make_iterable(move || {
        let manifest = Arc::clone(&manifest);
        clients.clone().into_iter().filter_map(move |client| {
            let entry = manifest.entry(&client)?;
            Some(client_value(&client, &entry, today))
        })
    });
    context! {
        naam => name.unwrap_or("Cliënten"),
        aantal => count,
        clienten => rows,
    }
}

fn client_value(client: &str, entry: &ClientEntry, today: Date) -> Value {
    let documents = entry.documents.iter().map(|(file_name, document)| {
        context! { naam => file_name.as_str(), bladzijden => document.pages }
    });
    let reasons = |reasons: &BTreeMap<String, String>| -> Vec<Value> {
        let reasons = reasons.iter();
        reasons
            .map(|(file_name, reason)| {
                let name = if file_name.is_empty() {
                    "de cliënt als geheel"
                } else {
                    file_name
                };
                context! { naam => name, reden => reason.as_str() }
            })
            .collect()
    };
    let day = today.to_string();
    let dues = entry.dues.iter().take(MOST_DUES).map(|due| {
        let parsed = due.day.parse().ok().map(Date::from_civil);
        context! {
            dag => parsed.map_or_else(|| due.day.clone(), Date::long),
            wat => due.what.as_str(),
            te_laat => due.day < day,
        }
    });
    context! {
        nummer => client,
        documenten => documents.collect::<Vec<_>>(),
        mislukt => reasons(&entry.failed),
        niet_gemaakt => reasons(&entry.withheld),
        onleesbaar => entry.unreadable,
        fouten => count(entry, Severity::Error),
        waarschuwingen => count(entry, Severity::Warning),
        termijnen => dues.collect::<Vec<_>>(),
    }
}

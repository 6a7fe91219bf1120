//! What falls due, over many clients: soonest first.

use std::path::PathBuf;

use rayon::prelude::*;

use super::run::alone;
use super::{Office, OfficeError, select, terms};
use crate::dossier::load::{ClientFolder, ClientId};
use crate::dossier::today::Today;
use crate::dossier::value::Date;
use crate::finding::Finding;
use crate::rendition::Context;

/// Of whom to tell what falls due, and how far ahead.
#[derive(Clone, Debug)]
pub struct DueRequest {
    /// Folder with `aanbieder.toml` and the clients.
    pub data: PathBuf,
    /// Client numbers; none is all.
    pub clients: Vec<String>,
    /// The day that terms are judged on.
    pub today: Date,
    /// Days ahead; what is overdue always counts.
    pub within: u32,
}

/// Something of one client that falls due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueLine {
    /// Number of the client.
    pub client: ClientId,
    /// The last day on which it is in time.
    pub day: Date,
    /// Days from today; negative when it is overdue.
    pub days: i32,
    /// What it is, in Dutch: `Einde van het plan`.
    pub what: String,
    /// Law, guidance, practice or the plan itself, in Dutch.
    pub source: String,
    /// Id of the term in the format's file.
    pub id: &'static str,
}

/// What falls due at all clients.
#[derive(Debug)]
pub struct DueList {
    /// By day, then by client number.
    pub lines: Vec<DueLine>,
    /// Clients whose files are not in order, or at which the program failed, so that nothing is known
    /// of their terms.
    pub unreadable: Vec<ClientId>,
    /// What is wrong with folders that are no client.
    pub findings: Vec<Finding>,
}

/// Lists what falls due at the clients that were asked for, or at all.
///
/// # Errors
/// When the organisation's file is not in order, or a client isn't there.
pub fn due(request: &DueRequest) -> Result<DueList, OfficeError> {
    let office = Office::open(&request.data)?;
    let (all, findings) = office.data.clients();
    if all.is_empty() && findings.is_empty() {
        return Err(OfficeError::NoClients);
    }
    let folders = select(&all, &request.clients, |_| false)?;
    let read: Vec<_> = folders
        .par_iter()
        .map(|folder| alone(|| of_client(&office, folder, request)))
        .collect();
    let mut list = DueList {
        lines: Vec::new(),
        unreadable: Vec::new(),
        findings,
    };
    for (folder, lines) in folders.into_iter().zip(read) {
        match lines {
            Some(lines) => list.lines.extend(lines),
            None => list.unreadable.push(folder.id),
        }
    }
    // The sort is stable: what is of one client, day and term stays in the order of the plan.
    list.lines
        .sort_by(|a, b| (a.day, &a.client, a.id).cmp(&(b.day, &b.client, b.id)));
    Ok(list)
}

/// What falls due at a client whose files are at hand: the term, what it is, and its day; soonest
/// first.
pub(crate) fn dues(context: &Context<'_>) -> impl Iterator<Item = (&'static str, String, Date)> {
    let dues = terms::dues(context).into_iter();
    dues.map(|due| (due.id, due.what, due.day))
}

/// What falls due at one client; none when the files can't be read.
fn of_client(office: &Office, folder: &ClientFolder, request: &DueRequest) -> Option<Vec<DueLine>> {
    let dossier = office.dossier(folder).ok()?;
    let dues = terms::dues(&office.context(&dossier, &Today::on(request.today)));
    let lines = dues
        .into_iter()
        .filter(|due| i64::from(due.days) <= i64::from(request.within))
        .map(|due| DueLine {
            client: folder.id.clone(),
            day: due.day,
            days: due.days,
            what: due.what,
            source: due.source,
            id: due.id,
        });
    Some(lines.collect())
}

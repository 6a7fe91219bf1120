//! A new client: where the folder comes, and the empty plan in it.

use std::path::{Path, PathBuf};

use super::blank::{Blank, usual_law};
use super::number;
use super::place::{self, PlaceError};
use crate::check::{Office, OfficeError};
use crate::dossier::code::{Law, PlanKind};
use crate::dossier::load::ClientFolder;
use crate::dossier::value::Date;
use crate::finding::{Finding, Severity};
use crate::phrase::PhraseError;

/// What client to make.
#[derive(Debug)]
pub(crate) struct NewClientRequest {
    /// Folder with `aanbieder.toml`.
    pub(crate) data: PathBuf,
    /// Number of the client.
    pub(crate) client: String,
    /// Kind of plan.
    pub(crate) kind: PlanKind,
    /// Law; the usual one of the kind otherwise.
    pub(crate) law: Option<Law>,
    /// Folder under `clienten`.
    pub(crate) location: Option<PathBuf>,
    /// The day that the plan's days lie around.
    pub(crate) today: Date,
}

/// Why there is no new client.
#[derive(Debug, thiserror::Error)]
pub(crate) enum NewClientError {
    /// The organisation isn't in order.
    #[error(transparent)]
    Office(#[from] OfficeError),
    /// It is no number.
    #[error("dit kan geen cliëntnummer zijn: {0}")]
    Number(&'static str),
    /// There is a folder of that name.
    #[error("dit nummer is er al: {0}")]
    Exists(String),
    /// It can't stand there.
    #[error(transparent)]
    Place(#[from] PlaceError),
    /// The empty plan is broken.
    #[error(transparent)]
    Template(#[from] PhraseError),
    /// The empty plan can't be read: the program's own mistake.
    #[error("het lege plan kan niet gelezen worden: fout in het programma zelf")]
    Unreadable(Vec<Finding>),
}

/// Works out the folder and the empty plan.
///
/// # Errors
/// When there can be no such client.
pub(crate) fn draft(request: &NewClientRequest) -> Result<(ClientFolder, String), NewClientError> {
    let id = number::read(&request.client).map_err(NewClientError::Number)?;
    let office = Office::open(&request.data)?;
    // In whatever case: on some disks the two would be one folder.
    let folders = office.data.folder_names();
    if let Some(path) = folders.get(&id.as_str().to_lowercase()) {
        return Err(NewClientError::Exists(below(&request.data, path)));
    }
    let folder = place::of(&request.data, request.location.as_deref(), &id)?;
    let blank = Blank {
        number: id.as_str(),
        kind: request.kind,
        law: request.law.unwrap_or_else(|| usual_law(request.kind)),
        today: request.today.civil(),
        provider: &office.provider,
    };
    let plan = blank.text()?;
    let (dossier, findings) = office.examine_draft(&folder, &plan);
    let is_broken = findings.iter().any(|one| one.severity == Severity::Error);
    if dossier.is_none() || is_broken {
        return Err(NewClientError::Unreadable(findings));
    }
    Ok((folder, plan))
}

/// A path as it is told: from the data folder.
pub(super) fn below(data: &Path, path: &Path) -> String {
    let path = path.strip_prefix(data).unwrap_or(path);
    path.display().to_string()
}

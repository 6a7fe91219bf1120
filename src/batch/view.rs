//! What the templates of one client's documents see, for whoever makes templates.
//!
//! A view is the plan as one document may tell it: it holds personal data.

use std::path::PathBuf;

use serde_json::Value;

use crate::check::{Office, OfficeError, select};
use crate::dossier::today::Today;
use crate::dossier::value::Date;
use crate::finding::Finding;
use crate::phrase::PhraseError;
use crate::rendition::{Made, RENDITIONS, family_file_name};

/// Which view is asked for.
#[derive(Clone, Debug)]
pub struct ViewRequest {
    /// Folder with `aanbieder.toml` and the clients.
    pub data: PathBuf,
    /// Number of the client.
    pub client: String,
    /// The word of the rendition, as `only` has it.
    pub rendition: String,
    /// The family copy of this number alone.
    pub relative: Option<u32>,
    /// The day that consent and terms are judged on.
    pub today: Date,
}

/// The view of one document.
#[derive(Clone, Debug, PartialEq)]
pub struct DocumentView {
    /// Name of the file that the document would have.
    pub file_name: String,
    /// What its template sees as `/view.json`, or why the document may not be made, in Dutch.
    pub view: Result<Value, String>,
}

/// Why there is no view.
#[derive(Debug, thiserror::Error)]
pub enum ViewError {
    /// The client can't be looked at.
    #[error(transparent)]
    Office(#[from] OfficeError),
    /// The client's files have mistakes.
    #[error("de bestanden van deze cliënt hebben fouten")]
    Dossier(Vec<Finding>),
    /// A phrase can't be said.
    #[error(transparent)]
    Phrase(#[from] PhraseError),
    /// A number that nobody around the client has.
    #[error("niemand bij deze cliënt heeft nummer {0}")]
    UnknownRelative(u32),
}

/// The views of a rendition of a client, by file name; none where it has nothing to tell.
///
/// # Errors
/// When the client isn't there or has mistakes, or nobody has the number that is asked for.
pub fn views(request: &ViewRequest) -> Result<Vec<DocumentView>, ViewError> {
    let office = Office::open(&request.data)?;
    let (all, _) = office.clients();
    let folders = select(&all, std::slice::from_ref(&request.client), |_| false)?;
    let today = Today::on(request.today);
    let mut views = Vec::new();
    for folder in &folders {
        let dossier = office.dossier(folder).map_err(ViewError::Dossier)?;
        let context = office.context(&dossier, &today);
        let mut renditions = RENDITIONS.iter();
        let asked = renditions.find(|rendition| rendition.name() == request.rendition);
        for made in asked.map_or_else(|| Ok(Vec::new()), |asked| asked.make(&context))? {
            views.push(seen(made));
        }
    }
    views.sort_by(|a, b| a.file_name.cmp(&b.file_name));
    if let Some(number) = request.relative {
        let name = family_file_name(number);
        views.retain(|view| view.file_name == name);
        if views.is_empty() {
            return Err(ViewError::UnknownRelative(number));
        }
    }
    Ok(views)
}

fn seen(made: Made) -> DocumentView {
    match made {
        Made::Withheld { file_name, reason } => DocumentView {
            file_name,
            view: Err(reason),
        },
        Made::Document(document) => DocumentView {
            view: Ok(serde_json::from_slice(&document.view).expect("a view is written as JSON")),
            file_name: document.file_name,
        },
    }
}

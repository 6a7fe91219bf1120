//! Tries an organisation's own templates on clients that don't exist, and says everything that is
//! wrong at once.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::thread;

use super::desk::{Client, picture};
use super::logo;
use super::worker::{PANIC, STACK, with_own_pool};
use crate::check::{Office, OfficeError};
use crate::dossier::load::DataFolder;
use crate::dossier::today::Today;
use crate::dossier::value::Date;
use crate::finding::Finding;
use crate::font;
use crate::rendition::{Document, Made, RENDITIONS};
use crate::typeset::{Order, TypesetError, Typesetter};

/// Whose templates to try, and on whom.
#[derive(Clone, Debug)]
pub struct TrialRequest {
    /// Folder with `aanbieder.toml`.
    pub data: PathBuf,
    /// Folder with clients to try them on.
    pub sample: PathBuf,
    /// The day that terms are judged on.
    pub today: Date,
}

/// What came of it.
#[derive(Clone, Debug, Default)]
pub struct Trial {
    /// The folder of the templates, from the data folder; none where the organisation has none.
    pub folder: Option<PathBuf>,
    /// How many templates of its own it has.
    pub templates: usize,
    /// What is wrong with the files.
    pub findings: Vec<Finding>,
    /// How many documents were typeset, or should have been.
    pub documents: usize,
    /// What is wrong with documents, in Dutch, each with the files that it is wrong with.
    pub problems: BTreeMap<String, BTreeSet<String>>,
}

/// Tries the templates.
///
/// # Errors
/// When the organisation's file is not in order.
pub fn try_templates(request: &TrialRequest) -> Result<Trial, OfficeError> {
    let (office, findings) = Office::examine_templates(&request.data)?;
    let logo = logo(&office)?;
    let mut trial = Trial {
        folder: office.overlay.folder().map(Path::to_owned),
        templates: office.overlay.under("").count(),
        findings,
        ..Trial::default()
    };
    let work = || with_own_pool(|| try_all(&office, logo.as_deref(), request, &mut trial));
    let is_done = thread::scope(|scope| {
        let worker = thread::Builder::new().stack_size(STACK);
        let worker = worker.spawn_scoped(scope, work);
        worker.is_ok_and(|worker| worker.join().is_ok())
    });
    if !is_done {
        trial.problems.entry(PANIC.to_owned()).or_default();
    }
    Ok(trial)
}

/// Makes one document of each kind that the clients have.
fn try_all(office: &Office, logo: Option<&[u8]>, request: &TrialRequest, trial: &mut Trial) {
    let typesetter = Typesetter::new(&font::embedded(), &office.overlay);
    let today = Today::on(request.today);
    let (folders, _) = DataFolder::at(request.sample.clone()).clients();
    let mut tried = BTreeSet::new();
    for folder in &folders {
        let Ok(dossier) = office.dossier(folder) else {
            continue;
        };
        let about = &dossier.plan.about;
        let kind = format!("{} {}", about.law.word(), about.kind.word());
        let mut documents = Vec::new();
        for rendition in RENDITIONS {
            match rendition.make(&office.context(&dossier, &today)) {
                Ok(made) => documents.extend(made),
                Err(error) => trial.tell(error.to_string(), rendition.name()),
            }
        }
        let mut client = Client::new(folder.id.clone(), dossier, BTreeMap::new());
        for made in documents {
            let Made::Document(document) = made else {
                continue;
            };
            // What the format demands depends on the law and the kind of plan.
            let kind = if document.mandatory.is_empty() {
                ""
            } else {
                &kind
            };
            if tried.insert((document.template, kind.to_owned())) {
                trial.documents += 1;
                let name = document.file_name.clone();
                if let Err(reason) = set(office, logo, &mut client, &typesetter, document) {
                    trial.tell(reason, &name);
                }
            }
        }
    }
}

/// Typesets one document.
fn set(
    office: &Office,
    logo: Option<&[u8]>,
    client: &mut Client,
    typesetter: &Typesetter,
    document: Document,
) -> Result<(), String> {
    let pictures = document
        .pictures
        .iter()
        .map(|source| picture(office, logo, client, source))
        .collect::<Result<Vec<_>, _>>()?;
    let typeset = typesetter.typeset(Order {
        template: document.template,
        view: document.view,
        pictures,
        mandatory: &document.mandatory,
        needs_content: &document.needs_content,
    });
    typeset.map(|_| ()).map_err(|error| match error {
        // Whose templates they are, everybody knows here.
        TypesetError::Own { error, .. } => error.to_string(),
        error => error.to_string(),
    })
}

impl Trial {
    fn tell(&mut self, reason: String, document: &str) {
        let documents = self.problems.entry(reason).or_default();
        documents.insert(document.to_owned());
    }
}

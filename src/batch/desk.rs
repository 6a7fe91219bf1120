//! A worker's desk: the office, and one client whose documents are made.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use super::manifest::DueEntry;
use super::protocol::{Assignment, MadePdf, Plan, Planned, Withheld};
use super::{inputs, kept_inputs};
use super::{is_wanted, logo};
use crate::check::{self, Office, OfficeError};
use crate::dossier::code::Status;
use crate::dossier::form::FILL_IN;
use crate::dossier::identifier::FileName;
use crate::dossier::load::{ClientFolder, ClientId, Dossier};
use crate::dossier::today::Today;
use crate::dossier::value::Date;
use crate::finding::{Finding, Severity};
use crate::font;
use crate::pictogram::photo::{Photo, PhotoFrame};
use crate::rendition::{Context, Document, Made, PictureSource, RENDITIONS, formal_file_name};
use crate::typeset::{Bytes, Order, Typesetter};

/// What all clients of a run share, and the client at hand.
pub(super) struct Desk {
    assignment: Assignment,
    today: Date,
    office: Office,
    logo: Option<Vec<u8>>,
    /// Loaded with the first document: a run in which nothing changed needs no fonts.
    typesetter: Option<Typesetter>,
    client: Option<Client>,
}

/// The client at hand.
pub(super) struct Client {
    id: ClientId,
    dossier: Dossier,
    documents: BTreeMap<String, Document>,
    /// Photos that were decoded.
    photos: BTreeMap<FileName, Result<Photo, String>>,
    /// Photos in the frames that they stand in.
    framed: BTreeMap<(FileName, PhotoFrame), Result<Bytes, String>>,
}

impl Client {
    /// A client, with the documents to make.
    pub(super) fn new(
        id: ClientId,
        dossier: Dossier,
        documents: BTreeMap<String, Document>,
    ) -> Self {
        Self {
            id,
            dossier,
            documents,
            photos: BTreeMap::new(),
            framed: BTreeMap::new(),
        }
    }
}

/// A document with its bytes.
pub(super) struct Finished {
    pub(super) made: MadePdf,
    pub(super) pdf: Vec<u8>,
}

impl Desk {
    /// Opens the office.
    ///
    /// # Errors
    /// When the organisation's file is not in order.
    pub(super) fn open(assignment: Assignment, today: Date) -> Result<Self, OfficeError> {
        let office = Office::open(&assignment.data)?;
        Ok(Self {
            logo: logo(&office)?,
            typesetter: None,
            client: None,
            assignment,
            today,
            office,
        })
    }

    /// Reads and checks a client, and says what there is to make.
    ///
    /// # Errors
    /// When a phrase can't be said.
    pub(super) fn plan(&mut self, folder: &ClientFolder) -> Result<Plan, String> {
        self.client = None;
        let mut plan = Plan::default();
        let dossier = match self.office.dossier(folder) {
            Ok(dossier) => dossier,
            Err(findings) => {
                plan.tell(&findings);
                return Ok(plan);
            }
        };
        plan.readable = true;
        let today = Today::on(self.today);
        let context = Context {
            mark_mandatory: self.assignment.mark_mandatory,
            ..self.office.context(&dossier, &today)
        };
        let assessment =
            check::dossier(&self.office, &dossier, &today).map_err(|error| error.to_string())?;
        plan.tell(&assessment.findings);
        let open = dossier.open_places().len();
        let is_form = open > 0;
        if is_form && dossier.plan.about.status == Status::Concept {
            plan.withheld.push(Withheld {
                file_name: formal_file_name(&dossier.plan),
                rendition: check::FORMAL[0].to_owned(),
                reason: format!("{}, en de andere documenten ook niet", still_a_form(open)),
            });
            return Ok(plan);
        }
        let dues = check::dues(&context).map(|(id, what, day)| DueEntry {
            id: id.to_owned(),
            what,
            day: day.to_string(),
        });
        plan.dues = dues.collect();
        let mut documents = BTreeMap::new();
        for rendition in RENDITIONS {
            let name = rendition.name();
            // What nobody asked for isn't even thought out: a mistake in it may not stop the rest.
            let Assignment { only, relative, .. } = &self.assignment;
            let is_asked = |file_name: &str| is_wanted(only, *relative, name, file_name);
            if rendition
                .on_request()
                .is_some_and(|file_name| !is_asked(file_name))
            {
                continue;
            }
            let stopped = if is_form {
                Some(still_a_form(open))
            } else {
                stopped(&assessment.findings, name, dossier.plan.about.status)
            };
            let made = rendition
                .make(&context)
                .map_err(|error| error.to_string())?;
            for made in made {
                match made {
                    Made::Withheld { file_name, reason } => plan.withheld.push(Withheld {
                        file_name,
                        rendition: name.to_owned(),
                        reason,
                    }),
                    Made::Document(document) => {
                        let is_wanted = is_asked(&document.file_name);
                        let may_be_made = is_wanted && stopped.is_none();
                        let digest = |document| {
                            inputs::document(&self.office, &dossier, self.logo.as_deref(), document)
                        };
                        plan.documents.push(Planned {
                            file_name: document.file_name.clone(),
                            rendition: name.to_owned(),
                            is_wanted,
                            stopped: stopped.clone(),
                            view: inputs::digest(&document.view),
                            input: may_be_made.then(|| digest(&document)).flatten(),
                        });
                        if may_be_made {
                            documents.insert(document.file_name.clone(), document);
                        }
                    }
                }
            }
        }
        plan.until = today.until().map(|day| day.to_string());
        self.client = Some(Client::new(folder.id.clone(), dossier, documents));
        Ok(plan)
    }

    /// Makes a document of a client, who is read first if another one is at hand.
    ///
    /// # Errors
    /// When a picture can't be used or the document can't be typeset: Dutch, without personal data.
    pub(super) fn make(
        &mut self,
        folder: &ClientFolder,
        file_name: &str,
    ) -> Result<Finished, String> {
        let is_at_hand = self
            .client
            .as_ref()
            .is_some_and(|client| client.id == folder.id);
        if !is_at_hand {
            self.plan(folder)?;
        }
        let client = self.client.as_mut();
        let client =
            client.ok_or("de bestanden van deze cliënt zijn veranderd tijdens het maken")?;
        let document = client
            .documents
            .remove(file_name)
            .ok_or("de bestanden van deze cliënt zijn veranderd tijdens het maken")?;
        let input = inputs::document(
            &self.office,
            &client.dossier,
            self.logo.as_deref(),
            &document,
        );
        let pictures = document
            .pictures
            .iter()
            .map(|source| picture(&self.office, self.logo.as_deref(), client, source))
            .collect::<Result<Vec<_>, _>>()?;
        let view = inputs::digest(&document.view);
        if let Some(kept) = &self.assignment.keep_inputs {
            let layouts = self.office.overlay.layouts();
            kept_inputs::document(kept, &folder.id, &document, &pictures, &layouts)?;
        }
        let typesetter = self
            .typesetter
            .get_or_insert_with(|| Typesetter::new(&font::embedded(), &self.office.overlay));
        let typeset = typesetter
            .typeset(Order {
                template: document.template,
                view: document.view,
                pictures,
                mandatory: &document.mandatory,
                needs_content: &document.needs_content,
            })
            .map_err(|error| error.to_string())?;
        let made = MadePdf {
            pages: typeset.pages,
            bytes: typeset.pdf.len() as u64,
            view,
            input: input.ok_or("een plaatje veranderde tijdens het maken")?,
        };
        Ok(Finished {
            made,
            pdf: typeset.pdf,
        })
    }
}

/// Why nothing is made of a plan with places that are still to be filled in.
fn still_a_form(open: usize) -> String {
    let places = if open == 1 { "plaats" } else { "plaatsen" };
    format!("op {open} {places} staat nog {FILL_IN}; check zegt waar")
}

/// Why a rendition may not be made, if some error of `check` stops it. A formal document of a plan
/// that isn't agreed yet is made with its errors.
fn stopped(findings: &[Finding], rendition: &str, status: Status) -> Option<String> {
    let is_formal = [check::FORMAL, check::EVALUATION]
        .concat()
        .contains(&rendition);
    if is_formal && status == Status::Concept {
        return None;
    }
    let errors = findings
        .iter()
        .filter(|finding| finding.severity == Severity::Error)
        .filter(|finding| finding.stops.contains(&rendition));
    let codes: BTreeSet<_> = errors.map(|finding| finding.code).collect();
    let codes: Vec<_> = codes.into_iter().collect();
    (!codes.is_empty()).then(|| format!("check vindt fouten: {}", codes.join(", ")))
}

/// The bytes of a picture. A photo is read and decoded once for all its frames.
pub(super) fn picture(
    office: &Office,
    logo: Option<&[u8]>,
    client: &mut Client,
    source: &PictureSource,
) -> Result<Bytes, String> {
    match source {
        PictureSource::Pictogram { id, .. } => office
            .library
            .drawing(id)
            .map(|drawing| Bytes::new(drawing.bytes))
            .ok_or_else(|| {
                // Its name is a word of the plan.
                format!(
                    "een plaatje van de set {} kan niet gelezen worden; drieluik pictograms check \
                     zegt welk",
                    id.set
                )
            }),
        PictureSource::Logo => {
            let logo = logo.expect("a logo is referred to only if there is one");
            Ok(Bytes::new(logo.to_vec()))
        }
        PictureSource::Photo { name, frame } => {
            let Client {
                dossier,
                photos,
                framed,
                ..
            } = client;
            let framed = framed.entry((name.clone(), *frame)).or_insert_with(|| {
                let photo = photos
                    .entry(name.clone())
                    .or_insert_with(|| read_photo(dossier, name));
                let bytes = photo.as_ref().map_err(Clone::clone).and_then(|photo| {
                    let clean = photo.framed(*frame).map_err(|error| error.to_string())?;
                    Ok(Bytes::new(clean.bytes))
                });
                bytes.map_err(|reason| unusable(dossier, name, &reason))
            });
            framed.clone()
        }
    }
}

fn read_photo(dossier: &Dossier, name: &FileName) -> Result<Photo, String> {
    let bytes = dossier
        .read_photo(name)
        .map_err(|error| match error.kind() {
            std::io::ErrorKind::FileTooLarge => "het bestand is groter dan 25 MiB".to_owned(),
            _ => "het bestand kan niet gelezen worden".to_owned(),
        })?;
    Photo::decode(&bytes).map_err(|error| error.to_string())
}

/// Says which photo can't be used, by the place where it is named.
fn unusable(dossier: &Dossier, name: &FileName, reason: &str) -> String {
    let place = dossier
        .place_of_text(name.as_str())
        .map_or_else(String::new, |place| {
            format!(" ({}:{})", place.file.display(), place.line)
        });
    format!("een foto{place} kan niet gebruikt worden: {reason}")
}

//! One client: from its folder to documents that are ready to make, and from those to files.

use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use super::manifest::{ClientEntry, Counts, DocumentEntry, Manifest};
use super::{ClientOutcome, MadeDocument, Shop, copies};
use crate::check;
use crate::dossier::code::Status;
use crate::dossier::identifier::FileName;
use crate::dossier::load::{ClientFolder, ClientId, Dossier};
use crate::finding::{Finding, Severity};
use crate::pictogram::photo::{Photo, PhotoFrame};
use crate::rendition::{
    Context, Document, Made, PictureSource, RENDITIONS, Rendition, family_file_name,
};
use crate::store;
use crate::typeset::{Bytes, Order};

/// A client whose documents are being made.
pub(super) struct Prepared {
    pub(super) outcome: ClientOutcome,
    entry: ClientEntry,
    /// Documents that are not done yet.
    pub(super) waiting: usize,
    /// Documents that this run wasn't asked for.
    unasked: BTreeSet<String>,
}

/// A document that is ready to be made.
pub(super) struct Making {
    /// Index of the client.
    pub(super) client: usize,
    id: ClientId,
    rendition: &'static str,
    document: Document,
    pictures: Result<Vec<Bytes>, String>,
}

/// A document that was made, or failed.
pub(super) struct Done {
    file_name: String,
    result: Result<DocumentEntry, String>,
    removed: bool,
}

impl Prepared {
    fn new(id: &ClientId) -> Self {
        Self {
            outcome: ClientOutcome::nothing(id.clone()),
            entry: ClientEntry::default(),
            waiting: 0,
            unasked: BTreeSet::new(),
        }
    }

    /// Notes what became of a document; none when there was nothing to make.
    pub(super) fn record(&mut self, done: Option<Done>) {
        let Some(done) = done else { return };
        self.waiting -= 1;
        match done.result {
            Ok(entry) => {
                self.outcome.made.push(MadeDocument {
                    file_name: done.file_name.clone(),
                    pages: entry.pages,
                    bytes: entry.bytes,
                });
                self.entry.documents.insert(done.file_name, entry);
            }
            Err(reason) => {
                if done.removed {
                    self.outcome.removed.push(done.file_name.clone());
                }
                self.outcome.failed.push((done.file_name, reason));
            }
        }
    }

    /// Nothing can be said of this client: no document is made, and no family copy may stay.
    fn fail(&mut self, shop: &Shop<'_>, reason: String) -> Vec<Making> {
        self.outcome.failed.push((String::new(), reason));
        self.remove_copies(shop, |_| true);
        Vec::new()
    }

    /// Takes away the family copies that a test picks; one that stays behind is a failure.
    fn remove_copies(&mut self, shop: &Shop<'_>, is_stale: impl Fn(&str) -> bool) {
        let request = shop.request;
        let removal = copies::remove(
            &request.out,
            &self.outcome.client,
            request.dry_run,
            is_stale,
        );
        self.outcome.removed.extend(removal.removed);
        if let Some(error) = removal.error {
            let reason = format!(
                "een familie-exemplaar kan niet weg: {}",
                store::dutch(&error)
            );
            self.outcome.failed.push((String::new(), reason));
        }
    }

    /// The client's part of the manifest, and its outcome in the order of file names.
    ///
    /// A failure of an earlier run stays known while its document isn't asked for.
    pub(super) fn take_entry(&mut self, earlier: &Manifest) -> (ClientId, ClientEntry) {
        let outcome = &mut self.outcome;
        outcome.made.sort_by(|a, b| a.file_name.cmp(&b.file_name));
        outcome.withheld.sort();
        outcome.failed.sort();
        outcome.removed.sort();
        let mut entry = std::mem::take(&mut self.entry);
        entry.withheld = outcome.withheld.iter().cloned().collect();
        entry.failed = outcome.failed.iter().cloned().collect();
        let earlier = earlier.clients.get(outcome.client.as_str());
        for (file, reason) in earlier.into_iter().flat_map(|entry| &entry.failed) {
            if self.unasked.contains(file) {
                entry.failed.insert(file.clone(), reason.clone());
            }
        }
        entry.counts = Counts::of(&outcome.findings);
        if !outcome.readable {
            entry.mistakes = outcome.findings.iter().map(place_and_code).collect();
        }
        (outcome.client.clone(), entry)
    }
}

/// `clienten/C-1003/plan.toml:12: bsn`
fn place_and_code(finding: &Finding) -> String {
    match &finding.place {
        Some(place) => format!("{}:{}: {}", place.file.display(), place.line, finding.code),
        None => finding.code.to_owned(),
    }
}

/// Reads, checks and plans one client; takes away family copies that may not exist any more.
pub(super) fn prepare(
    shop: &Shop<'_>,
    index: usize,
    folder: &ClientFolder,
) -> (Prepared, Vec<Making>) {
    let mut prepared = Prepared::new(&folder.id);
    let planned = catch_unwind(AssertUnwindSafe(|| {
        plan(shop, index, folder, &mut prepared)
    }));
    let makings = match planned {
        Ok(Ok(makings)) => makings,
        Ok(Err(reason)) => prepared.fail(shop, reason),
        Err(_) => prepared.fail(shop, PANIC.to_owned()),
    };
    prepared.waiting = makings.len();
    (prepared, makings)
}

/// What is said of a panic; its own message may quote a plan.
const PANIC: &str = "fout in het programma zelf; meld dit met het cliëntnummer";

fn plan(
    shop: &Shop<'_>,
    index: usize,
    folder: &ClientFolder,
    prepared: &mut Prepared,
) -> Result<Vec<Making>, String> {
    let office = &shop.office;
    let dossier = match office.dossier(folder) {
        Ok(dossier) => dossier,
        Err(findings) => {
            prepared.outcome.readable = false;
            prepared.outcome.findings = findings;
            prepared.remove_copies(shop, |_| true);
            return Ok(Vec::new());
        }
    };
    let today = shop.request.today;
    let assessment = check::dossier(office, &dossier, today).map_err(|error| error.to_string())?;
    prepared.outcome.findings = assessment.findings;
    let context = Context {
        mark_mandatory: shop.request.mark_mandatory,
        ..office.context(&dossier, today)
    };
    let mut wanted = Vec::new();
    // By file name: a digest of the view that it would have.
    let mut unasked = BTreeMap::new();
    for rendition in RENDITIONS {
        let name = rendition.name();
        // What nobody asked for isn't even thought out: a mistake in it may not stop the rest.
        if let Some(file_name) = rendition.on_request()
            && !is_wanted(shop, *rendition, file_name)
        {
            prepared.unasked.insert(file_name.to_owned());
            continue;
        }
        let stopped = stopped(&prepared.outcome.findings, name, dossier.plan.about.status);
        for made in rendition
            .make(&context)
            .map_err(|error| error.to_string())?
        {
            match made {
                Made::Withheld { file_name, reason } => {
                    prepared.outcome.withheld.push((file_name, reason));
                }
                Made::Document(document) => {
                    let is_wanted = is_wanted(shop, *rendition, &document.file_name);
                    if let Some(reason) = &stopped {
                        if is_wanted {
                            let failed = (document.file_name, reason.clone());
                            prepared.outcome.failed.push(failed);
                        } else {
                            prepared.unasked.insert(document.file_name);
                        }
                    } else if is_wanted {
                        wanted.push((name, document));
                    } else {
                        let view = blake3::hash(&document.view).to_hex().to_string();
                        unasked.insert(document.file_name, view);
                    }
                }
            }
        }
    }
    prepared.remove_copies(shop, |file_name| {
        let is_made_anew = wanted
            .iter()
            .any(|(_, document)| document.file_name == file_name);
        let is_current = unasked.get(file_name).is_some_and(|view| {
            let known = shop.earlier.document(&folder.id, file_name);
            known.is_some_and(|known| {
                known.view == *view && is_untouched(shop, folder, file_name, known)
            })
        });
        !is_made_anew && !is_current
    });
    prepared.unasked.extend(unasked.into_keys());
    if shop.request.dry_run {
        let would = |(_, document): (&str, Document)| MadeDocument {
            file_name: document.file_name,
            pages: 0,
            bytes: 0,
        };
        prepared.outcome.made = wanted.into_iter().map(would).collect();
        return Ok(Vec::new());
    }
    let photos = photos(&dossier, wanted.iter().map(|(_, document)| document));
    Ok(wanted
        .into_iter()
        .map(|(rendition, document)| Making {
            client: index,
            id: folder.id.clone(),
            rendition,
            pictures: pictures(shop, &document, &photos),
            document,
        })
        .collect())
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
        .filter(|finding| check::stops(finding.code).contains(&rendition));
    let codes: BTreeSet<_> = errors.map(|finding| finding.code).collect();
    let codes: Vec<_> = codes.into_iter().collect();
    (!codes.is_empty()).then(|| format!("check vindt fouten: {}", codes.join(", ")))
}

/// Whether a file is still the one that the manifest tells of.
fn is_untouched(
    shop: &Shop<'_>,
    folder: &ClientFolder,
    file_name: &str,
    known: &DocumentEntry,
) -> bool {
    let path = shop.request.out.join(folder.id.as_str()).join(file_name);
    std::fs::read(path).is_ok_and(|bytes| blake3::hash(&bytes).to_hex().as_str() == known.output)
}

/// Whether the run was asked for this document.
fn is_wanted(shop: &Shop<'_>, rendition: &dyn Rendition, file_name: &str) -> bool {
    let request = shop.request;
    let name = rendition.name();
    let chosen = if request.only.is_empty() {
        rendition.on_request().is_none()
    } else {
        request.only.contains(name)
    };
    match request.relative {
        Some(number) if request.only.is_empty() => file_name == family_file_name(number),
        Some(number) => chosen && (name != "family" || file_name == family_file_name(number)),
        None => chosen,
    }
}

/// A photo in each frame that it stands in.
type Framed = BTreeMap<(FileName, PhotoFrame), Result<Bytes, String>>;

/// The photos of all documents in their frames; each photo is read and decoded once.
fn photos<'d>(dossier: &Dossier, documents: impl Iterator<Item = &'d Document>) -> Framed {
    let mut frames: BTreeMap<&FileName, BTreeSet<PhotoFrame>> = BTreeMap::new();
    for source in documents.flat_map(|document| &document.pictures) {
        if let PictureSource::Photo { name, frame } = source {
            frames.entry(name).or_default().insert(*frame);
        }
    }
    let mut ready = BTreeMap::new();
    for (name, frames) in frames {
        let photo = read_photo(dossier, name);
        for frame in frames {
            let bytes = photo.as_ref().map_err(Clone::clone).and_then(|photo| {
                let clean = photo.framed(frame).map_err(|error| error.to_string())?;
                Ok(Bytes::new(clean.bytes))
            });
            let told = bytes.map_err(|reason| unusable(dossier, name, &reason));
            ready.insert((name.clone(), frame), told);
        }
    }
    ready
}

/// The bytes of a document's pictures.
fn pictures(shop: &Shop<'_>, document: &Document, photos: &Framed) -> Result<Vec<Bytes>, String> {
    let bytes = |source: &PictureSource| match source {
        PictureSource::Pictogram { id, .. } => shop
            .office
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
        PictureSource::Logo => Ok(Bytes::new(
            shop.logo
                .clone()
                .expect("a logo is referred to only if there is one"),
        )),
        PictureSource::Photo { name, frame } => photos
            .get(&(name.clone(), *frame))
            .expect("every photo of a document was framed")
            .clone(),
    };
    document.pictures.iter().map(bytes).collect()
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

/// Typesets and publishes one document. A family copy that fails may not stay as it was.
pub(super) fn make(shop: &Shop<'_>, making: Making) -> Done {
    let file_name = making.document.file_name.clone();
    let path = shop.request.out.join(making.id.as_str()).join(&file_name);
    let is_family = making.rendition == "family";
    let result = catch_unwind(AssertUnwindSafe(|| {
        typeset_and_publish(shop, making, &path)
    }))
    .unwrap_or_else(|_| Err(PANIC.to_owned()));
    let mut done = Done {
        file_name,
        result,
        removed: false,
    };
    if let (true, Err(reason)) = (is_family, &mut done.result) {
        match store::remove(&path) {
            Ok(removed) => done.removed = removed,
            Err(error) => {
                reason.push_str("; het vorige exemplaar kan niet weg: ");
                reason.push_str(store::dutch(&error));
            }
        }
    }
    done
}

fn typeset_and_publish(
    shop: &Shop<'_>,
    making: Making,
    path: &Path,
) -> Result<DocumentEntry, String> {
    let Document {
        template,
        view,
        mandatory,
        needs_content,
        ..
    } = making.document;
    let pictures = making.pictures?;
    let view_digest = blake3::hash(&view);
    let mut input = blake3::Hasher::new();
    input.update(view_digest.as_bytes());
    for picture in &pictures {
        input.update(blake3::hash(picture).as_bytes());
    }
    let order = Order {
        template,
        view,
        pictures,
        mandatory: &mandatory,
        needs_content: &needs_content,
    };
    let typeset = shop
        .typesetter
        .typeset(order)
        .map_err(|error| error.to_string())?;
    store::write(path, &typeset.pdf).map_err(|error| {
        format!(
            "het bestand kan niet geschreven worden: {}",
            store::dutch(&error)
        )
    })?;
    Ok(DocumentEntry {
        rendition: making.rendition.to_owned(),
        pages: typeset.pages,
        bytes: typeset.pdf.len(),
        view: view_digest.to_hex().to_string(),
        input: input.finalize().to_hex().to_string(),
        output: blake3::hash(&typeset.pdf).to_hex().to_string(),
    })
}

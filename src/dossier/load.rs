//! Reads the files of the organisation and of its clients.
//!
//! A file over its limit and a link that leads elsewhere are findings, never a crash.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::care_plan::CarePlan;
use super::decode::{Mistakes, decode};
use super::discover;
use super::echo::{finish, tidy};
use super::evaluation::Evaluation;
use super::identifier::FileName;
use super::limited::{file_names, is_there, open_limited, photo_path, read_limited};
use super::plan::Plan;
use super::provider::Provider;
use super::report::Reports;
use super::review::{self, Review};
use super::source::{KeyPath, Source};
use super::validate::photos::NamedPhoto;
use super::validate::{self, Files};
use crate::finding::{Finding, Place};

pub use super::client_folder::{ClientFolder, ClientId};

/// The file of the organisation.
const ORGANISATION: &str = "aanbieder.toml";
/// The largest TOML file that is read, in bytes.
pub(crate) const MAX_FILE: u64 = 2 * 1024 * 1024;
/// The largest photo that is read, in bytes.
pub(crate) const MAX_PHOTO: u64 = 25 * 1024 * 1024;

/// What `drieluik review` writes in a client's folder.
pub(crate) const REVIEW_FILE: &str = "nagekeken.toml";

/// What a client's folder may hold, beside photos.
pub(super) const FILES: &[&str] = &[
    "plan.toml",
    "plan-van-aanpak.toml",
    "evaluatie.toml",
    "rapportage.toml",
    REVIEW_FILE,
];

/// A check of a file's texts by who knows more than the loader, such as the fonts.
pub(crate) type Check<'a> = dyn Fn(&Source) -> Vec<Finding> + 'a;

/// Everything on file about one client, checked.
#[derive(Debug)]
pub struct Dossier {
    /// Number of the client.
    pub id: ClientId,
    /// `plan.toml`.
    pub plan: Plan,
    /// `plan-van-aanpak.toml`.
    pub care_plan: Option<CarePlan>,
    /// `evaluatie.toml`.
    pub evaluation: Option<Evaluation>,
    /// `rapportage.toml`.
    pub reports: Reports,
    /// `nagekeken.toml`.
    pub review: Option<Review>,
    /// What may be wrong but stops nothing.
    pub warnings: Vec<Finding>,
    pub(crate) sources: Vec<Source>,
    photo_folder: PathBuf,
    /// The names of the files in it.
    photos: BTreeSet<String>,
}

impl Dossier {
    /// Reads a photo of this client.
    ///
    /// # Errors
    /// When the file can't be read, is larger than 25 MiB, or is a link, as its folder may not be
    /// either.
    pub fn read_photo(&self, name: &FileName) -> std::io::Result<Vec<u8>> {
        read_limited(&photo_path(&self.photo_folder, name)?, MAX_PHOTO)
    }

    /// Whether a file of this name is among the photos of this client.
    pub(crate) fn has_photo(&self, name: &FileName) -> bool {
        self.photos.contains(name.as_str())
    }

    /// Opens a photo of this client, without reading it.
    ///
    /// # Errors
    /// As [`Self::read_photo`].
    pub(crate) fn open_photo(&self, name: &FileName) -> std::io::Result<fs::File> {
        open_limited(&photo_path(&self.photo_folder, name)?, MAX_PHOTO)
    }

    /// Every photo that the client's files name, with its key: those of the plan first.
    pub(crate) fn named_photos(&self) -> Vec<NamedPhoto<'_>> {
        let mut photos = validate::photos::of_plan(&self.plan);
        let evaluation = self.evaluation.iter();
        photos.extend(evaluation.flat_map(validate::photos::of_evaluation));
        photos
    }

    /// A digest of everything that a goal holds, by its index in the plan.
    pub(crate) fn goal_digest(&self, index: usize) -> Option<String> {
        let plan = self
            .sources
            .iter()
            .find(|s| s.file.ends_with("plan.toml"))?;
        let goal = plan.get(&KeyPath::root("doelen").index(index))?;
        Some(review::digest(goal))
    }

    /// Where a text first stands as a value of its own in the client's files.
    pub(crate) fn place_of_text(&self, wanted: &str) -> Option<Place> {
        let mut place = None;
        for source in &self.sources {
            source.each_string(|path, text| {
                if place.is_none() && text.trim() == wanted {
                    place = source.finding_at("", path, "").place;
                }
            });
        }
        place
    }
}

/// The data folder: the organisation and its clients.
#[derive(Debug)]
pub struct DataFolder {
    pub(super) root: PathBuf,
}

impl DataFolder {
    /// Points at a data folder; nothing is read yet.
    #[must_use]
    pub fn at(root: PathBuf) -> Self {
        Self { root }
    }

    /// The folder itself.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// Whether there is anything by the name of `aanbieder.toml`.
    pub(crate) fn has_organisation(&self) -> bool {
        self.root.join(ORGANISATION).symlink_metadata().is_ok()
    }

    /// Reads `aanbieder.toml`.
    ///
    /// # Errors
    /// Every mistake in the file, with those that a check of its text finds.
    pub(crate) fn provider(&self, check: &Check<'_>) -> Result<Provider, Vec<Finding>> {
        let (source, mut findings) = self.source(&self.root.join(ORGANISATION))?;
        findings.extend(check(&source));
        let provider = collect(decode::<Provider>(&source), &mut findings);
        if let Some(provider) = &provider {
            findings.extend(validate::provider(provider, &source, &self.root));
        }
        finish(provider, findings).map(|(provider, _)| provider)
    }

    /// Reads a picture beside `aanbieder.toml`.
    ///
    /// # Errors
    /// When the file can't be read or is too large.
    pub fn read_picture(&self, name: &FileName) -> std::io::Result<Vec<u8>> {
        read_limited(&self.root.join(name.as_str()), MAX_FILE)
    }

    /// Finds every folder that holds a `plan.toml`, sorted by client number. Two folders with one
    /// number, names that can't be a number, and what can't be looked into are findings.
    #[must_use]
    pub fn clients(&self) -> (Vec<ClientFolder>, Vec<Finding>) {
        discover::clients(&self.root)
    }

    /// Reads everything on file about one client.
    ///
    /// # Errors
    /// Every mistake in all of the client's files, with those that a check of their texts finds.
    pub(crate) fn dossier(
        &self,
        folder: &ClientFolder,
        provider: &Provider,
        check: &Check<'_>,
    ) -> Result<Dossier, Vec<Finding>> {
        let (dossier, findings) = self.examine(folder, provider, check);
        finish(dossier, findings).map(|(dossier, warnings)| Dossier {
            warnings,
            ..dossier
        })
    }

    /// Reads everything on file about one client, to be checked and not to be made into documents:
    /// with mistakes such as a reference to nothing it is there, beside them. It is absent when one
    /// of the files could not be read.
    pub(crate) fn examine(
        &self,
        folder: &ClientFolder,
        provider: &Provider,
        check: &Check<'_>,
    ) -> (Option<Dossier>, Vec<Finding>) {
        self.examine_with(folder, None, provider, check)
    }

    /// As [`Self::examine`], with this text for `plan.toml` if there is one.
    pub(super) fn examine_with(
        &self,
        folder: &ClientFolder,
        draft: Option<&str>,
        provider: &Provider,
        check: &Check<'_>,
    ) -> (Option<Dossier>, Vec<Finding>) {
        let mut findings = discover::strange_files(folder);
        let mut sources = Vec::new();
        let plan = match draft {
            None => self.read::<Plan>(folder, "plan.toml", &mut sources, &mut findings),
            Some(text) => {
                let path = folder.path.join("plan.toml");
                let file = path.strip_prefix(&self.root).unwrap_or(&path).to_owned();
                let (source, syntax) = Source::parse(file, text.to_owned());
                findings.extend(syntax);
                let plan = collect(decode::<Plan>(&source), &mut findings);
                sources.push(source);
                plan
            }
        };
        let care_plan =
            self.read::<CarePlan>(folder, "plan-van-aanpak.toml", &mut sources, &mut findings);
        let evaluation =
            self.read::<Evaluation>(folder, "evaluatie.toml", &mut sources, &mut findings);
        let reports = self.read::<Reports>(folder, "rapportage.toml", &mut sources, &mut findings);
        let review = self.read::<Review>(folder, REVIEW_FILE, &mut sources, &mut findings);
        findings.extend(sources.iter().flat_map(check));
        let photo_folder = folder.path.join("fotos");
        let photos = file_names(&photo_folder);
        findings.extend(validate::client(&Files {
            plan: plan.as_ref(),
            care_plan: care_plan.as_ref(),
            evaluation: evaluation.as_ref(),
            reports: reports.as_ref(),
            provider,
            sources: &sources,
            photos: &photos,
        }));
        tidy(&mut findings);
        let is_read = |name: &str, is_read: bool| is_read || !is_there(&folder.path.join(name));
        let is_whole = is_read("plan-van-aanpak.toml", care_plan.is_some())
            && is_read("evaluatie.toml", evaluation.is_some())
            && is_read("rapportage.toml", reports.is_some())
            && is_read(REVIEW_FILE, review.is_some());
        let dossier = plan.filter(|_| is_whole).map(|plan| Dossier {
            id: folder.id.clone(),
            plan,
            care_plan,
            evaluation,
            reports: reports.unwrap_or_default(),
            review,
            warnings: Vec::new(),
            sources,
            photo_folder,
            photos,
        });
        (dossier, findings)
    }

    /// Reads one file of a client if it is there.
    fn read<T: deserr::Deserr<Mistakes>>(
        &self,
        folder: &ClientFolder,
        name: &str,
        sources: &mut Vec<Source>,
        findings: &mut Vec<Finding>,
    ) -> Option<T> {
        let path = folder.path.join(name);
        if !is_there(&path) {
            return None;
        }
        match self.source(&path) {
            Ok((source, syntax)) => {
                findings.extend(syntax);
                let value = collect(decode::<T>(&source), findings);
                sources.push(source);
                value
            }
            Err(mistakes) => {
                findings.extend(mistakes);
                None
            }
        }
    }

    /// Reads a TOML file and finds its mistakes of syntax.
    fn source(&self, path: &Path) -> Result<(Source, Vec<Finding>), Vec<Finding>> {
        let file = path.strip_prefix(&self.root).unwrap_or(path).to_owned();
        let name = file.display();
        let bytes = read_limited(path, MAX_FILE).map_err(|error| {
            let (message, hint) = match error.kind() {
                std::io::ErrorKind::NotFound => (
                    format!("{name} is er niet"),
                    "staat het bestand nog op deze plaats?",
                ),
                std::io::ErrorKind::FileTooLarge => (
                    format!("{name} is groter dan 2 MiB"),
                    "zet foto's in de map fotos, niet in de tekst",
                ),
                std::io::ErrorKind::PermissionDenied => (
                    format!("{name} mag niet gelezen worden"),
                    "vraag om leesrechten op dit bestand",
                ),
                _ => (
                    format!("{name} kan niet gelezen worden"),
                    "is het een gewoon bestand in deze map, en geen verwijzing?",
                ),
            };
            vec![Finding::error("bestand", message).with_hint(hint)]
        })?;
        let text = String::from_utf8(bytes).map_err(|error| {
            let valid = error.utf8_error().valid_up_to();
            let message = format!("{name} is niet opgeslagen als UTF-8");
            let finding = Finding {
                place: Some(Place {
                    line: error.as_bytes()[..valid].split(|b| *b == b'\n').count(),
                    column: 1,
                    start: valid,
                    end: valid,
                    file: file.clone(),
                }),
                ..Finding::error("bestand", message)
            };
            vec![finding.with_hint(
                "sla het op als UTF-8; in Kladblok: Opslaan als, en kies bij Codering UTF-8",
            )]
        })?;
        let text = text
            .strip_prefix('\u{FEFF}')
            .map(str::to_owned)
            .unwrap_or(text);
        Ok(Source::parse(file, text))
    }
}

/// Keeps the value and moves the findings.
fn collect<T>(result: Result<T, Vec<Finding>>, findings: &mut Vec<Finding>) -> Option<T> {
    result.map_err(|mistakes| findings.extend(mistakes)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Severity;

    const PROVIDER: &str = include_str!("../../tests/fixtures/aanbieder.toml");
    const PLAN: &str = include_str!("../../tests/cases/dossier/minimaal-plan/plan.toml");

    /// What is found in a client's folder with these files.
    fn findings(files: &[(&str, &[u8])]) -> Vec<Finding> {
        let root = tempfile::tempdir().expect("a folder");
        let path = root.path().join("C-1");
        fs::create_dir(&path).expect("writable");
        let write = |path: PathBuf, bytes: &[u8]| {
            let mut file = fs::File::options()
                .create_new(true)
                .write(true)
                .open(path)
                .expect("writable");
            std::io::Write::write_all(&mut file, bytes).expect("writable");
        };
        write(root.path().join("aanbieder.toml"), PROVIDER.as_bytes());
        for (name, bytes) in files {
            write(path.join(name), bytes);
        }
        let data = DataFolder::at(root.path().to_owned());
        let provider = data.provider(&|_| Vec::new()).expect("in order");
        let id = ClientId::from_name("C-1").expect("a number");
        let folder = ClientFolder { id, path };
        match data.dossier(&folder, &provider, &|_| Vec::new()) {
            Ok(dossier) => dossier.warnings,
            Err(findings) => findings,
        }
    }

    #[test]
    fn a_file_with_a_slip_in_its_name_is_warned_of_without_its_name() {
        let found = findings(&[("plan.toml", PLAN.as_bytes()), ("Evaluate.toml", b"x")]);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].severity, Severity::Warning);
        assert!(found[0].message.contains("evaluatie.toml"));
        assert!(!found[0].message.contains("valuate."));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_that_leads_nowhere_is_no_absent_file() {
        let root = tempfile::tempdir().expect("a folder");
        let write = |name: &str, text: &str| {
            let mut options = fs::File::options();
            let file = options.create_new(true).write(true);
            let mut file = file.open(root.path().join(name)).expect("writable");
            std::io::Write::write_all(&mut file, text.as_bytes()).expect("writable");
        };
        write("aanbieder.toml", PROVIDER);
        write("plan.toml", PLAN);
        let link = root.path().join("evaluatie.toml");
        std::os::unix::fs::symlink("nergens", link).expect("links");
        let data = DataFolder::at(root.path().to_owned());
        let provider = data.provider(&|_| Vec::new()).expect("in order");
        let id = ClientId::from_name("C-1").expect("a number");
        let path = root.path().to_owned();
        let (dossier, found) = data.examine(&ClientFolder { id, path }, &provider, &|_| Vec::new());
        assert!(dossier.is_none());
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0].code, "bestand");
    }

    /// A file as large as may be, of mistakes alone, in each of which something stands still.
    #[test]
    fn a_file_full_of_mistakes_is_read_in_time() {
        let most = usize::try_from(MAX_FILE).expect("small");
        let fill = |part: &str| part.repeat(most / part.len());
        let rows = |row: &dyn Fn(usize) -> String| -> String {
            let rows = (0..).map(row);
            let mut length = 0;
            let rows = rows.take_while(|row| {
                length += row.len();
                length <= most
            });
            rows.collect()
        };
        for text in [
            fill("a = \"x\n"),
            fill("a = [\n\"x\n"),
            fill("x y\n"),
            fill("[a\n"),
            fill("]\n"),
            fill("\"\" "),
            fill("a = \"\u{1}\"\n"),
            fill("#\u{1}\n"),
            rows(&|row| format!("k{row} = 1\n")),
            rows(&|row| format!("[k{row}]\nstraat = \"abcde{row}\"\n")),
        ] {
            let start: String = text.chars().take(20).collect();
            let since = std::time::Instant::now();
            let found = findings(&[("plan.toml", text.as_bytes())]);
            assert!((1..5000).contains(&found.len()), "{start}: {}", found.len());
            assert!(since.elapsed().as_secs() < 20, "{start}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_photo_is_a_file_in_the_clients_own_folder_and_no_larger_than_it_may_be() {
        use std::io::ErrorKind;
        use std::os::unix::fs::symlink;

        let root = tempfile::tempdir().expect("a folder");
        let folder = root.path().join("fotos");
        fs::create_dir(&folder).expect("writable");
        let make = |path: PathBuf, length| {
            let mut options = fs::File::options();
            let file = options.create_new(true).write(true).open(path);
            file.and_then(|file| file.set_len(length))
                .expect("writable");
        };
        make(folder.join("goed.jpg"), MAX_PHOTO);
        make(folder.join("groot.jpg"), MAX_PHOTO + 1);
        make(root.path().join("elders.jpg"), 1);
        symlink(root.path().join("elders.jpg"), folder.join("link.jpg")).expect("linked");
        symlink(&folder, root.path().join("linkmap")).expect("linked");
        let open = |folder: &str, name: &str| {
            let path = photo_path(&root.path().join(folder), &name.parse().expect("a name"));
            let opened = path.and_then(|path| open_limited(&path, MAX_PHOTO));
            opened.map(drop).map_err(|error| error.kind())
        };
        assert_eq!(open("fotos", "goed.jpg"), Ok(()));
        assert_eq!(open("fotos", "groot.jpg"), Err(ErrorKind::FileTooLarge));
        assert_eq!(open("fotos", "link.jpg"), Err(ErrorKind::InvalidInput));
        assert_eq!(open("fotos", "weg.jpg"), Err(ErrorKind::NotFound));
        assert_eq!(open("linkmap", "goed.jpg"), Err(ErrorKind::InvalidInput));
    }

    #[test]
    fn other_files_are_nobodys_business() {
        let found = findings(&[("plan.toml", PLAN.as_bytes()), ("notities.toml", b"x")]);
        assert!(found.is_empty());
    }

    #[test]
    fn a_file_in_another_coding_is_told_with_its_line() {
        let found = findings(&[("plan.toml", b"[plan]\nsoort = \"x\"\nnaam = \"Zo\xEB\"\n")]);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].place.as_ref().map(|place| place.line), Some(3));
    }
}

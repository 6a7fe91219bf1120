//! What all clients of an organisation share: its own file, the format, phrases and pictograms.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use super::severities::{self, Severities};
use super::{Findings, characters};
use crate::dossier::identifier::{FileName, Id};
use crate::dossier::load::{ClientFolder, DataFolder, Dossier};
use crate::dossier::provider::Provider;
use crate::dossier::source::{KeyPath, NodeValue, Source};
use crate::dossier::today::Today;
use crate::finding::{Finding, Severity};
use crate::font::Coverage;
use crate::phrase::{PhraseError, Phrases};
use crate::pictogram::Library;
use crate::pictogram::pack::{self, Pack, UnknownSet};
use crate::rendition::{Context, Format};
use crate::template::{self, Overlay, TEXT};

/// The format of an organisation that names none.
const REGIO: &str = "regio";

/// Why the clients can't be looked at.
#[derive(Debug, thiserror::Error)]
pub enum OfficeError {
    /// There is no organisation here.
    #[error("in {} staat geen aanbieder.toml", .0.display())]
    NoOrganisation(PathBuf),
    /// The organisation's own file is not in order.
    #[error("de gegevens van de organisatie zijn niet in orde")]
    Organisation(Vec<Finding>),
    /// A client number that isn't there.
    #[error("cliënt {client} is er niet{}", .near.as_ref().map_or_else(String::new, |near| format!("; bedoel je {near}?")))]
    UnknownClient {
        /// What was asked for.
        client: String,
        /// The most alike number there is.
        near: Option<String>,
    },
    /// There are no clients at all.
    #[error("in deze map staan geen cliënten (mappen met een plan.toml)")]
    NoClients,
    /// The program's own texts are broken.
    #[error(transparent)]
    Phrase(#[from] PhraseError),
}

/// Something that is made when it is first asked for.
type Lazy<T> = LazyLock<T, Box<dyn FnOnce() -> T + Send>>;

/// What all clients of an organisation share.
pub(crate) struct Office {
    pub(crate) data: DataFolder,
    pub(crate) provider: Provider,
    pub(crate) phrases: Phrases,
    pub(crate) format: Format,
    /// Read when somebody first asks for a picture: a run hands out work and asks for none.
    pub(crate) library: Lazy<Library>,
    /// The organisation's own templates, phrases and formats.
    pub(crate) overlay: Overlay,
    /// What in them does nothing.
    template_warnings: Findings,
    /// What is wrong with sets of pictograms. Such a set isn't used; it stops no run, for a run also
    /// takes away what may not be seen any more.
    pack_findings: Findings,
    pub(super) severities: Severities,
    coverage: Coverage,
}

impl Office {
    /// Opens a data folder.
    ///
    /// # Errors
    /// When the organisation's file is not in order.
    pub(crate) fn open(folder: &Path) -> Result<Self, OfficeError> {
        let (office, findings) = Self::examine_templates(folder)?;
        if findings.iter().any(is_error) {
            return Err(OfficeError::Organisation(findings));
        }
        Ok(Self {
            template_warnings: findings,
            ..office
        })
    }

    /// Opens a data folder, with what is wrong with the organisation's own templates: what can't be
    /// used of them is left out. For who looks at templates, and makes nothing.
    ///
    /// # Errors
    /// When the organisation's file is not in order.
    pub(crate) fn examine_templates(folder: &Path) -> Result<(Self, Findings), OfficeError> {
        let data = DataFolder::at(folder.to_owned());
        if !data.has_organisation() {
            return Err(OfficeError::NoOrganisation(folder.to_owned()));
        }
        let coverage = Coverage::embedded();
        let (packs, pack_findings) = pack::open_all(folder);
        let provider = data
            .provider(&|source| organisation(source, &coverage, folder, &packs))
            .map_err(OfficeError::Organisation)?;
        let (overlay, mut findings) = overlay(folder, &provider);
        let (phrases, of_phrases) = Phrases::with_own(&terms(&provider), &overlay)?;
        findings.extend(of_phrases);
        findings.extend(Format::findings(&overlay));
        for (path, text) in overlay.under(TEXT) {
            let (source, _) = template::parse(overlay.shown(path), text);
            let unprintable = characters::check(&source, &coverage).into_iter();
            findings.extend(unprintable.map(|finding| template::shown(finding, text)));
        }
        findings.sort_by(Finding::compare);
        let is_broken = findings.iter().any(is_error);
        let chosen = format(&provider, &overlay);
        let office = Self {
            phrases,
            format: match chosen {
                // One of the organisation's own that is broken is told of already.
                Err(_) if is_broken => Format::of(REGIO, &terms(&provider), &Overlay::default())
                    .map_err(|_| broken_format())?,
                chosen => chosen?,
            },
            overlay,
            template_warnings: Findings::new(),
            library: Lazy::new(Box::new(|| {
                let embedded = Library::embedded();
                embedded
                    .expect("tested, as it comes with the program")
                    .with_packs(packs)
            })),
            pack_findings,
            severities: Severities::of(&provider),
            coverage,
            data,
            provider,
        };
        Ok((office, findings))
    }

    /// The clients, with what is wrong with folders of clients and with sets of pictograms, and what
    /// does nothing of the organisation's own templates.
    pub(crate) fn clients(&self) -> (Vec<ClientFolder>, Findings) {
        let (clients, mut findings) = self.data.clients();
        findings.extend(self.pack_findings.iter().cloned());
        findings.extend(self.template_warnings.iter().cloned());
        (clients, findings)
    }

    /// Reads everything on file about a client, and checks its characters.
    ///
    /// # Errors
    /// Every mistake in all of the client's files.
    pub(crate) fn dossier(&self, folder: &ClientFolder) -> Result<Dossier, Findings> {
        self.data.dossier(folder, &self.provider, &|source| {
            characters::check(source, &self.coverage)
        })
    }

    /// Reads what can be read of a client, to be checked and not to be made into documents.
    pub(crate) fn examine(&self, folder: &ClientFolder) -> (Option<Dossier>, Findings) {
        self.data.examine(folder, &self.provider, &|source| {
            characters::check(source, &self.coverage)
        })
    }

    /// Reads what can be read of a client of whom `plan.toml` would be this.
    pub(crate) fn examine_draft(
        &self,
        folder: &ClientFolder,
        plan: &str,
    ) -> (Option<Dossier>, Findings) {
        self.data
            .examine_draft(folder, plan, &self.provider, &|source| {
                characters::check(source, &self.coverage)
            })
    }

    /// Whether a text can be printed: not empty, and every character has a glyph.
    pub(crate) fn prints(&self, text: &str) -> bool {
        !text.trim().is_empty() && self.coverage.missing(text).is_none()
    }

    /// What the views of a client are made from.
    pub(crate) fn context<'a>(&'a self, dossier: &'a Dossier, today: &'a Today) -> Context<'a> {
        Context {
            dossier,
            provider: &self.provider,
            phrases: &self.phrases,
            format: &self.format,
            library: &self.library,
            today,
            mark_mandatory: false,
        }
    }
}

/// The asked-for clients, or all. Those that a test knows may be asked for without being there.
///
/// # Errors
/// When there are no clients, or one that was asked for isn't there.
pub(crate) fn select(
    all: &[ClientFolder],
    asked: &[String],
    may_be_gone: impl Fn(&str) -> bool,
) -> Result<Vec<ClientFolder>, OfficeError> {
    if asked.is_empty() {
        return Ok(all.to_vec());
    }
    let mut chosen = BTreeSet::new();
    for client in asked.iter().filter(|client| !may_be_gone(client)) {
        let folder = all.iter().find(|folder| folder.id.as_str() == client);
        let Some(folder) = folder else {
            let asked = client.to_lowercase();
            let likeness = |folder: &&ClientFolder| {
                strsim::levenshtein(&folder.id.as_str().to_lowercase(), &asked)
            };
            let near = all
                .iter()
                .min_by_key(likeness)
                .filter(|folder| likeness(folder) <= 2);
            return Err(OfficeError::UnknownClient {
                client: client.clone(),
                near: near.map(|folder| folder.id.to_string()),
            });
        };
        chosen.insert(folder.clone());
    }
    Ok(chosen.into_iter().collect())
}

/// What the loader can't know of `aanbieder.toml`: which characters can be printed, and which
/// formats, rules and sets of pictograms there are.
fn organisation(source: &Source, coverage: &Coverage, folder: &Path, packs: &[Pack]) -> Findings {
    let mut findings = characters::check(source, coverage);
    let path = KeyPath::root("formaat");
    let templates = source.string(&KeyPath::root("sjablonen"));
    let templates = templates.and_then(|name| name.parse::<FileName>().ok());
    let overlay = templates.map(|name| template::read(folder, &name).0);
    let overlay = overlay.unwrap_or_default();
    let is_known = |name: &str| name.parse::<Id>().is_err() || Format::exists(name, &overlay);
    if source.string(&path).is_some_and(|name| !is_known(name)) {
        findings.push(
            source
                .finding_at("formaat", &path, "dit formaat bestaat niet")
                .with_hint(
                    "schrijf formaat = \"regio\", haal de regel weg, of zet formats/<naam>/format.toml bij uw \
                     eigen sjablonen",
                ),
        );
    }
    findings.extend(severities::check(source));
    findings.extend(unknown_sets(source, folder, packs));
    findings
}

/// Sets in `aanbieder.toml` that aren't there; one that can't be used is told of by itself.
fn unknown_sets(source: &Source, folder: &Path, packs: &[Pack]) -> Findings {
    let sets = KeyPath::root("makkelijk_lezen").key("sets");
    let Some(NodeValue::List(items)) = source.get(&sets).map(|node| &node.value) else {
        return Findings::new();
    };
    let paths = (0..items.len()).map(|index| sets.clone().index(index));
    let unknown = paths.filter_map(|path| {
        let id = source.string(&path)?.parse::<Id>().ok()?;
        let unknown = UnknownSet::check(id.as_str(), packs.iter()).err()?;
        if folder.join(pack::FOLDER).join(id.as_str()).is_dir() {
            return None;
        }
        let message = "deze set pictogrammen is er niet";
        Some(
            source
                .finding_at("pictogrammen", &path, message)
                .with_hint(unknown.hint),
        )
    });
    unknown.collect()
}

fn terms(provider: &Provider) -> BTreeMap<String, String> {
    let terms = provider.terms.iter();
    terms
        .map(|(word, own)| (word.to_lowercase(), own.to_string()))
        .collect()
}

/// The organisation's own templates, with what is wrong with them.
fn overlay(folder: &Path, provider: &Provider) -> (Overlay, Findings) {
    let name = provider.templates.as_ref();
    name.map_or_else(Default::default, |name| template::read(folder, name))
}

fn is_error(finding: &Finding) -> bool {
    finding.severity == Severity::Error
}

fn format(provider: &Provider, overlay: &Overlay) -> Result<Format, OfficeError> {
    let name = provider
        .format
        .as_ref()
        .map_or(REGIO, |format| format.as_str());
    // That it exists was checked when the file was read, and those of the organisation's own were
    // looked at; what is left is one of ours that is broken.
    Format::of(name, &terms(provider), overlay).map_err(|_| broken_format())
}

fn broken_format() -> OfficeError {
    OfficeError::Organisation(vec![Finding::error(
        "formaat",
        "het formaat van de documenten kan niet gelezen worden",
    )])
}

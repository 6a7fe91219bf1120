//! A contact sheet of pictograms: a PDF by typst, and the same pages as pictures by resvg.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use serde_json::json;

use super::worker::{STACK, with_own_pool};
use crate::check::{Office, OfficeError};
use crate::dossier::value::Date;
use crate::font::{self, Coverage};
use crate::pictogram::contact_sheet::{self, Cell, PER_PAGE};
use crate::pictogram::pack::{Likeness, Sought, UnknownSet};
use crate::pictogram::{Drawing, Library, OWN, PictogramId, pixels};
use crate::store;
use crate::template::Overlay;
use crate::typeset::{Bytes, Order, Typesetter};

/// Pictograms that fit a sheet: typst keeps the name of every picture for good.
const MOST: usize = 5_000;

/// What is told of a mistake of our own.
const PANIC: &str = "fout in het programma zelf; meld dit met de set en de woorden";

/// Pixels of a grey picture in the PDF: 2 cm at 300 dpi.
const GREY: u32 = 236;

/// Which pictograms to show, and where.
#[derive(Clone, Debug)]
pub struct SheetRequest {
    /// Folder with `aanbieder.toml`.
    pub data: PathBuf,
    /// One set; none is all.
    pub set: Option<String>,
    /// Words; none is every pictogram.
    pub words: Vec<String>,
    /// The PDF; the pictures come beside it.
    pub out: PathBuf,
    /// The day that the PDF says it is of.
    pub today: Date,
}

/// A sheet that is made.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// How many pictograms it shows.
    pub pictograms: usize,
    /// The files, the PDF first.
    pub files: Vec<PathBuf>,
    /// Pictures of pages that this sheet no longer has, as an earlier one left them.
    pub stale: Vec<PathBuf>,
    /// Pictograms that can't be drawn, by set and name.
    pub broken: Vec<String>,
}

/// Why there is no sheet.
#[derive(Debug, thiserror::Error)]
pub enum SheetError {
    /// The organisation's files are not in order.
    #[error(transparent)]
    Office(#[from] OfficeError),
    /// No set has this name.
    #[error(transparent)]
    UnknownSet(#[from] UnknownSet),
    /// Nothing to show.
    #[error("er is geen plaatje bij deze woorden")]
    Nothing,
    /// More than a sheet holds.
    #[error("dit zijn {0} plaatjes; op een vel passen er {MOST}")]
    TooMany(usize),
    /// Typst objects.
    #[error("het vel kan niet gemaakt worden: {0}")]
    Typeset(String),
    /// The files can't be written.
    #[error("het vel kan niet geschreven worden: {}", store::dutch(.0))]
    Write(#[from] io::Error),
}

/// A pictogram to show.
struct Shown {
    id: PictogramId,
    words: String,
}

impl Shown {
    fn new(set: &str, name: &str, words: &[&str]) -> Self {
        Self {
            id: PictogramId {
                set: set.to_owned(),
                name: name.to_owned(),
            },
            words: words.join(", "),
        }
    }
}

/// A pictogram with its pictures.
struct Drawn {
    cell: Cell,
    drawing: Drawing,
    grey: Vec<u8>,
}

/// Makes a contact sheet.
///
/// # Errors
/// When there is nothing to show, too much, or the files can't be written.
pub fn sheet(request: &SheetRequest) -> Result<Sheet, SheetError> {
    // A bare name has no folder above it to be synced.
    let out = Path::new(".").join(&request.out);
    let office = Office::open(&request.data)?;
    let shown = shown(&office.library, request)?;
    let coverage = Coverage::embedded();
    let drawn: Vec<_> = shown
        .par_iter()
        .map(|one| (one, draw(&office.library, one, &coverage)))
        .collect();
    let mut broken = Vec::new();
    let mut pictograms = Vec::new();
    for (one, drawn) in drawn {
        match drawn {
            Some(drawn) => pictograms.push(drawn),
            None => broken.push(format!("{} {}", one.id.set, one.id.name)),
        }
    }
    if pictograms.is_empty() {
        return Err(SheetError::Nothing);
    }
    let title = title(request, pictograms.len());
    let mut files = vec![request.out.clone()];
    store::write(
        &out,
        &typeset(&title, request.today, &pictograms, &office.overlay)?,
    )?;
    let cells: Vec<_> = pictograms.into_iter().map(|one| one.cell).collect();
    for (index, cells) in cells.chunks(PER_PAGE).enumerate() {
        let path = page_path(&out, index + 1);
        store::write(&path, &contact_sheet::page(&title, cells))?;
        files.push(page_path(&request.out, index + 1));
    }
    let stale = (files.len()..).map(|page| page_path(&request.out, page));
    Ok(Sheet {
        pictograms: cells.len(),
        stale: stale.take_while(|path| path.is_file()).collect(),
        files,
        broken,
    })
}

/// The pictograms that are asked for, the built-in ones first.
fn shown(library: &Library, request: &SheetRequest) -> Result<Vec<Shown>, SheetError> {
    if let Some(set) = &request.set {
        UnknownSet::check(set, library.packs())?;
    }
    let wanted = |set: &str| request.set.as_ref().is_none_or(|wanted| wanted == set);
    let own = library.own_pictures().into_iter();
    let own = own.map(|(name, shows)| Shown::new(OWN, name, &shows));
    let packs = library.packs().flat_map(|pack| {
        pack.pictures.iter().map(|picture| {
            let words = picture.words.iter().map(|word| word.text.as_str());
            let words = words.chain(picture.search_words.iter().map(String::as_str));
            let words: Vec<_> = words.take(3).collect();
            Shown::new(pack.name.as_str(), &picture.name, &words)
        })
    });
    let asked = asked(library, &request.words);
    let shown: Vec<_> = own
        .chain(packs)
        .filter(|one| wanted(&one.id.set))
        .filter(|one| request.words.is_empty() || asked.contains(&one.id))
        .collect();
    match shown.len() {
        0 => Err(SheetError::Nothing),
        count if count > MOST => Err(SheetError::TooMany(count)),
        _ => Ok(shown),
    }
}

/// The pictograms that go with these words, or with another form of them. The name of a built-in
/// one is for that one alone.
fn asked(library: &Library, words: &[String]) -> BTreeSet<PictogramId> {
    let own = library.own_pictures();
    let mut asked = BTreeSet::new();
    for word in words {
        let is_name = own.contains_key(word.as_str());
        if is_name {
            asked.insert(Shown::new(OWN, word, &[]).id);
        }
        let hits = Sought::new(word).map(|sought| library.search(&sought));
        let hits = hits.into_iter().flatten();
        let alike = hits.filter(|hit| hit.likeness <= Likeness::Form);
        asked.extend(
            alike
                .map(|hit| hit.id)
                .filter(|id| !(is_name && id.set == OWN)),
        );
    }
    asked
}

/// Draws one pictogram.
fn draw(library: &Library, shown: &Shown, coverage: &Coverage) -> Option<Drawn> {
    let drawing = library.drawing(&shown.id)?;
    let side = contact_sheet::side();
    let colour = pixels::draw(&drawing, side)?;
    let grey = pixels::grey(colour.clone());
    let large = pixels::grey(pixels::draw(&drawing, GREY)?);
    Some(Drawn {
        cell: Cell {
            name: format!("{} {}", shown.id.set, shown.id.name),
            words: printable(&shown.words, coverage),
            pictures: [colour, grey],
        },
        grey: pixels::png(&large),
        drawing,
    })
}

/// A text of which every character has a glyph.
fn printable(text: &str, coverage: &Coverage) -> String {
    let mut buffer = [0; 4];
    let mut is_printable = |c: &char| coverage.missing(c.encode_utf8(&mut buffer)).is_none();
    text.chars().filter(|c| is_printable(c)).collect()
}

/// What stands at the top of each page.
fn title(request: &SheetRequest, count: usize) -> String {
    let set = request.set.as_deref().unwrap_or("alle sets");
    format!("Pictogrammen van drieluik: {set} ({count})")
}

/// Sets the PDF, on a thread with the stack that typst wants.
fn typeset(
    title: &str,
    today: Date,
    pictograms: &[Drawn],
    overlay: &Overlay,
) -> Result<Vec<u8>, SheetError> {
    let mut pictures = Vec::new();
    let mut add = |bytes: Vec<u8>| {
        pictures.push(Bytes::new(bytes));
        format!("/picture/{}", pictures.len() - 1)
    };
    let list: Vec<_> = pictograms
        .iter()
        .map(|one| {
            json!({
                "name": one.cell.name,
                "words": one.cell.words,
                "format": one.drawing.format.word(),
                "colour": add(one.drawing.bytes.to_vec()),
                "grey": add(one.grey.clone()),
            })
        })
        .collect();
    let day = today.civil();
    let date = [day.year(), day.month().into(), day.day().into()];
    let view = json!({"title": title, "date": date, "pictograms": list}).to_string();
    let order = Order {
        template: "contact-sheet/main.typ",
        view: view.into_bytes(),
        pictures,
        mandatory: &[],
        needs_content: &[],
    };
    let set = || Typesetter::new(&font::embedded(), overlay).typeset(order);
    std::thread::scope(|scope| {
        let worker = std::thread::Builder::new()
            .stack_size(STACK)
            .spawn_scoped(scope, || with_own_pool(set))?;
        match worker.join() {
            Ok(typeset) => typeset
                .map(|typeset| typeset.pdf)
                .map_err(|error| SheetError::Typeset(error.to_string())),
            Err(_) => Err(SheetError::Typeset(PANIC.to_owned())),
        }
    })
}

/// The picture of a page, beside the PDF: `vel-1.png`.
fn page_path(pdf: &Path, page: usize) -> PathBuf {
    let stem = pdf.file_stem().unwrap_or_default().to_string_lossy();
    pdf.with_file_name(format!("{stem}-{page}.png"))
}

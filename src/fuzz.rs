//! What the fuzz targets in `fuzz/` ask of the private modules, and what must hold of the answers
//! whatever is asked. Exists under `cargo fuzz` alone.

use std::io::Cursor;
use std::path::Path;

use crate::check::{self, Office, OfficeError};
use crate::dossier::code::Pronoun;
use crate::dossier::today::Today;
use crate::dossier::value::Date;
use crate::finding::Finding;
use crate::language::{self, Subject};
use crate::pictogram::photo::{self, Photo, PhotoFrame};
use crate::pictogram::pixels;
use crate::pictogram::svg;
use crate::pictogram::{Drawing, DrawingFormat, Library, Wishes};
use crate::rendition::RENDITIONS;

/// The frames that a photo may stand in.
const FRAMES: [PhotoFrame; 7] = [
    PhotoFrame::PASSAGE,
    PhotoFrame::WORD,
    PhotoFrame::BESIDE,
    PhotoFrame::ABOVE,
    PhotoFrame::LARGE,
    PhotoFrame::SHEET,
    PhotoFrame::PORTRAIT,
];

/// The clients of a data folder, whose files may change from one question to the next.
pub struct Clients {
    office: Office,
    today: Today,
}

impl Clients {
    /// Opens a data folder, to be judged on the day of the example clients.
    ///
    /// # Errors
    /// When the organisation's file is not in order.
    pub fn open(data: &Path) -> Result<Self, OfficeError> {
        Ok(Self {
            office: Office::open(data)?,
            today: Today::on(Date::from_civil(jiff::civil::date(2026, 11, 22))),
        })
    }

    /// Reads the files of every client as they are now, asks all rules, and makes the views of those
    /// that are in order.
    ///
    /// # Panics
    /// When a phrase can't be said.
    #[must_use]
    pub fn findings(&self) -> Vec<Finding> {
        let (folders, mut findings) = self.office.clients();
        for folder in &folders {
            let (dossier, found) = self.office.examine(folder);
            let is_sound = found.is_empty();
            findings.extend(found);
            let Some(dossier) = dossier else { continue };
            let assessment = check::dossier(&self.office, &dossier, &self.today);
            findings.extend(assessment.expect("phrases can be said").findings);
            if is_sound {
                let context = self.office.context(&dossier, &self.today);
                for rendition in RENDITIONS {
                    rendition.make(&context).expect("phrases can be said");
                }
            }
        }
        findings
    }
}

/// The pictograms and rules that texts are read with.
pub struct Reader(Library);

impl Reader {
    /// Reads the lexicon.
    ///
    /// # Panics
    /// When it isn't as it should be.
    #[expect(
        clippy::new_without_default,
        reason = "reading a lexicon is no default"
    )]
    pub fn new() -> Self {
        Self(Library::embedded().expect("the project's own set is whole"))
    }

    /// Reads a text as the easy-read rules, the comparison of meaning, the sentences of `ik` and the
    /// matching of pictograms do.
    ///
    /// # Panics
    /// When a picture is said to go with words that aren't there.
    pub fn read(&self, text: &str) {
        let _ = language::Readability::measure(text);
        let _ = language::stems(text);
        let _ = language::says_none(text);
        let _ = language::stated(text);
        let _ = language::possible(text);
        for sentence in language::sentences(text) {
            self.read_sentence(sentence);
        }
    }

    fn read_sentence(&self, sentence: &str) {
        let _ = check::language_rules_broken(sentence);
        let subject = Subject {
            name: "Zoë",
            pronoun: Pronoun::She,
        };
        let _ = language::digits(sentence);
        let _ = language::first_person_sentences(sentence, subject);
        let _ = language::spoken_of(sentence, "Samir", subject);
        let wishes = Wishes::default();
        let one = self.0.find(sentence, &wishes);
        let all = self.0.find_all(sentence, &wishes);
        for picture in one.iter().chain(&all) {
            let words = sentence.get(picture.span.clone());
            assert!(words.is_some(), "a picture goes with words of its sentence");
        }
        for word in language::words(sentence) {
            let _ = self.0.by_word(word, &wishes);
            let _ = language::base_forms(word);
        }
    }
}

/// Cleans a drawing, and draws what came out of it.
///
/// # Panics
/// When what came out can't be read.
#[must_use]
pub fn clean_svg(bytes: &[u8]) -> Option<Vec<u8>> {
    let clean = svg::sanitise(bytes).ok()?;
    assert!(svg::tree(&clean).is_some(), "a clean drawing can be read");
    let drawing = Drawing {
        bytes: clean.clone().into(),
        format: DrawingFormat::Svg,
    };
    let _ = pixels::is_invisible(&drawing);
    Some(clean)
}

/// Decodes a photo and sets it in every frame.
///
/// # Panics
/// When a photo that can be decoded doesn't pass inspection, or can't be framed.
pub fn frame_photo(bytes: &[u8]) {
    let inspected = photo::inspect(Cursor::new(bytes));
    let Ok(photo) = Photo::decode(bytes) else {
        return;
    };
    assert_eq!(inspected, Ok(()), "what can be decoded passes inspection");
    for frame in FRAMES {
        photo.framed(frame).expect("pixels can be encoded");
    }
}

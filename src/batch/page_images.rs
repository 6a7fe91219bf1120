//! Pictures of pages that lie beside the PDFs: which are asked for, what they are called, and which
//! of them lie in a client's folder.
//!
//! A picture is known by its name alone, so that it goes when its document does, whatever the
//! manifest says.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::ops::RangeInclusive;
use std::path::Path;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::copies;
use super::manifest::DocumentEntry;
use crate::rendition::family_file_number;
use crate::store::Files;

/// Which pictures a run makes.
#[derive(Clone, Debug, Default)]
pub struct Images {
    /// How fine.
    pub dpi: Dpi,
    /// Of which pages.
    pub pages: Pages,
}

/// Dots to the inch, 36 to 600.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Dpi(u16);

impl Dpi {
    /// What may be asked for.
    pub const RANGE: RangeInclusive<u16> = 36..=600;

    /// A number of dots; none outside [`Self::RANGE`].
    #[must_use]
    pub fn new(dots: u16) -> Option<Self> {
        Self::RANGE.contains(&dots).then_some(Self(dots))
    }

    /// The number.
    pub(super) fn get(self) -> u16 {
        self.0
    }
}

impl Default for Dpi {
    fn default() -> Self {
        Self(100)
    }
}

/// Pages counted from 1; the default is all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pages(Vec<RangeInclusive<usize>>);

impl Pages {
    /// Those of a document with so many pages.
    fn of(&self, count: usize) -> BTreeSet<usize> {
        let is_asked =
            |page: &usize| self.0.is_empty() || self.0.iter().any(|range| range.contains(page));
        (1..=count).filter(is_asked).collect()
    }
}

impl FromStr for Pages {
    type Err = String;

    /// Reads `1,3-5`; `3-` is the third and further.
    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || "schrijf bladzijden met komma's ertussen, zoals 1,3-5".to_owned();
        let number = |text: &str| text.trim().parse().ok().filter(|page| *page > 0);
        let range = |part: &str| match part.split_once('-') {
            None => number(part).map(|page| page..=page),
            Some((first, last)) if last.trim().is_empty() => {
                number(first).map(|first| first..=usize::MAX)
            }
            Some((first, last)) => {
                let (first, last) = (number(first)?, number(last)?);
                (first <= last).then_some(first..=last)
            }
        };
        let ranges: Option<Vec<_>> = text.split(',').map(range).collect();
        ranges.map(Self).ok_or_else(wrong)
    }
}

impl Images {
    /// The pictures that a document should have beside it, by file name with their pages.
    pub(super) fn of(&self, file_name: &str, count: usize) -> BTreeMap<String, usize> {
        let pages = self.pages.of(count).into_iter();
        pages
            .map(|page| (name(file_name, page, count), page))
            .collect()
    }
}

/// The name of a page's picture, with as many digits as the last page has, so that names sort.
pub(super) fn name(file_name: &str, page: usize, count: usize) -> String {
    let stem = file_name.strip_suffix(".pdf").unwrap_or(file_name);
    let width = count.to_string().len();
    format!("{stem}-{page:0width$}.png")
}

/// The document that a picture shows a page of, by its name; none for any other file.
pub(super) fn document_of(file_name: &str) -> Option<String> {
    let (stem, page) = file_name.strip_suffix(".png")?.rsplit_once('-')?;
    let is_page = !page.is_empty() && page.bytes().all(|digit| digit.is_ascii_digit());
    is_page.then(|| format!("{stem}.pdf"))
}

/// The pictures in a client's folder, with the documents that they show. A folder that isn't there
/// holds none.
fn in_folder(folder: &Path) -> io::Result<BTreeMap<String, String>> {
    let names = copies::file_names(folder)?.into_iter();
    Ok(names
        .filter_map(|name| document_of(&name).map(|document| (name, document)))
        .collect())
}

/// The pictures in a client's folder that may not be there: of a document that is known, but not with
/// them, and of a family copy that isn't known at all.
pub(super) fn strays(
    folder: &Path,
    documents: &BTreeMap<String, DocumentEntry>,
) -> io::Result<Vec<String>> {
    let is_stray = |image: &String, document: &String| match documents.get(document) {
        Some(known) => !known.images.contains_key(image),
        None => family_file_number(document).is_some(),
    };
    let images = in_folder(folder)?.into_iter();
    let strays = images.filter(|(image, document)| is_stray(image, document));
    Ok(strays.map(|(image, _)| image).collect())
}

/// Takes away every picture of a document.
pub(super) fn remove(files: &Files<'_>, folder: &Path, file_name: &str) -> io::Result<()> {
    for (image, document) in in_folder(folder)? {
        if document == file_name {
            files.remove(&folder.join(image))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_read_and_counted_from_one() {
        let of = |text: &str, count| {
            let pages = text.parse::<Pages>().expect("pages");
            pages.of(count).into_iter().collect::<Vec<_>>()
        };
        assert_eq!(of("1,3-5", 4), [1, 3, 4]);
        assert_eq!(of(" 2 , 2-3", 9), [2, 3]);
        assert_eq!(of("8-", 10), [8, 9, 10]);
        assert!(of("7", 3).is_empty());
        assert_eq!(Pages::default().of(2).len(), 2);
        for wrong in ["", "0", "1,", "3-1", "een", "-2", "1-2-3"] {
            assert!(wrong.parse::<Pages>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn names_sort_and_lead_back_to_their_document() {
        let images = Images::default();
        let names: Vec<_> = images.of("uitleg.pdf", 10).into_keys().collect();
        assert_eq!(names[0], "uitleg-01.png");
        assert_eq!(names[9], "uitleg-10.png");
        assert_eq!(name("a.pdf", 3, 9), "a-3.png");
        let document = |name| document_of(name);
        assert_eq!(
            document("familie-exemplaar-1-02.png").as_deref(),
            Some("familie-exemplaar-1.pdf")
        );
        for other in ["foto.png", "a-.png", "a-1.jpg", "a-b.png", "1.png"] {
            assert_eq!(document(other), None, "{other}");
        }
    }

    #[test]
    fn dots_have_limits() {
        assert_eq!(Dpi::new(35), None);
        assert_eq!(Dpi::new(36).map(Dpi::get), Some(36));
        assert_eq!(Dpi::new(600).map(Dpi::get), Some(600));
        assert_eq!(Dpi::new(601), None);
    }
}

//! The pages of a contact sheet as pictures: each pictogram at 2 cm, in colour and in grey, with
//! its name. Lays out; typst does the same for the PDF in `templates/typst/contact-sheet`.

use std::fmt::Write as _;
use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, PixmapPaint, Transform};
use resvg::usvg::{self, Tree, fontdb};

use super::pixels;
use crate::font;

/// Pixels to the inch of a page.
const DPI: u32 = 150;
/// A4, in tenths of millimetres.
const PAGE: (u32, u32) = (2100, 2970);
/// Around the page.
const MARGIN: u32 = 120;
/// From the top of the page to the first row.
const HEAD: u32 = 240;
/// A picture.
const PICTURE: u32 = 200;
/// Between the picture in colour and in grey.
const GAP: u32 = 40;
/// What a pictogram takes up.
const CELL: (u32, u32) = (620, 320);
/// Pictograms beside each other.
const COLUMNS: usize = 3;
/// Rows on a page.
const ROWS: usize = 8;
/// Letters of a caption that fit its cell.
const MOST_LETTERS: usize = 36;

/// Pictograms on a page.
pub(crate) const PER_PAGE: usize = COLUMNS * ROWS;

/// A pictogram on the sheet.
#[derive(Debug)]
pub(crate) struct Cell {
    /// Its set and name.
    pub(crate) name: String,
    /// Its first words.
    pub(crate) words: String,
    /// The picture in colour and in grey, as large as on the page.
    pub(crate) pictures: [Pixmap; 2],
}

/// Pixels that a picture has on the page.
pub(crate) fn side() -> u32 {
    pixels_of(PICTURE)
}

/// Draws one page, with its title above.
pub(crate) fn page(title: &str, cells: &[Cell]) -> Vec<u8> {
    let (width, height) = (pixels_of(PAGE.0), pixels_of(PAGE.1));
    let mut paper = pixels::white(width, height).expect("a page has a size");
    let mut text = format!(
        "<svg xmlns='http://www.w3.org/2000/svg' width='{width}' height='{height}' viewBox='0 0 {} \
         {}' font-family='Noto Sans' fill='#1f2933'>",
        PAGE.0, PAGE.1
    );
    let mut line = |x: u32, y: u32, size: u32, weight: u32, words: &str| {
        write!(
            text,
            "<text x='{x}' y='{y}' font-size='{size}' font-weight='{weight}'>{}</text>",
            escaped(words)
        )
        .expect("writing into a string succeeds");
    };
    line(MARGIN, 170, 48, 700, title);
    for (index, cell) in cells.iter().take(PER_PAGE).enumerate() {
        let place = |number: usize, size: u32| u32::try_from(number).unwrap_or(0) * size;
        let x = MARGIN + place(index % COLUMNS, CELL.0);
        let y = HEAD + place(index / COLUMNS, CELL.1);
        for (picture, x) in cell.pictures.iter().zip([x, x + PICTURE + GAP]) {
            let at = |tenths| i32::try_from(pixels_of(tenths)).unwrap_or(0);
            let paint = PixmapPaint::default();
            let place = Transform::identity();
            paper.draw_pixmap(at(x), at(y), picture.as_ref(), &paint, place, None);
        }
        line(x, y + PICTURE + 36, 28, 700, &shortened(&cell.name));
        line(x, y + PICTURE + 70, 25, 400, &shortened(&cell.words));
    }
    text.push_str("</svg>");
    if let Ok(tree) = Tree::from_str(&text, &with_fonts()) {
        pixels::draw_tree(&tree, &mut paper);
    }
    pixels::png(&paper)
}

/// Tenths of millimetres in pixels.
fn pixels_of(tenths: u32) -> u32 {
    (tenths * DPI + 127) / 254
}

/// Options with the fonts of the documents and no others.
fn with_fonts() -> usvg::Options<'static> {
    let mut fonts = fontdb::Database::new();
    for font in font::embedded() {
        fonts.load_font_data(font.to_vec());
    }
    usvg::Options {
        fontdb: Arc::new(fonts),
        ..usvg::Options::default()
    }
}

/// A caption that fits its cell.
fn shortened(text: &str) -> String {
    if text.chars().count() <= MOST_LETTERS {
        return text.to_owned();
    }
    text.chars().take(MOST_LETTERS - 1).chain(['…']).collect()
}

/// Text that XML can hold.
fn escaped(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    text.replace(|c: char| c.is_control(), " ")
}

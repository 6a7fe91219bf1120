//! From a view to a PDF: the only importer of typst's compiler.
//!
//! Warnings of typst are failures. What typst says is passed on without what it quotes and without
//! words of the view, for those may be the plan's own text; with the line of a template of the
//! organisation's own, which holds none.

mod elements;
pub(crate) mod page;
mod told;
mod world;

use std::path::PathBuf;

use typst::diag::Warned;
pub(crate) use typst::foundations::Bytes;
use typst::foundations::Smart;
use typst::layout::PageRanges;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::template::Overlay;
use elements::Elements;
use told::typst_error;
use world::{DocumentWorld, Shared};

/// The version of typst.
pub(crate) const TYPST: &str = env!("DRIELUIK_TYPST");

/// The standards that every document meets, by typst's names.
pub(crate) const STANDARDS: [&str; 2] = ["ua-1", "a-2a"];

/// A document that can't be typeset. It names templates and elements, never a person's data.
#[derive(Debug, thiserror::Error)]
pub(crate) enum TypesetError {
    /// Elements of the format that the document doesn't hold.
    #[error("het format vraagt deze onderdelen, maar het document heeft ze niet: {}", .0.join(", "))]
    Dropped(Vec<String>),
    /// Elements of the format without content, in a plan that is agreed.
    #[error("het plan is vastgesteld, maar deze verplichte onderdelen zijn leeg: {}", .0.join(", "))]
    Empty(Vec<String>),
    /// What typst had to say.
    #[error("de opmaak lukt niet: {0}")]
    Typst(String),
    /// Any of these, where the organisation lays out with templates of its own.
    #[error(
        "{error}\nde pagina's zijn opgemaakt met eigen sjablonen uit {}; drieluik templates check \
         kijkt ze na",
        .folder.display()
    )]
    Own {
        /// What is wrong.
        error: Box<TypesetError>,
        /// The folder of the templates.
        folder: PathBuf,
    },
}

/// A document to typeset.
#[derive(Debug)]
pub(crate) struct Order<'a> {
    /// Virtual path of the template.
    pub(crate) template: &'static str,
    /// The view as JSON.
    pub(crate) view: Vec<u8>,
    /// `/picture/0` and further.
    pub(crate) pictures: Vec<Bytes>,
    /// Elements that the document must hold.
    pub(crate) mandatory: &'a [String],
    /// Those of them that must have content.
    pub(crate) needs_content: &'a [String],
}

/// A typeset document.
#[derive(Debug)]
pub(crate) struct Typeset {
    /// The PDF file.
    pub(crate) pdf: Vec<u8>,
    /// How many pages it has.
    pub(crate) pages: usize,
}

/// Typesets documents; one serves all threads.
#[derive(Debug)]
pub(crate) struct Typesetter {
    shared: Shared,
    standards: PdfStandards,
}

impl Typesetter {
    /// Loads templates, with those of the organisation's own in place of some, and fonts.
    pub(crate) fn new(fonts: &[&'static [u8]], overlay: &Overlay) -> Self {
        Self {
            shared: Shared::load(fonts, overlay),
            standards: PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a])
                .expect("PDF/UA-1 and PDF/A-2a go together"),
        }
    }

    /// Typesets one document, and asks it whether it holds what the format demands.
    ///
    /// # Errors
    /// When an element is missing or empty, or typst objects or warns.
    pub(crate) fn typeset(&self, order: Order<'_>) -> Result<Typeset, TypesetError> {
        let result = self.compile(order);
        // Without this memory grows by megabytes for every document, failed ones too. What is
        // remembered of one document hardly helps with the next: keeping it for eight costs twice the
        // memory and saves no time that can be measured.
        typst::comemo::evict(0);
        result.map_err(|error| match (error, self.shared.folder()) {
            (error @ (TypesetError::Dropped(_) | TypesetError::Typst(_)), Some(folder)) => {
                TypesetError::Own {
                    error: Box::new(error),
                    folder: folder.to_owned(),
                }
            }
            (error, _) => error,
        })
    }

    fn compile(&self, order: Order<'_>) -> Result<Typeset, TypesetError> {
        let world = DocumentWorld::new(&self.shared, order.template, order.view, order.pictures);
        let Warned { output, warnings } = typst::compile::<PagedDocument>(&world);
        let document = output.map_err(|errors| typst_error(&world, &errors))?;
        if !warnings.is_empty() {
            return Err(typst_error(&world, &warnings));
        }
        let elements = Elements::of(&document);
        let dropped = elements.dropped(order.mandatory);
        if !dropped.is_empty() {
            return Err(TypesetError::Dropped(dropped));
        }
        let empty = elements.empty(order.needs_content);
        if !empty.is_empty() {
            return Err(TypesetError::Empty(empty));
        }
        let options = PdfOptions {
            ident: Smart::Auto,
            creator: Smart::Custom(Some("drieluik".to_owned())),
            timestamp: None,
            page_ranges: None::<PageRanges>,
            standards: self.standards.clone(),
            tagged: true,
            pretty: false,
        };
        let pdf =
            typst_pdf::pdf(&document, &options).map_err(|errors| typst_error(&world, &errors))?;
        Ok(Typeset {
            pdf,
            pages: document.pages().len(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failing_template_names_its_place_but_not_the_data() {
        let typesetter = Typesetter::new(&crate::font::embedded(), &Overlay::default());
        let order = Order {
            template: "formal/main.typ",
            view: br#"{"frame": "KANARIE"}"#.to_vec(),
            pictures: Vec::new(),
            mandatory: &[],
            needs_content: &[],
        };
        let error = typesetter
            .typeset(order)
            .expect_err("no such view")
            .to_string();
        assert!(error.contains(".typ:"), "{error}");
        assert!(!error.contains("KANARIE"), "{error}");
    }
}

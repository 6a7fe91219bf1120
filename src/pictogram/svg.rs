//! Turns somebody's SVG into shapes that can do no harm. Does not open files or rasterise.
//!
//! usvg follows every reference it meets and matches CSS at any cost, and text hidden in an SVG
//! would survive in the PDF. So there are three steps. What may stay is copied from a list into a
//! plain SVG: elements, attributes, new ids, classes turned into attributes. References in it are
//! counted out before anything follows them. Then usvg writes it anew as paths. Content and
//! effects that would be missed are refused by name; notes and spare definitions are left out.

mod drawing;
mod inspection;
mod reader;
mod source;
mod styles;

use std::ops::RangeInclusive;

use resvg::usvg::roxmltree::{Document, Error as XmlError, Node, ParsingOptions};
use resvg::usvg::{self, ImageHrefResolver, Indent, Tree, WriteOptions};

use drawing::Drawing;
use inspection::Inspection;

/// Bytes that the file may have.
const MAX_BYTES: usize = 512 * 1024;

/// XML nodes that the file may have.
const MAX_NODES: u32 = 20_000;

/// Attributes of one element: the XML parser compares each with all others.
const MAX_ATTRIBUTES: usize = 256;

/// Namespace declarations in the file: the XML parser copies them from parent to child.
const MAX_NAMESPACES: usize = 1_000;

/// Levels of nesting, those behind references included: usvg is recursive.
const MAX_DEPTH: usize = 64;

/// Clip paths and masks behind one another: usvg visits each of them several times over.
const MAX_LAYERS: usize = 2;

/// Bytes of an attribute, but for the points of a path: children inherit it.
const MAX_VALUE: usize = 256;

/// Bytes of a style sheet.
const MAX_STYLE: usize = 64 * 1024;

/// Bytes of style that classes may put into all elements together.
const MAX_STYLED: usize = 1024 * 1024;

/// Bytes that the drawing would have with a copy in the place of every reference.
const MAX_EXPANDED: usize = 1024 * 1024;

/// What each byte of points counts for: usvg traces the outline of every path.
const POINT_WEIGHT: usize = 2;

/// What each byte of a path with arcs counts for: an arc becomes up to four curves.
const ARC_WEIGHT: usize = 5;

/// Bytes that an element counts for, whatever it says.
const ELEMENT_COST: usize = 32;

/// Bytes that a reference counts for besides what it refers to.
const LINK_COST: usize = 256;

/// Bytes that the result may have.
const MAX_RESULT: usize = 2 * 1024 * 1024;

/// Pixels that a side of the result may have.
const SIDES: RangeInclusive<f32> = 1.0..=20_000.0;

/// Longest side over shortest: beyond it the drawing is a line.
const MAX_RATIO: f32 = 50.0;

/// Pixels from the origin that a point may lie.
const MAX_COORDINATE: f32 = 10_000_000.0;

/// Dashes that all dashed lines may have together, roughly.
const MAX_DASHES: f32 = 1_000_000.0;

/// The namespace of SVG.
const SVG: &str = "http://www.w3.org/2000/svg";

/// Why a drawing can't be used, with the way out; it tells nothing of the file's content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum SvgError {
    /// More bytes than the limit.
    #[error("de tekening is groter dan 512 KiB: vereenvoudig de vormen in een tekenprogramma")]
    TooLarge,
    /// Gzip.
    #[error("de tekening is gecomprimeerd (svgz): bewaar een kopie als gewone SVG")]
    Compressed,
    /// No UTF-8.
    #[error("de tekening is geen tekst in UTF-8: bewaar een kopie als SVG in UTF-8")]
    Encoding,
    /// A DTD inside the file, with or without entities.
    #[error("de tekening heeft een DOCTYPE: verwijder de regel die begint met `<!DOCTYPE`")]
    Doctype,
    /// No XML, or another root than `svg`.
    #[error("de tekening is geen geldige SVG (regel {line}): bewaar een kopie als gewone SVG")]
    Malformed {
        /// Where reading stopped, from 1.
        line: u32,
    },
    /// More nodes, attributes or style than the limits.
    #[error("de tekening heeft te veel onderdelen: vereenvoudig de vormen in een tekenprogramma")]
    TooMany,
    /// Deeper than the limit.
    #[error("de tekening is te diep genest: hef groepen en maskers op in een tekenprogramma")]
    TooDeep,
    /// A reference that leads back to itself.
    #[error("de tekening verwijst naar zichzelf: zet verwijzingen om in losse vormen")]
    Circular,
    /// More shapes than the limit once references are followed, or too much to write.
    #[error("de tekening herhaalt te veel vormen: vereenvoudig het herhaalde deel")]
    TooManyCopies,
    /// `script` and its like.
    #[error("de tekening heeft een script: verwijder het element `script`")]
    Script,
    /// An attribute such as `onload`.
    #[error("de tekening reageert op gebeurtenissen: verwijder kenmerken als `onclick`")]
    Handler,
    /// HTML inside.
    #[error("de tekening heeft vreemde inhoud: verwijder het element `foreignObject`")]
    Foreign,
    /// A reference to anything but a part of the drawing.
    #[error("de tekening verwijst naar iets buiten zichzelf: verwijder koppelingen en adressen")]
    External,
    /// An image of pixels.
    #[error("de tekening bevat een afbeelding van pixels: gebruik een tekening van vormen")]
    Image,
    /// Text.
    #[error("de tekening bevat tekst: zet de letters in een tekenprogramma om in vormen")]
    Text,
    /// A filter in use.
    #[error("de tekening heeft een filter, zoals schaduw of vervaging: haal het effect weg")]
    Filter,
    /// A pattern in use.
    #[error("de tekening heeft een patroonvulling: gebruik een kleur of kleurverloop")]
    Pattern,
    /// A marker in use.
    #[error("de tekening heeft pijlpunten op lijnen (markers): zet de lijn om in vormen")]
    Marker,
    /// A style sheet with more than classes.
    #[error("de tekening heeft een lastig stijlblad: exporteer met stijl als kenmerken")]
    Style,
    /// Clip paths with transforms inside transforms, which usvg writes wrongly.
    #[error("de tekening heeft een uitsnede van verschoven groepen: zet die om in één vorm")]
    Clip,
    /// No size, or none that makes sense.
    #[error(
        "de maten van de tekening kloppen niet: geef een breedte en hoogte tussen 1 en 20.000, de \
         langste hoogstens 50 keer de kortste"
    )]
    Size,
    /// Nothing to be seen.
    #[error("de tekening is leeg: er staat geen zichtbare vorm in")]
    Empty,
}

impl From<XmlError> for SvgError {
    fn from(error: XmlError) -> Self {
        match error {
            XmlError::DtdDetected => Self::Doctype,
            XmlError::NodesLimitReached => Self::TooMany,
            error => Self::Malformed {
                line: error.pos().row,
            },
        }
    }
}

impl From<usvg::Error> for SvgError {
    fn from(error: usvg::Error) -> Self {
        match error {
            usvg::Error::InvalidSize => Self::Size,
            // The plain SVG is well-formed; what is left are the limits of usvg.
            _ => Self::TooManyCopies,
        }
    }
}

/// Writes the drawing anew: paths, clip paths, masks and gradients, and nothing else.
///
/// # Errors
/// When the drawing holds what it may not hold, is too large or too intricate, or shows nothing.
pub(crate) fn sanitise(bytes: &[u8]) -> Result<Vec<u8>, SvgError> {
    let text = source::read(bytes)?;
    let options = ParsingOptions {
        nodes_limit: MAX_NODES,
        ..ParsingOptions::default()
    };
    let plain = Drawing::read(&Document::parse_with_options(&text, options)?)?.into_plain()?;
    let tree = Tree::from_xmltree(&Document::parse(&plain)?, &closed())?;
    Inspection::default().tree(&tree)?;
    let options = WriteOptions {
        indent: Indent::None,
        ..WriteOptions::default()
    };
    let result = tree.to_string(&options);
    if result.len() > MAX_RESULT {
        return Err(SvgError::TooManyCopies);
    }
    if ["inf", "NaN"].iter().any(|number| result.contains(number)) {
        return Err(SvgError::Size);
    }
    Ok(result.into_bytes())
}

/// Reads a drawing that is clean, to draw it; none for one that is not.
pub(crate) fn tree(clean: &[u8]) -> Option<Tree> {
    let text = std::str::from_utf8(clean).ok()?;
    let document = Document::parse_with_options(text, ParsingOptions::default()).ok()?;
    Tree::from_xmltree(&document, &closed()).ok()
}

/// Options for usvg that open nothing and know no fonts.
fn closed() -> usvg::Options<'static> {
    usvg::Options {
        image_href_resolver: ImageHrefResolver {
            resolve_data: Box::new(|_, _, _| None),
            resolve_string: Box::new(|_, _| None),
        },
        ..usvg::Options::default()
    }
}

/// The local name of an SVG element; none for what belongs to other namespaces.
fn name_of<'a>(node: Node<'a, '_>) -> Option<&'a str> {
    let tag = node.tag_name();
    (node.is_element() && matches!(tag.namespace(), None | Some(SVG))).then(|| tag.name())
}

#[cfg(test)]
mod tests;

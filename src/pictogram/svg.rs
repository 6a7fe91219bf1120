//! Turns somebody's SVG into shapes that can do no harm. Does not open files or rasterise.
//!
//! usvg follows every reference it meets and matches CSS at any cost, and text hidden in an SVG
//! would survive in the PDF. So there are three steps. What may stay is copied from a list into a
//! plain SVG: elements, attributes, new ids, classes turned into attributes. References in it are
//! counted out before anything follows them. Then usvg writes it anew as paths. Content and
//! effects that would be missed are refused by name; notes and spare definitions are left out.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use resvg::usvg::roxmltree::{Document, Error as XmlError, Node, ParsingOptions};
use resvg::usvg::{self, Group, ImageHrefResolver, Indent, Path, Tree, WriteOptions};

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

/// The elements that may stay; an `a` becomes a `g`.
const ELEMENTS: &str = "a circle clipPath defs ellipse g line linearGradient mask path polygon \
    polyline radialGradient rect stop svg switch symbol use";

/// Attributes that say where and how large.
const ATTRIBUTES: &str = "clipPathUnits cx cy d fx fy fr gradientTransform gradientUnits height \
    maskContentUnits maskUnits offset points preserveAspectRatio r rx ry spreadMethod viewBox \
    width x x1 x2 y y1 y2";

/// Properties that say how it looks, as an attribute or in a style.
const PROPERTIES: &str = "clip-path clip-rule color display fill fill-opacity fill-rule isolation \
    mask mask-type mix-blend-mode opacity overflow paint-order shape-rendering stop-color \
    stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin \
    stroke-miterlimit stroke-opacity stroke-width transform transform-origin visibility";

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
    /// A DTD, with or without entities.
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
    let text = read(bytes)?;
    let options = ParsingOptions {
        nodes_limit: MAX_NODES,
        ..ParsingOptions::default()
    };
    let plain = Drawing::read(&Document::parse_with_options(text, options)?)?.into_plain()?;
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

/// Checks what the XML parser itself could choke on.
fn read(bytes: &[u8]) -> Result<&str, SvgError> {
    if bytes.len() > MAX_BYTES {
        return Err(SvgError::TooLarge);
    }
    if bytes.starts_with(&[0x1f, 0x8b]) {
        return Err(SvgError::Compressed);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| SvgError::Encoding)?;
    let crowded = |tag: &str| tag.bytes().filter(|byte| *byte == b'=').count() > MAX_ATTRIBUTES;
    if text.split('<').any(crowded) || text.matches("xmlns").count() > MAX_NAMESPACES {
        return Err(SvgError::TooMany);
    }
    Ok(text)
}

/// What one element leads to.
#[derive(Clone, Copy)]
enum Link {
    /// A copy in its place, or a gradient that lends its colours.
    Copy(usize),
    /// A clip path or mask.
    Layer(usize),
    /// A gradient, for every shape inside.
    Paint(usize),
}

/// An element that may stay.
struct Element<'a, 'input> {
    node: Node<'a, 'input>,
    name: &'static str,
    attributes: BTreeMap<&'static str, String>,
    links: Vec<Link>,
}

/// How much an element comes to when all references are followed.
#[derive(Clone, Copy, Default)]
struct Extent {
    bytes: usize,
    height: usize,
    layers: usize,
    shapes: usize,
}

/// Whether the extent of an element is known.
#[derive(Clone, Copy)]
enum Progress {
    New,
    Busy,
    Known(Extent),
}

/// The elements of a document that may stay, by the number of their node.
struct Drawing<'a, 'input> {
    elements: Vec<Option<Element<'a, 'input>>>,
    root: usize,
}

impl<'a, 'input> Drawing<'a, 'input> {
    /// Goes through all elements, refuses what may not be there and keeps what may.
    fn read(document: &'a Document<'input>) -> Result<Self, SvgError> {
        let root = document.root_element();
        if name_of(root) != Some("svg") {
            return Err(SvgError::Malformed { line: 1 });
        }
        let mut ids = BTreeMap::new();
        for node in document.descendants() {
            refuse(node)?;
            if let Some(id) = node.attribute("id") {
                ids.entry(id).or_insert(node);
            }
        }
        let mut reader = Reader {
            ids,
            styles: Styles::read(document)?,
            styled: 0,
        };
        let elements = document
            .descendants()
            .map(|node| reader.element(node))
            .collect::<Result<_, _>>()?;
        Ok(Self {
            elements,
            root: root.id().get_usize(),
        })
    }

    /// Writes the plain SVG, once all references are known to be bearable.
    fn into_plain(self) -> Result<String, SvgError> {
        let mut progress = vec![Progress::New; self.elements.len()];
        self.measure(self.root, 1, &mut progress)?;
        let mut wanted = vec![false; self.elements.len()];
        for link in self
            .elements
            .iter()
            .flatten()
            .flat_map(|element| &element.links)
        {
            let (Link::Copy(target) | Link::Layer(target) | Link::Paint(target)) = *link;
            wanted[target] = true;
        }
        let mut plain = String::new();
        self.write(self.root, &wanted, &mut plain);
        Ok(plain)
    }

    /// The extent of one element.
    fn measure(
        &self,
        number: usize,
        level: usize,
        progress: &mut [Progress],
    ) -> Result<Extent, SvgError> {
        let Some(element) = &self.elements[number] else {
            return Ok(Extent::default());
        };
        match progress[number] {
            Progress::Known(extent) => return Ok(extent),
            Progress::Busy => return Err(SvgError::Circular),
            Progress::New if level > MAX_DEPTH => return Err(SvgError::TooDeep),
            Progress::New => progress[number] = Progress::Busy,
        }
        let own = |(name, value): (&&str, &String)| match *name {
            "d" if value.contains(['a', 'A']) => ARC_WEIGHT * value.len(),
            "d" | "points" => POINT_WEIGHT * value.len(),
            _ => value.len(),
        };
        let mut extent = Extent {
            bytes: ELEMENT_COST + element.attributes.iter().map(own).sum::<usize>(),
            ..Extent::default()
        };
        for child in element.node.children() {
            extent.add(
                self.measure(child.id().get_usize(), level + 1, progress)?,
                1,
            );
        }
        extent.shapes += usize::from(extent.shapes == 0);
        let shapes = extent.shapes;
        for link in &element.links {
            let (Link::Copy(target) | Link::Layer(target) | Link::Paint(target)) = *link;
            let mut linked = self.measure(target, level + 1, progress)?;
            linked.bytes += LINK_COST;
            match link {
                Link::Copy(_) => extent.add(linked, 1),
                Link::Layer(_) => extent.add(
                    Extent {
                        layers: linked.layers + 1,
                        ..linked
                    },
                    1,
                ),
                Link::Paint(_) => extent.add(
                    Extent {
                        shapes: 0,
                        ..linked
                    },
                    shapes,
                ),
            }
        }
        extent.height += 1;
        if extent.height > MAX_DEPTH || extent.layers > MAX_LAYERS {
            return Err(SvgError::TooDeep);
        }
        if extent.bytes > MAX_EXPANDED {
            return Err(SvgError::TooManyCopies);
        }
        progress[number] = Progress::Known(extent);
        Ok(extent)
    }

    /// Writes one element; what its values may hold needs no escaping.
    fn write(&self, number: usize, wanted: &[bool], plain: &mut String) {
        let Some(element) = &self.elements[number] else {
            return;
        };
        plain.extend(["<", element.name]);
        if number == self.root {
            plain.extend([" xmlns=\"", SVG, "\""]);
        }
        if wanted[number] {
            plain.extend([" id=\"n", &number.to_string(), "\""]);
        }
        // usvg, like browsers, takes these two from a style only.
        let (styles, attributes): (Vec<_>, Vec<_>) = element
            .attributes
            .iter()
            .partition(|(name, _)| matches!(**name, "isolation" | "mix-blend-mode"));
        for (name, value) in attributes {
            plain.extend([" ", name, "=\"", value, "\""]);
        }
        plain.push_str(" style=\"");
        for (name, value) in styles {
            plain.extend([name, ":", value, ";"]);
        }
        plain.push_str("\">");
        for child in element.node.children() {
            self.write(child.id().get_usize(), wanted, plain);
        }
        plain.extend(["</", element.name, ">"]);
    }
}

impl Extent {
    /// Adds another extent inside this one, a number of times.
    fn add(&mut self, inner: Self, times: usize) {
        self.bytes = self.bytes.saturating_add(inner.bytes.saturating_mul(times));
        self.height = self.height.max(inner.height);
        self.layers = self.layers.max(inner.layers);
        self.shapes = self.shapes.saturating_add(inner.shapes);
    }
}

/// The local name of an SVG element; none for what belongs to other namespaces.
fn name_of<'a>(node: Node<'a, '_>) -> Option<&'a str> {
    let tag = node.tag_name();
    (node.is_element() && matches!(tag.namespace(), None | Some(SVG))).then(|| tag.name())
}

/// Refuses what may be nowhere in the file, not even where it does not show.
fn refuse(node: Node) -> Result<(), SvgError> {
    if node.pi().is_some_and(|pi| pi.target == "xml-stylesheet") {
        return Err(SvgError::External);
    }
    if matches!(node.tag_name().name(), "script" | "handler" | "listener") {
        return Err(SvgError::Script);
    }
    match name_of(node) {
        Some("foreignObject") => return Err(SvgError::Foreign),
        Some("image" | "feImage") => return Err(SvgError::Image),
        Some("text" | "tspan" | "textPath" | "tref" | "textArea" | "flowRoot") => {
            return Err(SvgError::Text);
        }
        _ => {}
    }
    for attribute in node.attributes() {
        let name = attribute.name().to_ascii_lowercase();
        if attribute.namespace().is_none() && name.starts_with("on") {
            return Err(SvgError::Handler);
        }
        if name == "href" && !attribute.value().trim_start().starts_with('#') {
            return Err(SvgError::External);
        }
    }
    Ok(())
}

/// Style sheets that give classes their looks, which is what drawing programs write.
struct Styles {
    /// The declarations of each rule.
    rules: Vec<String>,
    /// The rules of each class.
    classes: BTreeMap<String, Vec<usize>>,
}

impl Styles {
    /// Reads all style sheets as one; refuses selectors other than a class.
    fn read(document: &Document) -> Result<Self, SvgError> {
        let css: String = document
            .descendants()
            .filter(|node| name_of(*node) == Some("style"))
            .flat_map(|node| node.children().filter_map(|text| text.text()))
            .collect();
        if css.len() > MAX_STYLE {
            return Err(SvgError::TooMany);
        }
        let css = without_comments(&css);
        if css.contains("@import") {
            return Err(SvgError::External);
        }
        let mut styles = Self {
            rules: Vec::new(),
            classes: BTreeMap::new(),
        };
        for rule in css.split('}').filter(|rule| !rule.trim().is_empty()) {
            let (selectors, declarations) = rule.split_once('{').ok_or(SvgError::Style)?;
            for selector in selectors.split(',') {
                let class = selector
                    .trim()
                    .strip_prefix('.')
                    .filter(|class| {
                        class
                            .chars()
                            .all(|c| c.is_alphanumeric() || "-_".contains(c))
                    })
                    .ok_or(SvgError::Style)?;
                let rules = styles.classes.entry(class.to_owned()).or_default();
                rules.push(styles.rules.len());
            }
            styles.rules.push(declarations.to_owned());
        }
        Ok(styles)
    }
}

/// CSS without what stands between `/*` and `*/`.
fn without_comments(css: &str) -> String {
    let mut rest = css;
    let mut result = String::new();
    while let Some((before, after)) = rest.split_once("/*") {
        result.extend([before, " "]);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    result + rest
}

/// Reads elements one by one.
struct Reader<'a, 'input> {
    ids: BTreeMap<&'a str, Node<'a, 'input>>,
    styles: Styles,
    /// Bytes of style that classes have put into elements so far.
    styled: usize,
}

impl<'a, 'input> Reader<'a, 'input> {
    /// The element, if it may stay.
    fn element(&mut self, node: Node<'a, 'input>) -> Result<Option<Element<'a, 'input>>, SvgError> {
        let Some(name) = name_of(node).and_then(|name| listed(name, ELEMENTS)) else {
            return Ok(None);
        };
        let mut element = Element {
            node,
            name: if name == "a" { "g" } else { name },
            attributes: BTreeMap::new(),
            links: Vec::new(),
        };
        for attribute in node.attributes() {
            let value = attribute.value();
            if attribute.name() == "href" {
                self.link(&mut element, value);
            } else if attribute.namespace().is_some() {
                // Notes of a drawing program to itself.
            } else if let Some(name) = listed(attribute.name(), ATTRIBUTES) {
                self.keep(&mut element, name, value)?;
            } else {
                self.property(&mut element, attribute.name(), value)?;
            }
        }
        let rules = self.rules(node.attribute("class").unwrap_or_default())?;
        let classes = rules.iter().map(|rule| self.styles.rules[*rule].as_str());
        let own = without_comments(node.attribute("style").unwrap_or_default());
        for declaration in classes.chain([own.as_str()]).flat_map(|s| s.split(';')) {
            if let Some((name, value)) = declaration.split_once(':') {
                let value = value.trim().trim_end_matches("!important");
                self.property(&mut element, name.trim(), value)?;
            }
        }
        Ok(Some(element))
    }

    /// The rules for a `class` attribute, in the order of the style sheets.
    fn rules(&mut self, classes: &str) -> Result<BTreeSet<usize>, SvgError> {
        let mut rules = BTreeSet::new();
        for class in classes.split_whitespace() {
            for rule in self.styles.classes.get(class).into_iter().flatten() {
                self.styled += 1 + self.styles.rules[*rule].len();
                if self.styled > MAX_STYLED {
                    return Err(SvgError::TooMany);
                }
                rules.insert(*rule);
            }
        }
        Ok(rules)
    }

    /// Keeps a copy in place (`use`) or a gradient that lends its colours.
    fn link(&self, element: &mut Element, value: &str) {
        let target = value
            .trim()
            .strip_prefix('#')
            .and_then(|id| self.ids.get(id));
        if let (Some(target), "use" | "linearGradient" | "radialGradient") = (target, element.name)
        {
            let number = target.id().get_usize();
            element.links.push(Link::Copy(number));
            element.attributes.insert("href", format!("#n{number}"));
        }
    }

    /// Keeps a property that is on the list; refuses effects that can't be shapes.
    fn property(&self, element: &mut Element, name: &str, value: &str) -> Result<(), SvgError> {
        let value = value.trim();
        match name {
            "filter" if value != "none" => return Err(SvgError::Filter),
            "marker" | "marker-start" | "marker-mid" | "marker-end" if value != "none" => {
                return Err(SvgError::Marker);
            }
            // It would copy a reference that nobody counted.
            "clip-path" | "mask" if value == "inherit" => return Ok(()),
            _ => {}
        }
        match listed(name, PROPERTIES) {
            Some(name) => self.keep(element, name, value),
            None => Ok(()),
        }
    }

    /// Keeps a value with its references renamed. One with strange characters is left out: SVG
    /// has no use for them.
    fn keep(&self, element: &mut Element, name: &'static str, value: &str) -> Result<(), SvgError> {
        if value.len() > MAX_VALUE && !matches!(name, "d" | "points") {
            return Err(SvgError::TooMany);
        }
        let mut rest = value;
        let mut result = String::new();
        while let Some((before, after)) = rest.split_once("url(") {
            let (address, after) = after.split_once(')').ok_or(SvgError::External)?;
            let id = address
                .trim_matches(|c: char| c.is_whitespace() || "'\"".contains(c))
                .strip_prefix('#')
                .ok_or(SvgError::External)?;
            let number = self.ids.get(id).map(|target| target.id().get_usize());
            if self
                .ids
                .get(id)
                .is_some_and(|target| name_of(*target) == Some("pattern"))
            {
                return Err(SvgError::Pattern);
            }
            if let Some(number) = number {
                element.links.push(match name {
                    "clip-path" | "mask" => Link::Layer(number),
                    "fill" | "stroke" => Link::Paint(number),
                    _ => Link::Copy(number),
                });
            }
            // A reference to nothing stays one.
            let number = number.map_or_else(String::new, |number| number.to_string());
            result.extend([before, "url(#n", &number, ")"]);
            rest = after;
        }
        result.push_str(rest);
        if result
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || " \t\r\n#%.,()+-_/".contains(c))
        {
            element.attributes.insert(name, result);
        }
        Ok(())
    }
}

/// The word in a list of words.
fn listed(word: &str, list: &'static str) -> Option<&'static str> {
    list.split_whitespace().find(|known| *known == word)
}

/// What is looked at in the tree that usvg made.
#[derive(Default)]
struct Inspection {
    visible: bool,
    dashes: f32,
}

impl Inspection {
    /// Checks that the drawing has a size, shows something, and can be written.
    fn tree(&mut self, tree: &Tree) -> Result<(), SvgError> {
        let (width, height) = (tree.size().width(), tree.size().height());
        if !SIDES.contains(&width)
            || !SIDES.contains(&height)
            || width.max(height) / width.min(height) > MAX_RATIO
        {
            return Err(SvgError::Size);
        }
        self.group(tree.root())?;
        if !self.visible {
            return Err(SvgError::Empty);
        }
        for clip in tree.clip_paths() {
            self.group(clip.root())?;
            check_clip(clip.root())?;
        }
        for mask in tree.masks() {
            self.group(mask.root())?;
        }
        Ok(())
    }

    /// Checks all shapes of a group.
    fn group(&mut self, group: &Group) -> Result<(), SvgError> {
        group.children().iter().try_for_each(|node| match node {
            usvg::Node::Group(group) => self.group(group),
            usvg::Node::Path(path) => self.path(path),
            usvg::Node::Image(_) => Err(SvgError::Image),
            usvg::Node::Text(_) => Err(SvgError::Text),
        })
    }

    /// Checks where a path lies and counts its dashes.
    fn path(&mut self, path: &Path) -> Result<(), SvgError> {
        let own = path.data().bounds();
        for bounds in [own, path.abs_stroke_bounding_box()] {
            let edges = [bounds.left(), bounds.right(), bounds.top(), bounds.bottom()];
            if !edges.iter().all(|edge| edge.abs() <= MAX_COORDINATE) {
                return Err(SvgError::Size);
            }
        }
        if let Some(dashes) = path.stroke().and_then(|stroke| stroke.dasharray()) {
            let parts = f32::from(u16::try_from(path.data().len()).unwrap_or(u16::MAX));
            let length = parts * (own.width() + own.height());
            self.dashes += length / dashes.iter().sum::<f32>();
        }
        self.visible |= path.is_visible();
        // Not a number is too many as well.
        if self.dashes <= MAX_DASHES {
            Ok(())
        } else {
            Err(SvgError::TooManyCopies)
        }
    }
}

/// usvg writes a clip path without its groups, and forgets all but the innermost transform.
fn check_clip(group: &Group) -> Result<(), SvgError> {
    group.children().iter().try_for_each(|node| match node {
        usvg::Node::Group(inner) => {
            let nested = inner
                .children()
                .iter()
                .any(|node| matches!(node, usvg::Node::Group(_)));
            if nested && (!inner.transform().is_identity() || inner.clip_path().is_some()) {
                return Err(SvgError::Clip);
            }
            check_clip(inner)
        }
        _ => Ok(()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use resvg::tiny_skia::{Pixmap, Transform};
    use std::time::{Duration, Instant};

    const SHAPE: &str = r#"<path d="M10 10h80v80z"/>"#;

    /// As Illustrator and Inkscape write it: classes, a clip path that uses a shape elsewhere,
    /// notes of the program, and names in every place that takes one.
    const LOGO: &str = r##"<?xml version="1.0" encoding="utf-8"?>
        <!-- KANARIE -->
        <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
            xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" id="KANARIE"
            viewBox="0 0 100 50" inkscape:export-filename="/home/KANARIE/logo.png"
            style="enable-background:new 0 0 100 50;" xml:space="preserve">
        <title>KANARIE</title><desc>KANARIE</desc><metadata>KANARIE</metadata>
        <inkscape:grid name="KANARIE"><path d="M0 0h100v50H0z"/></inkscape:grid>
        <style type="text/css"><![CDATA[
            /* KANARIE */
            .KANARIE{fill:#FFF200;} .st1,.st2{stroke:#0A4}
            .st2{clip-path:url(#KANARIE_2_);fill:url("#KANARIE_3_") !important}
        ]]></style>
        <defs>
            <rect id="KANARIE_1_" x="5" y="5" width="40" height="40" rx="9"/>
            <linearGradient id="KANARIE_3_"><stop offset="0" stop-color="red"/>
                <stop offset="1" style="stop-color:#00F;stop-opacity:.5"/></linearGradient>
            <marker id="KANARIE_5_"><path d="M0 0h9v9z"/></marker>
        </defs>
        <clipPath id="KANARIE_2_"><use xlink:href="#KANARIE_1_" style="overflow:visible"/></clipPath>
        <mask id="KANARIE_4_" maskUnits="userSpaceOnUse" x="0" y="0" width="100" height="50">
            <rect width="100" height="25" fill="#fff"/></mask>
        <a xlink:href="#KANARIE"><circle class="KANARIE" cx="25" cy="25" r="24"/></a>
        <g class="st2" data-name="KANARIE" style="marker:none;filter:none">
            <rect width="50" height="50"/><line class="st1" x2="50" y2="50" stroke-width="3"/></g>
        <g mask="url(#KANARIE_4_)" style="mix-blend-mode:multiply;fill:#080">
            <polygon points="60,5 95,5 78,45"/><use xlink:href="#KANARIE_1_" x="50"/></g>
        </svg>"##;

    fn svg(body: &str) -> String {
        format!(
            r#"<svg xmlns="{SVG}" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 100 100">{body}</svg>"#
        )
    }

    fn cleaned(text: &str) -> String {
        String::from_utf8(sanitise(text.as_bytes()).expect("a good drawing")).expect("UTF-8")
    }

    fn assert_refused(text: &str, error: SvgError) {
        let start = text.get(..200).unwrap_or(text);
        assert_eq!(sanitise(text.as_bytes()), Err(error), "{start}");
    }

    fn render(text: &str) -> Pixmap {
        let tree = Tree::from_str(text, &closed()).expect("an SVG");
        let size = tree.size().to_int_size();
        let mut pixels = Pixmap::new(size.width(), size.height()).expect("a size");
        resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
        pixels
    }

    #[test]
    fn a_logo_keeps_its_looks_and_loses_all_else() {
        let result = cleaned(LOGO);
        assert!(!result.contains("KANARIE"), "{result}");
        let allowed = "svg g defs path clipPath mask linearGradient stop";
        for node in Document::parse(&result).expect("XML").descendants() {
            assert!(node.is_root() || node.is_element(), "{result}");
            let name = node.tag_name().name();
            assert!(node.is_root() || listed(name, allowed).is_some(), "{name}");
        }
        let (before, after) = (render(LOGO), render(&result));
        let differs = |pair: &(&u8, &u8)| pair.0.abs_diff(*pair.1) > 16;
        let different = before.data().iter().zip(after.data()).filter(differs);
        assert!(different.count() < 20, "more than edges differ");
    }

    #[test]
    fn the_same_drawing_gives_the_same_bytes() {
        assert_eq!(cleaned(LOGO), cleaned(LOGO));
        assert_eq!(render(&cleaned(&cleaned(LOGO))).width(), 100);
    }

    #[test]
    fn what_may_not_be_in_a_drawing_is_refused_by_name() {
        for (body, error) in [
            ("<script>alert(1)</script>", SvgError::Script),
            (
                "<metadata><x:script xmlns:x='urn:x'/></metadata>",
                SvgError::Script,
            ),
            (
                "<g><foreignObject><p/></foreignObject></g>",
                SvgError::Foreign,
            ),
            ("<rect onload='x'/>", SvgError::Handler),
            ("<rect ONCLICK='x'/>", SvgError::Handler),
            ("<image href='#a'/>", SvgError::Image),
            ("<filter><feImage/></filter>", SvgError::Image),
            ("<defs><text>Jan</text></defs>", SvgError::Text),
            ("<flowRoot/>", SvgError::Text),
            (
                "<use href='https://example.org/a.svg#b'/>",
                SvgError::External,
            ),
            ("<use xlink:href='file:///etc/passwd'/>", SvgError::External),
            (
                "<use xlink:href='data:image/svg+xml,x'/>",
                SvgError::External,
            ),
            ("<a href='javascript:x'/>", SvgError::External),
            (
                "<rect fill='url(https://example.org/#a)'/>",
                SvgError::External,
            ),
            ("<rect style='fill:url(\"a.svg#b\")'/>", SvgError::External),
            ("<style>@import 'a.css';</style>", SvgError::External),
            ("<?xml-stylesheet href='a.css'?>", SvgError::External),
            ("<style>svg rect{fill:red}</style>", SvgError::Style),
            ("<style>@font-face{src:x}</style>", SvgError::Style),
            (
                "<style>.a{fill:red</style><style>}{{</style>",
                SvgError::Style,
            ),
            ("<filter id='f'/><rect filter='url(#f)'/>", SvgError::Filter),
            (
                "<rect style='filter/**/:/**/blur(9999px)'/>",
                SvgError::Filter,
            ),
            (
                "<style>.a{filter:blur(9px)}</style><g class='b a'/>",
                SvgError::Filter,
            ),
            (
                "<pattern id='p'/><rect fill='url(#p) red'/>",
                SvgError::Pattern,
            ),
            ("<rect style='marker-mid:url(#m)'/>", SvgError::Marker),
        ] {
            assert_refused(&svg(&format!("{SHAPE}{body}")), error);
        }
    }

    #[test]
    fn files_that_are_no_plain_svg_are_refused() {
        let doctype =
            r#"<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://w3.org/svg11.dtd">"#;
        assert_refused(&format!("{doctype}{}", svg(SHAPE)), SvgError::Doctype);
        let laughs = "<!DOCTYPE svg [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]><svg>&b;</svg>";
        assert_refused(laughs, SvgError::Doctype);
        assert_refused(&svg("&a;"), SvgError::Malformed { line: 1 });
        assert_refused("<svg>\n\n<g></svg>", SvgError::Malformed { line: 3 });
        assert_refused("<html/>", SvgError::Malformed { line: 1 });
        assert_refused("", SvgError::Malformed { line: 1 });
        assert_refused(&svg(&" ".repeat(MAX_BYTES)), SvgError::TooLarge);
        assert_eq!(sanitise(b"\x1f\x8b\x08\0"), Err(SvgError::Compressed));
        assert_eq!(sanitise(b"\xff\xfe<\0s\0"), Err(SvgError::Encoding));
    }

    #[test]
    fn a_drawing_has_a_sane_size_and_shows_something() {
        let sized = |size: &str| format!("<svg xmlns='{SVG}' {size}>{SHAPE}</svg>");
        for size in [
            "width='0' height='9'",
            "width='-9' height='9'",
            "width='1e9' height='1e9'",
            "viewBox='0 0 1e38 1e38'",
            "viewBox='0 0 1e-9 1e-9'",
            "viewBox='0 0 1000 10'",
        ] {
            assert_refused(&sized(size), SvgError::Size);
        }
        for size in [
            "width='210mm' height='100mm'",
            "width='NaN' height='NaN'",
            "",
        ] {
            assert!(render(&cleaned(&sized(size))).width() > 1, "{size}");
        }
        for body in [
            "<path d='M0 0h1e37v1e37z'/>",
            "<g transform='scale(1e6)'><path d='M0 0h99v99z'/></g>",
            "<path stroke='red' stroke-width='1e30' d='M0 0h9v9z'/>",
        ] {
            assert_refused(&svg(body), SvgError::Size);
        }
        for body in [
            "",
            "<defs><path d='M0 0h9v9z'/></defs>",
            "<path d='M0 0h9v9z' visibility='hidden'/>",
            "<path d='NaN NaN'/>",
            "<rect width='NaN' height='9'/>",
            "<symbol><path d='M0 0h9v9z'/></symbol>",
        ] {
            assert_refused(&svg(body), SvgError::Empty);
        }
    }

    #[test]
    fn references_in_a_circle_are_refused() {
        for body in [
            "<g id='a'><use href='#a'/></g>",
            "<use id='a' href='#b'/><use id='b' href='#a'/>",
            "<clipPath id='a'><path d='M0 0h9v9z' style='clip-path:url(#a)'/></clipPath>",
            "<style>.a{mask:url( '#a' )}</style><mask id='a'><g class='a'/></mask>",
            "<linearGradient id='a' href='#b'/><linearGradient id='b' href='#a'/>",
        ] {
            assert_refused(&svg(&format!("{SHAPE}{body}")), SvgError::Circular);
        }
    }

    #[test]
    fn clip_paths_that_usvg_cannot_write_are_refused() {
        let clip = |turn: &str| {
            svg(&format!(
                "<clipPath id='c'><use href='#p' {turn}/></clipPath><g clip-path='url(#c)'>{SHAPE}</g>\
                 <path id='p' transform='scale(2)' d='M0 0h9v9z'/>"
            ))
        };
        assert_refused(&clip("x='5'"), SvgError::Clip);
        let fine = clip("");
        assert_eq!(render(&fine).data(), render(&cleaned(&fine)).data());
    }

    #[test]
    fn the_deepest_drawing_fits_a_small_stack() {
        let chain = (0..29).fold(String::new(), |chain, i| {
            chain + &format!("<g id='u{i}' opacity='.9'><use href='#u{}'/></g>", i + 1)
        });
        let masks = "<mask id='m'><g clip-path='url(#c)'><path d='M0 0h9v9z'/></g></mask>\
                     <clipPath id='c'><path d='M0 0h9v9z'/></clipPath>";
        let deepest = svg(&format!(
            "{masks}{chain}<path id='u29' mask='url(#m)' d='M0 0h9v9z'/>"
        ));
        let cleaning = std::thread::Builder::new()
            .stack_size(1024 * 1024)
            .spawn(move || sanitise(deepest.as_bytes()));
        let result = cleaning.expect("a thread").join().expect("no overflow");
        assert!(result.is_ok(), "{result:?}");
    }

    #[test]
    fn bombs_go_off_within_a_second() {
        let many = |part: &str, bytes: usize| part.repeat(bytes / part.len());
        let numbered = |count: usize, part: &dyn Fn(usize) -> String| -> String {
            (0..count).map(part).collect()
        };
        let stroked = |d: &str| format!("<path stroke='red' stroke-linejoin='round' d='M0 0{d}'/>");
        let classes = |count: usize| numbered(count, &|i| format!(".a{i},.b{{fill:red}}"));
        for (body, error) in [
            (many("<g>", 500_000), SvgError::TooMany),
            (
                format!("{}{}", "<g>".repeat(64), "</g>".repeat(64)),
                SvgError::TooDeep,
            ),
            (many("<g/>", 100_000), SvgError::TooMany),
            (
                format!("<g {}/>", numbered(300, &|i| format!("a{i}='' "))),
                SvgError::TooMany,
            ),
            (many("<g xmlns:a='urn:a'/>", 30_000), SvgError::TooMany),
            (
                format!("<g transform='{}'/>", "scale(1)".repeat(40)),
                SvgError::TooMany,
            ),
            (
                format!("<style>{}</style>", many(".a{}", 70_000)),
                SvgError::TooMany,
            ),
            (
                format!(
                    "<style>{}</style>{}",
                    classes(2000),
                    "<g class='b'/>".repeat(9000)
                ),
                SvgError::TooMany,
            ),
            (
                numbered(12, &|i| {
                    let uses = format!("<use href='#u{}'/>", i + 1).repeat(10);
                    format!("<g id='u{i}'>{uses}</g>")
                }),
                SvgError::TooManyCopies,
            ),
            (
                numbered(5000, &|i| format!("<use id='u{i}' href='#u{}'/>", i + 1)),
                SvgError::TooDeep,
            ),
            (
                numbered(9, &|i| {
                    format!("<mask id='m{i}'><g mask='url(#m{})'/></mask>", i + 1)
                }),
                SvgError::TooDeep,
            ),
            (
                format!(
                    "<linearGradient id='a'>{}</linearGradient><g fill='url(#a)'>{}</g>",
                    "<stop/>".repeat(900),
                    SHAPE.repeat(900),
                ),
                SvgError::TooManyCopies,
            ),
            (
                stroked(&many("a9 1 30 11 1 1", 500_000)),
                SvgError::TooManyCopies,
            ),
            (stroked(&many("s1 1 4-9", 500_000)), SvgError::TooManyCopies),
            (
                format!(
                    "<path id='a' d='M0 0{}'/>{}",
                    many("h1v1", 90_000),
                    "<use href='#a'/>".repeat(9)
                ),
                SvgError::TooManyCopies,
            ),
            (
                "<path stroke='red' stroke-dasharray='1e-9' d='M0 0H99'/>".to_owned(),
                SvgError::TooManyCopies,
            ),
        ] {
            let start = Instant::now();
            assert_refused(&svg(&body), error);
            // A busy machine is given three seconds, an unoptimised build more.
            let most = if cfg!(debug_assertions) { 30 } else { 3 };
            assert!(start.elapsed() < Duration::from_secs(most), "{error:?}");
        }
    }
}

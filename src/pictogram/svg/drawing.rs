//! Counts out what references come to, then writes the plain SVG. Does not judge single elements.

use resvg::usvg::roxmltree::Document;

use super::reader::{Element, Link, Reader};
use super::{
    ARC_WEIGHT, ELEMENT_COST, LINK_COST, MAX_DEPTH, MAX_EXPANDED, MAX_LAYERS, POINT_WEIGHT, SVG,
    SvgError, name_of,
};

/// The elements of a document that may stay, by the number of their node.
pub(super) struct Drawing<'a, 'input> {
    elements: Vec<Option<Element<'a, 'input>>>,
    root: usize,
}

impl<'a, 'input> Drawing<'a, 'input> {
    /// Goes through all elements, refuses what may not be there and keeps what may.
    ///
    /// # Errors
    /// When the root is no `svg`, or for what the reader refuses.
    pub(super) fn read(document: &'a Document<'input>) -> Result<Self, SvgError> {
        let root = document.root_element();
        if name_of(root) != Some("svg") {
            return Err(SvgError::Malformed { line: 1 });
        }
        let mut reader = Reader::new(document)?;
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
    ///
    /// # Errors
    /// When references run in a circle, go too deep or come to too much.
    pub(super) fn into_plain(self) -> Result<String, SvgError> {
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

/// How much an element comes to when all references are followed.
#[derive(Clone, Copy, Default)]
struct Extent {
    bytes: usize,
    height: usize,
    layers: usize,
    shapes: usize,
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

/// Whether the extent of an element is known.
#[derive(Clone, Copy)]
enum Progress {
    New,
    Busy,
    Known(Extent),
}

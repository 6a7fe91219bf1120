//! Copies of each element what may stay, and refuses the rest by name. Follows no references.

use std::collections::{BTreeMap, BTreeSet};

use resvg::usvg::roxmltree::{Document, Node};

use super::styles::{Styles, without_comments};
use super::{MAX_COORDINATE, MAX_STYLED, MAX_VALUE, SvgError, name_of};

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

/// An element that may stay.
pub(super) struct Element<'a, 'input> {
    /// Where it stands in the document.
    pub(super) node: Node<'a, 'input>,
    /// Its name in the plain SVG.
    pub(super) name: &'static str,
    /// Attributes and properties of style, with references to the new ids.
    pub(super) attributes: BTreeMap<&'static str, String>,
    /// What it refers to.
    pub(super) links: Vec<Link>,
}

/// What one element leads to.
#[derive(Clone, Copy)]
pub(super) enum Link {
    /// A copy in its place, or a gradient that lends its colours.
    Copy(usize),
    /// A clip path or mask.
    Layer(usize),
    /// A gradient, for every shape inside.
    Paint(usize),
}

/// Reads elements one by one.
pub(super) struct Reader<'a, 'input> {
    /// The first element with each id.
    ids: BTreeMap<&'a str, Node<'a, 'input>>,
    /// The style sheets.
    styles: Styles,
    /// Bytes of style that classes have put into elements so far.
    styled: usize,
}

impl<'a, 'input> Reader<'a, 'input> {
    /// Refuses what may be nowhere, collects the ids and reads the style sheets.
    ///
    /// # Errors
    /// When the document holds what it may not hold, or a style sheet of more than classes.
    pub(super) fn new(document: &'a Document<'input>) -> Result<Self, SvgError> {
        let mut ids = BTreeMap::new();
        for node in document.descendants() {
            refuse(node)?;
            if let Some(id) = node.attribute("id") {
                ids.entry(id).or_insert(node);
            }
        }
        Ok(Self {
            ids,
            styles: Styles::read(document)?,
            styled: 0,
        })
    }

    /// The element, if it may stay.
    ///
    /// # Errors
    /// When it refers to something outside, has an effect that can't be shapes, or too much style.
    pub(super) fn element(
        &mut self,
        node: Node<'a, 'input>,
    ) -> Result<Option<Element<'a, 'input>>, SvgError> {
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
        if name == "d" && has_far_number(value) {
            return Err(SvgError::Size);
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

/// The word in a list of words.
fn listed(word: &str, list: &'static str) -> Option<&'static str> {
    list.split_whitespace().find(|known| *known == word)
}

/// Whether a path holds a number beyond all drawings: an arc so large takes ages to become curves.
fn has_far_number(path: &str) -> bool {
    let is_far = |number: &str| {
        number
            .parse::<f32>()
            .is_ok_and(|n| n.abs() > MAX_COORDINATE)
    };
    let mut number = String::new();
    for character in path.chars().chain([' ']) {
        let has_power = number.contains(['e', 'E']);
        let goes_on = match character {
            '0'..='9' => true,
            '.' => !has_power && !number.contains('.'),
            'e' | 'E' => !has_power && number.ends_with(|c: char| c.is_ascii_digit() || c == '.'),
            '+' | '-' => number.ends_with(['e', 'E']),
            _ => false,
        };
        if !goes_on {
            if is_far(&number) {
                return true;
            }
            number.clear();
        }
        if goes_on || matches!(character, '.' | '+' | '-') {
            number.push(character);
        }
    }
    false
}

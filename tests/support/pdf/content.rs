//! Runs content streams as far as text goes: fonts, positions, marked content, forms.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Object, ObjectId};

use super::flow::{Flow, Placement};
use super::font::Font;
use super::matrix::Matrix;
use super::objects::{entry, number, plain, text_of};

/// Forms within forms beyond this depth are a circle.
const DEEPEST_FORM: usize = 16;

/// The part of the graphics state that decides where text lands.
#[derive(Clone)]
struct State {
    ctm: Matrix,
    font: Option<Rc<Font>>,
    size: f64,
    char_spacing: f64,
    word_spacing: f64,
    stretch: f64,
    leading: f64,
    rise: f64,
}

/// A marked-content sequence that is open.
struct Mark {
    /// Whether it is decoration: a running header, a page number, a line.
    artifact: bool,
    /// The text that stands for everything in it.
    actual: Option<String>,
    /// Whether that text was written already.
    written: bool,
}

/// Reads content streams one after another.
pub(super) struct Interpreter<'a> {
    doc: &'a Document,
    fonts: BTreeMap<ObjectId, Rc<Font>>,
    marks: Vec<Mark>,
    /// The forms that were shown.
    pub(super) shown: BTreeSet<ObjectId>,
    /// What a reader sees, replacement texts in the place of what they replace.
    pub(super) page: Flow,
    /// The same without artifacts, so that a sentence can run on over pages.
    pub(super) body: Flow,
    /// The letters that a replacement text hides.
    pub(super) replaced: Flow,
    /// The properties of marked content.
    pub(super) properties: Vec<Dictionary>,
}

impl<'a> Interpreter<'a> {
    /// Starts with nothing read.
    pub(super) fn new(doc: &'a Document) -> Self {
        Self {
            doc,
            fonts: BTreeMap::new(),
            marks: Vec::new(),
            shown: BTreeSet::new(),
            page: Flow::default(),
            body: Flow::default(),
            replaced: Flow::default(),
            properties: Vec::new(),
        }
    }

    /// Reads one content stream; fails if a part of it can't be parsed.
    pub(super) fn run(&mut self, content: &[u8], resources: &Dictionary) -> Result<(), String> {
        self.marks.clear();
        let state = State {
            ctm: Matrix::IDENTITY,
            font: None,
            size: 0.0,
            char_spacing: 0.0,
            word_spacing: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
        };
        self.nested(content, resources, state, 0)
    }

    /// Reads a content stream with the state around it.
    fn nested(
        &mut self,
        content: &[u8],
        resources: &Dictionary,
        mut state: State,
        depth: usize,
    ) -> Result<(), String> {
        let content = Content::decode_strict(content).map_err(|error| error.to_string())?;
        let mut saved: Vec<State> = Vec::new();
        let (mut matrix, mut line) = (Matrix::IDENTITY, Matrix::IDENTITY);
        for Operation { operator, operands } in &content.operations {
            let value = |index: usize| operands.get(index).map_or(0.0, number);
            let name = |index: usize| {
                let name = operands
                    .get(index)
                    .and_then(|operand| operand.as_name().ok());
                name.unwrap_or_default()
            };
            match operator.as_str() {
                "q" => saved.push(state.clone()),
                "Q" => state = saved.pop().unwrap_or(state),
                "cm" => state.ctm = Matrix::from_operands(operands).then(state.ctm),
                "BT" => (matrix, line) = (Matrix::IDENTITY, Matrix::IDENTITY),
                "Tm" => {
                    line = Matrix::from_operands(operands);
                    matrix = line;
                }
                "Tf" => {
                    state.font = self.font(resources, name(0));
                    state.size = value(1);
                }
                "Tc" => state.char_spacing = value(0),
                "Tw" => state.word_spacing = value(0),
                "Tz" => state.stretch = value(0) / 100.0,
                "TL" => state.leading = value(0),
                "Ts" => state.rise = value(0),
                "Td" | "TD" | "T*" | "'" | "\"" => {
                    if operator == "TD" {
                        state.leading = -value(1);
                    }
                    if operator == "\"" {
                        (state.word_spacing, state.char_spacing) = (value(0), value(1));
                    }
                    let (right, up) = match operator.as_str() {
                        "Td" | "TD" => (value(0), value(1)),
                        _ => (0.0, -state.leading),
                    };
                    line = Matrix::shift(right, up).then(line);
                    matrix = line;
                    if matches!(operator.as_str(), "'" | "\"") {
                        self.show(operands, &state, &mut matrix);
                    }
                }
                "Tj" | "TJ" => self.show(operands, &state, &mut matrix),
                "BMC" | "BDC" => self.open_mark(name(0), operands.get(1), resources),
                "EMC" => self.close_mark(),
                "DP" => self.note_properties(operands.get(1)),
                "Do" => self.form(name(0), resources, &state, depth)?,
                _ => {}
            }
        }
        Ok(())
    }

    /// Looks a font up and reads it once.
    fn font(&mut self, resources: &Dictionary, name: &[u8]) -> Option<Rc<Font>> {
        let fonts = entry(self.doc, resources, b"Font")?.as_dict().ok()?;
        let (id, object) = self.doc.dereference(fonts.get(name).ok()?).ok()?;
        let dictionary = object.as_dict().ok()?;
        let load = || Rc::new(Font::load(self.doc, dictionary));
        Some(match id {
            Some(id) => Rc::clone(self.fonts.entry(id).or_insert_with(load)),
            None => load(),
        })
    }

    /// Shows strings, alone or in an array with adjustments between them.
    fn show(&mut self, operands: &[Object], state: &State, matrix: &mut Matrix) {
        for operand in operands {
            match operand {
                Object::String(bytes, _) => self.show_string(bytes, state, matrix),
                Object::Array(items) => self.show_adjusted(items, state, matrix),
                _ => {}
            }
        }
    }

    /// Shows the strings of an array; its numbers move the pen back by thousandths of an em.
    fn show_adjusted(&mut self, items: &[Object], state: &State, matrix: &mut Matrix) {
        for item in items {
            if let Object::String(bytes, _) = item {
                self.show_string(bytes, state, matrix);
            } else {
                let back = number(item) / 1000.0 * state.size * state.stretch;
                *matrix = Matrix::shift(-back, 0.0).then(*matrix);
            }
        }
    }

    /// Reads one string and notes it where it stands.
    fn show_string(&mut self, bytes: &[u8], state: &State, matrix: &mut Matrix) {
        let Some(font) = &state.font else {
            return;
        };
        let (mut text, mut advance) = (String::new(), 0.0);
        for glyph in font.glyphs(bytes) {
            text.push_str(glyph.text);
            let word_spacing = f64::from(u8::from(glyph.is_word_space)) * state.word_spacing;
            advance += glyph.width * state.size + state.char_spacing + word_spacing;
        }
        advance *= state.stretch;
        let placed = Matrix::shift(0.0, state.rise).then(*matrix).then(state.ctm);
        *matrix = Matrix::shift(advance, 0.0).then(*matrix);
        let along = placed.turn((1.0, 0.0));
        let upright = placed.turn((0.0, state.size));
        let unit = along.0.hypot(along.1).max(f64::MIN_POSITIVE);
        let at = Placement {
            start: placed.origin,
            end: placed.place((advance, 0.0)),
            direction: (along.0 / unit, along.1 / unit),
            size: upright.0.hypot(upright.1),
        };
        self.put(&text, at);
    }

    /// Notes text at a place, or the text that stands for it.
    fn put(&mut self, text: &str, at: Placement) {
        let artifact = self.is_artifact();
        let visible = match self.marks.iter_mut().find(|mark| mark.actual.is_some()) {
            None => text.to_owned(),
            Some(mark) => {
                self.replaced.put(text, at);
                let first = !std::mem::replace(&mut mark.written, true);
                mark.actual.clone().filter(|_| first).unwrap_or_default()
            }
        };
        self.page.put(&visible, at);
        if !artifact {
            self.body.put(&visible, at);
        }
    }

    /// Whether what comes now is decoration.
    fn is_artifact(&self) -> bool {
        self.marks.iter().any(|mark| mark.artifact)
    }

    /// Opens a marked-content sequence with its properties, inline or named.
    fn open_mark(&mut self, tag: &[u8], properties: Option<&Object>, resources: &Dictionary) {
        self.note_properties(properties);
        let named = properties.and_then(|properties| {
            let name = properties.as_name().ok()?;
            let all = entry(self.doc, resources, b"Properties")?.as_dict().ok()?;
            entry(self.doc, all, name)
        });
        let dictionary = named
            .or(properties)
            .and_then(|object| object.as_dict().ok());
        self.marks.push(Mark {
            artifact: tag == b"Artifact",
            actual: dictionary
                .and_then(|dictionary| dictionary.get(b"ActualText").ok()?.as_str().ok())
                .map(text_of),
            written: false,
        });
    }

    /// Closes a marked-content sequence; a replaced picture leaves its text behind.
    fn close_mark(&mut self) {
        let artifact = self.is_artifact();
        let Some(mark) = self.marks.pop() else {
            return;
        };
        let covered = self.marks.iter().any(|outer| outer.actual.is_some());
        if let Some(actual) = mark.actual.filter(|_| !mark.written && !covered) {
            self.page.append(&actual);
            if !artifact {
                self.body.append(&actual);
            }
        }
    }

    /// Keeps inline properties for their strings; named ones are objects and found there.
    fn note_properties(&mut self, properties: Option<&Object>) {
        if let Some(Object::Dictionary(dictionary)) = properties {
            self.properties.push(dictionary.clone());
        }
    }

    /// Reads a form where it is shown.
    fn form(
        &mut self,
        name: &[u8],
        resources: &Dictionary,
        state: &State,
        depth: usize,
    ) -> Result<(), String> {
        let doc = self.doc;
        let shown = entry(doc, resources, b"XObject")
            .and_then(|all| doc.dereference(all.as_dict().ok()?.get(name).ok()?).ok());
        let Some((id, Object::Stream(form))) = shown else {
            return Ok(());
        };
        let is_form = matches!(
            form.dict.get(b"Subtype").and_then(Object::as_name),
            Ok(b"Form")
        );
        if !is_form || depth >= DEEPEST_FORM {
            return Ok(());
        }
        self.shown.extend(id);
        let own = entry(doc, &form.dict, b"Resources").and_then(|own| own.as_dict().ok());
        let mut state = state.clone();
        if let Some(matrix) = entry(doc, &form.dict, b"Matrix").and_then(|m| m.as_array().ok()) {
            state.ctm = Matrix::from_operands(matrix).then(state.ctm);
        }
        self.nested(&plain(form), own.unwrap_or(resources), state, depth + 1)
    }
}

//! Puts pieces of text with a place on the page into words and lines. Decodes nothing.

/// A gap of this many ems between two pieces is a space; letter-spacing stays below it.
const SPACE: f64 = 0.2;
/// A gap of this many ems separates columns, shown as two spaces.
const COLUMN: f64 = 2.0;
/// A piece this many ems higher or lower starts a line; superscripts stay below it.
const LINE: f64 = 0.6;
/// A piece that starts this many ems back starts a line.
const BACK: f64 = 0.5;

/// Where a piece of text starts and ends on the page.
#[derive(Clone, Copy, Debug)]
pub(super) struct Placement {
    /// Where the pen was put down, in points.
    pub(super) start: (f64, f64),
    /// Where the pen was taken up.
    pub(super) end: (f64, f64),
    /// The writing direction, of length 1.
    pub(super) direction: (f64, f64),
    /// The letter size, in points.
    pub(super) size: f64,
}

/// Text that grows piece by piece, in the order of the content stream.
#[derive(Debug, Default)]
pub(super) struct Flow {
    text: String,
    pen: Option<Placement>,
}

impl Flow {
    /// Adds a piece of text, parted from the last one as their places suggest.
    pub(super) fn put(&mut self, piece: &str, at: Placement) {
        if let Some(pen) = self.pen {
            self.part(pen, at, piece);
        }
        self.text.push_str(piece);
        self.pen = Some(at);
    }

    /// Adds text that has no place of its own.
    pub(super) fn append(&mut self, piece: &str) {
        self.text.push_str(piece);
    }

    /// Starts a new page: whatever comes next starts a line.
    pub(super) fn new_page(&mut self) {
        self.pen = None;
        self.text.push('\n');
    }

    /// Takes the text, tidied into plain lines.
    pub(super) fn take(&mut self) -> String {
        self.pen = None;
        tidy(&std::mem::take(&mut self.text))
    }

    /// Writes the line end or spaces between two pieces.
    fn part(&mut self, pen: Placement, at: Placement, piece: &str) {
        let (ux, uy) = pen.direction;
        let (dx, dy) = (at.start.0 - pen.end.0, at.start.1 - pen.end.1);
        let em = pen.size.max(at.size).max(f64::MIN_POSITIVE);
        let along = (dx * ux + dy * uy) / em;
        let across = (dy * ux - dx * uy).abs() / em;
        let turned = ux * at.direction.0 + uy * at.direction.1 < 0.9;
        if turned || across > LINE || along < -BACK {
            self.text.push('\n');
            return;
        }
        let spaced =
            self.text.ends_with(char::is_whitespace) || piece.starts_with(char::is_whitespace);
        if along > COLUMN {
            self.text.push_str(if spaced { " " } else { "  " });
        } else if along > SPACE && !spaced {
            self.text.push(' ');
        }
    }
}

/// Makes plain lines: ordinary spaces, no invisible characters, no empty lines.
///
/// A soft hyphen shows where it ends a line and nowhere else.
fn tidy(text: &str) -> String {
    let mut tidied = String::with_capacity(text.len());
    for line in text.lines().map(str::trim) {
        let (line, hyphen) = match line.strip_suffix('\u{ad}') {
            Some(broken) => (broken, "-"),
            None => (line, ""),
        };
        let plain: String = line
            .chars()
            .filter_map(|c| match c {
                '\u{a0}' | '\u{202f}' => Some(' '),
                '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => None,
                other => Some(other),
            })
            .collect();
        if !plain.trim().is_empty() {
            tidied.push_str(plain.trim());
            tidied.push_str(hyphen);
            tidied.push('\n');
        }
    }
    tidied
}

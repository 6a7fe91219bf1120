//! Writes TOML as a person would: a table for each part, short rows on one line.

use std::fmt::{Display, Write as _};

use jiff::civil::Date;

/// A file that is being written.
#[derive(Debug, Default)]
pub(super) struct Paper {
    text: String,
}

impl Paper {
    /// Starts a part: `[client]`.
    pub(super) fn table(&mut self, name: &str) {
        self.heading(&format!("[{name}]"));
    }

    /// Starts the next entry of a list: `[[doelen]]`.
    pub(super) fn entry(&mut self, name: &str) {
        self.heading(&format!("[[{name}]]"));
    }

    fn heading(&mut self, heading: &str) {
        let gap = if self.text.is_empty() { "" } else { "\n" };
        self.line(format_args!("{gap}{heading}"));
    }

    fn line(&mut self, line: impl Display) {
        writeln!(self.text, "{line}").expect("a string takes all");
    }

    /// A text.
    pub(super) fn text(&mut self, key: &str, value: impl AsRef<str>) {
        self.line(format_args!("{key} = {}", quoted(value.as_ref())));
    }

    /// Paragraphs, each on a line of its own.
    pub(super) fn paragraphs(&mut self, key: &str, paragraphs: &[String]) {
        let text = paragraphs.join("\n\n");
        self.line(format_args!("{key} = \"\"\"\n{text}\"\"\""));
    }

    /// A day, a number, true or false.
    pub(super) fn plain(&mut self, key: &str, value: impl Display) {
        self.line(format_args!("{key} = {value}"));
    }

    /// A list of texts.
    pub(super) fn texts<T: AsRef<str>>(&mut self, key: &str, values: &[T]) {
        self.rows(key, values.iter().map(|value| quoted(value.as_ref())));
    }

    /// A row: `intensiteit = { omvang = 1.5, eenheid = "uur" }`.
    pub(super) fn row(&mut self, key: &str, row: &Row) {
        self.plain(key, row);
    }

    /// The keys of a row, on a line each.
    pub(super) fn lines(&mut self, row: &Row) {
        self.line(row.parts.join("\n"));
    }

    /// A list of what is on a line each.
    pub(super) fn rows<T: Display>(&mut self, key: &str, rows: impl Iterator<Item = T>) {
        let rows: Vec<_> = rows.map(|row| row.to_string()).collect();
        match rows.as_slice() {
            [] => (),
            [only] if only.len() < 90 => self.plain(key, format_args!("[{only}]")),
            rows => {
                let rows = rows.join(
                    ",
  ",
                );
                self.plain(
                    key,
                    format_args!(
                        "[
  {rows},
]"
                    ),
                );
            }
        }
    }

    /// The whole file.
    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.text.into_bytes()
    }
}

/// A table on one line, or a line for each key.
#[derive(Debug, Default)]
pub(super) struct Row {
    parts: Vec<String>,
}

impl Row {
    /// Adds a text.
    pub(super) fn text(self, key: &str, value: impl AsRef<str>) -> Self {
        self.plain(key, quoted(value.as_ref()))
    }

    /// Adds a day.
    pub(super) fn date(self, key: &str, value: Date) -> Self {
        self.plain(key, value)
    }

    /// Adds a number or what is quoted already.
    pub(super) fn plain(mut self, key: &str, value: impl Display) -> Self {
        self.parts.push(format!("{key} = {value}"));
        self
    }
}

impl Display for Row {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{{ {} }}", self.parts.join(", "))
    }
}

/// A text as TOML writes it.
fn quoted(text: &str) -> String {
    let escaped = text.replace('\\', "\\\\").replace('"', "\\\"");
    format!("\"{escaped}\"")
}

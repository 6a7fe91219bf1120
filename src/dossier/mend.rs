//! Closes what an author left open in a TOML file (a text, a list, a heading) and blanks lines that
//! are no TOML at all, so that a parser can read on after them. Does not read values.
//!
//! A file without mistakes never comes here.

use std::ops::Range;

use super::key;
use super::syntax::Flaw;

/// A text that a parser can read to its end.
pub(super) struct Mended {
    /// The text with what was added and blanked.
    pub(super) text: String,
    /// What was wrong, in the places of the text as it was.
    pub(super) flaws: Vec<Flaw>,
    /// What was added, by place.
    added: Vec<Added>,
}

/// Bytes that were added to a text.
struct Added {
    /// Where in the new text.
    start: usize,
    length: usize,
    /// How many were added before.
    before: usize,
}

impl Mended {
    /// The place in the text as it was.
    pub(super) fn original(&self, place: usize) -> usize {
        let behind = self.added.partition_point(|added| added.start < place);
        let Some(last) = self.added[..behind].last() else {
            return place;
        };
        place - last.before - last.length.min(place - last.start)
    }
}

/// Mends a text that a parser stumbled over.
pub(super) fn mend(text: &str) -> Mended {
    let mut mender = Mender {
        text,
        at: 0,
        edits: Vec::new(),
        flaws: Vec::new(),
        running_on: false,
    };
    while mender.at < text.len() {
        mender.statement();
    }
    mender.finish()
}

/// A change to the text.
enum Edit {
    Add(usize, &'static str),
    Blank(Range<usize>),
}

impl Edit {
    fn start(&self) -> usize {
        match self {
            Self::Add(start, _) => *start,
            Self::Blank(range) => range.start,
        }
    }
}

/// Walks through the text, statement by statement.
struct Mender<'a> {
    text: &'a str,
    at: usize,
    edits: Vec<Edit>,
    flaws: Vec<Flaw>,
    /// After a text without its end: the lines below may be the rest of it.
    running_on: bool,
}

/// The lists and inline tables that are open.
#[derive(Default)]
struct Open {
    brackets: Vec<u8>,
    /// The end of the last thing that is no white space.
    last: usize,
    /// A text lost its end here, so brackets may stand inside it: they are closed in silence.
    doubtful: bool,
}

impl<'a> Mender<'a> {
    /// Takes one line, or the lines that a value spans.
    fn statement(&mut self) {
        let line = self.line();
        let trimmed = line.trim();
        let start = self.at + (line.len() - line.trim_start().len());
        let end = start + trimmed.len();
        if trimmed.is_empty() || trimmed.starts_with('#') {
            self.next_line();
        } else if trimmed.starts_with('[') {
            self.running_on = false;
            self.heading(start, trimmed);
            self.next_line();
        } else if let Some(length) = assignment(trimmed) {
            self.running_on = false;
            self.at = start + length;
            self.value();
        } else if self.running_on {
            self.edits.push(Edit::Blank(start..end));
            self.next_line();
        } else {
            self.no_assignment(start, trimmed);
        }
    }

    /// Closes `[client` and `[[doelen]`.
    fn heading(&mut self, start: usize, line: &str) {
        let brackets = if line.starts_with("[[") { 2 } else { 1 };
        let rest = &line[brackets..];
        let length = rest.find([']', '#']).unwrap_or(rest.len());
        let name = rest[..length].trim_end();
        let closing = rest[length..].bytes().take_while(|b| *b == b']').count();
        if closing >= brackets {
            return;
        }
        let end = start + brackets + if closing > 0 { length } else { name.len() } + closing;
        self.flaw(
            start..end,
            "deze kop is niet afgesloten",
            "zet om een kop aan beide kanten evenveel haken: [client] of [[doelen]]",
        );
        if is_path(name) {
            self.edits.push(Edit::Add(end, &"]]"[..brackets - closing]));
        } else {
            self.edits.push(Edit::Blank(start..start + line.len()));
        }
    }

    /// A line that does not begin with a key and an is-sign.
    fn no_assignment(&mut self, start: usize, line: &str) {
        let end = start + line.len();
        let key_length = line.find(|c| !is_key_character(c)).unwrap_or(line.len());
        let (key, rest) = line.split_at(key_length);
        let heading = line.trim_end_matches(']');
        if heading.len() < line.len() && key::is_known(heading) {
            self.flaw(
                start..end,
                "van deze kop ontbreekt het begin",
                "zet om een kop aan beide kanten evenveel haken: [client] of [[doelen]]",
            );
            let missing = (line.len() - heading.len()).min(2);
            self.edits.push(Edit::Add(start, &"[["[..missing]));
            self.next_line();
            return;
        }
        if let Some(equals) = line.find('=')
            && !line[..equals].contains(['"', '\''])
        {
            // The value may run over more lines, so it is read to its end before it is blanked.
            let (edits, flaws) = (self.edits.len(), self.flaws.len());
            self.at = start + equals + 1;
            self.value();
            self.edits.truncate(edits);
            self.flaws.truncate(flaws);
            let end = start + self.text[start..self.at].trim_end().len();
            self.edits.push(Edit::Blank(start..end));
            self.flaw(
                start..start + equals,
                "dit is geen sleutel",
                "een sleutel is één woord van kleine letters en _, met daarachter een is-teken",
            );
            return;
        }
        self.edits.push(Edit::Blank(start..end));
        if !key.is_empty() && rest.trim_start().starts_with(':') {
            self.flaw(
                start..end,
                "achter een sleutel hoort een is-teken, geen dubbele punt",
                "schrijf: sleutel = waarde",
            );
        } else {
            self.flaw(
                start..end,
                "in deze regel staat geen is-teken",
                "schrijf: sleutel = waarde; tekst over meer regels staat tussen drie dubbele \
                 aanhalingstekens (\"\"\")",
            );
        }
        self.next_line();
    }

    /// Takes a value to the end of its last line.
    fn value(&mut self) {
        let mut open = Open {
            last: self.at,
            ..Open::default()
        };
        loop {
            let Some(byte) = self.text.as_bytes().get(self.at).copied() else {
                self.close(&mut open);
                return;
            };
            match byte {
                b'\n' => {
                    self.at += 1;
                    if open.brackets.is_empty() {
                        return;
                    }
                    if self.breaks_off(&open) {
                        self.close(&mut open);
                        return;
                    }
                    if open.doubtful && self.line().trim_start().starts_with(char::is_alphabetic) {
                        let line = self.line().len();
                        self.edits.push(Edit::Blank(self.at..self.at + line));
                        self.at += line;
                    }
                }
                b'#' => self.at += self.line().len(),
                b'"' => self.string(&mut open),
                b'\'' if !self.follows_letter() => self.string(&mut open),
                b'[' | b'{' => {
                    open.brackets.push(byte);
                    self.take(&mut open);
                }
                b']' | b'}' => {
                    let matching = if byte == b']' { b'[' } else { b'{' };
                    if open.brackets.last() == Some(&matching) {
                        open.brackets.pop();
                    }
                    self.take(&mut open);
                }
                byte if byte.is_ascii_whitespace() => self.at += 1,
                _ => self.take(&mut open),
            }
        }
    }

    fn take(&mut self, open: &mut Open) {
        self.at += 1;
        open.last = self.at;
    }

    /// Whether the line that begins here can't belong to the list or table that is open.
    fn breaks_off(&self, open: &Open) -> bool {
        let line = self.line().trim();
        let new_key = assignment(line).is_some()
            && match open.brackets.last() {
                Some(b'[') => true,
                // A table may have a key on each line, but with a comma in between.
                _ => !self.text[..open.last].ends_with([',', '{']),
            };
        new_key || is_known_heading(line)
    }

    /// Closes all that is open, before the line that begins here.
    fn close(&mut self, open: &mut Open) {
        if open.brackets.is_empty() {
            return;
        }
        if !open.doubtful {
            let line = self.line();
            let start = self.at + (line.len() - line.trim_start().len());
            let place = if line.trim().is_empty() {
                open.last.saturating_sub(1)..open.last
            } else {
                start..self.at + line.trim_end().len()
            };
            self.flaw(
                place,
                "wat hierboven begint, is niet afgesloten",
                "zet ] achter een lijst en } achter een tabel, vóór deze regel",
            );
        }
        while let Some(bracket) = open.brackets.pop() {
            let closing = if bracket == b'[' { "]" } else { "}" };
            self.edits.push(Edit::Add(open.last, closing));
        }
    }

    /// Takes a text, and closes it where it should have ended.
    fn string(&mut self, open: &mut Open) {
        let start = self.at;
        let quote = &self.text[start..=start];
        let triple = quote.repeat(3);
        let end = if self.text[start..].starts_with(&triple) {
            self.long_string(start, quote, &triple)
        } else {
            self.short_string(start, quote, open)
        };
        self.at = end;
        open.last = end;
    }

    /// The end of a text over more lines.
    fn long_string(&mut self, start: usize, quote: &str, triple: &str) -> usize {
        let body = start + 3;
        let mut at = body;
        let mut end_of_text = body;
        for (index, line) in self.text[body..].split_inclusive('\n').enumerate() {
            if index > 0 && starts_anew(line.trim()) {
                break;
            }
            if let Some(found) = find_quote(line, triple, quote == "\"") {
                let end = at + found + 3;
                let more = self.text[end..].bytes().take(2);
                return end + more.take_while(|b| *b == quote.as_bytes()[0]).count();
            }
            at += line.len();
            let trimmed = line.trim_end();
            if !trimmed.is_empty() {
                end_of_text = at - (line.len() - trimmed.len());
            }
        }
        self.flaw(
            start..start + 3,
            "deze tekst over meer regels is niet afgesloten",
            "zet ook aan het eind van de tekst drie aanhalingstekens",
        );
        // On a line of its own, for the text may end in a backslash.
        let added = if quote == "\"" { "\n\"\"\"" } else { "\n'''" };
        self.edits.push(Edit::Add(end_of_text, added));
        end_of_text
    }

    /// The end of a text on one line.
    fn short_string(&mut self, start: usize, quote: &str, open: &mut Open) -> usize {
        let body = start + 1;
        let rest = &self.text[body..];
        if let Some(found) = find_quote(rest, quote, quote == "\"") {
            return body + found + 1;
        }
        let line = rest.lines().next().unwrap_or_default().trim_end();
        let end = body + line.len();
        self.flaw(
            start..end,
            "bij deze tekst ontbreekt een aanhalingsteken",
            "zet tekst tussen dubbele aanhalingstekens; over meer regels tussen drie (\"\"\")",
        );
        let added = match (quote, line.ends_with('\\')) {
            ("\"", true) => " \"",
            ("\"", false) => "\"",
            _ => "'",
        };
        self.edits.push(Edit::Add(end, added));
        if open.brackets.is_empty() {
            self.running_on = true;
        } else {
            open.doubtful = true;
            if open.brackets.last() == Some(&b'[') {
                self.edits.push(Edit::Add(end, ","));
            }
        }
        end
    }

    /// Whether what stands here is glued to a letter, as in `Zoë's`.
    fn follows_letter(&self) -> bool {
        self.text[..self.at].ends_with(char::is_alphanumeric)
    }

    /// The rest of this line.
    fn line(&self) -> &'a str {
        let rest = &self.text[self.at..];
        let line = &rest[..rest.find('\n').unwrap_or(rest.len())];
        line.strip_suffix('\r').unwrap_or(line)
    }

    fn next_line(&mut self) {
        let rest = &self.text[self.at..];
        self.at += rest.find('\n').map_or(rest.len(), |length| length + 1);
    }

    fn flaw(&mut self, span: Range<usize>, message: &'static str, hint: &'static str) {
        self.flaws.push(Flaw {
            span,
            message,
            hint,
            loses_keys: true,
        });
    }

    /// Makes the changes.
    fn finish(mut self) -> Mended {
        self.edits.sort_by_key(Edit::start);
        let mut text = String::with_capacity(self.text.len() + 16);
        let mut added = Vec::new();
        let mut at = 0;
        for edit in &self.edits {
            text.push_str(&self.text[at..edit.start()]);
            at = edit.start();
            match edit {
                Edit::Add(_, addition) => {
                    added.push(Added {
                        start: text.len(),
                        length: addition.len(),
                        before: text.len() - at,
                    });
                    text.push_str(addition);
                }
                Edit::Blank(range) => {
                    let blank = |c: char| {
                        if c == '\n' {
                            "\n".to_owned()
                        } else {
                            " ".repeat(c.len_utf8())
                        }
                    };
                    text.extend(self.text[range.clone()].chars().map(blank));
                    at = range.end;
                }
            }
        }
        text.push_str(&self.text[at..]);
        Mended {
            text,
            flaws: self.flaws,
            added,
        }
    }
}

/// Where a quote stands on the first line of a text; after a backslash it is no end.
fn find_quote(text: &str, quote: &str, escapes: bool) -> Option<usize> {
    let mut at = 0;
    while at < text.len() {
        let rest = &text.as_bytes()[at..];
        if rest.starts_with(quote.as_bytes()) {
            return Some(at);
        }
        if rest[0] == b'\n' {
            return None;
        }
        let is_escaped = escapes && rest[0] == b'\\' && rest.get(1) != Some(&b'\n');
        at += if is_escaped { 2 } else { 1 };
    }
    None
}

/// The length of a key and its is-sign at the start of a line.
fn assignment(line: &str) -> Option<usize> {
    let mut at = 0;
    loop {
        let rest = &line[at..];
        let length = match rest.chars().next()? {
            quote @ ('"' | '\'') => rest[1..].find(quote)? + 2,
            _ => rest.find(|c| !is_key_character(c)).unwrap_or(rest.len()),
        };
        if length == 0 {
            return None;
        }
        at += length;
        at += line[at..].len() - line[at..].trim_start().len();
        match line[at..].chars().next()? {
            '=' => return Some(at + 1),
            '.' => at += 1,
            _ => return None,
        }
        at += line[at..].len() - line[at..].trim_start().len();
    }
}

fn is_key_character(character: char) -> bool {
    character.is_ascii_alphanumeric() || "_-".contains(character)
}

/// Whether a heading can hold this name.
fn is_path(name: &str) -> bool {
    name.split('.')
        .all(|part| !part.trim().is_empty() && part.trim().chars().all(is_key_character))
}

/// Whether a line is a heading of which the program knows every word.
fn is_known_heading(line: &str) -> bool {
    let line = line.split('#').next().unwrap_or(line).trim_end();
    let name = line.trim_matches(['[', ']']);
    line.starts_with('[') && name.split('.').all(key::is_known)
}

/// Whether a line in a text is so much like TOML that the text must have ended before it.
fn starts_anew(line: &str) -> bool {
    let key = line.split('=').next().unwrap_or(line);
    let has_value = |length: usize| {
        let value = line[length..].trim_start();
        value.starts_with(|c: char| c.is_ascii_digit() || "\"'[{".contains(c))
            || value.starts_with("true")
            || value.starts_with("false")
    };
    is_known_heading(line) || key::is_known(key.trim()) && assignment(line).is_some_and(has_value)
}

#[cfg(test)]
mod tests;

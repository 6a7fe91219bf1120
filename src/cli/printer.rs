//! Prints: data on standard output, talk on standard error.

use std::io::{self, IsTerminal, Write};

use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};
use serde_json::json;

use crate::check;
use crate::finding::{Finding, Severity};

/// Prints a line of data. A reader that hung up is no error.
pub(super) fn data(line: &str) {
    let _gone = writeln!(io::stdout().lock(), "{line}");
}

/// Prints a line of talk.
pub(super) fn talk(line: &str) {
    let _gone = writeln!(io::stderr().lock(), "{line}");
}

/// Prints a finding on standard error; with a place it has an excerpt in which the author's text is
/// blanked.
pub(super) fn finding(finding: &Finding) {
    let masked = finding.excerpt.as_ref().map(|file| file.masked.as_str());
    let notes = public_hint(finding).map(|hint| ("hint", hint)).into_iter();
    talk(&described(
        finding,
        masked,
        notes,
        io::stderr().is_terminal(),
    ));
    talk("");
}

/// Prints a finding on standard output with all that `check` may say: the author's text, and the
/// source of the rule.
pub(super) fn report(finding: &Finding) {
    let readable = finding.excerpt.as_ref().map(|file| file.readable.as_str());
    let notes = [
        ("tekst", finding.quote.as_deref()),
        ("hint", finding.hint.as_deref()),
        ("bron", finding.source.as_deref()),
    ];
    let notes = notes
        .into_iter()
        .filter_map(|(name, note)| Some((name, note?)));
    data(&described(
        finding,
        readable,
        notes,
        io::stdout().is_terminal(),
    ));
    data("");
}

/// The hint, unless it tells what somebody wrote.
fn public_hint(finding: &Finding) -> Option<&str> {
    finding
        .hint
        .as_deref()
        .filter(|_| !check::tells_of_words(finding.code))
}

/// A finding in words, with an excerpt of its file where there is one.
fn described<'a>(
    finding: &Finding,
    file: Option<&str>,
    notes: impl Iterator<Item = (&'static str, &'a str)>,
    in_colour: bool,
) -> String {
    let (Some(place), Some(text)) = (&finding.place, file) else {
        let (severity, code) = (finding.severity, finding.code);
        let head = format!("{severity}[{code}]: {}", finding.message);
        let notes = notes.map(|(name, note)| format!("\n{name}: {note}"));
        return std::iter::once(head).chain(notes).collect();
    };
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Hint => Level::NOTE,
    };
    let file = place.file.display().to_string();
    let title = level
        .with_name(finding.severity.to_string())
        .primary_title(finding.message.as_str())
        .id(finding.code);
    // What a whole file lacks has no line of its own.
    let mut group = if place.end == 0 {
        title.element(Origin::path(file))
    } else {
        // The line alone: the renderer would go through the whole file for each finding.
        let start = text[..place.start].rfind('\n').map_or(0, |at| at + 1);
        let line_end = text[place.start..].find('\n');
        let line_end = line_end.map_or(text.len(), |length| place.start + length + 1);
        let end = end_of_line(text, place.start, place.end);
        let mark = AnnotationKind::Primary.span(place.start - start..end - start);
        let line = Snippet::source(&text[start..line_end]).line_start(place.line);
        title.element(line.path(file).annotation(mark))
    };
    for (name, note) in notes {
        group = group.element(Level::HELP.with_name(name).message(note));
    }
    let renderer = if in_colour {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    renderer.render(&[group])
}

/// Keeps the mark of an excerpt on its first line.
fn end_of_line(text: &str, start: usize, end: usize) -> usize {
    let line = text[start..]
        .find('\n')
        .map_or(text.len(), |length| start + length);
    end.clamp(start, line.max(start))
}

/// `1 fout`, `2 fouten`.
pub(super) fn plural(count: usize, one: &str, more: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { more })
}

/// A finding as JSON, without what its author wrote.
pub(super) fn finding_json(finding: &Finding) -> serde_json::Value {
    let place = finding.place.as_ref();
    json!({
        "code": finding.code,
        "severity": finding.severity.to_string(),
        "file": place.map(|place| place.file.display().to_string()),
        "line": place.map(|place| place.line),
        "column": place.map(|place| place.column),
        "message": finding.message,
        "hint": public_hint(finding),
    })
}

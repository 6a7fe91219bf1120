//! Prints: data on standard output, talk on standard error.

use std::io::{self, IsTerminal, Write};

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use crate::finding::{Finding, Severity};

/// Prints a line of data. A reader that hung up is no error.
pub(super) fn data(line: &str) {
    let _gone = writeln!(io::stdout().lock(), "{line}");
}

/// Prints a line of talk.
pub(super) fn talk(line: &str) {
    let _gone = writeln!(io::stderr().lock(), "{line}");
}

/// Prints a finding with its place and an excerpt in which the author's text is blanked.
pub(super) fn finding(finding: &Finding) {
    let level = match finding.severity {
        Severity::Error => Level::ERROR.with_name("fout"),
        Severity::Warning => Level::WARNING.with_name("waarschuwing"),
        Severity::Hint => Level::NOTE.with_name("tip"),
    };
    let title = level
        .primary_title(finding.message.as_str())
        .id(finding.code);
    let mut group = match (&finding.place, &finding.masked) {
        (Some(place), Some(text)) => {
            let end = end_of_line(text, place.start, place.end);
            let snippet = Snippet::source(text.as_ref())
                .path(place.file.display().to_string())
                .annotation(AnnotationKind::Primary.span(place.start..end));
            title.element(snippet)
        }
        _ => Group::with_title(title),
    };
    if let Some(hint) = &finding.hint {
        group = group.element(Level::HELP.with_name("hint").message(hint.as_str()));
    }
    let renderer = if io::stderr().is_terminal() {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    talk(&renderer.render(&[group]));
    talk("");
}

/// Keeps the mark of an excerpt on its first line.
fn end_of_line(text: &str, start: usize, end: usize) -> usize {
    let line = text[start..]
        .find('\n')
        .map_or(text.len(), |length| start + length);
    end.clamp(start, line.max(start))
}

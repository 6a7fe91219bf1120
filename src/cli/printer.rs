//! Prints: data on standard output, talk on standard error.

use std::io::{self, IsTerminal, Write};

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use crate::finding::{Finding, Place, Severity};

/// Prints a line of data. A reader that hung up is no error.
pub(super) fn data(line: &str) {
    let _gone = writeln!(io::stdout().lock(), "{line}");
}

/// Prints a line of talk.
pub(super) fn talk(line: &str) {
    let _gone = writeln!(io::stderr().lock(), "{line}");
}

/// Prints a finding; with a place it has an excerpt in which the author's text is blanked.
pub(super) fn finding(finding: &Finding) {
    if let (Some(place), Some(file)) = (&finding.place, &finding.excerpt) {
        talk(&excerpt(finding, place, &file.masked));
    } else {
        let (severity, code) = (finding.severity, finding.code);
        talk(&format!("{severity}[{code}]: {}", finding.message));
        if let Some(hint) = &finding.hint {
            talk(&format!("hint: {hint}"));
        }
    }
    talk("");
}

fn excerpt(finding: &Finding, place: &Place, text: &str) -> String {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Hint => Level::NOTE,
    };
    let end = end_of_line(text, place.start, place.end);
    let snippet = Snippet::source(text)
        .path(place.file.display().to_string())
        .annotation(AnnotationKind::Primary.span(place.start..end));
    let mut group = level
        .with_name(finding.severity.to_string())
        .primary_title(finding.message.as_str())
        .id(finding.code)
        .element(snippet);
    if let Some(hint) = &finding.hint {
        group = group.element(Level::HELP.with_name("hint").message(hint.as_str()));
    }
    let renderer = if io::stderr().is_terminal() {
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

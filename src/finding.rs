//! Findings: what is wrong with a client's files, where, and the way out.
//!
//! The message and the hint of a finding never quote the author's text: they name the key. What
//! does quote it stands apart, for the report of `check` alone.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

/// How bad a finding is, worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Stops the documents of this client.
    Error,
    /// Goes out, but somebody should look.
    Warning,
    /// A suggestion.
    Hint,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Error => "fout",
            Self::Warning => "waarschuwing",
            Self::Hint => "tip",
        })
    }
}

/// A place in a source file: byte offsets, with line and column counted from 1 in characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The file, relative to the data folder.
    pub file: PathBuf,
    /// Bytes from the start of the file to the start of the place.
    pub start: usize,
    /// Bytes from the start of the file to the end of the place.
    pub end: usize,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

/// One remark on a client's files.
#[derive(Clone, Debug)]
pub struct Finding {
    /// Short stable code, such as `bsn`.
    pub code: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// Where it is; none when it concerns a whole folder.
    pub place: Option<Place>,
    /// The file that the place is in, for the excerpt.
    pub excerpt: Option<Arc<Excerpt>>,
    /// Dutch, one sentence, without the author's text.
    pub message: String,
    /// Dutch: what to do about it.
    pub hint: Option<String>,
    /// What the author wrote, for the report of `check` alone.
    pub quote: Option<String>,
    /// Law, format or standard that the rule comes from, in Dutch.
    pub source: Option<Cow<'static, str>>,
}

/// The text of a file in two forms, each with every byte in its old place.
#[derive(Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// Everything but known keys and punctuation is blanked; may go anywhere.
    pub masked: String,
    /// Only numbers and addresses of people are blanked; for the report of `check` alone.
    pub readable: String,
}

impl Finding {
    /// An error without a place.
    pub fn error(code: &'static str, message: impl Into<String>) -> Self {
        Self {
            code,
            severity: Severity::Error,
            place: None,
            excerpt: None,
            message: message.into(),
            hint: None,
            quote: None,
            source: None,
        }
    }

    /// Adds the way out.
    #[must_use]
    pub fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Makes it a warning.
    #[must_use]
    pub fn as_warning(mut self) -> Self {
        self.severity = Severity::Warning;
        self
    }

    /// Orders findings by file and position, so that any number of threads prints the same.
    #[must_use]
    pub fn compare(&self, other: &Self) -> Ordering {
        let key = |finding: &Self| {
            let place = finding.place.as_ref();
            (
                place.map(|p| p.file.clone()),
                place.map_or(0, |p| p.start),
                finding.code,
            )
        };
        key(self)
            .cmp(&key(other))
            .then_with(|| self.message.cmp(&other.message))
    }
}

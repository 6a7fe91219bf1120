//! Findings: what is wrong with a client's files, where, and the way out.
//!
//! The message and the hint of a finding never quote the author's text: they name the key. What
//! does quote it stands apart, for the report of `check` alone.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// How bad a finding is, worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Severity {
    /// Stops the documents of this client.
    #[serde(rename = "fout")]
    Error,
    /// Goes out, but somebody should look.
    #[serde(rename = "waarschuwing")]
    Warning,
    /// A suggestion.
    #[serde(rename = "tip")]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
    /// The renditions that it stops where it is an error; none where it is about no one of them.
    pub stops: Vec<&'static str>,
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
            stops: Vec::new(),
        }
    }

    /// Whether it is about one of these renditions, or about none of them more than another.
    #[must_use]
    pub fn concerns(&self, renditions: &BTreeSet<String>) -> bool {
        let is_asked = |name: &&str| renditions.contains(*name);
        self.stops.is_empty() || self.stops.iter().any(is_asked)
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
        self.order().cmp(&other.order())
    }

    fn order(&self) -> (Option<&Path>, usize, &str, &str) {
        let place = self.place.as_ref();
        (
            place.map(|place| place.file.as_path()),
            place.map_or(0, |place| place.start),
            self.code,
            &self.message,
        )
    }
}

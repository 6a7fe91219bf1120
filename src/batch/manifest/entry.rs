//! What the manifest says of one client.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::super::page_images::Dpi;
use crate::finding::{Finding, Place, Severity};

/// What was made of one client, and until when that holds.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct ClientEntry {
    /// The folder of the client's folder, from the data folder: the location.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(crate) location: String,
    /// By file name.
    pub(crate) documents: BTreeMap<String, DocumentEntry>,
    /// Documents that there are to make, by file name, with their words for `--only`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) planned: BTreeMap<String, String>,
    /// Documents that were not made, and why.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) withheld: BTreeMap<String, String>,
    /// Documents that failed, and why; of the client as a whole under an empty name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) failed: BTreeMap<String, String>,
    /// What was found in the client's files.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) findings: Vec<FindingEntry>,
    /// What falls due.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) dues: Vec<DueEntry>,
    /// Whether the client's files could not be read; the documents are those of an earlier run.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(crate) unreadable: bool,
    /// BLAKE3 of the client's files, what all clients share, and the program; absent when the client
    /// must be looked at again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) inputs: Option<String>,
    /// The day by which it was judged, as `2026-11-22`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(crate) judged: String,
    /// The first day on which the same files may give something else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) until: Option<String>,
}

/// One document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct DocumentEntry {
    /// The word for `--only`.
    pub(crate) rendition: String,
    /// Pages.
    pub(crate) pages: usize,
    /// Size of the file.
    pub(crate) bytes: u64,
    /// The moment that the file bears, in seconds since 1970.
    pub(crate) time: u64,
    /// BLAKE3 of the view: what the document tells, whatever its layout.
    pub(crate) view: String,
    /// BLAKE3 of everything that it was made from.
    pub(crate) input: String,
    /// BLAKE3 of the file.
    pub(crate) output: String,
    /// Pictures of its pages, by file name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) images: BTreeMap<String, ImageEntry>,
}

/// The picture of a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct ImageEntry {
    /// Dots to the inch.
    pub(crate) dpi: Dpi,
    /// Size of the file.
    pub(crate) bytes: u64,
    /// The moment that the file bears, in seconds since 1970.
    pub(crate) time: u64,
    /// BLAKE3 of the file.
    pub(crate) output: String,
}

/// What a file is that stands as it was made.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stand<'a> {
    /// Size of the file.
    pub(crate) bytes: u64,
    /// The moment that it bears, in seconds since 1970.
    pub(crate) time: u64,
    /// BLAKE3 of the file.
    pub(crate) output: &'a str,
}

impl DocumentEntry {
    /// What the PDF is.
    pub(crate) fn stand(&self) -> Stand<'_> {
        Stand {
            bytes: self.bytes,
            time: self.time,
            output: &self.output,
        }
    }
}

impl ImageEntry {
    /// What the picture is.
    pub(crate) fn stand(&self) -> Stand<'_> {
        Stand {
            bytes: self.bytes,
            time: self.time,
            output: &self.output,
        }
    }
}

/// A finding: its code and place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct FindingEntry {
    /// The rule.
    pub(crate) code: String,
    /// How bad it is.
    pub(crate) severity: Severity,
    /// The file, from the data folder.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) file: Option<PathBuf>,
    /// Line and column, from 1; 0 where there is no place.
    #[serde(default)]
    pub(crate) line: usize,
    #[serde(default)]
    pub(crate) column: usize,
    /// The renditions that it stops where it is an error.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) stops: Vec<String>,
}

/// Something that falls due.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct DueEntry {
    /// Id of the term in the format's file.
    pub(crate) id: String,
    /// What it is, in Dutch.
    pub(crate) what: String,
    /// The day, as `2026-11-22`.
    pub(crate) day: String,
}

impl FindingEntry {
    /// Keeps code and place.
    pub(crate) fn of(finding: &Finding) -> Self {
        let place = finding.place.as_ref();
        Self {
            code: finding.code.to_owned(),
            severity: finding.severity,
            file: place.map(|place| place.file.clone()),
            line: place.map_or(0, |place| place.line),
            column: place.map_or(0, |place| place.column),
            stops: finding.stops.iter().map(ToString::to_string).collect(),
        }
    }

    /// The finding, as far as it is known.
    pub(crate) fn finding(&self, word: impl Fn(&str) -> &'static str) -> Finding {
        let place = self.file.as_ref().map(|file| Place {
            file: file.clone(),
            start: 0,
            end: 0,
            line: self.line,
            column: self.column,
        });
        let message = "nog steeds zo als bij een vorige keer";
        Finding {
            severity: self.severity,
            place,
            stops: self.stops.iter().map(|name| word(name)).collect(),
            ..Finding::error(word(&self.code), message).with_hint("drieluik check zegt meer")
        }
    }
}

//! Templates, phrases and formats: those in the program, and the organisation's own that come before
//! them, file by file.
//!
//! Templates hold no personal data, so that a mistake in one may be shown with its line.

mod overlay;
mod read;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use include_dir::{Dir, include_dir};

use crate::dossier::source::Source;
use crate::finding::{Excerpt, Finding, Place};

pub(crate) use overlay::Overlay;
pub(crate) use read::{folder_in, read};

static LAYOUTS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/templates/typst");
static TEXTS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/templates/text");
static FORMATS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/templates/formats");

/// What stands beside templates that an organisation may change.
pub(crate) const READ_ME: &str = "LEESMIJ.md";
/// Its text.
pub(crate) const READ_ME_TEXT: &str = include_str!("../../templates/LEESMIJ.md");
/// The code of what is found in an organisation's own templates.
pub(crate) const CODE: &str = "sjabloon";
/// The folder of Typst templates.
pub(crate) const TYPST: &str = "typst/";
/// The folder of phrases.
pub(crate) const TEXT: &str = "text/";
/// The folder of formats.
pub(crate) const FORMAT: &str = "formats/";
/// The folder for Typst files of the organisation's own making.
pub(crate) const OWN: &str = "typst/eigen/";

/// The templates in the program: path from the root of templates (`typst/formal/main.typ`,
/// `text/formeel.toml`, `formats/regio/format.toml`), and text.
pub(crate) fn built_in() -> BTreeMap<String, &'static str> {
    let mut all = BTreeMap::new();
    for (root, prefix) in [(&LAYOUTS, TYPST), (&TEXTS, TEXT), (&FORMATS, FORMAT)] {
        let mut folders = vec![root];
        while let Some(folder) = folders.pop() {
            folders.extend(folder.dirs());
            for file in folder.files() {
                if let (Some(path), Some(text)) = (file.path().to_str(), file.contents_utf8()) {
                    all.insert(format!("{prefix}{}", path.replace('\\', "/")), text);
                }
            }
        }
    }
    all
}

/// The name of a format by the path of its file: `regio` of `formats/regio/format.toml`.
pub(crate) fn format_name(path: &str) -> Option<&str> {
    let name = path.strip_prefix(FORMAT)?.strip_suffix("/format.toml")?;
    (!name.contains('/')).then_some(name)
}

/// The path of the file of a format.
pub(crate) fn format_path(name: &str) -> String {
    format!("{FORMAT}{name}/format.toml")
}

/// A finding about bytes of a template, which is shown as it is.
pub(crate) fn finding_at(
    file: &Path,
    text: &str,
    start: usize,
    end: usize,
    message: impl Into<String>,
) -> Finding {
    let start = (0..=start.min(text.len()))
        .rev()
        .find(|place| text.is_char_boundary(*place))
        .unwrap_or(0);
    let before = &text[..start];
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    Finding {
        place: Some(Place {
            file: file.to_owned(),
            start,
            // The end of a file that begins with what is wrong is no place without a line.
            end: end.clamp(start, text.len()).max(1),
            line: before.matches('\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
        }),
        ..shown(Finding::error(CODE, message), text)
    }
}

/// Shows the template's own text with a finding.
pub(crate) fn shown(finding: Finding, text: &str) -> Finding {
    let excerpt = Excerpt {
        masked: text.to_owned(),
        readable: text.to_owned(),
    };
    Finding {
        excerpt: Some(Arc::new(excerpt)),
        ..finding
    }
}

/// Parses a template that is TOML, with its mistakes of syntax.
pub(crate) fn parse(file: PathBuf, text: &str) -> (Source, Vec<Finding>) {
    let (source, findings) = Source::parse(file, text.to_owned());
    let findings = findings.into_iter().map(|finding| shown(finding, text));
    (source, findings.collect())
}

/// The most alike of some names, to suggest; none when all are far off.
pub(crate) fn nearest<'a>(name: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let likeness = |other: &&str| strsim::damerau_levenshtein(name, other);
    let near = names.into_iter().min_by_key(likeness)?;
    (likeness(&near) <= 3.max(name.len() / 5)).then_some(near)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_built_in_and_goes_by_its_path() {
        let all = built_in();
        for path in [
            "typst/formal/main.typ",
            "typst/shared/theme.typ",
            "text/makkelijk.toml",
            "formats/regio/format.toml",
        ] {
            assert!(all.contains_key(path), "{path}");
        }
        assert_eq!(format_name(&format_path("regio")), Some("regio"));
        assert_eq!(format_name("formats/a/b/format.toml"), None);
        assert!(!all.keys().any(|path| path.starts_with(OWN)));
    }

    #[test]
    fn a_slip_is_helped_along_and_something_else_is_not() {
        let all = built_in();
        let near = |path| nearest(path, all.keys().map(String::as_str));
        assert_eq!(near("typst/formal/mian.typ"), Some("typst/formal/main.typ"));
        assert_eq!(near("iets/heel/anders.docx"), None);
    }
}

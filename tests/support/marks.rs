//! Expected findings, as they stand in the files of a case.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use drieluik::finding::Finding;

use super::folder::entries;

/// File, line, severity and code.
pub(crate) type Expectation = (String, usize, String, String);

/// What the marks in the TOML files of a case say.
pub(crate) fn expectations(case: &Path) -> BTreeSet<Expectation> {
    marks(case).into_iter().collect()
}

/// The same, in order, and twice what stands there twice.
pub(crate) fn marks(case: &Path) -> Vec<Expectation> {
    let mut expected = Vec::new();
    let is_toml = |path: &Path| path.extension().is_some_and(|end| end == "toml");
    for file in entries(case).into_iter().filter(|path| is_toml(path)) {
        let name = file
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        let bytes = fs::read(&file).expect("readable");
        let text = String::from_utf8_lossy(&bytes);
        for (index, line) in text.lines().enumerate() {
            for severity in ["fout", "waarschuwing", "tip"] {
                for mark in line.split(&format!("# {severity}: [")).skip(1) {
                    let code = mark.split(']').next().expect("a code").to_owned();
                    expected.push((name.clone(), index + 1, severity.to_owned(), code));
                }
            }
        }
    }
    expected.sort();
    expected
}

/// A finding, as a mark would say it.
pub(crate) fn expectation(finding: &Finding) -> Expectation {
    let (file, line) = finding.place.as_ref().map_or_else(
        || (String::new(), 0),
        |place| {
            let name = place.file.file_name().expect("a name").to_string_lossy();
            (name.into_owned(), place.line)
        },
    );
    (
        file,
        line,
        finding.severity.to_string(),
        finding.code.to_owned(),
    )
}

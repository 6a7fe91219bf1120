//! The table at the end of a run: what became of each kind of document.

use std::fmt::Write;

use crate::batch::{Summary, Tally};

const HEADS: [&str; 8] = [
    "soort",
    "gemaakt",
    "gelijk",
    "mag niet",
    "mislukt",
    "weg",
    "bladzijden",
    "seconden",
];

/// The lines of the table; none when nothing became of anything.
pub(super) fn lines(summary: &Summary) -> Vec<String> {
    if summary.renditions.is_empty() {
        return Vec::new();
    }
    let mut rows = vec![HEADS.map(str::to_owned)];
    let kinds = summary.renditions.iter();
    rows.extend(kinds.map(|(name, tally)| row(name, tally)));
    if summary.renditions.len() > 1 {
        rows.push(row("samen", &summary.total()));
    }
    let mut widths = [0; HEADS.len()];
    for row in &rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.chars().count());
        }
    }
    let line = |row: &[String; HEADS.len()]| {
        let mut line = format!("{:<1$}", row[0], widths[0]);
        for (cell, width) in row.iter().zip(widths).skip(1) {
            let _full = write!(line, "  {cell:>width$}");
        }
        line
    };
    rows.iter().map(line).collect()
}

fn row(name: &str, tally: &Tally) -> [String; HEADS.len()] {
    [
        name.to_owned(),
        tally.made.to_string(),
        tally.unchanged.to_string(),
        tally.withheld.to_string(),
        tally.failed.to_string(),
        tally.removed.to_string(),
        tally.pages.to_string(),
        format!("{:.1}", tally.took.as_secs_f64()).replace('.', ","),
    ]
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn columns_stand_below_each_other_and_are_summed_up() {
        let tally = |made| Tally {
            made,
            pages: 5 * made,
            ..Tally::default()
        };
        let renditions = [("formal", 7), ("easy-read", 1000)];
        let summary = Summary {
            renditions: renditions
                .into_iter()
                .map(|(name, made)| (name.to_owned(), tally(made)))
                .collect::<BTreeMap<_, _>>(),
            ..Summary::default()
        };
        let lines = lines(&summary);
        assert_eq!(lines.len(), 4);
        let lengths: Vec<_> = lines.iter().map(|line| line.chars().count()).collect();
        assert!(
            lengths.iter().all(|length| *length == lengths[0]),
            "{lines:#?}"
        );
        assert!(lines[3].starts_with("samen         1007"), "{lines:#?}");
        assert!(super::lines(&Summary::default()).is_empty());
    }
}

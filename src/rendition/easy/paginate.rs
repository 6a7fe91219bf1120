//! Sets sentences out over pages, as many as the person wants on one.
//!
//! A group stays together where it can, and a question with its answer before all. Of the ways
//! that leave the fewest pages, the most even one is taken, with the fullest page first.

use std::cmp::Reverse;

use crate::language;
use crate::rendition::easy_view::{Content, Line};

/// What a page costs.
const PAGE: usize = 1_000;
/// What it costs to go on with a group on the next page, if the group would fit on one.
const BREAK: usize = 1_500;
/// The same on small pages, where leaving room would double the booklet.
const SMALL_BREAK: usize = 400;
/// The most lines of a small page.
const SMALL: usize = 4;
/// What it costs to go on with a group that fits on no page.
const LONG_BREAK: usize = 50;
/// What it costs to part a sentence from one that it can't do without.
const PART: usize = 10_000;

/// What it costs when the last page is fuller than it may be.
const CROWDED: usize = 100_000;

/// Words that lean on the sentence before.
const LEANING: &[&str] = &[
    "daar", "daarna", "dan", "dat", "deze", "die", "dit", "hij", "ze", "zij",
];

/// Sentences that belong together, under a heading.
#[derive(Clone, Debug)]
pub(in crate::rendition) struct Group {
    pub(in crate::rendition) heading: Option<String>,
    pub(in crate::rendition) lines: Vec<Line>,
}

impl Group {
    /// As it stands on a page.
    pub(super) fn into_content(self) -> Content {
        Content::Group {
            heading: self.heading,
            lines: self.lines,
        }
    }
}

/// Divides groups over pages of at most so many lines, the last page of at most `last`. A group
/// that goes on repeats its heading.
pub(super) fn paginate(groups: Vec<Group>, most: usize, last: usize) -> Vec<Vec<Group>> {
    let ends = page_ends(&groups, most, last.clamp(1, most));
    let mut pages = Vec::new();
    let mut page: Vec<Group> = Vec::new();
    let mut ends = ends.into_iter().peekable();
    let mut count = 0;
    for group in groups {
        let mut part = Group {
            heading: group.heading,
            lines: Vec::new(),
        };
        for line in group.lines {
            part.lines.push(line);
            count += 1;
            if ends.next_if_eq(&count).is_some() {
                let heading = part.heading.clone();
                page.push(std::mem::replace(
                    &mut part,
                    Group {
                        heading,
                        lines: Vec::new(),
                    },
                ));
                pages.push(std::mem::take(&mut page));
            }
        }
        if !part.lines.is_empty() {
            page.push(part);
        }
    }
    pages
}

/// After how many lines each page ends, at the least cost.
fn page_ends(groups: &[Group], most: usize, last: usize) -> Vec<usize> {
    let costs = break_costs(groups, most);
    let total = costs.len();
    // The least cost of the lines from here to the end, and where the first page of them ends.
    let mut best = vec![(0, total); total + 1];
    for start in (0..total).rev() {
        best[start] = (start + 1..=total.min(start + most))
            .map(|end| {
                let parting = match costs.get(end) {
                    Some(cost) => *cost,
                    None if end - start > last => CROWDED,
                    None => 0,
                };
                let uneven = (most - (end - start)).pow(2);
                (PAGE + parting + uneven + best[end].0, end)
            })
            .min_by_key(|(cost, end)| (*cost, Reverse(*end)))
            .expect("a page holds at least one line");
    }
    let mut ends = Vec::new();
    let mut at = 0;
    while at < total {
        at = best[at].1;
        ends.push(at);
    }
    ends
}

/// What it costs to start a page with each line.
fn break_costs(groups: &[Group], most: usize) -> Vec<usize> {
    let mut costs = Vec::new();
    for group in groups {
        let inside = if group.lines.len() > most {
            LONG_BREAK
        } else if most <= SMALL {
            SMALL_BREAK
        } else {
            BREAK
        };
        for (at, line) in group.lines.iter().enumerate() {
            let part = at > 0 && leans(&line.text, &group.lines[at - 1].text);
            costs.push(if at == 0 { 0 } else { inside } + if part { PART } else { 0 });
        }
    }
    costs
}

/// Whether a sentence can't do without the one before.
fn leans(text: &str, before: &str) -> bool {
    let first = language::words(text)
        .next()
        .unwrap_or_default()
        .to_lowercase();
    before.ends_with('?') || LEANING.contains(&first.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn group(lines: &[&str]) -> Group {
        Group {
            heading: Some(
                lines
                    .first()
                    .map_or_else(String::new, |line| format!("kop {line}")),
            ),
            lines: lines.iter().map(|text| Line::new(*text, None)).collect(),
        }
    }

    fn counts(groups: Vec<Group>, most: usize) -> Vec<Vec<usize>> {
        paginate(groups, most, most)
            .into_iter()
            .map(|page| page.into_iter().map(|group| group.lines.len()).collect())
            .collect()
    }

    #[test]
    fn groups_stay_together_where_they_can() {
        let groups = vec![
            group(&["a"]),
            group(&["b", "c", "d", "e"]),
            group(&["f", "g"]),
            group(&["h"]),
        ];
        assert_eq!(
            counts(groups.clone(), 4),
            [vec![1, 3], vec![1, 2, 1]],
            "small pages are filled"
        );
        assert_eq!(counts(groups.clone(), 5), [vec![1, 4], vec![2, 1]]);
        assert_eq!(counts(groups, 12), [vec![1, 4, 2, 1]]);
        let groups = vec![
            group(&["a", "b"]),
            group(&["c", "d"]),
            group(&["e"]),
            group(&["f"]),
        ];
        assert_eq!(counts(groups, 4), [vec![2, 2], vec![1, 1]]);
    }

    #[test]
    fn a_group_that_is_too_long_goes_on_under_its_heading_in_even_parts() {
        let pages = paginate(vec![group(&["a", "b", "c", "d", "e", "f"])], 4, 4);
        assert_eq!(pages.len(), 2);
        assert!(pages.iter().all(|page| page[0].lines.len() == 3));
        assert!(
            pages
                .iter()
                .all(|page| page[0].heading.as_deref() == Some("kop a"))
        );
    }

    #[test]
    fn a_question_stays_with_its_answer() {
        let groups = vec![group(&["a", "b", "Komt de bus niet?", "Dan bel ik.", "c"])];
        assert_eq!(counts(groups, 3), [vec![2], vec![3]]);
    }

    #[test]
    fn the_last_page_keeps_room() {
        let groups = vec![
            group(&["a"]),
            group(&["b", "c"]),
            group(&["d"]),
            group(&["e", "f"]),
        ];
        let pages = paginate(groups, 6, 5);
        let counts: Vec<usize> = pages
            .iter()
            .map(|page| page.iter().map(|group| group.lines.len()).sum())
            .collect();
        assert_eq!(counts, [3, 3]);
    }

    #[test]
    fn one_sentence_a_page_and_none_at_all_are_fine() {
        assert_eq!(counts(vec![group(&["a", "Dan b"])], 1), [vec![1], vec![1]]);
        assert!(counts(vec![], 4).is_empty());
    }
}

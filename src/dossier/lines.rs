//! Where the lines of a text begin, to be asked for many places.

/// The lines of a text, numbered from 0.
#[derive(Debug)]
pub(super) struct Lines {
    /// The byte behind each line break, by place.
    breaks: Vec<usize>,
}

impl Lines {
    /// Looks through a text once.
    pub(super) fn of(text: &str) -> Self {
        let breaks = text.match_indices('\n').map(|(place, _)| place + 1);
        Self {
            breaks: breaks.collect(),
        }
    }

    /// The line that a byte stands on.
    pub(super) fn at(&self, place: usize) -> usize {
        self.breaks.partition_point(|start| *start <= place)
    }

    /// The first byte of a line.
    pub(super) fn start(&self, line: usize) -> usize {
        line.checked_sub(1).map_or(0, |before| self.breaks[before])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_goes_up_to_and_with_its_break() {
        let lines = Lines::of("a\n\nbc");
        let found: Vec<_> = (0..=5).map(|place| lines.at(place)).collect();
        assert_eq!(found, [0, 0, 1, 2, 2, 2]);
        let starts: Vec<_> = (0..3).map(|line| lines.start(line)).collect();
        assert_eq!(starts, [0, 2, 3]);
    }
}

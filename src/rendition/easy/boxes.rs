//! Questions with a box for the answer: each stands on one page with its box, however large the type.

use super::{Booklet, Group, Line};
use crate::phrase::PhraseError;
use crate::rendition::easy_view::Content;

impl Booklet<'_> {
    /// Adds pages under one title with some questions each and a box below them; `foot` stands below
    /// the last box.
    pub(in crate::rendition) fn boxes(
        &mut self,
        title: &str,
        questions: &[Line],
        label: &str,
        foot: Vec<Content>,
    ) -> Result<(), PhraseError> {
        let label = self.word(label)?;
        let mut pages: Vec<Vec<Content>> = questions
            .chunks(self.with_box)
            .map(|lines| {
                let group = Group {
                    heading: None,
                    lines: lines.to_vec(),
                };
                let label = label.clone();
                vec![group.into_content(), Content::Canvas { label }]
            })
            .collect();
        if let Some(last) = pages.last_mut() {
            last.extend(foot);
        }
        self.add_pages(title, pages)
    }
}

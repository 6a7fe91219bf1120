//! The pictures of what a document always says: its fixed phrases, and rows of answers to point at.
//!
//! Each has a picture of our own, named where the phrase is. Whoever knows another set sees what that
//! set has for the same meaning; a row is drawn by one hand only.

use super::{Library, Match, Meaning, OWN, Wishes, normal};

impl Library {
    /// The picture for what one of our own shows: from the first of the wanted sets that has one,
    /// and ours where none has. None where the person never wants to see it.
    pub(crate) fn fixed(&self, picture: &str, wishes: &Wishes<'_>) -> Option<Match> {
        let meanings = self.shown_by(picture);
        if self.is_never_shown(picture, &meanings, wishes) {
            return None;
        }
        let wanted = |set: &str| self.of_set(set, &meanings);
        let mut sets = wishes.sets.iter();
        sets.find_map(|set| wanted(set.as_str()))
            .or_else(|| wanted(OWN))
    }

    /// The pictures of a row of answers by those of our own: all from the first of the wanted sets
    /// that has each of them, or else all ours. What the person never wants to see is left out.
    pub(crate) fn row(&self, pictures: &[&str], wishes: &Wishes<'_>) -> Vec<Option<Match>> {
        let asked: Vec<_> = pictures
            .iter()
            .map(|picture| {
                let meanings = self.shown_by(picture);
                let is_shown = !self.is_never_shown(picture, &meanings, wishes);
                is_shown.then_some(meanings)
            })
            .collect();
        let whole = |set: &str| -> Option<Vec<Option<Match>>> {
            let drawn = asked.iter().map(|asked| match asked {
                Some(meanings) => self.of_set(set, meanings).map(Some),
                None => Some(None),
            });
            drawn.collect()
        };
        let mut sets = wishes.sets.iter();
        let row = sets.find_map(|set| whole(set.as_str()));
        row.or_else(|| whole(OWN))
            .unwrap_or_else(|| vec![None; pictures.len()])
    }

    /// The ids of what one of our own pictures shows.
    pub(crate) fn concepts_of(&self, picture: &str) -> Vec<String> {
        let meanings = self.shown_by(picture);
        meanings.iter().map(|meaning| self.id_of(meaning)).collect()
    }

    /// What one of our own pictures shows: the concept of its name, or else all that have it.
    fn shown_by(&self, picture: &str) -> Vec<Meaning> {
        let concepts = || self.lexicon.concepts().iter().enumerate();
        let named = concepts().find(|(_, concept)| concept.id == picture);
        let meaning = |(number, _)| Meaning::Concept(number);
        match named {
            Some(named) => vec![meaning(named)],
            None => concepts()
                .filter(|(_, concept)| concept.picture == picture)
                .map(meaning)
                .collect(),
        }
    }

    /// Whether the person never wants a picture by its name, or at any word for what it shows.
    fn is_never_shown(&self, picture: &str, meanings: &[Meaning], wishes: &Wishes<'_>) -> bool {
        wishes.never.iter().any(|never| {
            let concept = self.lexicon.by_word(never).map(Meaning::Concept);
            normal(never) == picture || concept.is_some_and(|one| meanings.contains(&one))
        })
    }

    /// The picture that one set has for the first of these meanings.
    fn of_set(&self, set: &str, meanings: &[Meaning]) -> Option<Match> {
        meanings.iter().find_map(|meaning| {
            let (pictogram, format, name) = self.drawn_in(set, meaning)?;
            Some(Match {
                word: name.clone(),
                span: 0..name.len(),
                concept: self.id_of(meaning),
                pictogram,
                format,
                name,
                crossed: false,
            })
        })
    }
}

//! Finds the pictures of all sets by a word that somebody is looking for.

use std::collections::BTreeMap;

use super::{Library, OWN, PictogramId, Wishes};
use crate::pictogram::pack::{Likeness, Pack, Sought};

/// A picture that was found; the most alike come first in order.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Hit {
    /// How alike its word is.
    pub(crate) likeness: Likeness,
    /// The picture.
    pub(crate) id: PictogramId,
    /// Its word that is alike.
    pub(crate) word: String,
    /// It never comes beside a sentence by this word.
    pub(crate) by_hand: bool,
    /// What it shows or goes with.
    pub(crate) words: Vec<String>,
    /// Its file in the folder of its set; none for the built-in ones.
    pub(crate) file: Option<String>,
}

impl Library {
    /// Every picture with a word like this one, the built-in ones first.
    pub(crate) fn search(&self, sought: &Sought) -> Vec<Hit> {
        let packs = self.packs().flat_map(|pack| in_pack(pack, sought));
        self.in_own(sought).into_iter().chain(packs).collect()
    }

    /// The built-in pictures, each by the word that is most alike.
    fn in_own(&self, sought: &Sought) -> Vec<Hit> {
        let mut hits = BTreeMap::<String, Hit>::new();
        let mut add = |likeness: Likeness, word: &str| {
            let shown = self.by_word(word, &Wishes::default());
            let Some(shown) = shown.filter(|shown| shown.pictogram.set == OWN) else {
                return;
            };
            let hit = Hit {
                likeness,
                word: word.to_owned(),
                by_hand: false,
                words: vec![shown.name],
                file: None,
                id: shown.pictogram,
            };
            let known = hits
                .entry(hit.id.name.clone())
                .or_insert_with(|| hit.clone());
            if hit.likeness < known.likeness {
                *known = hit;
            }
        };
        for word in self.words() {
            if let Some((likeness, _)) = sought.likeness(std::iter::once(word)) {
                add(likeness, word);
            }
        }
        // More words, such as `komt langs`, show what they would beside a sentence.
        add(Likeness::Form, sought.word());
        hits.into_values().collect()
    }
}

/// The pictures of a pack.
fn in_pack<'a>(pack: &'a Pack, sought: &'a Sought) -> impl Iterator<Item = Hit> + 'a {
    pack.pictures.iter().filter_map(move |picture| {
        let words = || picture.words.iter().map(|word| word.text.as_str());
        let search = || picture.search_words.iter().map(String::as_str);
        let (likeness, word) = sought.likeness(words().chain(search()))?;
        Some(Hit {
            likeness,
            id: PictogramId {
                set: pack.name.as_str().to_owned(),
                name: picture.name.clone(),
            },
            word: word.to_owned(),
            by_hand: !words().any(|known| known == word),
            words: words().chain(search()).map(str::to_owned).collect(),
            file: Some(picture.file_name()),
        })
    })
}

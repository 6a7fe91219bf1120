//! Animals: what they do isn't shown by a picture of a person who does it, and one of cloth is a toy.

use super::super::set::WordClass;
use super::Lexicon;
use super::sentence::Sentence;

/// The concepts of animals that people live or work with, and of those that toys are made after.
#[rustfmt::skip]
const ANIMALS: &[&str] = &[
    "aap", "beer", "dier", "dolfijn", "draak", "duif", "eend", "eenhoorn", "egel", "ezel", "gans", "geit", "geleidehond",
    "giraf", "haan", "hamster", "hond", "hulphond", "kat", "kikker", "kip", "koe", "konijn", "kuiken", "leeuw", "muis-dier",
    "olifant", "paard", "panda", "papegaai", "pinguin", "rat", "schaap", "schildpad", "slang-dier", "tijger", "uil",
    "varken", "vis", "vogel", "vos", "wolf", "zeehond",
];

/// First parts that make a toy of an animal.
const CLOTH: &[&str] = &["knuffel", "pluche"];

/// Whether a concept is an animal.
fn is_animal(lexicon: &Lexicon, concept: usize) -> bool {
    ANIMALS.contains(&lexicon.concepts[concept].id.as_str())
}

/// The toy that an animal is with such a first part: `knuffelkonijn`.
pub(super) fn toy(lexicon: &Lexicon, first: &str, animal: usize) -> Option<usize> {
    let toy = CLOTH.contains(&first) && is_animal(lexicon, animal);
    toy.then(|| lexicon.by_id.get("knuffel-beer").copied())
        .flatten()
}

/// Whether an animal does what a word tells: `Mijn kat heet Moos en slaapt op mijn bed.`
pub(super) fn is_done_by_animal(sentence: &Sentence<'_>, at: usize) -> bool {
    let Some(finite) = sentence.finite_of(at) else {
        return false;
    };
    let start = sentence.clause(finite.at).range.start;
    let joined = matches!(sentence.tokens[start].word.as_str(), "en" | "maar" | "of");
    // Without a subject of its own a clause goes on with that of the one before.
    let field = if joined && finite.at == start + 1 && start > 0 {
        let first = sentence.finite_of(start - 1);
        first.map(|first| sentence.clause(first.at).range.start..first.at)
    } else {
        Some(start..finite.at)
    };
    // `De kat van de buren`: the first noun is the head.
    field.into_iter().flatten().find_map(|place| {
        let animal = sentence.readings[place].iter().any(|reading| {
            let lemma = &sentence.lexicon.lemmas[reading.lemma];
            lemma.class == WordClass::Noun && is_animal(sentence.lexicon, lemma.concept)
        });
        let noun = animal || sentence.tokens[place].role.is_none();
        (noun && !sentence.is_adjective_like(place))
            .then(|| animal && sentence.preposition(place).is_none())
    }) == Some(true)
}

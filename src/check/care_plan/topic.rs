//! What part of life a goal is about, by telltale words: enough to see that two goals have nothing
//! to do with each other, never that they are the same.

use std::collections::BTreeSet;

use crate::language::words;

/// A part of life, as an index in the table.
pub(super) type Topic = usize;

/// Begins of words that tell a part of life. Parts that go over into each other are one: who learns
/// to cook learns to live at home, who goes to a club meets people.
const TOPICS: &[&str] = &[
    // At home.
    "boodschap eten eet gerecht huis kamer keuken kook koken maaltijd opruim schoonma \
     thuis wonen woning woont zelfstandig-wonen",
    // Money and mail.
    "administrati bank begroting betal betaal brief brieven financi geld papier post \
     rekening schuld spaar sparen uitgave",
    // On the way: see `ON_THE_WAY`.
    "bus fiets lijn reis reiz rit route station taxi trein vervoer",
    // Work and learning.
    "baan collega dagbested invulling klas leerwerk lessen onderwijs opleiding school \
     stage talent vakken vakman werk winkel zinvol",
    // Body and health.
    "aankle been douch gezond lichaam medicijn pijn scheer scheren steunkous tand verzorg \
     vallen wassen wast wond zwem",
    // Mind, sleep and the rhythm of the day.
    "angst boos dagritme dagstructuur gevoel hoofd nacht opstaa paniek rust ritme slaap \
     slapen somber spanning stemming stress structuur",
    // People and leisure.
    "activiteit bewoner bezoek buurt club contact dansen deel familie gezin groep hobby \
     kinderen koor mee moeder muziek netwerk optred ouders podium raad relatie sport \
     toneel train vader verenig voetbal vriend vrije wedstrijd zing zonen",
];

/// Going somewhere, which may serve any other part of life.
pub(super) const ON_THE_WAY: Topic = 2;

/// The parts of life that a text tells of.
pub(super) fn topics(text: &str) -> BTreeSet<Topic> {
    let text = text.to_lowercase();
    let words: Vec<_> = words(&text).collect();
    let tells = |begins: &str| {
        let mut begins = begins.split(' ');
        begins.any(|begin| words.iter().any(|word| word.starts_with(begin)))
    };
    let all = TOPICS.iter().enumerate();
    all.filter(|(_, begins)| tells(begins))
        .map(|(topic, _)| topic)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_words_for_the_same_part_of_life_share_it() {
        for (a, b) in [
            (
                "Ruben houdt zijn baan.",
                "Hij zegt op zijn werk wat hij nodig heeft",
            ),
            ("Sem pakt zijn sport weer op", "Hij traint elke dinsdag mee"),
            ("Zelf de financiën doen", "Zij opent haar post"),
        ] {
            assert!(!topics(a).is_disjoint(&topics(b)), "{a} | {b}");
        }
    }

    #[test]
    fn going_somewhere_is_the_topic_that_it_is_said_to_be() {
        assert_eq!(topics("met de bus"), BTreeSet::from([ON_THE_WAY]));
    }

    #[test]
    fn other_parts_of_life_are_told_apart() {
        assert!(topics("Zelfstandig reizen").is_disjoint(&topics("Zij kookt haar maaltijd")));
        assert!(topics("Hij weet wat hij wil").is_empty());
    }
}

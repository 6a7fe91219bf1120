//! Counts syllables, by the groups of vowels that Dutch says in one breath.

use super::lemma::is_vowel;

/// Vowels written with more than one letter, longest first.
const GROUPS: &[&str] = &[
    "eeuw", "ieuw", "aai", "ooi", "oei", "eau", "aa", "ee", "oo", "uu", "ie", "oe", "eu", "ui",
    "ij", "ei", "ou", "au", "ai", "oi", "ay", "ey", "oy", "io",
];

/// How many syllables a word has; 1 at least.
pub(crate) fn syllables(word: &str) -> usize {
    let word = word.to_lowercase();
    word.split(['-', '\'', '’'])
        .map(count)
        .sum::<usize>()
        .max(1)
}

fn count(word: &str) -> usize {
    let mut rest = word;
    let mut number = 0;
    let mut consonant = None;
    while let Some(letter) = rest.chars().next() {
        let length = if !is_sounded(rest, letter, consonant) {
            letter.len_utf8()
        } else if splits(rest) && !(rest.starts_with("ion") && matches!(consonant, Some('t' | 's')))
        {
            number += 1;
            1
        } else {
            number += 1;
            GROUPS
                .iter()
                .find(|group| rest.starts_with(**group))
                .map_or(letter.len_utf8(), |group| group.len())
        };
        consonant = (!is_vowel(letter)).then_some(letter);
        rest = &rest[length..];
    }
    number
}

/// Whether a letter starts a vowel: not the `u` of `qu`, nor a `y` before a vowel.
fn is_sounded(rest: &str, letter: char, before: Option<char>) -> bool {
    let next = rest.chars().nth(1);
    match letter {
        'u' if before == Some('q') => false,
        'y' => !next.is_some_and(is_vowel) || before.is_some(),
        other => is_vowel(other),
    }
}

/// Whether the first letter is a vowel of its own before another one: `-io-`, `-ia-`, `-eo-`.
fn splits(rest: &str) -> bool {
    [
        "io", "ia", "iu", "eo", "ea", "ua", "uo", "eum", "ieel", "ieus", "iënt", "oa",
    ]
    .iter()
    .any(|pair| rest.starts_with(pair))
        && !rest.starts_with("eau")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_as_spoken() {
        for (number, words) in [
            (
                1,
                "huis boek thee koe mij wij nieuw leeuw fraai mooi groei eet zien jij uur doe ui",
            ),
            (
                2,
                "tafel lopen huizen buurman koffie zeeën weekend auto foto station actie knieën euro lawaai geeuwen",
            ),
            (
                3,
                "begeleid boterham zaterdag kapotte douchegel telefoon radio piano museum cliënten video",
            ),
            (
                4,
                "begeleider organiseer verantwoorden activiteit televisie chocolade financieel evalueer",
            ),
            (
                5,
                "zelfstandigheden activiteiten communicatie mogelijkheden evalueren",
            ),
            (6, "verantwoordelijkheid"),
        ] {
            for word in words.split(' ') {
                assert_eq!(syllables(word), number, "{word}");
            }
        }
    }
}

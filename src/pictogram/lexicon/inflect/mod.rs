//! The forms of a word: from its base form to all others, by the rules of Dutch spelling.
//!
//! A form too many that is no word does no harm, as nobody writes it. One that is another word
//! would, so where the rules leave a choice, each file says which way it goes.

mod adjective;
mod noun;
mod verb;

use super::super::set::WordClass;

/// What a word is a form of, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Form {
    /// `bus`, `blij`
    Base,
    /// `bussen`
    Plural,
    /// `busje`
    Diminutive,
    /// `blije`
    Inflected,
    /// `blijer`, `blijst`
    Compared,
    /// `bellen`
    Infinitive,
    /// `bel`, of `ik` and of a command.
    Stem,
    /// `belt`
    Present,
    /// `belde`, `belden`
    Past,
    /// `gebeld`
    Participle,
    /// `bellend`
    Going,
}

impl Form {
    /// Whether a verb in this form has a subject and agrees with it.
    pub(super) fn is_finite(self) -> bool {
        matches!(self, Self::Stem | Self::Present | Self::Past)
    }
}

/// Who is told the forms of a word. They are put together in one place, as a string for each would
/// cost more than all rules together.
struct Listener<'a> {
    /// What stands before each form.
    particle: &'a str,
    text: String,
    tell: &'a mut dyn FnMut(&str, Form),
}

impl Listener<'_> {
    /// Tells a form, by its pieces.
    fn add(&mut self, pieces: &[&str], form: Form) {
        self.text.clear();
        self.text.push_str(self.particle);
        for piece in pieces {
            self.text.push_str(piece);
        }
        (self.tell)(&self.text, form);
    }
}

/// Tells every form of a word, its base form first. A form may come twice.
pub(super) fn forms(word: &str, class: WordClass, tell: &mut dyn FnMut(&str, Form)) {
    let mut to = Listener {
        particle: "",
        text: String::new(),
        tell,
    };
    match class {
        WordClass::Noun => noun::forms(word, &mut to),
        WordClass::Adjective => adjective::forms(word, &mut to),
        WordClass::Verb => verb::forms(word, &mut to),
    }
}

/// Tells the forms of a verb that parts, as one word, from those of the verb behind its particle:
/// `opstaat`, `opgestaan`.
pub(super) fn joined(particle: &str, verb: &str, tell: &mut dyn FnMut(&str, Form)) {
    let mut to = Listener {
        particle,
        text: String::new(),
        tell,
    };
    verb::forms(verb, &mut to);
    to.add(&["te", verb], Form::Infinitive);
}

/// Whether a letter is a vowel; the `y` of `baby` is one too.
fn is_vowel(letter: char) -> bool {
    matches!(
        letter,
        'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'é' | 'è' | 'ë' | 'ï' | 'ö' | 'ü' | 'á' | 'ó' | 'ê'
    )
}

/// How many groups of vowels a word has, which is about how many syllables.
fn vowel_groups(word: &str) -> usize {
    let mut groups = 0;
    let mut inside = false;
    for letter in word.chars() {
        let vowel = is_vowel(letter);
        groups += usize::from(vowel && !inside);
        inside = vowel;
    }
    groups
}

/// The last letters of a word: the one before the one before the last, and so on to the last.
fn ending(word: &str) -> (Option<char>, Option<char>, Option<char>) {
    let mut letters = word.chars().rev();
    let (last, before, third) = (letters.next(), letters.next(), letters.next());
    (third, before, last)
}

/// A word before a vowel of an ending, in every way that it may be spelt there: `boom` gives `bom`,
/// `kat` gives `katt`, `brief` gives `briev`; `dokter` stays, and `model` gives `modell` as well.
fn before_vowel(word: &str) -> Vec<String> {
    let (third, Some(before), Some(last)) = ending(word) else {
        return vec![word.to_owned()];
    };
    if is_vowel(last) {
        return vec![word.to_owned()];
    }
    let head = &word[..word.len() - last.len_utf8()];
    let soft = match last {
        'f' => 'v',
        's' => 'z',
        other => other,
    };
    if !is_vowel(before) {
        let mut found = vec![word.to_owned()];
        if soft != last && matches!(before, 'l' | 'r' | 'n' | 'm') {
            found.push(format!("{head}{soft}"));
        }
        return found;
    }
    if third == Some(before) && matches!(before, 'a' | 'e' | 'o' | 'u') {
        // A long vowel in two letters: one is enough in an open syllable.
        let short = &head[..head.len() - before.len_utf8()];
        let mut found = vec![format!("{short}{soft}")];
        if soft != last {
            found.push(format!("{short}{last}"));
        }
        return found;
    }
    if third.is_some_and(is_vowel) && !(third == Some('u') && before != 'i' && has_qu(word)) {
        // Two vowels of one sound: `brief`, `huis`.
        return if soft == last {
            vec![word.to_owned()]
        } else {
            vec![format!("{head}{soft}"), word.to_owned()]
        };
    }
    let doubled = format!("{word}{last}");
    if vowel_groups(word) > 1 {
        vec![doubled, word.to_owned(), format!("{head}{soft}")]
    } else {
        vec![doubled]
    }
}

fn has_qu(word: &str) -> bool {
    word.contains("qu")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn has(word: &str, class: WordClass, wanted: &[&str], unwanted: &[&str]) {
        let mut all = Vec::new();
        forms(word, class, &mut |text, _| all.push(text.to_owned()));
        for form in wanted {
            assert!(
                all.iter().any(|text| text == form),
                "{word}: {form}, {all:?}"
            );
        }
        for form in unwanted {
            assert!(!all.iter().any(|text| text == form), "{word}: {form}");
        }
    }

    #[test]
    fn nouns() {
        for (word, wanted, unwanted) in [
            (
                "boom",
                &["bomen", "boompje", "boompjes"][..],
                &["bommen"][..],
            ),
            ("bom", &["bommen", "bommetje"], &["bomen"]),
            ("bus", &["bussen", "busje"], &["buzen"]),
            ("huis", &["huizen", "huisje"], &[]),
            ("brief", &["brieven", "briefje"], &[]),
            ("foto", &["foto's", "fotootje"], &[]),
            ("baby", &["baby's", "baby'tje"], &[]),
            ("tafel", &["tafels", "tafeltje"], &[]),
            ("dokter", &["dokters"], &[]),
            ("kind", &["kinderen", "kindje"], &[]),
            ("ei", &["eieren", "eitje"], &[]),
            ("dag", &["dagen"], &["daggen"]),
            ("weg", &["wegen"], &["weggen"]),
            ("stad", &["steden"], &[]),
            ("koe", &["koeien"], &[]),
            ("afspraak", &["afspraken"], &[]),
            ("plan", &["plannen", "plannetje"], &["plantje", "planje"]),
            ("plant", &["planten", "plantje"], &[]),
            ("woning", &["woningen", "woninkje"], &[]),
            ("wandeling", &["wandelingetje"], &[]),
            ("mogelijkheid", &["mogelijkheden"], &[]),
            ("vriendin", &["vriendinnen"], &[]),
            ("koekje", &["koekjes"], &[]),
            ("knie", &["knieën"], &[]),
            ("wc", &["wc's"], &[]),
            ("ziekte", &["ziekten", "ziektes"], &[]),
            ("glas", &["glazen", "glaasje"], &["glassen"]),
            ("bal", &["ballen", "balletje"], &["balen"]),
            ("collega", &["collega's"], &[]),
        ] {
            has(word, WordClass::Noun, wanted, unwanted);
        }
    }

    #[test]
    fn adjectives() {
        for (word, wanted) in [
            ("boos", &["boze", "bozer", "boost"][..]),
            ("dik", &["dikke", "dikker", "dikst"]),
            ("rood", &["rode", "roder"]),
            ("duur", &["dure", "duurder", "duurst"]),
            ("lief", &["lieve"]),
            ("moe", &["moeë", "moeër"]),
            ("goed", &["goede", "beter", "best"]),
            ("makkelijk", &["makkelijke", "makkelijker"]),
            ("eenzaam", &["eenzame"]),
            ("leuk", &["leuks"]),
        ] {
            has(word, WordClass::Adjective, wanted, &[]);
        }
    }

    #[test]
    fn verbs() {
        for (word, wanted, unwanted) in [
            (
                "bellen",
                &["bel", "belt", "belde", "gebeld", "bellend"][..],
                &["beel"][..],
            ),
            ("maken", &["maak", "maakt", "maakte", "gemaakt"], &["mak"]),
            ("leven", &["leef", "leeft", "leefde", "geleefd"], &[]),
            ("reizen", &["reis", "reist", "reisde", "gereisd"], &[]),
            ("duwen", &["duw", "duwt", "duwde", "geduwd"], &["duuw"]),
            (
                "wandelen",
                &["wandel", "wandelt", "wandelde", "gewandeld"],
                &[],
            ),
            (
                "proberen",
                &["probeer", "probeert", "probeerde", "geprobeerd"],
                &[],
            ),
            (
                "lopen",
                &["loop", "loopt", "liep", "liepen", "gelopen"],
                &[],
            ),
            ("gaan", &["ga", "gaat", "ging", "gegaan"], &[]),
            ("komen", &["kom", "komt", "kwam"], &["koom"]),
            ("rijden", &["rij", "rijd", "rijdt", "reed"], &[]),
            ("zetten", &["zet", "zette", "gezet"], &["zett"]),
            ("praten", &["praat", "praatte", "gepraat"], &[]),
            ("spelen", &["speel", "speelde"], &["spel"]),
            ("bezoeken", &["bezoek", "bezocht"], &[]),
            ("verhuizen", &["verhuis", "verhuisd", "verhuisde"], &[]),
            ("eten", &["eet", "at", "gegeten"], &[]),
            ("oefenen", &["oefen", "oefende", "geoefend"], &[]),
            ("appen", &["app", "appt", "geappt"], &[]),
            ("gamen", &["game", "gamet", "gegamed"], &[]),
            ("wassen", &["was", "wast", "waste", "gewassen"], &[]),
        ] {
            has(word, WordClass::Verb, wanted, unwanted);
        }
        let mut all = Vec::new();
        joined("op", "staan", &mut |text, _| all.push(text.to_owned()));
        for form in [
            "opstaan",
            "opsta",
            "opstaat",
            "opstond",
            "opgestaan",
            "optestaan",
        ] {
            assert!(all.iter().any(|text| text == form), "{form}");
        }
    }
}

//! Plurals and diminutives.

use super::{Form, Listener, before_vowel, ending, is_vowel, vowel_groups};
use crate::language::{self, VerbForm};

/// Plurals that no rule leads to; the last part of a compound counts: `huisdier`, `speelgoedauto`.
#[rustfmt::skip]
const IRREGULAR: &[(&str, &str)] = &[
    ("bad", "baden"), ("bedrag", "bedragen"), ("blad", "bladeren"), ("blad", "bladen"), ("dag", "dagen"),
    ("dak", "daken"), ("dal", "dalen"), ("ei", "eieren"), ("gat", "gaten"), ("gebed", "gebeden"),
    ("gebrek", "gebreken"), ("gelid", "gelederen"), ("glas", "glazen"), ("god", "goden"), ("graf", "graven"),
    ("hertog", "hertogen"), ("hof", "hoven"), ("kalf", "kalveren"), ("kind", "kinderen"), ("koe", "koeien"),
    ("lam", "lammeren"), ("lid", "leden"), ("lied", "liederen"), ("lot", "loten"), ("museum", "musea"),
    ("centrum", "centra"), ("oorlog", "oorlogen"), ("pad", "paden"), ("rad", "raderen"), ("schip", "schepen"),
    ("slag", "slagen"), ("slot", "sloten"), ("smid", "smeden"), ("spel", "spelen"), ("stad", "steden"),
    ("vat", "vaten"), ("verdrag", "verdragen"), ("verlof", "verloven"), ("vlo", "vlooien"), ("volk", "volkeren"),
    ("weg", "wegen"), ("been", "benen"), ("rund", "runderen"), ("hoen", "hoenderen"), ("gemoed", "gemoederen"),
    ("goed", "goederen"), ("teen", "tenen"), ("thee", "theeën"), ("zee", "zeeën"), ("idee", "ideeën"),
    ("toetsenbord", "toetsenborden"), ("medicus", "medici"), ("catalogus", "catalogi"), ("politicus", "politici"),
];

/// Diminutives that no rule leads to.
const SMALL: &[(&str, &str)] = &[
    ("bad", "badje"),
    ("blad", "blaadje"),
    ("gat", "gaatje"),
    ("glas", "glaasje"),
    ("pad", "paadje"),
    ("schip", "scheepje"),
    ("vat", "vaatje"),
    ("lot", "lootje"),
    ("jongen", "jongetje"),
];

/// Tells every form of a noun.
pub(super) fn forms(word: &str, to: &mut Listener<'_>) {
    to.add(&[word], Form::Base);
    let mut irregular = false;
    let last = word.as_bytes().last();
    for (one, more) in IRREGULAR {
        if one.as_bytes().last() != last {
            continue;
        }
        let Some(head) = word.strip_suffix(one) else {
            continue;
        };
        // The head of a compound, not the end of another word: `afslag` but not `adelaar`.
        if head.is_empty() || vowel_groups(head) > 0 && head.chars().count() > 2 {
            to.add(&[head, more], Form::Plural);
            irregular |= head.is_empty();
        }
    }
    if !irregular {
        plurals(word, to);
    }
    diminutives(word, to);
}

fn plurals(word: &str, to: &mut Listener<'_>) {
    let mut add = |pieces: &[&str]| to.add(pieces, Form::Plural);
    let (_, Some(before), Some(last)) = ending(word) else {
        return;
    };
    if let Some(stem) = word.strip_suffix("heid") {
        add(&[stem, "heden"]);
        return;
    }
    if matches!(last, 'a' | 'i' | 'o' | 'u' | 'y') && !is_vowel(before) {
        add(&[word, "'s"]);
        return;
    }
    if word.ends_with("ie") || word.ends_with("ee") {
        add(&[word, "s"]);
        add(&[word, "ën"]);
        add(&[&word[..word.len() - 1], "ën"]);
        return;
    }
    if word.chars().count() <= 3 && !word.chars().any(is_vowel) {
        add(&[word, "'s"]);
        return;
    }
    if last == 'e' || last == 'é' {
        add(&[word, "s"]);
        add(&[word, "n"]);
        return;
    }
    if is_vowel(last) {
        add(&[word, "s"]);
        add(&[word, "en"]);
        return;
    }
    // `slingeren` is a verb: two `slinger` are `slingers`.
    let quiet = vowel_groups(word) > 1 && (word.ends_with("er") || word.ends_with("el"));
    for stem in before_vowel(word) {
        let verb = || language::verb_form(&format!("{stem}en")) == VerbForm::Infinitive;
        if !quiet || !verb() {
            add(&[&stem, "en"]);
        }
    }
    // Short words of one syllable have no plural on -s: `wens` is none of `wen`.
    if vowel_groups(word) > 1 || !matches!(last, 's' | 'z' | 'x') && word.chars().count() > 3 {
        add(&[word, "s"]);
    }
}

fn diminutives(word: &str, to: &mut Listener<'_>) {
    let mut add = |pieces: [&str; 3]| {
        let [head, middle, end] = pieces;
        to.add(&[head, middle, end, "s"], Form::Diminutive);
        to.add(&[head, middle, end], Form::Diminutive);
    };
    let (third, Some(before), Some(last)) = ending(word) else {
        return;
    };
    for (_, small) in SMALL.iter().filter(|(one, _)| *one == word) {
        add([small, "", ""]);
    }
    if word.ends_with("je") {
        return;
    }
    if word.ends_with("ing") {
        add([&word[..word.len() - "ng".len()], "nkje", ""]);
    }
    let letter = &word[word.len() - last.len_utf8()..];
    match last {
        'a' | 'o' | 'u' if !is_vowel(before) => add([word, letter, "tje"]),
        'y' if !is_vowel(before) => add([word, "'tje", ""]),
        'i' if !is_vowel(before) => add([word, "etje", ""]),
        'é' => add([&word[..word.len() - letter.len()], "eetje", ""]),
        last if is_vowel(last) || last == 'w' => add([word, "tje", ""]),
        _ => {
            let short = is_vowel(before) && !third.is_some_and(is_vowel);
            // `plannetje`: a `plantje` is a small `plant`.
            let single = short && vowel_groups(word) == 1;
            match last {
                // `lammetje`: a `lampje` is a small `lamp`.
                'l' | 'n' | 'r' | 'm' if single => {}
                'l' | 'n' | 'r' => add([word, "tje", ""]),
                'm' => add([word, "pje", ""]),
                _ => add([word, "je", ""]),
            }
            if short && matches!(last, 'b' | 'g' | 'l' | 'm' | 'n' | 'p' | 'r' | 'd') {
                add([word, letter, "etje"]);
            }
            if word.ends_with("ng") {
                add([word, "etje", ""]);
            }
        }
    }
}

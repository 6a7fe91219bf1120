//! Plurals and diminutives.

use super::{Form, before_vowel, ending, is_vowel, vowel_groups};

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

/// Every form of a noun.
pub(super) fn forms(word: &str) -> Vec<(String, Form)> {
    let mut forms = vec![(word.to_owned(), Form::Base)];
    let mut add = |text: String, form| forms.push((text, form));
    let mut irregular = false;
    for (one, more) in IRREGULAR {
        let Some(head) = word.strip_suffix(one) else {
            continue;
        };
        // The head of a compound, not the end of another word: `afslag` but not `adelaar`.
        if head.is_empty() || vowel_groups(head) > 0 && head.chars().count() > 2 {
            add(format!("{head}{more}"), Form::Plural);
            irregular |= head.is_empty();
        }
    }
    if !irregular {
        for more in plurals(word) {
            add(more, Form::Plural);
        }
    }
    for small in diminutives(word) {
        add(format!("{small}s"), Form::Diminutive);
        add(small, Form::Diminutive);
    }
    forms
}

fn plurals(word: &str) -> Vec<String> {
    let (_, Some(before), Some(last)) = ending(word) else {
        return Vec::new();
    };
    if let Some(stem) = word.strip_suffix("heid") {
        return vec![format!("{stem}heden")];
    }
    if matches!(last, 'a' | 'i' | 'o' | 'u' | 'y') && !is_vowel(before) {
        return vec![format!("{word}'s")];
    }
    if word.ends_with("ie") || word.ends_with("ee") {
        let trema = &word[..word.len() - 1];
        return vec![
            format!("{word}s"),
            format!("{word}ën"),
            format!("{trema}ën"),
        ];
    }
    if word.chars().count() <= 3 && !word.chars().any(is_vowel) {
        return vec![format!("{word}'s")];
    }
    if last == 'e' || last == 'é' {
        return vec![format!("{word}s"), format!("{word}n")];
    }
    if is_vowel(last) {
        return vec![format!("{word}s"), format!("{word}en")];
    }
    let mut found: Vec<_> = before_vowel(word)
        .into_iter()
        .map(|stem| format!("{stem}en"))
        .collect();
    // Short words of one syllable have no plural on -s: `wens` is none of `wen`.
    if vowel_groups(word) > 1 || !matches!(last, 's' | 'z' | 'x') && word.chars().count() > 3 {
        found.push(format!("{word}s"));
    }
    found
}

fn diminutives(word: &str) -> Vec<String> {
    let (third, Some(before), Some(last)) = ending(word) else {
        return Vec::new();
    };
    let mut found: Vec<_> = SMALL
        .iter()
        .filter(|(one, _)| *one == word)
        .map(|(_, small)| (*small).to_owned())
        .collect();
    if word.ends_with("je") {
        return found;
    }
    if word.ends_with("ing") {
        found.push(format!("{}nkje", &word[..word.len() - "ng".len()]));
    }
    match last {
        'a' | 'o' | 'u' if !is_vowel(before) => found.push(format!("{word}{last}tje")),
        'y' if !is_vowel(before) => found.push(format!("{word}'tje")),
        'i' if !is_vowel(before) => found.push(format!("{word}etje")),
        'é' => found.push(format!("{}eetje", &word[..word.len() - 'é'.len_utf8()])),
        last if is_vowel(last) || last == 'w' => found.push(format!("{word}tje")),
        _ => {
            found.push(format!("{word}je"));
            if matches!(last, 'l' | 'n' | 'r') {
                found.push(format!("{word}tje"));
            }
            if last == 'm' {
                found.push(format!("{word}pje"));
            }
            let short = is_vowel(before) && !third.is_some_and(is_vowel);
            if short && matches!(last, 'b' | 'g' | 'l' | 'm' | 'n' | 'p' | 'r' | 'd') {
                found.push(format!("{word}{last}etje"));
            }
            if word.ends_with("ng") {
                found.push(format!("{word}etje"));
            }
        }
    }
    found
}

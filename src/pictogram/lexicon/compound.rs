//! Words made of words: `tandartsafspraak` has the picture of its head, or that of what tells more.

use super::super::set::WordClass;
use super::animal;
use super::file::Kind;
use super::homograph::Homograph;
use super::inflect::Form;
use super::token::Token;
use super::{Lexicon, Reading};
use crate::language::{self, VerbForm};

/// The fewest letters of a part.
const LEAST: usize = 3;
/// The fewest letters of a compound.
const LEAST_WHOLE: usize = 6;

/// What stands between two parts.
const LINKS: &[&str] = &["", "s", "en", "n", "e", "-", "s-", "en-"];

/// Heads that say little: what is before them says more.
#[rustfmt::skip]
const GENERAL: &[&str] = &[
    "activiteit", "afspraak", "avond", "begeleiding", "beurt", "bezoek", "club", "controle", "cursus", "dag", "doel", "gesprek",
    "groep", "hoek", "hulp", "les", "lijst", "lijstje", "middag", "moment", "ochtend", "oefening", "plan", "plek", "probleem", "project", "ronde",
    "rondje", "rooster", "schema", "taak", "therapie", "tijd", "tocht", "training", "uur", "uurtje", "vraag", "week", "weer",
    "wedstrijd", "wens", "spullen", "dienst", "regel", "dingen", "klacht", "klus", "medewerker", "vereniging", "team",
    "kosten", "tas", "weide", "werkplaats", "ploeg", "afdeling", "toernooi",
];

/// Beginnings that are words as well, and change what follows.
#[rustfmt::skip]
const PREFIXES: &[&str] = &[
    "aan", "achter", "anti", "bij", "binnen", "boven", "buiten", "door", "her", "hoofd", "mee", "mis", "naar", "non", "oer",
    "om", "onder", "ont", "oud", "over", "stief", "schoon", "groot", "achterklein", "klein", "tegen", "tussen", "uit", "ver", "vol", "voor", "weer", "wan", "eer", "een",
    "pleeg", "half", "den", "ten", "ter", "van", "die", "dat", "met", "was", "een", "men", "and", "ent", "gen", "sch",
];

/// Compounds that are no kind of their last part.
#[rustfmt::skip]
const OPAQUE: &[&str] = &[
    "aardappel", "aardbei", "autonoom", "badhuis", "badjas", "badlaken", "badmeester", "ballenbak", "bankstel",
    "bedrijfswereld", "bespaard", "bewustzijn", "bijbel", "blijspel", "bloeddoorlopen", "bloembak", "bloemkool",
    "bol", "boomstam", "borstkas", "boterham", "bouwwerk", "brandweerman", "broodtrommel", "bruidsschat", "buitenman",
    "dagblad", "dennenappel", "deurbel", "dierenarts", "doelman", "dorpshoofd", "dropveter", "duimstok",
    "dwarslaesie", "eekhoorn", "eettent", "eierstok", "familielid", "geboortekaart", "gehaktbal", "geheimschrift",
    "gezichtspunt", "gezinshuis", "goedkeuring", "gootsteen", "goudvis", "groenteboer", "haardroger", "haarwasmiddel",
    "hagelslag", "hagelsteen", "handdoek", "handelaar", "handenarbeid", "handpop", "handrem", "handschoen",
    "handschrift", "handspiegel", "handwerk", "hartslag", "herhaalrecept", "hondenbaan", "hondenweer", "hondsdagen",
    "hoofdstuk", "hoogtepunt", "hotdog", "huisbezoek", "huiswerk", "hulpmiddel", "inktvis", "kaalslag", "kaasboer",
    "kabouter", "kattenkwaad", "kerkklok", "kerstman", "kippenvel", "kleinkind", "klokhuis", "kniestoel",
    "knoflookteen", "koffiedik", "konijnenpijp", "koptelefoon", "kruispunt", "kunstgebit", "kunststuk", "kunstwerk",
    "kurkentrekker", "landschap", "leeghoofd", "leerkracht", "lichtbak", "lieveheersbeestje", "losweken",
    "luchtballon", "luipaard", "luistertas", "maagzuur", "maandverband", "maatwerk", "meesterstuk", "meikever",
    "melkboer", "meubel", "milieustraat", "moederskind", "muurbloem", "nachtmerrie", "naslagwerk", "netwerk",
    "neushoorn", "neuspeuteren", "nieuwsgierig", "nijlpaard", "ochtendjas", "ogenblik", "onderwerp", "ooglid",
    "oogpotlood", "oogpunt", "oogschaduw", "oorbel", "oorlog", "oorworm", "operator", "oppervlak", "paardenbloem",
    "paardenkracht", "paardenstaart", "paddenstoel", "paspop", "pechvogel", "pindakaas", "pindarotsje",
    "plantenspuit", "politieman", "prullenbak", "rechtspraak", "regenboog", "reisagent", "ridderslag", "ruggengraat",
    "schaamlip", "schildpad", "schoenlepel", "schoolhoofd", "schoorsteen", "sinaasappel", "slagroom", "sneeuwklokje",
    "sneeuwpop", "speelgoed", "spiegelei", "spijkerschrift", "stamboom", "stamkroeg", "standpunt", "stemvork",
    "stofzuiger", "stokbrood", "tandpasta", "teamlid", "tijdschrift", "tijdstip", "toneelstuk", "traplift",
    "tuinkers", "uitzendbureau", "uurwerk", "vaatdoek", "vakman", "varkensstaart", "vingerhoed", "vingerpop",
    "vleermuis", "vliegtuig", "voetbal", "voorbeeld", "vrachtwagen", "vuurwerk", "walvis", "waterijs", "waterkoker",
    "waterpokken", "weekdier", "wenkbrauw", "werkstuk", "werktuig", "wespennest", "wielrennen", "wimperborstel",
    "windpokken", "winkelhaak", "yoghurtdrank", "zakdoek", "zandbak", "zandzak", "zeehond", "zeeleeuw", "zeepaard",
    "zondagskind", "zonnebank", "zonnesteek", "zuurkool", "zwaartepunt", "zwartwerk", "zwemvest",
];

/// Last parts that mean too many things to show what a compound is.
#[rustfmt::skip]
const NO_HEAD: &[&str] = &[
    "arm", "as", "baas", "bad", "bak", "bal", "band", "bank", "blad", "blik", "bord", "bureau", "dam",
    "deel", "ding", "doos", "drank", "eind", "fles", "huis", "kaart", "kamer", "kant", "keuring", "kist", "kleur",
    "kom", "kracht", "lat", "leden", "lid", "lijn", "lijst", "man", "mat", "mees", "pad", "pakket", "papier",
    "partner", "partners", "pas", "pasta", "pen", "pennen", "plaat", "plank", "plas", "pot", "punt", "rand", "ras",
    "rek", "ruimte", "rust", "schap", "schappen", "schrift", "slag", "spel", "spuit", "staat", "stand", "stang",
    "stel", "stof", "stok", "stuk", "tor", "tuig", "vak", "verband", "verf", "voeding", "vorm", "vrouw", "water",
    "weer", "weg", "wereld", "werk", "zaak", "zin",
];

/// Last parts that no other word ends with by accident, so that the first part may be any word.
#[rustfmt::skip]
const SURE_HEADS: &[&str] = &[
    "cursus", "gesprek", "overleg", "training", "vergadering", "verzekering", "formulier", "taxi", "oefening", "bespreking",
    "activiteit", "examen", "rapportage", "kookplaat", "muziek", "medicijn", "winkel", "toestel", "computer", "brief",
];

/// First parts that mean something else in front of a word: a `proefles` isn't tasted.
#[rustfmt::skip]
const NO_MODIFIER: &[&str] = &[
    "hoofd", "kop", "kunst", "nep", "proef", "proefs", "spook", "stam", "stief", "was",
];

/// What a compound stands for.
pub(super) struct Part {
    pub(super) concept: usize,
    pub(super) lemma: String,
}

/// The concept of a compound that the lexicon doesn't have.
pub(super) fn concept(lexicon: &Lexicon, token: &Token<'_>) -> Option<Part> {
    let word = token.word.as_str();
    if word.chars().count() < LEAST_WHOLE || word.len() > language::LONGEST_WORD {
        return None;
    }
    let bases = language::base_forms(word);
    if bases.iter().any(|base| OPAQUE.contains(&base.as_str())) {
        return None;
    }
    // `knikkers` are `knikker`, whatever `kers` is: a plural that is known ends with its head.
    let singular = bases
        .iter()
        .find(|base| *base != word && word.len() > base.len() && language::is_listed(base));
    // `gekomen` is no kind of `oom`, nor `verspillen` of `pil`: of a verb only a verb is the head.
    let verb = !word.ends_with("kleren")
        && (word.ends_with("en") && language::is_participle(word)
            || matches!(
                language::verb_form(word),
                VerbForm::Infinitive | VerbForm::Finite
            ));
    // The longest head first: `tandartsafspraak` is no kind of `spraak`.
    let places = word.char_indices().map(|(at, _)| at);
    places
        .filter(|at| *at >= LEAST && word.len() - at >= LEAST)
        .find_map(|at| {
            let (before, head) = word.split_at(at);
            let modifier = modifier(lexicon, before).or_else(|| unknown(before, head))?;
            let part = joined(lexicon, &modifier, head, verb)?;
            let whole = part.lemma == modifier.lemma
                || singular.is_none_or(|singular| singular.ends_with(&part.lemma));
            whole.then_some(part)
        })
}

/// The first part of a compound, without what links it to the head.
struct Modifier {
    concept: Option<usize>,
    lemma: String,
}

fn modifier(lexicon: &Lexicon, before: &str) -> Option<Modifier> {
    let bare = LINKS.iter().filter_map(|link| before.strip_suffix(link));
    let known = bare.filter(|part| {
        part.chars().count() >= LEAST && !PREFIXES.contains(part) && !NO_MODIFIER.contains(part)
    });
    let mut plain = None;
    for part in known {
        let readings: Vec<_> = lexicon.forms.get(part).collect();
        if let Some((concept, lemma)) = one_concept(lexicon, &readings, true, |form| {
            matches!(form, Form::Base | Form::Stem | Form::Infinitive)
        }) {
            return Some(Modifier {
                concept: Some(concept),
                lemma,
            });
        }
        let is_word =
            language::is_listed(part) || part.chars().count() > 3 && language::rank(part).is_some();
        if is_word && plain.is_none() {
            plain = Some(Modifier {
                concept: None,
                lemma: part.to_owned(),
            });
        }
    }
    plain
}

/// A first part that nobody knows, before a head that is no accident: `opvoedcursus`.
fn unknown(before: &str, head: &str) -> Option<Modifier> {
    let sure = language::base_forms(head)
        .iter()
        .any(|base| SURE_HEADS.contains(&base.as_str()));
    (sure && before.chars().count() > LEAST && !PREFIXES.contains(&before)).then(|| Modifier {
        concept: None,
        lemma: before.to_owned(),
    })
}

fn joined(lexicon: &Lexicon, modifier: &Modifier, head: &str, verb: bool) -> Option<Part> {
    let general = !verb
        && language::base_forms(head)
            .iter()
            .any(|base| GENERAL.contains(&base.as_str()));
    let mut nouns: Vec<_> = lexicon.forms.get(head).collect();
    nouns.retain(|reading| {
        let lemma = &lexicon.lemmas[reading.lemma];
        let infinitive = lemma.class == WordClass::Verb && reading.form == Form::Infinitive;
        lemma.class == WordClass::Noun && !verb || infinitive && lemma.text.len() > 4
    });
    let bases = language::base_forms(head);
    let barred = bases.iter().any(|base| NO_HEAD.contains(&base.as_str()));
    let own = one_concept(lexicon, &nouns, false, |_| !barred);
    if let Some((animal, _)) = own
        && let Some(concept) = animal::toy(lexicon, &modifier.lemma, animal)
    {
        return Some(Part {
            concept,
            lemma: modifier.lemma.clone(),
        });
    }
    let weak = own
        .as_ref()
        .is_none_or(|(concept, _)| lexicon.concepts[*concept].weak);
    if general && let Some(concept) = modifier.concept {
        let telling = matches!(
            lexicon.concepts[concept].kind,
            Kind::Act | Kind::Thing | Kind::Place | Kind::Person | Kind::Feeling
        ) && !lexicon.concepts[concept].weak;
        if telling {
            return Some(Part {
                concept,
                lemma: modifier.lemma.clone(),
            });
        }
    }
    if weak && !general {
        return None;
    }
    own.map(|(concept, lemma)| Part { concept, lemma })
}

/// The one concept that readings lead to, when no rules are needed to tell, or when what the rules
/// say of a word by itself will do.
fn one_concept(
    lexicon: &Lexicon,
    readings: &[Reading],
    by_itself: bool,
    wanted: impl Fn(Form) -> bool,
) -> Option<(usize, String)> {
    let mut found: Option<(usize, String)> = None;
    for reading in readings.iter().filter(|reading| wanted(reading.form)) {
        let lemma = &lexicon.lemmas[reading.lemma];
        let rules = lexicon.homographs.get(&lemma.text);
        let told = |rules: &Homograph| by_itself || !rules.has_choices();
        if rules.is_some_and(|rules| !told(rules) || rules.otherwise() != Some(lemma.concept)) {
            return None;
        }
        match &found {
            Some((concept, _)) if *concept != lemma.concept => return None,
            Some(_) => {}
            None => found = Some((lemma.concept, lemma.text.clone())),
        }
    }
    found
}

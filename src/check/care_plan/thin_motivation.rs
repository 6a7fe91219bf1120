//! A motivation is more than a phrase, and more than the intensiteit once more.

use std::collections::BTreeSet;

use super::super::doc::Doc;
use super::super::rule::{FORMAL, Remark, Report, Rule, Subject};
use super::{goal_key, goals};
use crate::dossier::code::Funding;
use crate::dossier::goal::{Effort, Goal};
use crate::dossier::value::Text;
use crate::finding::Severity;
use crate::language::{count_words, sentences, stems};

/// The fewest words of a motivation in one sentence.
const WORDS_IN_ONE_SENTENCE: usize = 12;
/// The fewest words of a motivation in more than one.
const WORDS: usize = 8;
/// The fewest words of one sentence that say something new: what was tried, what happens otherwise,
/// what ends it. Of more sentences one such word will do.
const NEW_WORDS: usize = 2;

/// Words of motivations that fit any goal.
const FITS_ANY_GOAL: &str = "aanpak afgesproken afspraak beoordeeld beschikking behalen bereiken \
    besproken cliënt conform doelen gemeente geïndiceerd gesteld hulp hulpvraag indicatie \
    ingeschat inschatting intensiteit inzet noodzakelijk nodig ondersteunen ondersteuning overleg \
    passend plan professional realiseren team toegewezen toereikend voldoende waarvoor werken zie \
    zoals zorg";

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "magere-motivatie",
        severity: Severity::Warning,
        what: "Een motivatie is meer dan een zinsdeel: ten minste 12 woorden, of meer zinnen van samen ten minste 8, en zij zegt iets wat niet al bij doel, aard, frequentie of intensiteit staat. Bij een doel op eigen kosten hoeft dat niet.",
        why: "Uit \"nodig om het doel te bereiken\" kan het lokale team niet opmaken waarom het niet met minder kan.",
        source: "beoordeling door het lokale team: intensiteit goed gemotiveerd",
        wrong: "motivatie = \"Conform indicatie.\"",
        right: "motivatie = \"Met één keer per week werd de reis geen gewoonte. Daarom nu twee ritten van drie kwartier, tot de heenreis lukt.\"",
    },
    stops: FORMAL,
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    for (index, goal) in goals(subject) {
        let Some(text) = goal.motivation.as_ref().map(Text::as_str) else {
            continue;
        };
        if goal.funding == Some(Funding::OwnCost) {
            continue;
        }
        let number = index + 1;
        let message = if is_short(text) {
            format!("de motivatie van doel {number} is niet meer dan een zinsdeel")
        } else if says_nothing_new(goal, text) {
            format!("de motivatie van doel {number} zegt niets nieuws over de intensiteit")
        } else {
            continue;
        };
        report.add(
            Remark::on_plan(goal_key(index, "motivatie"), message)
                .hint("schrijf wat is geprobeerd, waarom dit genoeg is en niet te veel, en wanneer het minder wordt")
                .quote(text),
        );
    }
}

fn is_short(text: &str) -> bool {
    let words = count_words(text);
    words < WORDS || words < WORDS_IN_ONE_SENTENCE && sentences(text).len() < 2
}

/// Whether few words are left without those of the goal itself and those that fit any goal.
fn says_nothing_new(goal: &Goal, text: &str) -> bool {
    let known = [&goal.goal, &goal.nature, &goal.frequency];
    let known = known.into_iter().flatten().map(ToString::to_string);
    let amount = goal.effort.as_ref().map(Effort::label);
    let known: Vec<_> = known.chain(amount).collect();
    let known = format!("{} {} {FITS_ANY_GOAL}", goal.title, known.join(" "));
    let known: BTreeSet<_> = stems(&known);
    let least = if sentences(text).len() < 2 {
        NEW_WORDS
    } else {
        1
    };
    stems(text).difference(&known).count() < least
}

//! What should be the client's own words isn't told about them.

use super::super::doc::Doc;
use super::super::rule::{FORMAL, Remark, Report, Rule, Subject};
use super::{goals, voice};
use crate::dossier::plan::Plan;
use crate::dossier::source::KeyPath;
use crate::dossier::value::Text;
use crate::finding::Severity;
use crate::language;

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "eigen-woorden",
        severity: Severity::Warning,
        what: "Wensen, de wens bij een doel, eigen_woorden en de zienswijze staan er zoals de cliënt het zegt, en niet in woorden van een ander over de cliënt.",
        why: "Een wens die een ander heeft verwoord, is al uitgelegd. In de eigen woorden herkent de cliënt het plan, en ziet het lokaal team wat de cliënt zelf belangrijk vindt. Wie niet met ‘ik’ spreekt, mag zo geciteerd worden als diegene spreekt.",
        source: "regionaal format: wensen in eigen woorden; praktijk: Mijn Plan",
        wrong: "wens = \"Zoë wil minder afhankelijk zijn van de taxi.\"",
        right: "wens = \"Ik wil niet meer wachten op de taxi.\"",
    },
    stops: FORMAL,
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    let plan = subject.plan();
    let client = language::Subject {
        name: plan.client.first_name.as_str(),
        pronoun: plan.client.pronoun,
    };
    for (path, text, what) in own_words(plan) {
        if voice::is_about(text.as_str(), client) {
            let message = format!("{what} vertelt over de cliënt en is niet in eigen woorden");
            let remark = Remark::on_plan(path, message).quote(text.as_str());
            report.add(remark.hint("schrijf op wat de cliënt zei: \"Ik wil …\""));
        }
    }
}

/// Every text that is the client's own, with its place and what messages call it.
fn own_words(plan: &Plan) -> Vec<(KeyPath, &Text, String)> {
    let mut texts = Vec::new();
    let wishes = plan.picture.iter().flat_map(|picture| &picture.wishes);
    for (index, wish) in wishes.enumerate() {
        let path = KeyPath::root("beeldvorming").key("wensen").index(index);
        texts.push((path, wish, format!("wens {}", index + 1)));
    }
    for (number, goal, path) in goals(plan) {
        let wish = goal.wish.as_ref();
        texts.extend(
            wish.map(|wish| (path.key("wens"), wish, format!("de wens bij doel {number}"))),
        );
    }
    for (index, passage) in plan.who_am_i.iter().enumerate() {
        let path = KeyPath::root("wie_ben_ik")
            .index(index)
            .key("eigen_woorden");
        let what = format!("eigen_woorden bij wie_ben_ik {}", index + 1);
        texts.extend(passage.own_words.as_ref().map(|text| (path, text, what)));
    }
    let view = plan.client_view.as_ref().map(|view| &view.text);
    let path = KeyPath::root("zienswijze").key("tekst");
    texts.extend(view.map(|text| (path, text, "de zienswijze".to_owned())));
    texts
}

//! What I pay myself: for what, how much, over what time.

use minijinja::context;

use super::goals::title;
use crate::dossier::code::{Funding, Per};
use crate::dossier::value::Euro;
use crate::phrase::PhraseError;
use crate::rendition::easy::{Booklet, Group, MOST_WORDS, inside, short_sentences};

/// Adds what the client pays, if there is anything.
pub(super) fn pages(booklet: &mut Booklet<'_>) -> Result<(), PhraseError> {
    let context = booklet.context;
    let mut groups = Vec::new();
    for goal in &context.dossier.plan.goals {
        let cost = goal.own_cost.as_ref();
        if goal.funding != Some(Funding::OwnCost) && cost.is_none() {
            continue;
        }
        let mut lines = vec![booklet.told("betaal_zelf", "betalen")?];
        let purpose = cost.and_then(|cost| cost.purpose.as_ref());
        let purpose = purpose.and_then(|text| short_sentences(text.as_str(), MOST_WORDS));
        let mut purpose = purpose.unwrap_or_default().into_iter();
        if let Some(first) = purpose.next() {
            let variables = context! { waarvoor => inside(first.trim_end_matches('.')) };
            lines.push(booklet.told_of("betaal_voor", variables, None)?);
        }
        lines.extend(booklet.lines(purpose.collect()));
        lines.push(
            match cost.and_then(|cost| cost.amount.map(|amount| (amount, cost.per))) {
                Some((amount, per)) => {
                    let variables =
                        context! { bedrag => spoken(amount), per => per.map(Per::label) };
                    booklet.told_of("dat_kost", variables, Some("geld"))?
                }
                None => booklet.told("kosten_later", "geld")?,
            },
        );
        groups.push(Group {
            heading: Some(title(goal).to_owned()),
            lines,
        });
    }
    let title = booklet.word("zelf_betalen")?;
    booklet.section(&title, groups, Vec::new())
}

/// An amount as it is said: `12 euro en 50 cent`.
fn spoken(amount: Euro) -> String {
    let text = amount.to_string();
    let number = text.trim_start_matches("€ ");
    match number.split_once(',') {
        Some((euros, "00")) => format!("{euros} euro"),
        Some(("0", cents)) => format!("{} cent", cents.trim_start_matches('0')),
        Some((euros, cents)) => format!("{euros} euro en {} cent", cents.trim_start_matches('0')),
        None => text,
    }
}

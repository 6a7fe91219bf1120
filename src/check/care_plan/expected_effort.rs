//! What goals ask, beside the intensiteit that the plan van aanpak expects of them.

use jiff::civil::Date as Day;

use super::super::doc::Doc;
use super::super::rule::{FORMAL, Remark, Report, Rule, Subject};
use super::allotment::{asked, funded};
use super::amount::{Amount, Period, on_day, starts};
use super::goal_key;
use super::pairing::Pairing;
use crate::dossier::goal::{Effort, Goal};
use crate::dossier::value::Date;
use crate::finding::Severity;

/// The part of the expected intensity below which a reader wonders whether the goal is in reach.
const LEAST_PART: f64 = 0.5;

/// How many times the expected intensity still is what was expected: it is an estimate, and a month
/// often counts as four weeks.
const MORE: f64 = 1.1;

/// Words by which a motivation speaks of what the local team expects.
const SPEAKS_OF_TEAM: &[&str] = &[
    "plan van aanpak",
    "adviesformulier",
    "lokaal team",
    "lokale team",
    "wijkteam",
    "consulent",
    "wijkcoach",
    "verwachte",
    "verwacht was",
    "meer dan verwacht",
    "minder dan verwacht",
];

pub(super) const RULE: Rule = Rule {
    doc: Doc {
        code: "intensiteit-anders-dan-verwacht",
        severity: Severity::Warning,
        what: "Vragen de doelen bij een doel van het plan van aanpak samen meer dan daar verwacht wordt, dan gaat de motivatie daarop in. Vragen zij nog niet de helft, of rekenen zij in een andere eenheid, dan is dat een tip. Een tiende meer geldt als hetzelfde.",
        why: "Het lokale team houdt de intensiteit naast wat het zelf verwachtte, en zoekt in de motivatie naar het verschil.",
        source: "beoordeling door het lokale team: intensiteit goed gemotiveerd, naast de verwachte intensiteit",
        wrong: "verwachte_intensiteit van 1 uur per week, en een doel van 2 uur per week waarvan de motivatie er niets over zegt",
        right: "motivatie = \"Het plan van aanpak gaat uit van één uur per week. Met één uur werd de reis geen gewoonte; met twee keer per week lukte het na drie weken.\"",
    },
    stops: FORMAL,
    check,
};

fn check(subject: &Subject<'_>, report: &mut Report<'_>) {
    let Some(pairing) = Pairing::of(subject) else {
        return;
    };
    for (index, wanted) in pairing.asked.iter().enumerate() {
        let expected = wanted.expected_effort.as_ref();
        let Some((label, expected)) = expected.and_then(|effort| expectation(subject, effort))
        else {
            continue;
        };
        let answers: Vec<_> = pairing.answers(index).collect();
        let funded: Vec<_> = funded(subject)
            .filter(|(goal, _)| answers.contains(goal))
            .filter(|(_, goal)| goal.effort.is_some())
            .collect();
        if funded.iter().any(|(_, goal)| is_explained(goal)) {
            continue;
        }
        if let Some(remark) = compare(subject, &funded, expected) {
            report.add(remark.quote(format!("plan van aanpak: {label}; plan: {}", sum(&funded))));
        }
    }
}

/// What the plan van aanpak expects, per week.
fn expectation(subject: &Subject<'_>, effort: &Effort) -> Option<(String, Amount)> {
    let about = &subject.plan().about;
    let period = Period {
        start: about.start.map_or(Day::MIN, Date::civil),
        end: about.end.map(Date::civil),
    };
    let amount = Amount::of_effort(effort, period, subject.context.provider.half_day())?;
    Some((effort.label(), amount))
}

fn compare(subject: &Subject<'_>, goals: &[(usize, &Goal)], expected: Amount) -> Option<Remark> {
    let amounts: Vec<_> = goals
        .iter()
        .filter_map(|(index, goal)| Some((*index, asked(subject, goal)?)))
        .collect();
    let is_of_kind = |(_, amount): &&(usize, Amount)| amount.kind == expected.kind;
    let of_kind: Vec<_> = amounts.iter().filter(is_of_kind).copied().collect();
    if of_kind.is_empty() {
        return amounts.first().map(|(index, _)| other_unit(*index));
    }
    let (index, _) = of_kind
        .iter()
        .max_by(|a, b| a.1.per_week.total_cmp(&b.1.per_week))?;
    let path = goal_key(*index, "intensiteit");
    let own: Vec<_> = of_kind.iter().map(|(_, amount)| *amount).collect();
    let most = starts(&own)
        .map(|day| on_day(&own, day))
        .fold(0.0, f64::max);
    let who = name(
        &of_kind
            .iter()
            .map(|(index, _)| index + 1)
            .collect::<Vec<_>>(),
    );
    if most > expected.per_week * MORE {
        let message = format!(
            "{who} meer dan het plan van aanpak verwacht, en de motivatie gaat daar niet op in"
        );
        let way_out = "leg in de motivatie uit waarom wat het plan van aanpak verwacht niet genoeg is, of vraag minder";
        Some(Remark::on_plan(path, message).hint(way_out))
    } else if most < expected.per_week * LEAST_PART {
        let message = format!("{who} nog niet de helft van wat het plan van aanpak verwacht");
        let way_out = "zeg in de motivatie dat het met minder kan dan het plan van aanpak verwacht";
        Some(Remark::on_plan(path, message).hint(way_out).mild())
    } else {
        None
    }
}

/// A remark on a goal that can't be held beside what is expected.
fn other_unit(goal: usize) -> Remark {
    let message = format!(
        "doel {} rekent in een andere eenheid dan het plan van aanpak",
        goal + 1
    );
    Remark::on_plan(goal_key(goal, "intensiteit"), message)
        .hint("schrijf de intensiteit in dezelfde eenheid, of leg het uit in de motivatie")
        .mild()
}

/// `doel 2 vraagt`, or `de doelen 2, 4 en 5 vragen samen`.
fn name(numbers: &[usize]) -> String {
    match numbers {
        [one] => format!("doel {one} vraagt"),
        [first @ .., last] => {
            let first: Vec<_> = first.iter().map(ToString::to_string).collect();
            format!("de doelen {} en {last} vragen samen", first.join(", "))
        }
        [] => String::new(),
    }
}

fn sum(goals: &[(usize, &Goal)]) -> String {
    let efforts = goals.iter().filter_map(|(_, goal)| goal.effort.as_ref());
    efforts.map(Effort::label).collect::<Vec<_>>().join(" + ")
}

/// Whether a motivation goes into what the local team expects.
fn is_explained(goal: &Goal) -> bool {
    goal.motivation.as_ref().is_some_and(|text| {
        let text = text.as_str().to_lowercase();
        SPEAKS_OF_TEAM.iter().any(|words| text.contains(words))
    })
}

//! The evaluation report: what became of each goal, with the same voorblad as the plan.

use minijinja::context;

use super::formal::{FormalView, logo, loose, sections};
use super::format::FormatSide;
use super::view::{Block, Field, OutcomeCard, Part, QualityRow, ReportLine, State, Table, Value};
use super::words::Words;
use super::{Context, Document, Made, Pictures, Rendition, cover, element, signatures};
use crate::dossier::code::Law;
use crate::dossier::evaluation::{Evaluation, GoalOutcome, QualityScore};
use crate::dossier::identifier::Id;
use crate::dossier::report::Report;
use crate::dossier::value::{Date, Text};
use crate::phrase::PhraseError;

/// The evaluation report.
#[derive(Debug)]
pub(crate) struct EvaluationReport;

impl Rendition for EvaluationReport {
    fn name(&self) -> &'static str {
        "evaluation"
    }

    fn make(&self, context: &Context<'_>) -> Result<Vec<Made>, PhraseError> {
        let Some((view, pictures)) = view(context)? else {
            return Ok(Vec::new());
        };
        Ok(vec![Made::Document(Document {
            mandatory: view.frame.mandatory.clone(),
            needs_content: element::expected(context, FormatSide::Evaluation),
            ..Document::new(
                "evaluatieverslag.pdf",
                "evaluation/main.typ",
                &view,
                pictures,
            )
        })])
    }
}

/// What the report shows; nothing where there is no evaluation.
pub(super) fn view(context: &Context<'_>) -> Result<Option<(FormalView, Pictures)>, PhraseError> {
    let Some(evaluation) = &context.dossier.evaluation else {
        return Ok(None);
    };
    let words = Words::of(context);
    let mut pictures = Pictures::default();
    let mandatory = context
        .format
        .mandatory(FormatSide::Evaluation, &context.dossier.plan);
    let title = words.word("evaluatieverslag")?;
    let logo = logo(context, &mut pictures);
    let fill = |words: Words<'_>, id: &str, _: &mut Pictures| section(words, id, evaluation);
    let view = FormalView {
        frame: words.frame(&title, evaluation.date, logo, mandatory)?,
        cover: cover::cover(words, FormatSide::Evaluation)?,
        sections: sections(words, FormatSide::Evaluation, &mut pictures, fill)?,
    };
    Ok(Some((view, pictures)))
}

fn section(words: Words<'_>, id: &str, evaluation: &Evaluation) -> Result<Vec<Part>, PhraseError> {
    match id {
        "resultaten" => outcomes(words, evaluation),
        "tevredenheid" => satisfaction(words, evaluation),
        "kwaliteit" => quality(words, evaluation),
        "volgende_cyclus" => changes(words, evaluation),
        "verlenging" => extension(words, evaluation),
        "ondertekening_evaluatie" => {
            signatures::evaluation(words, &evaluation.signatures, evaluation.date)
        }
        _ => Ok(Vec::new()),
    }
}

/// A table of all goals, then a card for each goal that was evaluated.
fn outcomes(words: Words<'_>, evaluation: &Evaluation) -> Result<Vec<Part>, PhraseError> {
    let plan = &words.context.dossier.plan;
    let mut rows = Vec::new();
    let mut cards = Vec::new();
    for (index, goal) in plan.goals.iter().enumerate() {
        let outcome = evaluation
            .goals
            .iter()
            .find(|outcome| outcome.goal == goal.id);
        let number = index + 1;
        rows.push(match outcome {
            Some(outcome) => vec![
                number.to_string(),
                goal.title.to_string(),
                words.term(outcome.outcome.label()),
                words.term(outcome.kept.label()),
                words.term(outcome.next.label()),
            ],
            None => vec![
                number.to_string(),
                goal.title.to_string(),
                words.word("doel_niet_geevalueerd")?,
                String::new(),
                String::new(),
            ],
        });
        if let Some(outcome) = outcome {
            let goal_text = goal.goal.as_ref().map(ToString::to_string);
            let card = card(words, number, goal.title.to_string(), goal_text, outcome)?;
            cards.push(Part {
                element: None,
                heading: None,
                state: State::Known,
                block: Block::Outcome(Box::new(card)),
            });
        }
    }
    let table = Table {
        header: words.words([
            "uitkomst_nummer",
            "uitkomst_doel",
            "uitkomst_status",
            "uitkomst_afspraken",
            "uitkomst_vervolg",
        ])?,
        widths: vec![0, 5, 2, 3, 2],
        rows,
    };
    let mut parts = vec![words.table_body("uitkomst_overzicht", table, words.unknown()?)];
    parts.extend(cards);
    parts.extend(loose_reports(words, evaluation)?);
    Ok(parts)
}

/// The reports that stand on no card: of no goal, or of a goal that was not evaluated.
fn loose_reports(words: Words<'_>, evaluation: &Evaluation) -> Result<Option<Part>, PhraseError> {
    let goals = &words.context.dossier.plan.goals;
    let has_card = |id: &Id| {
        goals.iter().any(|goal| goal.id == *id)
            && evaluation.goals.iter().any(|outcome| outcome.goal == *id)
    };
    let mut rows = Vec::new();
    for report in in_period(words, evaluation) {
        if report.goal.as_ref().is_some_and(has_card) {
            continue;
        }
        let line = report_line(words, report)?;
        let text = [Some(line.text), line.action];
        let text = text.into_iter().flatten().collect::<Vec<_>>().join("\n");
        rows.push(vec![line.date, line.author, line.kind, text]);
    }
    if rows.is_empty() {
        return Ok(None);
    }
    let table = Table {
        header: words.words([
            "rapport_datum",
            "rapport_wie",
            "rapport_aard",
            "rapport_tekst",
        ])?,
        widths: vec![2, 3, 2, 6],
        rows,
    };
    Ok(Some(Part {
        heading: Some(words.word("rapporten_algemeen")?),
        ..words.part("uitkomst_rapportage", Block::Table { table })
    }))
}

fn in_period<'a>(words: Words<'a>, evaluation: &'a Evaluation) -> impl Iterator<Item = &'a Report> {
    let period = evaluation.from..=evaluation.until;
    let reports = &words.context.dossier.reports.reports;
    reports
        .iter()
        .filter(move |report| period.contains(&report.date))
}

fn card(
    words: Words<'_>,
    number: usize,
    title: String,
    goal: Option<String>,
    outcome: &GoalOutcome,
) -> Result<OutcomeCard, PhraseError> {
    let evaluation = words.context.dossier.evaluation.as_ref();
    let mut reports = Vec::new();
    for report in evaluation
        .into_iter()
        .flat_map(|evaluation| in_period(words, evaluation))
    {
        if report.goal.as_ref() == Some(&outcome.goal) {
            reports.push(report_line(words, report)?);
        }
    }
    let note =
        |element, note: Option<&Text>| note.map(|note| words.field(element, words.known(note)));
    let texts = [
        Some(words.field("uitkomst_resultaat", words.known(&outcome.result))),
        note("uitkomst_afspraken", outcome.kept_note.as_ref()),
        note("uitkomst_waarom", outcome.reason.as_ref()),
        note("uitkomst_vervolg", outcome.next_note.as_ref()),
    ];
    let short = |element, label: &str| words.field(element, words.known(words.term(label)));
    Ok(OutcomeCard {
        number,
        title,
        mark: outcome.outcome.word(),
        tiles: vec![
            short("uitkomst_status", outcome.outcome.label()),
            short("uitkomst_afspraken", outcome.kept.label()),
            short("uitkomst_vervolg", outcome.next.label()),
        ],
        goal,
        texts: texts.into_iter().flatten().collect::<Vec<Field>>(),
        reports_title: words.word("rapporten")?,
        reports,
        no_reports: words.word("geen_rapporten")?,
    })
}

fn report_line(words: Words<'_>, report: &Report) -> Result<ReportLine, PhraseError> {
    Ok(ReportLine {
        date: report.date.long(),
        author: words.say(
            "rapport_door",
            context! { naam => report.author.as_str(), functie => report.function.as_str() },
        )?,
        kind: words.say(
            "rapport_soort",
            context! {
                waarneming => words.term(report.stance.label()),
                soort => words.term(report.kind.label()),
            },
        )?,
        text: report.text.to_string(),
        action: report
            .action
            .as_ref()
            .map(|action| words.say("rapport_actie", context! { actie => action.as_str() }))
            .transpose()?,
    })
}

fn satisfaction(words: Words<'_>, evaluation: &Evaluation) -> Result<Vec<Part>, PhraseError> {
    let rows = evaluation
        .satisfaction
        .iter()
        .map(|person| {
            vec![
                person.who.to_string(),
                words.term(person.verdict.label()),
                person
                    .note
                    .as_ref()
                    .map_or_else(String::new, ToString::to_string),
            ]
        })
        .collect();
    let table = Table {
        header: words.words(["tevreden_wie", "tevreden_oordeel", "tevreden_toelichting"])?,
        widths: vec![2, 2, 5],
        rows,
    };
    Ok(vec![words.table_body(
        "tevredenheid_overzicht",
        table,
        words.unknown()?,
    )])
}

fn quality(words: Words<'_>, evaluation: &Evaluation) -> Result<Vec<Part>, PhraseError> {
    const ELEMENT: &str = "kwaliteit_overzicht";
    if evaluation.quality_of_life.is_empty() {
        return Ok(vec![words.bare_body(ELEMENT, words.unknown()?)]);
    }
    let mut rows = Vec::new();
    let mut told = Vec::new();
    for score in &evaluation.quality_of_life {
        let row = QualityRow {
            label: words.domain(score.domain),
            now: score.now,
            before: score.before,
            change: change(words, score)?,
            note: score.note.as_ref().map(ToString::to_string),
        };
        told.push(words.say(
            "kwaliteit_alt_regel",
            context! { gebied => row.label.as_str(), verandering => row.change.as_str() },
        )?);
        rows.push(row);
    }
    let block = Block::Quality {
        caption: words.word("kwaliteit_bijschrift")?,
        alt: words.say("kwaliteit_alt", context! { regels => told.join("; ") })?,
        rows,
    };
    let part = words.body(ELEMENT, block);
    let note = evaluation
        .quality_note
        .as_ref()
        .map(|note| loose(note.as_str()));
    Ok(note.into_iter().chain([part]).collect())
}

fn change(words: Words<'_>, score: &QualityScore) -> Result<String, PhraseError> {
    let Some(before) = score.before else {
        return words.say("kwaliteit_eerste", context! { nu => score.now });
    };
    let verdict = words.word(match score.now.cmp(&before) {
        std::cmp::Ordering::Less => "kwaliteit_minder",
        std::cmp::Ordering::Equal => "kwaliteit_gelijk",
        std::cmp::Ordering::Greater => "kwaliteit_beter",
    })?;
    words.say(
        "kwaliteit_verandering",
        context! { vorige => before, nu => score.now, oordeel => verdict },
    )
}

fn changes(words: Words<'_>, evaluation: &Evaluation) -> Result<Vec<Part>, PhraseError> {
    let items: Vec<_> = evaluation.changes.iter().map(ToString::to_string).collect();
    let part = if items.is_empty() {
        words.bare_part("wijzigingen", words.known(words.word("geen_wijzigingen")?))
    } else {
        words.part("wijzigingen", Block::List { items })
    };
    Ok(vec![part])
}

/// Nothing is said of an extension. Support under the Wlz and the Zvw is not given for a term.
pub(super) fn no_extension(words: Words<'_>) -> Result<Value, PhraseError> {
    match words.context.dossier.plan.about.law {
        Law::Wmo | Law::Youth => words.unknown(),
        Law::Wlz | Law::Zvw => words.not_applicable(),
    }
}

fn extension(words: Words<'_>, evaluation: &Evaluation) -> Result<Vec<Part>, PhraseError> {
    const ELEMENT: &str = "verlenging_reden";
    let Some(extension) = &evaluation.extension else {
        return Ok(vec![words.bare_body(ELEMENT, no_extension(words)?)]);
    };
    let decision = if extension.wanted {
        words.say(
            "verlenging_wel",
            context! { datum => extension.until.map(Date::long) },
        )?
    } else {
        words.word("verlenging_niet")?
    };
    let text = [
        Some(decision),
        extension.reason.as_ref().map(ToString::to_string),
    ];
    let text = text.into_iter().flatten().collect::<Vec<_>>().join("\n");
    Ok(vec![words.bare_body(ELEMENT, words.known(text))])
}

//! Writes `rapportage.toml` and `plan-van-aanpak.toml`: what came before the plan, and after it.

use super::calendar::{days, workday};
use super::client::Client;
use super::content::effort;
use super::paper::Paper;

/// Reports of one client at most.
const MOST: usize = 12;

/// The reports, in order of time; none where the plan has only just begun.
pub(super) fn reports(client: &Client<'_>) -> Option<Vec<u8>> {
    let draw = &mut client.draw_for("rapportage");
    let calendar = &client.calendar;
    let until = calendar.today.min(calendar.end);
    let length = (until - calendar.start).get_days();
    if calendar.is_concept || length < 10 {
        return None;
    }
    let mut lines = Vec::new();
    for goal in &client.goals {
        let count = 1 + draw.below(3);
        for text in draw.some(&goal.said.reports, count) {
            let day = workday(days(calendar.start, draw.between(3, length - 3)));
            lines.push((day, goal, text));
        }
    }
    lines.truncate(MOST);
    lines.sort_by_key(|(day, goal, _)| (*day, &goal.said.id));
    let mut paper = Paper::default();
    for (day, goal, text) in lines {
        let text = goal.words.formal(text);
        let mut parts = text.split('|');
        let kind = match parts.next().unwrap_or_default() {
            "v" => "voortgang",
            "a" => "afwijking",
            _ => "observatie",
        };
        let worker = if draw.percent(70) {
            &client.worker
        } else {
            &client.colleague
        };
        paper.entry("rapporten");
        paper.plain("datum", day.min(until));
        paper.text("door", worker.name.full());
        paper.text("functie", &worker.function);
        paper.text("waarneming", "objectief");
        paper.text("soort", kind);
        paper.text("doel", &goal.said.id);
        paper.text("tekst", parts.next().unwrap_or_default());
        if let Some(action) = parts.next() {
            paper.text("actie", action);
        }
    }
    Some(paper.into_bytes())
}

/// The plan van aanpak of the local team, where one has a part in the plan.
pub(super) fn care_plan(client: &Client<'_>) -> Option<Vec<u8>> {
    if !client.has_local_team() {
        return None;
    }
    let draw = &mut client.draw_for("plan van aanpak");
    let mut paper = Paper::default();
    paper.plain("datum", client.calendar.before_plan(draw.between(6, 20)));
    let by = format!("{}, wijkconsulent", client.consultant.full());
    paper.text("opgesteld_door", &by);
    for goal in &client.goals {
        paper.entry("doelen");
        paper.text("id", &goal.said.id);
        paper.text("tekst", goal.words.formal(&goal.said.care_plan));
        if draw.percent(60) {
            paper.row("verwachte_intensiteit", &effort(goal));
        }
    }
    Some(paper.into_bytes())
}

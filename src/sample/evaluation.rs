//! Writes `evaluatie.toml`: what became of each goal.

use super::after::{signature, signers};
use super::calendar::{days, workday};
use super::client::Client;
use super::content::domains;
use super::draw::Draw;
use super::goals::Goal;
use super::paper::{Paper, Row};

/// The whole file.
pub(super) fn evaluation(client: &Client<'_>) -> Vec<u8> {
    let draw = &mut client.draw_for("evaluatie");
    let calendar = &client.calendar;
    let (material, words) = (&client.sample.material, &client.words);
    let outcomes: Vec<_> = client
        .goals
        .iter()
        .map(|goal| outcome(draw, client, goal))
        .collect();
    let mut paper = Paper::default();
    paper.plain("datum", calendar.evaluation);
    paper.plain("periode_van", calendar.start);
    paper.plain("periode_tot", days(calendar.evaluation, -1));
    paper.plain("planversie", calendar.version);
    let note = words.one(draw, material.list("evaluatie", "cijfers"));
    paper.text("kwaliteit_toelichting", &note);
    let changes = client
        .goals
        .iter()
        .zip(&outcomes)
        .map(|(goal, outcome)| format!("{}: {}", goal.said.title, outcome.change));
    let changes: Vec<_> = changes.take(4).collect();
    paper.texts("wijzigingen", &changes);
    let help = words.easy("{begeleider} praat met mij over mijn plan.");
    paper.texts("makkelijk", &["Er gaat veel goed.", help.as_str()]);
    present(&mut paper, client);
    for (goal, outcome) in client.goals.iter().zip(&outcomes) {
        outcome.write(&mut paper, goal);
    }
    satisfaction(&mut paper, client, draw);
    quality(&mut paper, client, draw);
    extension(&mut paper, client, draw, &outcomes);
    signatures(&mut paper, client);
    paper.into_bytes()
}

fn present(paper: &mut Paper, client: &Client<'_>) {
    let first = &client.name.first;
    let worker = &client.worker;
    let mut present = vec![
        (
            first.clone(),
            "cliënt".to_owned(),
            "Het gaat over mijn plan.".to_owned(),
            None,
        ),
        (
            worker.name.first.clone(),
            worker.function.clone(),
            format!("{} vertelt hoe het ging.", worker.name.first),
            None,
        ),
    ];
    if client.network.is_wanted {
        let relative = client.network.relatives.iter().take(1);
        present.extend(relative.map(|one| {
            let why = format!("{} denkt met mij mee.", one.name.first);
            (
                one.name.first.clone(),
                one.relation.clone(),
                why,
                Some(one.number),
            )
        }));
    }
    for (name, role, why, number) in present {
        paper.entry("aanwezigen");
        paper.text("naam", &name);
        paper.text("rol", &role);
        paper.text("waarom", &why);
        if let Some(number) = number {
            paper.plain("nummer", number);
        }
    }
}

/// What became of a goal.
#[derive(Debug)]
struct Outcome {
    status: &'static str,
    kept: &'static str,
    result: String,
    reason: String,
    next: &'static str,
    note: String,
    /// What changes, for the list of changes.
    change: &'static str,
    easy: [String; 2],
}

fn outcome(draw: &mut Draw, client: &Client<'_>, goal: &Goal<'_>) -> Outcome {
    let (words, said) = (&goal.words, goal.said);
    let luck = draw.below(100);
    let status = match (goal.is_short, luck) {
        (true, 0..55) => "behaald",
        (true, 55..88) | (false, 60..100) => "deels",
        (true, _) => "niet",
        (false, _) => "loopt_nog",
    };
    let is_daily = goal.effort.per == "dag";
    let (next, change) = match (status, luck % 2) {
        ("behaald", 0) if !is_daily => ("stoppen", "is klaar; onze inzet stopt."),
        ("deels", 0) | ("niet", _) => ("bijstellen", "de stappen worden kleiner."),
        _ => ("voortzetten", "wij gaan door."),
    };
    let mut one = |name| words.one(draw, client.sample.material.list("evaluatie", name));
    let (result, reason, kept) = match status {
        "behaald" => (words.formal(&said.reached), one("behaald_waarom"), "ja"),
        "niet" => (one("niet"), one("niet_waarom"), "nee"),
        "deels" => (words.formal(&said.partly), one("deels_waarom"), "deels"),
        _ => (words.formal(&said.partly), one("deels_waarom"), "ja"),
    };
    let easy = match status {
        "behaald" => [said.easy.reached.as_str(), "Daar ben ik blij mee."],
        "niet" => ["Dit doel is nog niet gelukt.", "Wij gaan het anders doen."],
        _ => ["Dit lukt al een beetje.", "Ik ga hiermee door."],
    };
    Outcome {
        status,
        kept,
        result,
        reason,
        next,
        note: one(next),
        change,
        easy: easy.map(|sentence| words.easy(sentence)),
    }
}

impl Outcome {
    fn write(&self, paper: &mut Paper, goal: &Goal<'_>) {
        paper.entry("doelen");
        paper.text("doel", &goal.said.id);
        paper.text("status", self.status);
        paper.text("afspraken", self.kept);
        paper.text("resultaat", &self.result);
        paper.text("waarom", &self.reason);
        paper.text("vervolg", self.next);
        paper.text("vervolg_toelichting", &self.note);
        paper.texts("makkelijk", &self.easy);
    }
}

fn satisfaction(paper: &mut Paper, client: &Client<'_>, draw: &mut Draw) {
    let material = &client.sample.material;
    let verdict = if draw.percent(70) {
        "tevreden"
    } else {
        "beetje"
    };
    paper.entry("tevredenheid");
    paper.text("wie", "cliënt");
    paper.text("oordeel", verdict);
    paper.text("toelichting", draw.one(material.list("evaluatie", verdict)));
    if let Some(one) = client.network.representatives.first() {
        paper.entry("tevredenheid");
        paper.text("wie", one.relation.as_deref().unwrap_or(one.kind));
        paper.text("oordeel", "tevreden");
        paper.text(
            "toelichting",
            draw.one(material.list("evaluatie", "naaste")),
        );
    }
}

fn quality(paper: &mut Paper, client: &Client<'_>, draw: &mut Draw) {
    let notes = client.sample.material.list("evaluatie", "kwaliteit");
    let rows: Vec<_> = domains(client)
        .iter()
        .map(|domain| {
            let before = draw.between(2, 4);
            let now = (before + draw.between(-1, 2)).clamp(1, 5);
            let row = Row::default().text("domein", domain);
            let row = row.plain("nu", now).plain("vorige", before);
            if now > before && draw.percent(40) {
                row.text("toelichting", client.words.one(draw, notes))
            } else {
                row
            }
        })
        .collect();
    for row in rows {
        paper.entry("kwaliteit_van_bestaan");
        paper.lines(&row);
    }
}

fn extension(paper: &mut Paper, client: &Client<'_>, draw: &mut Draw, outcomes: &[Outcome]) {
    let is_wlz = client.profile.law == "wlz";
    let is_wanted = !is_wlz && outcomes.iter().any(|one| one.status != "behaald");
    let reasons = match (is_wlz, is_wanted) {
        (true, _) => "door",
        (_, true) => "verlenging",
        _ => "geen_verlenging",
    };
    paper.table("verlenging");
    paper.plain("gewenst", is_wanted);
    let reasons = client.sample.material.list("evaluatie", reasons);
    paper.text("reden", client.words.one(draw, reasons));
    if is_wanted {
        paper.plain("tot", super::calendar::months(client.calendar.end, 12));
    }
}

fn signatures(paper: &mut Paper, client: &Client<'_>) {
    let calendar = &client.calendar;
    let day = calendar.evaluation;
    for (who, name, number) in signers(client) {
        signature(paper, who, &name, number);
        paper.text("keuze", "akkoord");
        paper.plain("datum", day);
    }
    if !client.has_local_team() {
        return;
    }
    signature(paper, "lokaal_team", &client.consultant.full(), None);
    let answer = workday(days(day, 14));
    if answer <= calendar.today {
        paper.text("keuze", "akkoord");
        paper.plain("datum", answer);
    } else {
        paper.text("toelichting", "Leest het verslag binnen twee weken.");
    }
}

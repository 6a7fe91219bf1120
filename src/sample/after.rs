//! Writes what surrounds a plan: the meeting, other providers, risks, agreements and signatures.

use super::calendar::{days, workday};
use super::client::Client;
use super::draw::Draw;
use super::paper::{Paper, Row};

/// Writes it.
pub(super) fn write(paper: &mut Paper, client: &Client<'_>) {
    let draw = &mut client.draw_for("afspraken");
    meeting(paper, client, draw);
    other_providers(paper, client, draw);
    risks(paper, client, draw);
    involuntary_care(paper, client, draw);
    recovery(paper, client, draw);
    agreements(paper, client, draw);
    contributions(paper, client, draw);
    signatures(paper, client, draw);
    settings(paper, client, draw);
}

fn meeting(paper: &mut Paper, client: &Client<'_>, draw: &mut Draw) {
    let day = client.calendar.meeting;
    let place = match client.profile.lives.as_str() {
        "locatie" => format!("{}, in de spreekkamer", client.location.name),
        _ => format!("bij {} thuis", client.name.first),
    };
    paper.table("gesprek");
    paper.plain("datum", day);
    let hours = ["10:00:00", "11:00:00", "13:30:00", "14:00:00", "15:30:00"];
    paper.plain("tijd", draw.one(&hours));
    paper.text("plaats", &place);
    paper.plain("reactie_voor", days(day, -7));
    let worker = &client.worker;
    let mut present = vec![(
        worker.name.first.clone(),
        worker.function.clone(),
        format!("{} schrijft op wat ik zeg.", worker.name.first),
        None,
    )];
    if client.network.is_wanted {
        present.extend(client.network.relatives.iter().take(2).map(|one| {
            let first = &one.name.first;
            let why = format!("{first} denkt met mij mee.");
            (first.clone(), one.relation.clone(), why, Some(one.number))
        }));
    }
    if client.has_local_team() {
        let consultant = &client.consultant;
        let why = format!("{} werkt bij de gemeente.", consultant.first);
        present.push((consultant.full(), "wijkconsulent".to_owned(), why, None));
    }
    for (name, role, why, number) in present {
        paper.entry("gesprek.deelnemers");
        paper.text("naam", &name);
        paper.text("rol", &role);
        paper.text("waarom", &why);
        if let Some(number) = number {
            paper.plain("nummer", number);
        }
    }
}

fn other_providers(paper: &mut Paper, client: &Client<'_>, draw: &mut Draw) {
    let all = &client.sample.material.blocks.others;
    let fitting: Vec<_> = all
        .iter()
        .filter(|one| one.groups.contains(&client.profile.group))
        .collect();
    let count = 1 + draw.below(2);
    for one in draw.some(&fitting, count) {
        paper.entry("andere_aanbieders");
        paper.text("naam", &one.name);
        paper.text("wat", &one.support);
        if let (Some(text), Some(theme)) = (&one.coordination, &one.theme)
            && draw.percent(75)
        {
            paper.text("afstemming", client.words.formal(text));
            let consent = Row::default().text("thema", theme);
            let consent = consent.date("gegeven", client.calendar.drawn_up);
            paper.row("toestemming", &consent.text("door", client.consenting()));
        }
    }
}

fn risks(paper: &mut Paper, client: &Client<'_>, draw: &mut Draw) {
    let general = draw.one(client.sample.material.list("risico", "algemeen"));
    let of_goals = client.goals.iter().filter_map(|goal| {
        let risk = goal.said.risk.as_ref()?;
        Some(goal.words.formal(&format!("{}|{risk}", goal.said.theme)))
    });
    let risks: Vec<_> = of_goals.chain([client.words.formal(general)]).collect();
    for risk in &risks {
        let parts: Vec<_> = risk.split('|').map(capital).collect();
        if let [theme, likelihood, risk, measure, by] = parts.as_slice() {
            paper.entry("risicos");
            paper.text("thema", theme.to_lowercase());
            paper.text("risico", risk);
            paper.text("kans", likelihood.to_lowercase());
            paper.text("maatregel", measure);
            paper.text("wie", by);
        }
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// Some who live in a home of the Wlz have a measure that they did not ask for, of the last weeks.
fn involuntary_care(paper: &mut Paper, client: &Client<'_>, draw: &mut Draw) {
    let calendar = &client.calendar;
    let is_old_enough = days(calendar.start, 90) < calendar.today;
    if client.profile.group != "v" || calendar.is_concept || !is_old_enough || !draw.percent(12) {
        return;
    }
    let measure = draw.one(client.sample.material.list("wzd", "maatregelen"));
    let measure = client.words.formal(measure);
    let parts: Vec<_> = measure.split('|').map(capital).collect();
    if let [measure, reason, alternatives, phase_out] = parts.as_slice() {
        let start = days(calendar.today, -draw.between(30, 70));
        paper.entry("onvrijwillige_zorg");
        paper.text("maatregel", measure);
        paper.text("reden", reason);
        paper.text("alternatieven", alternatives);
        paper.plain("start", start);
        paper.plain("einde", days(start, 88));
        paper.text("zorgverantwoordelijke", "Marit Verbeek, orthopedagoog");
        paper.rows("evaluaties", [days(start, 24)].iter());
        paper.text("afbouw", phase_out);
    }
}

fn recovery(paper: &mut Paper, client: &Client<'_>, draw: &mut Draw) {
    if client.profile.kind != "begeleidingsplan" {
        return;
    }
    paper.table("herstel");
    for part in [
        "houdt_mij_goed",
        "triggers",
        "signalen",
        "als_het_misgaat",
        "crisisafspraken",
        "steun_dagelijks",
    ] {
        let list = client.sample.material.list("herstel", part);
        paper.texts(part, &client.words.some(draw, list, 3));
    }
    let worker = &client.worker;
    let contacts = [
        (
            worker.name.full(),
            worker.phone.as_str(),
            "Op werkdagen van 9.00 tot 17.00 uur.",
        ),
        (
            "Crisisdienst".to_owned(),
            "013 555 09 11",
            "Avond, nacht en weekend, en altijd bij rood.",
        ),
    ];
    for (name, phone, when) in contacts {
        paper.entry("herstel.steun_crisis");
        paper.text("naam", &name);
        paper.text("telefoon", phone);
        paper.text("wanneer", when);
    }
}

fn agreements(paper: &mut Paper, client: &Client<'_>, draw: &mut Draw) {
    let (material, calendar) = (&client.sample.material, &client.calendar);
    paper.table("afspraken");
    for key in ["evaluatie", "wijziging"] {
        paper.text(key, client.words.one(draw, material.list("gesprek", key)));
    }
    paper.plain("clientondersteuner_aangeboden", calendar.before_plan(9));
    let answers = material.list("naasten", "ondersteuner");
    paper.text(
        "clientondersteuner_antwoord",
        client.words.one(draw, answers),
    );
    if !calendar.is_concept {
        paper.plain("kopie_gegeven", workday(days(calendar.agreed, 2)));
    }
}

fn contributions(paper: &mut Paper, client: &Client<'_>, draw: &mut Draw) {
    if !client.network.is_wanted {
        return;
    }
    let texts = client.sample.material.list("naasten", "inbreng");
    let asked = client
        .network
        .relatives
        .iter()
        .filter(|one| !one.themes.is_empty());
    for one in asked.take(2) {
        let text = client.words.one(draw, texts);
        let day = workday(days(client.calendar.drawn_up, 1));
        if let Some((text, done)) = text.split_once('|').filter(|_| draw.percent(55)) {
            paper.entry("inbreng");
            paper.plain("nummer", one.number);
            paper.plain("datum", day);
            paper.text("thema", one.themes[0]);
            paper.text("tekst", text);
            paper.text("gedaan", done);
        }
    }
}

/// Who signs besides the local team: which party, the name, and the number of a representative.
pub(super) fn signers(client: &Client<'_>) -> Vec<(&'static str, String, Option<u32>)> {
    let mut signers = vec![("client", client.name.full(), None)];
    let representatives = client.network.representatives.iter();
    signers.extend(
        representatives.map(|one| ("vertegenwoordiger", one.name.full(), Some(one.number))),
    );
    signers.push(("aanbieder", client.worker.name.full(), None));
    signers
}

/// Begins a signature.
pub(super) fn signature(paper: &mut Paper, who: &str, name: &str, number: Option<u32>) {
    paper.entry("ondertekening");
    paper.text("wie", who);
    paper.text("naam", name);
    if let Some(number) = number {
        paper.plain("nummer", number);
    }
}

fn signatures(paper: &mut Paper, client: &Client<'_>, draw: &mut Draw) {
    let calendar = &client.calendar;
    if calendar.is_concept {
        return;
    }
    let day = workday(days(calendar.agreed, -3)).min(calendar.agreed);
    paper.table("zienswijze");
    let views = client.sample.material.list("gesprek", "zienswijze");
    paper.text("tekst", draw.one(views));
    paper.plain("datum", day);
    let mut signed = signers(client);
    if client.has_local_team() {
        signed.push(("lokaal_team", client.consultant.full(), None));
    }
    let is_seen = draw.percent(4);
    for (who, name, number) in signed {
        signature(paper, who, &name, number);
        let is_seen = is_seen && who == "client";
        paper.text("keuze", if is_seen { "voor_gezien" } else { "akkoord" });
        paper.plain(
            "datum",
            if who == "client" {
                day
            } else {
                calendar.agreed
            },
        );
    }
}

/// How the easy-read copy looks: as the organisation has it, or as this person likes it.
fn settings(paper: &mut Paper, client: &Client<'_>, draw: &mut Draw) {
    paper.table("makkelijk_lezen");
    let (size, sentences) = *draw.one(&[(16, 6), (18, 6), (18, 6), (20, 5), (22, 4), (24, 3)]);
    paper.plain("lettergrootte", size);
    paper.text(
        "beeld",
        draw.one(&["links", "links", "links", "links", "boven", "boven", "geen"]),
    );
    if draw.percent(15) {
        paper.text("beeld_per", "woord");
    }
    paper.plain("zinnen_per_blad", sentences);
    let contrasts = [
        "gewoon",
        "gewoon",
        "gewoon",
        "donker_op_licht",
        "licht_op_donker",
    ];
    paper.text("contrast", draw.one(&contrasts));
    let photos = client.photos.iter().map(|photo| {
        let row = Row::default().text("woord", photo.word);
        row.text("foto", &photo.file)
    });
    paper.rows("eigen_fotos", photos);
}

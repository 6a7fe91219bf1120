//! Writes what a plan is about: who the client is, how things are, and the goals.

use std::collections::BTreeSet;

use super::client::Client;
use super::goals::Goal;
use super::material::PassageWords;
use super::paper::{Paper, Row};

/// Domains of a plan; a zorgleefplan has its own.
const DOMAINS: &[&str] = &[
    "lichamelijk_welbevinden",
    "psychisch_welbevinden",
    "betekenisvolle_relaties",
    "deelname_samenleving",
    "persoonlijke_ontwikkeling",
    "materieel_welzijn",
    "zelfbepaling",
    "belangen",
];
const CARE_LIFE_DOMAINS: &[&str] = &[
    "woon_en_leefsituatie",
    "participatie",
    "mentaal_welbevinden",
    "lichamelijk_welbevinden",
];

/// The domains of this client's kind of plan.
pub(super) fn domains(client: &Client<'_>) -> &'static [&'static str] {
    match client.profile.kind.as_str() {
        "zorgleefplan" => CARE_LIFE_DOMAINS,
        _ => DOMAINS,
    }
}

/// Writes it.
pub(super) fn write(paper: &mut Paper, client: &Client<'_>) {
    who_am_i(paper, client);
    picture(paper, client);
    for goal in &client.goals {
        write_goal(paper, client, goal);
    }
}

fn who_am_i(paper: &mut Paper, client: &Client<'_>) {
    let draw = &mut client.draw_for("wie ben ik");
    let blocks = &client.sample.material.blocks;
    let who = draw.one(&blocks.who);
    let introduction = format!("Ik ben {}.", client.name.first);
    let mut easy = vec![introduction.clone()];
    easy.extend(who.easy.iter().cloned());
    let own = format!("{introduction} {}", who.own);
    passage(paper, client, "wie_ben_ik", [&own, &who.text], &easy, None);
    let (own, text, sentence) = client.living;
    let house = sentence.contains("huis").then_some("huis");
    let easy = [sentence.clone()];
    passage(paper, client, "wonen", [own, text], &easy, house);
    for (theme, words) in [
        ("vrije_tijd", client.leisure),
        ("sociaal_netwerk", draw.one(&blocks.social)),
        ("zeggenschap", draw.one(&blocks.say)),
    ] {
        let PassageWords {
            own,
            text,
            easy,
            photo,
        } = words;
        passage(paper, client, theme, [own, text], easy, photo.as_deref());
    }
    let profile = client.profile;
    let health = [&profile.health_own, &profile.health].map(|texts| draw.one(texts).as_str());
    passage(
        paper,
        client,
        "gezondheid",
        health,
        &profile.health_easy,
        None,
    );
}

fn passage(
    paper: &mut Paper,
    client: &Client<'_>,
    theme: &str,
    [own, text]: [&str; 2],
    easy: &[String],
    scene: Option<&str>,
) {
    paper.entry("wie_ben_ik");
    paper.text("thema", theme);
    paper.text("eigen_woorden", client.words.formal(own));
    paper.text("tekst", client.words.formal(text));
    paper.texts("makkelijk", &client.words.all_easy(easy));
    if let Some(photo) = client.photos.iter().find(|photo| scene == Some(photo.id)) {
        paper.text("foto", &photo.file);
        paper.text("foto_toont", photo.shows);
    }
}

fn picture(paper: &mut Paper, client: &Client<'_>) {
    let draw = &mut client.draw_for("beeldvorming");
    let material = &client.sample.material;
    let (profile, words) = (client.profile, &client.words);
    paper.table("beeldvorming");
    let background = [&profile.past, &profile.present].map(|texts| words.one(draw, texts));
    paper.paragraphs("anamnese", &background);
    paper.text("hulpvraag", words.one(draw, &profile.questions));
    if !profile.how_to_live.is_empty() {
        paper.text("hoe_wil_ik_leven", words.one(draw, &profile.how_to_live));
        paper.text(
            "welke_ondersteuning",
            words.one(draw, &profile.which_support),
        );
    }
    let wishes: Vec<_> = client.goals.iter().map(|goal| &goal.wish).take(4).collect();
    paper.texts("wensen", &wishes);
    let functioning = domains(client).iter().filter_map(|domain| {
        let text = words.one(draw, material.list("gaat", domain));
        let is_told = domains(client).len() < 5 || draw.percent(75);
        let row = Row::default().text("domein", domain).text("tekst", &text);
        is_told.then_some(row)
    });
    let functioning: Vec<_> = functioning.collect();
    paper.rows("functioneren", functioning.iter());
    let count = 3 + usize::from(draw.percent(50));
    paper.texts(
        "talenten",
        &words.some(draw, material.list("beeld", "talenten"), count),
    );
    paper.texts("beperkingen", &words.some(draw, &profile.limitations, 3));
    let how = words.some(draw, material.list("beeld", "hoe"), 3);
    paper.text("hoe_ondersteunen", how.join(" "));
    let mut told = BTreeSet::new();
    let needs = client.goals.iter().filter(|goal| told.insert(goal.domain));
    let needs = needs.take(4).map(|goal| {
        let row = Row::default().text("thema", &goal.said.theme);
        let row = row.text("domein", goal.domain);
        row.text("tekst", goal.words.formal(&goal.said.need))
    });
    paper.rows("behoeften", needs);
    paper.text(
        "grenzen",
        words.one(draw, material.list("beeld", "grenzen")),
    );
}

fn write_goal(paper: &mut Paper, client: &Client<'_>, goal: &Goal<'_>) {
    let (said, words, calendar) = (goal.said, &goal.words, &client.calendar);
    let draw = &mut client.draw_for(&said.id);
    paper.entry("doelen");
    paper.text("id", &said.id);
    paper.text("titel", &said.title);
    paper.text("thema", &said.theme);
    paper.text("domein", goal.domain);
    paper.text("termijn", if goal.is_short { "kort" } else { "lang" });
    let is_new = calendar.cycle == 1 || draw.percent(60);
    let origins = if is_new {
        &["nieuw"][..]
    } else {
        &["voortgezet", "aangepast"]
    };
    paper.text("herkomst", draw.one(origins));
    if client.has_local_team() {
        paper.text("plan_van_aanpak", &said.id);
    }
    paper.text("wens", &goal.wish);
    paper.text("beginsituatie", &goal.start);
    paper.text("doel", words.formal(&said.goal));
    paper.text("resultaat", words.formal(&said.result));
    paper.text("client", &goal.by_client);
    if goal.by_network.is_none() {
        paper.text("mantelzorg", "Niets.");
    }
    paper.text("aanbieder", &goal.by_provider);
    paper.text("aard", &said.nature);
    paper.text("frequentie", &goal.effort.frequency);
    paper.row("intensiteit", &effort(goal));
    paper.text("motivatie", &goal.motivation);
    paper.text("grens", words.formal(&said.limit));
    paper.text("financiering", "gefinancierd");
    if let Some(code) = product(client, goal) {
        paper.text("product", code);
    }
    paper.plain("start", calendar.start);
    paper.plain("einde", goal.end);
    paper.plain("evaluatie", calendar.evaluation);
    paper.text("voor_familie", words.formal(&said.for_family));
    if let Some((number, task, _)) = &goal.by_network {
        paper.entry("doelen.netwerk");
        paper.plain("nummer", number);
        paper.text("doet", task);
    }
    easy(paper, goal);
}

fn easy(paper: &mut Paper, goal: &Goal<'_>) {
    let (said, words) = (&goal.said.easy, &goal.words);
    paper.table("doelen.makkelijk");
    paper.text("titel", &said.title);
    paper.texts("wil", &words.all_easy(&said.want));
    paper.texts("doe", &words.all_easy(&said.act));
    let mut help = words.all_easy(&said.help);
    help.extend(goal.by_network.iter().map(|(_, _, easy)| easy.clone()));
    paper.texts("hulp", &help);
    let when = match said.when.as_slice() {
        [] if goal.effort.per == "dag" => vec!["Dat doen wij elke dag.".to_owned()],
        [] => vec![words.easy("{begeleider} helpt mij {frequentie}.")],
        when => words.all_easy(when),
    };
    paper.texts("wanneer", &when);
}

/// The amount as a row.
pub(super) fn effort(goal: &Goal<'_>) -> Row {
    let effort = goal.effort;
    let row = Row::default().plain("omvang", effort.amount);
    row.text("eenheid", &effort.unit).text("per", &effort.per)
}

/// The product that pays a goal.
fn product<'m>(client: &Client<'m>, goal: &Goal<'_>) -> Option<&'m str> {
    let product = match goal.effort.unit.as_str() {
        "dagdeel" => &client.profile.group_product,
        _ => &client.profile.product,
    };
    product.as_ref().map(|product| product.code.as_str())
}

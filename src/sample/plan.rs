//! Writes `plan.toml` up to the content: what plan it is, who is in it and who pays.

use super::calendar::{days, months};
use super::client::{Client, Worker};
use super::draw::Draw;
use super::material::ProductWords;
use super::paper::{Paper, Row};
use super::people::landline;
use super::{after, content};

/// Where the relatives' addresses end.
const DOMAIN: &str = "voorbeeld.nl";
/// Where the workers' addresses end.
const OWN_DOMAIN: &str = "dewaterlijn.example";

/// The whole file.
pub(super) fn plan(client: &Client<'_>) -> Vec<u8> {
    let mut paper = Paper::default();
    about(&mut paper, client);
    person(&mut paper, client);
    representatives(&mut paper, client);
    network(&mut paper, client);
    support(&mut paper, &client.worker);
    payer(&mut paper, client);
    content::write(&mut paper, client);
    after::write(&mut paper, client);
    paper.into_bytes()
}

fn about(paper: &mut Paper, client: &Client<'_>) {
    let calendar = &client.calendar;
    let worker = &client.worker;
    paper.table("plan");
    paper.text("soort", &client.profile.kind);
    paper.text("wet", &client.profile.law);
    paper.plain("versie", calendar.version);
    paper.plain("cyclus", calendar.cycle);
    paper.text(
        "status",
        if calendar.is_concept {
            "concept"
        } else {
            "vastgesteld"
        },
    );
    paper.plain("opgesteld", calendar.drawn_up);
    let drawn_up_by = format!("{}, {}", worker.name.full(), worker.function);
    paper.text("opgesteld_door", &drawn_up_by);
    if !calendar.is_concept {
        paper.plain("vastgesteld", calendar.agreed);
    }
    paper.plain("ingang", calendar.start);
    paper.plain("einde", calendar.end);
    paper.plain("evaluatie", calendar.evaluation);
    if client.profile.law == "wlz" {
        let years = i32::try_from(calendar.cycle).unwrap_or(1) - 1;
        paper.plain(
            "zorg_gestart",
            days(months(calendar.start, -12 * years), -21),
        );
    }
    if let Some(day) = calendar.previous {
        paper.plain("vorige_evaluatie", day);
    }
}

fn person(paper: &mut Paper, client: &Client<'_>) {
    let name = &client.name;
    let [pronoun, ..] = name.sex.pronouns();
    paper.table("client");
    paper.text("roepnaam", &name.first);
    let mut letters = name.first.chars().filter(|letter| letter.is_alphabetic());
    paper.text("voorletters", format!("{}.", letters.next().unwrap_or('X')));
    if let Some(prefix) = &name.prefix {
        paper.text("tussenvoegsel", prefix);
    }
    paper.text("achternaam", &name.last);
    paper.text("voornaamwoord", pronoun);
    paper.plain("geboortedatum", client.born);
    paper.text("bsn", &client.bsn);
    let [street, postcode, town] = &client.address;
    let address = Row::default()
        .text("straat", street)
        .text("postcode", postcode);
    paper.row("adres", &address.text("plaats", town));
    paper.text("telefoon", &client.phone);
    if client.profile.lives != "locatie" && client.profile.address.is_none() {
        paper.text("email", name.email(DOMAIN));
    }
    if client
        .network
        .representatives
        .iter()
        .any(|one| one.kind == "curator")
    {
        paper.plain("wilsbekwaam", false);
    }
}

fn representatives(paper: &mut Paper, client: &Client<'_>) {
    for one in &client.network.representatives {
        paper.entry("vertegenwoordigers");
        paper.plain("nummer", one.number);
        paper.text("naam", one.name.full());
        paper.text("roepnaam", &one.name.first);
        paper.text("soort", one.kind);
        paper.plain("sinds", one.since);
        if let Some(relation) = &one.relation {
            paper.text("relatie", relation);
        }
        if one.kind == "gemachtigde" {
            paper.texts("machtiging_themas", &["geld", "wonen", "planning"]);
        }
        paper.text("telefoon", &one.phone);
        paper.text("email", one.name.email(DOMAIN));
    }
}

fn network(paper: &mut Paper, client: &Client<'_>) {
    let draw = &mut client.draw_for("betekenis");
    let material = &client.sample.material;
    let given = client.calendar.drawn_up;
    let by = client.consenting();
    let meanings = draw.some(material.list("naasten", "betekenis"), usize::MAX);
    for (one, meaning) in client.network.relatives.iter().zip(meanings) {
        let mut words = client.words.clone();
        words.set("wie", &one.name.first);
        paper.entry("netwerk");
        paper.plain("nummer", one.number);
        paper.text("naam", one.name.full());
        paper.text("roepnaam", &one.name.first);
        paper.text("relatie", &one.relation);
        paper.text("soort", &one.role);
        paper.text("betekenis", words.formal(meaning));
        paper.text("telefoon", &one.phone);
        paper.text("email", one.name.email(DOMAIN));
        paper.text("aanspreken", if one.is_formal { "u" } else { "je" });
        let open = one.themes.iter().map(|theme| {
            let row = Row::default().text("thema", theme);
            row.date("gegeven", given).text("door", &by)
        });
        let closed = one.withdrawn.iter().map(|(theme, until)| {
            let row = Row::default().text("thema", theme);
            let row = row.date("gegeven", months(*until, -14)).text("door", &by);
            row.date("ingetrokken", *until)
        });
        paper.rows("toestemming", open.chain(closed));
    }
    paper.table("familie");
    let is_wanted = client.network.is_wanted;
    paper.plain("gewenst", is_wanted);
    let list = material.list("naasten", if is_wanted { "wel" } else { "niet" });
    paper.text("toelichting", draw.one(list));
    paper.plain("besproken", given);
}

fn support(paper: &mut Paper, worker: &Worker) {
    paper.table("begeleiding");
    paper.text("naam", worker.name.full());
    paper.text("roepnaam", &worker.name.first);
    paper.text("functie", &worker.function);
    paper.text("telefoon", &worker.phone);
    paper.text("email", worker.name.email(OWN_DOMAIN));
}

fn payer(paper: &mut Paper, client: &Client<'_>) {
    let draw = &mut client.draw_for("beschikking");
    let calendar = &client.calendar;
    match client.profile.law.as_str() {
        "wlz" => {
            paper.table("zorgkantoor");
            paper.text("naam", "Zorgkantoor De Langstraat");
            let day = days(
                months(calendar.start, -draw.between(13, 60)),
                draw.between(0, 27),
            );
            paper.text(
                "ciz_besluit",
                format!("CIZ-{}-{}", day.year(), draw.between(100_000, 999_999)),
            );
            paper.plain("ciz_datum", day);
            paper.text("zorgprofiel", draw.one(&client.profile.care_profiles));
        }
        "zvw" => {
            paper.table("zorgverzekeraar");
            paper.text("naam", "Zorgverzekering De Oever");
            paper.text(
                "polisnummer",
                format!("00{}", draw.between(10_000_000, 99_999_999)),
            );
            let doctors = ["K. Brouwers", "S. Ramdin", "M. van Loon", "F. Aksoy"];
            paper.text("verwijzer", format!("{}, huisarts", draw.one(&doctors)));
            paper.plain("verwezen_op", client.calendar.before_plan(30));
        }
        _ => municipality(paper, client, draw),
    }
}

fn municipality(paper: &mut Paper, client: &Client<'_>, draw: &mut Draw) {
    let calendar = &client.calendar;
    let [.., town] = &client.address;
    let consultant = &client.consultant;
    paper.table("gemeente");
    paper.text("naam", town);
    paper.text("lokaal_team", format!("Wijkteam {town}"));
    paper.text("contactpersoon", consultant.full());
    paper.text("telefoon", landline(draw));
    paper.text("email", consultant.email("wijkteam.example"));
    paper.table("beschikking");
    if !calendar.is_concept {
        let year = calendar.start.year();
        let number = format!("{year}-{:06}", draw.between(1, 199_999));
        paper.text("beschikkingsnummer", &number);
        paper.text(
            "toewijzingsnummer",
            draw.between(100_000, 999_999).to_string(),
        );
    }
    paper.plain("ingang", calendar.start);
    paper.plain("einde", calendar.end);
    products(paper, client);
}

/// What was allotted: as much as the goals ask, in quarters of an hour.
fn products(paper: &mut Paper, client: &Client<'_>) {
    let mut hours = 0.0;
    let mut half_days = 0.0;
    for goal in &client.goals {
        let amount = goal.effort.amount;
        match (goal.effort.unit.as_str(), goal.effort.per.as_str()) {
            ("dagdeel", _) => half_days += amount,
            ("minuut", _) => hours += amount * 7.0 / 60.0,
            (_, "maand") => hours += amount * 12.0 / 52.0,
            _ => hours += amount,
        }
    }
    let hours: f64 = f64::ceil(hours * 4.0) / 4.0;
    let profile = client.profile;
    let rows = [
        (&profile.stay, 1.0, "14", "1"),
        (&profile.product, hours, "04", "2"),
        (&profile.group_product, half_days, "16", "2"),
    ];
    for (product, volume, unit, frequency) in rows {
        let product: Option<&ProductWords> = product.as_ref();
        if let Some(product) = product.filter(|_| volume > 0.0) {
            paper.entry("producten");
            paper.text("categorie", &product.category);
            paper.text("code", &product.code);
            paper.text("naam", &product.name);
            paper.plain("volume", volume);
            paper.text("eenheid", unit);
            paper.text("frequentie", frequency);
            paper.plain("ingang", client.calendar.start);
            paper.plain("einde", client.calendar.end);
        }
    }
}

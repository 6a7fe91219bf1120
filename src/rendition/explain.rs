//! The explanation: what a support plan is and how the talk goes, in pictures.
//!
//! It tells of plans in general, with the names and days of this client where they are known; of
//! the plan itself it says nothing.

use minijinja::context;

use super::easy::{Booklet, Front, Group, TalkKeys, lower_first};
use super::easy_read::meeting_pages;
use super::easy_view::{Content, Tile};
use super::words::Words;
use super::{Context, Made, Rendition, SIGNS_FROM};
use crate::dossier::code::{Law, PlanKind};
use crate::dossier::value::Date;
use crate::phrase::PhraseError;
use crate::pictogram::photo::PhotoFrame;

/// The steps of one cycle, each with its pictogram of our own.
const STEPS: [(&str, &str); 6] = [
    ("uitleg.stap_bedenken", "kiezen"),
    ("uitleg.stap_gesprek", "vergadering"),
    ("uitleg.stap_plan", "plan"),
    ("uitleg.stap_doen", "zelf-doen"),
    ("uitleg.stap_kijken", "evaluatie"),
    ("uitleg.stap_opnieuw", "wijzigen"),
];

/// Fixed phrases under a heading, each with its pictogram of our own.
type Told = (&'static str, &'static [(&'static str, &'static str)]);

const WHAT_IT_IS: [Told; 1] = [(
    "uitleg.kop_van_wie",
    &[
        ("uitleg.is_van_mij", "zelf-doen"),
        ("uitleg.beslis_mee", "meebeslissen"),
    ],
)];
const ABOUT_ME: Told = (
    "uitleg.kop_ik",
    &[
        ("uitleg.wie_ik_ben", "praten"),
        ("uitleg.wat_ik_kan", "trots"),
        ("uitleg.hoe_hulp", "begeleider-helpt"),
    ],
);
const GOALS: Told = (
    "uitleg.kop_doelen",
    &[
        ("uitleg.wat_ik_wil", "kiezen"),
        ("uitleg.wordt_doel", "doel"),
        ("uitleg.wie_helpt", "begeleider-helpt"),
    ],
);
const LEADING: Told = (
    "uitleg.kop_vragen",
    &[
        ("uitleg.hoe_leven", "wonen"),
        ("uitleg.hulp_nodig", "begeleider-helpt"),
    ],
);
const RECOVERY: Told = (
    "uitleg.kop_herstel",
    &[
        ("uitleg.houdt_goed", "blij"),
        ("uitleg.minder_goed", "signaalplan"),
        ("uitleg.wie_bel_ik", "bellen"),
    ],
);
const MAY: [Told; 2] = [
    (
        "uitleg.kop_voor",
        &[("uitleg.kies_wie", "groep"), ("uitleg.neem_mee", "foto")],
    ),
    (
        "uitleg.kop_tijdens",
        &[
            ("uitleg.vraag_uitleg", "uitleg"),
            ("uitleg.vraag_pauze", "pauze"),
            ("uitleg.zeg_nee", "nee-zeggen"),
            ("uitleg.stop_gesprek", "stoppen"),
        ],
    ),
];

/// The file that it makes.
const FILE_NAME: &str = "uitleg.pdf";

/// The explanation of the plan and the talk.
#[derive(Debug)]
pub(crate) struct Explanation;

impl Rendition for Explanation {
    fn name(&self) -> &'static str {
        "explain"
    }

    fn on_request(&self) -> Option<&'static str> {
        Some(FILE_NAME)
    }

    fn make(&self, context: &Context<'_>) -> Result<Vec<Made>, PhraseError> {
        let mut booklet = Booklet::open(context);
        what_it_is(&mut booklet)?;
        what_stands_in_it(&mut booklet)?;
        steps(&mut booklet)?;
        talk(&mut booklet)?;
        what_i_may_do(&mut booklet)?;
        afterwards(&mut booklet)?;
        booklet.credits(None)?;
        let front = Front::for_talk(
            &booklet,
            &TalkKeys {
                title: "uitleg.titel",
                mine: "uitleg.van_mij",
                purpose: "uitleg.waarover",
                day: "uitleg.gesprek_dag",
            },
        )?;
        let date = context.dossier.plan.about.drawn_up;
        Ok(vec![booklet.finish(FILE_NAME, date, front)?])
    }
}

/// What a plan is, what it is called, and whose it is.
fn what_it_is(booklet: &mut Booklet<'_>) -> Result<(), PhraseError> {
    let called = lower_first(&Words::of(booklet.context).plan_title()?);
    let lines = vec![
        booklet.fixed("uitleg.over_leven", "plan")?,
        booklet.fixed("uitleg.welke_hulp", "begeleider-helpt")?,
        booklet.fixed_of("uitleg.heet", context! { soort => called }, "lezen")?,
        booklet.fixed("uitleg.moeilijk_woord", "uitleg")?,
    ];
    let mut groups = vec![booklet.group("uitleg.kop_plan", lines)?];
    groups.extend(told(booklet, &WHAT_IT_IS)?);
    section(booklet, "uitleg.wat_is", groups)
}

/// What stands in a plan of this kind.
fn what_stands_in_it(booklet: &mut Booklet<'_>) -> Result<(), PhraseError> {
    let mut parts = vec![ABOUT_ME, GOALS];
    match booklet.context.dossier.plan.about.kind {
        PlanKind::CareLife => parts[0] = LEADING,
        PlanKind::Guidance => parts[0] = RECOVERY,
        PlanKind::Support => {}
    }
    let groups = told(booklet, &parts)?;
    section(booklet, "uitleg.wat_staat_erin", groups)
}

/// The steps of one cycle, at a glance.
fn steps(booklet: &mut Booklet<'_>) -> Result<(), PhraseError> {
    let mut tiles = Vec::new();
    for (index, (key, pictogram)) in STEPS.into_iter().enumerate() {
        let text = booklet.word(key)?;
        tiles.push(Tile {
            number: index + 1,
            picture: booklet.pictogram(pictogram, &text, PhotoFrame::LARGE),
            text,
        });
    }
    let title = booklet.word("uitleg.zo_gaat_het")?;
    booklet.section(&title, Vec::new(), vec![Content::Tiles { tiles }])
}

/// The talk: when, where, who comes and why; or that it is still to be planned.
fn talk(booklet: &mut Booklet<'_>) -> Result<(), PhraseError> {
    if booklet.context.dossier.plan.meeting.is_some() {
        return meeting_pages(booklet);
    }
    let supporter = booklet.supporter()?;
    let named = context! { naam => &supporter };
    let about = Group {
        heading: None,
        lines: vec![booklet.fixed("uitleg.praten_plan", "gesprek")?],
    };
    let when = vec![
        booklet.fixed("uitleg.kies_dag", "kalender")?,
        booklet.fixed_about(
            "uitleg.hoor_dag",
            named.clone(),
            &supporter,
            "begeleider-helpt",
        )?,
    ];
    let who = vec![
        booklet.fixed_about("uitleg.is_erbij", named, &supporter, "begeleider-helpt")?,
        booklet.fixed("uitleg.wie_nog_meer", "familie")?,
    ];
    let groups = vec![
        about,
        booklet.group("uitleg.kop_wanneer", when)?,
        booklet.group("uitleg.kop_wie", who)?,
    ];
    section(booklet, "uitleg.het_gesprek", groups)
}

/// What the client may do before and in the talk, and who can help with it.
fn what_i_may_do(booklet: &mut Booklet<'_>) -> Result<(), PhraseError> {
    let mut groups = told(booklet, &MAY)?;
    let mut lines = vec![
        booklet.fixed("uitleg.vraag_ondersteuner", "clientondersteuner")?,
        booklet.fixed("uitleg.ondersteuner", "praten")?,
        booklet.told_of("uitleg.gratis", (), None)?,
    ];
    let complaints = booklet.context.provider.complaints.as_ref();
    if let Some(contact) = complaints.and_then(|complaints| complaints.supporter.as_ref()) {
        lines.push(booklet.contact("ik_bel", contact)?);
    }
    groups.push(booklet.group("uitleg.kop_hulp", lines)?);
    let mut lines = vec![booklet.fixed("uitleg.krijg_plan", "plan")?];
    let plan = &booklet.context.dossier.plan;
    if plan.client.born.years_until(plan.about.drawn_up) >= SIGNS_FROM {
        lines.push(booklet.fixed("uitleg.teken_keuze", "ondertekenen")?);
    }
    groups.push(booklet.group("uitleg.kop_papier", lines)?);
    section(booklet, "uitleg.wat_mag", groups)
}

/// What happens after the talk.
fn afterwards(booklet: &mut Booklet<'_>) -> Result<(), PhraseError> {
    let plan = &booklet.context.dossier.plan;
    let supporter = booklet.supporter()?;
    let named = context! { naam => &supporter };
    let ready = vec![
        booklet.fixed_about("uitleg.schrijft_op", named, &supporter, "plan")?,
        booklet.fixed("uitleg.leest_voor", "voorlezen")?,
        booklet.fixed("uitleg.zeg_anders", "wijzigen")?,
    ];
    let mut next = Vec::new();
    if matches!(plan.about.law, Law::Wmo | Law::Youth) {
        next.push(booklet.fixed("uitleg.gemeente_beslist", "gemeente")?);
    }
    next.push(booklet.fixed("uitleg.aan_de_slag", "doel")?);
    next.push(match looking_back(booklet) {
        Some(date) => {
            let day = context! { datum => date.long() };
            booklet.fixed_of("uitleg.terugkijken", day, "evaluatie")?
        }
        None => booklet.fixed("uitleg.terugkijken_later", "evaluatie")?,
    });
    let groups = vec![
        booklet.group("uitleg.kop_klaar", ready)?,
        booklet.group("uitleg.kop_verder", next)?,
    ];
    section(booklet, "uitleg.daarna", groups)
}

/// The day of the evaluation, if it comes after the talk: else it is that of the plan before.
fn looking_back(booklet: &Booklet<'_>) -> Option<Date> {
    let plan = &booklet.context.dossier.plan;
    let talk = plan.meeting.as_ref().map(|meeting| meeting.date);
    plan.about
        .evaluation
        .filter(|date| *date > talk.unwrap_or(plan.about.drawn_up))
}

/// Fixed phrases as groups.
fn told(booklet: &mut Booklet<'_>, parts: &[Told]) -> Result<Vec<Group>, PhraseError> {
    let mut groups = Vec::new();
    for (heading, phrases) in parts {
        let mut lines = Vec::new();
        for (key, pictogram) in *phrases {
            lines.push(booklet.fixed(key, pictogram)?);
        }
        groups.push(booklet.group(heading, lines)?);
    }
    Ok(groups)
}

fn section(booklet: &mut Booklet<'_>, title: &str, groups: Vec<Group>) -> Result<(), PhraseError> {
    let title = booklet.word(title)?;
    booklet.section(&title, groups, Vec::new())
}

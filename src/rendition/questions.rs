//! The questions: what the client thinks of before the talk, one theme a page, with room to draw,
//! write or paste. The themes are those of *Mijn Plan*; the plan's own texts stay out of it.

use super::easy::{Booklet, Front, Group, TalkKeys};
use super::easy_view::{Content, Face, Line, Room};
use super::{Context, Made, Rendition};
use crate::dossier::code::{Law, PlanKind};
use crate::phrase::{PhraseError, capitalise};

/// A theme: its title and its questions, each with its pictogram of our own.
struct Theme {
    title: &'static str,
    questions: &'static [(&'static str, &'static str)],
}

const LIFE: Theme = Theme {
    title: "vragen.leven",
    questions: &[
        ("vragen.hoe_leven", "wonen"),
        ("vragen.hulp_nodig", "begeleider-helpt"),
    ],
};
const WHO_AM_I: Theme = Theme {
    title: "vragen.wie_ben_ik",
    questions: &[
        ("vragen.waar_blij", "blij"),
        ("vragen.wat_goed", "trots"),
        ("vragen.wat_moeilijk", "verdrietig"),
    ],
};
const LIVING: Theme = Theme {
    title: "vragen.wonen",
    questions: &[
        ("vragen.huis_fijn", "huis"),
        ("vragen.huis_zelf", "schoonmaken"),
        ("vragen.huis_anders", "wijzigen"),
    ],
};
const WORK: Theme = Theme {
    title: "vragen.werken",
    questions: &[
        ("vragen.werk_leuk", "werk"),
        ("vragen.werk_leren", "leren"),
        ("vragen.werk_hulp", "begeleider-helpt"),
    ],
};
const SCHOOL: Theme = Theme {
    title: "vragen.school_en_werk",
    questions: &[
        ("vragen.school_leuk", "school"),
        ("vragen.werk_leren", "leren"),
        ("vragen.werk_later", "werk"),
    ],
};
const FREE_TIME: Theme = Theme {
    title: "vragen.vrije_tijd",
    questions: &[
        ("vragen.vrij_graag", "muziek"),
        ("vragen.vrij_met_wie", "vriend"),
        ("vragen.vrij_proberen", "zwemmen"),
    ],
};
const PEOPLE: Theme = Theme {
    title: "vragen.mijn_mensen",
    questions: &[
        ("vragen.mensen_belangrijk", "familie"),
        ("vragen.mensen_vaker", "bezoek"),
        ("vragen.mensen_praten", "praten"),
    ],
};
const CHOOSING: Theme = Theme {
    title: "vragen.zelf_kiezen",
    questions: &[
        ("vragen.kiezen_nu", "kiezen"),
        ("vragen.kiezen_meer", "zelf-doen"),
        ("vragen.kiezen_hulp", "samen-doen"),
    ],
};
const SELF_CARE: Theme = Theme {
    title: "vragen.zelfzorg",
    questions: &[
        ("vragen.zorg_zelf", "wassen"),
        ("vragen.zorg_hulp", "hulp-vragen"),
        ("vragen.zorg_gezond", "dokter"),
    ],
};
const SUPPORT: Theme = Theme {
    title: "vragen.begeleiding",
    questions: &[
        ("vragen.begeleider_fijn", "begeleider-helpt"),
        ("vragen.boos_helpt", "boos-worden"),
        ("vragen.alleen_zijn", "alleen"),
    ],
};
const RECOVERY: Theme = Theme {
    title: "vragen.herstel",
    questions: &[
        ("vragen.herstel_goed", "blij"),
        ("vragen.herstel_rust", "rust"),
        ("vragen.herstel_steun", "samen-doen"),
    ],
};
const LESS_WELL: Theme = Theme {
    title: "vragen.minder",
    questions: &[
        ("vragen.minder_merken", "signaalplan"),
        ("vragen.minder_helpt", "hulp-vragen"),
        ("vragen.minder_bellen", "bellen"),
    ],
};
const MORE: Theme = Theme {
    title: "vragen.nog_meer",
    questions: &[
        ("vragen.nog_vertellen", "praten"),
        ("vragen.nog_vragen", "vraag"),
        ("vragen.later", "doel"),
    ],
};

/// What the client can choose to talk about as well.
const TOPICS: [(&str, &str); 6] = [
    ("vragen.onderwerp_geld", "geld"),
    ("vragen.onderwerp_lichaam", "dokter"),
    ("vragen.onderwerp_veilig", "veilig"),
    ("vragen.onderwerp_vriendschap", "vriend"),
    ("vragen.onderwerp_reizen", "trein"),
    ("vragen.onderwerp_internet", "computer"),
];
/// Topics beside each other.
const IN_A_ROW: usize = 3;

/// The file that it makes.
const FILE_NAME: &str = "vragen.pdf";

/// The questions to prepare the talk with.
#[derive(Debug)]
pub(crate) struct Questions;

impl Rendition for Questions {
    fn name(&self) -> &'static str {
        "questions"
    }

    fn on_request(&self) -> Option<&'static str> {
        Some(FILE_NAME)
    }

    fn make(&self, context: &Context<'_>) -> Result<Vec<Made>, PhraseError> {
        let mut booklet = Booklet::open(context);
        how_it_works(&mut booklet)?;
        for theme in themes(context) {
            page(&mut booklet, &theme, true)?;
        }
        page(&mut booklet, &MORE, false)?;
        topics(&mut booklet)?;
        booklet.credits(None)?;
        let front = Front::for_talk(
            &booklet,
            &TalkKeys {
                title: "vragen.titel",
                mine: "vragen.van_mij",
                purpose: "vragen.voor_gesprek",
                day: "vragen.gesprek_dag",
            },
        )?;
        let date = context.dossier.plan.about.drawn_up;
        Ok(vec![booklet.finish(FILE_NAME, date, front)?])
    }
}

/// The themes for this kind of plan.
fn themes(context: &Context<'_>) -> Vec<Theme> {
    let about = &context.dossier.plan.about;
    let mut themes = Vec::new();
    if about.kind == PlanKind::CareLife {
        themes.push(LIFE);
    }
    themes.extend([WHO_AM_I, LIVING]);
    themes.push(if about.law == Law::Youth {
        SCHOOL
    } else {
        WORK
    });
    themes.extend([FREE_TIME, PEOPLE, CHOOSING, SELF_CARE, SUPPORT]);
    if about.kind == PlanKind::Guidance {
        themes.extend([RECOVERY, LESS_WELL]);
    }
    themes
}

/// How to use it.
fn how_it_works(booklet: &mut Booklet<'_>) -> Result<(), PhraseError> {
    let lines = vec![
        booklet.fixed("vragen.over_leven", "vraag")?,
        booklet.fixed("vragen.kies_vragen", "kiezen")?,
        booklet.fixed("vragen.manieren", "wijzigen")?,
        booklet.fixed("vragen.hulp", "begeleider-helpt")?,
        booklet.fixed("vragen.neem_mee", "vergadering")?,
    ];
    let title = booklet.word("vragen.zo_werkt_het")?;
    booklet.section(&title, vec![alone(lines)], Vec::new())
}

/// One theme: its questions, room for the answer, and how I like it now.
fn page(booklet: &mut Booklet<'_>, theme: &Theme, rated: bool) -> Result<(), PhraseError> {
    let mut lines = Vec::new();
    for (key, pictogram) in theme.questions {
        lines.push(booklet.fixed(key, pictogram)?);
    }
    let mut foot = Vec::new();
    if rated {
        let labels = ["vragen.fijn", "vragen.gaat_wel", "vragen.moeilijk"];
        foot.push(booklet.faces("vragen.hoe_nu", labels, None)?);
    }
    let title = booklet.word(theme.title)?;
    booklet.boxes(&title, &lines, "vragen.antwoord", foot)
}

/// Topics to tick. Without pictures: words to put a cross at.
fn topics(booklet: &mut Booklet<'_>) -> Result<(), PhraseError> {
    let mut words = Vec::new();
    let mut faces = Vec::new();
    let pictures = booklet.row(&TOPICS.map(|(_, pictogram)| pictogram));
    for ((key, _), picture) in TOPICS.into_iter().zip(pictures) {
        let label = booklet.word(key)?;
        match picture {
            Some(picture) => faces.push(Face {
                label,
                picture,
                chosen: false,
            }),
            None => words.push(Line::new(capitalise(label), None)),
        }
    }
    let group = if words.is_empty() {
        alone(vec![booklet.fixed("vragen.zet_kruisje", "kiezen")?])
    } else {
        booklet.group("vragen.zet_kruisje", words)?
    };
    let rows = faces.chunks(IN_A_ROW).map(|row| Content::Choices {
        choices: row.to_vec(),
    });
    let other = Room {
        label: booklet.word("vragen.iets_anders")?,
        lines: 1,
    };
    let rooms = Content::Room { rooms: vec![other] };
    let foot = rows.chain([rooms]).collect();
    let title = booklet.word("vragen.onderwerpen")?;
    booklet.section(&title, vec![group], foot)
}

fn alone(lines: Vec<Line>) -> Group {
    Group {
        heading: None,
        lines,
    }
}

//! Chooses the goals of a client and fills in what they say.

use jiff::civil::Date;

use super::calendar::Calendar;
use super::draw::Draw;
use super::material::{EffortWords, GoalWords, Material, Profile};
use super::network::Network;
use super::wording::Words;
use crate::dossier::value::{Date as Day, WEEKDAYS};

/// A goal of the plan.
#[derive(Debug)]
pub(super) struct Goal<'m> {
    pub(super) said: &'m GoalWords,
    pub(super) effort: &'m EffortWords,
    pub(super) words: Words,
    pub(super) domain: &'m str,
    pub(super) is_short: bool,
    pub(super) end: Date,
    pub(super) wish: String,
    pub(super) start: String,
    pub(super) by_client: String,
    pub(super) by_provider: String,
    pub(super) motivation: String,
    /// Number of somebody of the network, what they do, and the same in easy-read.
    pub(super) by_network: Option<(u32, String, String)>,
}

/// Goals on one theme at most.
const PER_THEME: usize = 2;

/// The goals of a plan: four to six, on different themes.
pub(super) fn draw<'m>(
    draw: &mut Draw,
    material: &'m Material,
    profile: &Profile,
    words: &Words,
    network: &Network,
    calendar: &Calendar,
) -> Vec<Goal<'m>> {
    let mut suitable: Vec<_> = material
        .goals
        .iter()
        .filter(|goal| goal.groups.contains(&profile.group))
        .collect();
    draw.shuffle(&mut suitable);
    let count = [4, 5, 5, 6][draw.below(4)];
    let mut chosen: Vec<&GoalWords> = Vec::new();
    for goal in suitable {
        let alike = chosen.iter().filter(|one| one.theme == goal.theme).count();
        if chosen.len() < count && alike < PER_THEME {
            chosen.push(goal);
        }
    }
    let goals = chosen.into_iter().enumerate().map(|(index, said)| {
        let is_short = index == 0 || draw.percent(50);
        goal(
            draw, material, profile, said, is_short, words, network, calendar,
        )
    });
    goals.collect()
}

#[expect(clippy::too_many_arguments, reason = "a goal comes from all of these")]
fn goal<'m>(
    draw: &mut Draw,
    material: &'m Material,
    profile: &Profile,
    said: &'m GoalWords,
    is_short: bool,
    words: &Words,
    network: &Network,
    calendar: &Calendar,
) -> Goal<'m> {
    // Who comes every day works where the client lives.
    let is_daily = |id: &&String| id.starts_with("dag-");
    let weekly: Vec<_> = said.efforts.iter().filter(|id| !is_daily(id)).collect();
    let id = match weekly.as_slice() {
        [_, ..] if profile.lives != "locatie" => *draw.one(&weekly),
        _ => draw.one(&said.efforts),
    };
    let efforts = &material.blocks.efforts;
    let effort = efforts.iter().find(|effort| effort.id == *id);
    let effort = effort.expect("the tests read all material");
    let mut words = words.clone();
    words.set("dag", draw.one(&WEEKDAYS[..5]));
    words.set(
        "datum",
        Day::from_civil(calendar.target(draw, is_short)).long(),
    );
    words.set("frequentie", &effort.frequency);
    words.set("duur", &effort.phrase);
    for (name, choices) in &said.choices {
        words.set(name, draw.one(choices));
    }
    let motivation = [
        said.motivations.as_slice(),
        material.list("inzet", "genoeg"),
        material.list("inzet", "afbouw"),
    ]
    .map(|texts| words.one(draw, texts));
    let by_network = said.by_network.as_ref().and_then(|task| {
        let can_help = network.is_wanted && draw.percent(65);
        let helper = draw.one(&network.relatives);
        let (formal, easy) = task.split_once('|')?;
        can_help.then(|| {
            let mut words = words.clone();
            words.set("wie", &helper.name.first);
            (helper.number, words.formal(formal), words.easy(easy))
        })
    });
    Goal {
        said,
        effort,
        domain: domain(&said.domain, &profile.kind),
        is_short,
        end: if is_short {
            calendar.evaluation
        } else {
            calendar.end
        },
        wish: words.one(draw, &said.wishes),
        start: words.one(draw, &said.starts),
        by_client: words.one(draw, &said.by_client),
        by_provider: words.one(draw, &said.by_provider),
        motivation: motivation.join(" "),
        by_network,
        words,
    }
}

/// The domain by its name in this kind of plan.
pub(super) fn domain<'a>(domain: &'a str, kind: &str) -> &'a str {
    if kind != "zorgleefplan" {
        return domain;
    }
    match domain {
        "lichamelijk_welbevinden" => domain,
        "psychisch_welbevinden" => "mentaal_welbevinden",
        "betekenisvolle_relaties" | "deelname_samenleving" | "persoonlijke_ontwikkeling" => {
            "participatie"
        }
        _ => "woon_en_leefsituatie",
    }
}

//! One client: who it is, who is around, and what the plan is about. The papers are written from
//! this, so that all of them say the same.

use std::sync::Arc;

use jiff::civil::Date;

use super::Sample;
use super::calendar::{Calendar, days, months};
use super::draw::Draw;
use super::goals::{self, Goal};
use super::material::{PassageWords, Profile};
use super::network::Network;
use super::people::{Location, Name, Sex, bsn, landline, mobile};
use super::wording::Words;

/// A client as the papers are written from it.
#[derive(Debug)]
pub(super) struct Client<'m> {
    pub(super) sample: &'m Sample,
    pub(super) index: u32,
    pub(super) profile: &'m Profile,
    pub(super) location: Location,
    pub(super) name: Name,
    pub(super) born: Date,
    pub(super) bsn: String,
    /// Street, postcode and town.
    pub(super) address: [String; 3],
    pub(super) phone: String,
    pub(super) calendar: Calendar,
    pub(super) network: Network,
    pub(super) worker: Worker,
    pub(super) colleague: Worker,
    /// Who of the local team it is.
    pub(super) consultant: Name,
    pub(super) words: Words,
    pub(super) goals: Vec<Goal<'m>>,
    pub(super) leisure: &'m PassageWords,
    pub(super) living: &'m (String, String, String),
    pub(super) photos: Vec<Photo<'m>>,
}

/// Somebody who works for the provider.
#[derive(Debug)]
pub(super) struct Worker {
    pub(super) name: Name,
    pub(super) function: String,
    pub(super) phone: String,
}

/// A photo in the client's folder.
#[derive(Debug)]
pub(super) struct Photo<'m> {
    pub(super) file: String,
    pub(super) word: &'m str,
    pub(super) shows: &'m str,
    /// Scene.
    pub(super) id: &'m str,
    pub(super) bytes: Arc<[u8]>,
}

impl<'m> Client<'m> {
    /// Draws a client; the same for the same seed, index and day.
    pub(super) fn draw(sample: &'m Sample, index: u32) -> Self {
        let names = &sample.material.names;
        let draw = &mut sample.draw(index, "wie");
        let profiles = &sample.material.profiles;
        let profile = &profiles[draw.weighted(profiles.iter().map(|profile| profile.weight))];
        let location = Location::of(names, index);
        let sex = match draw.below(100) {
            0 => Sex::Either,
            1..51 => Sex::Woman,
            _ => Sex::Man,
        };
        let (youngest, oldest) = profile.ages;
        let age = draw.between(youngest.into(), oldest.into());
        let unfit = match age {
            ..35 => names.for_old.as_slice(),
            60.. => names.for_young.as_slice(),
            _ => &[],
        };
        let name = Name::draw(draw, names, sex, unfit);
        let calendar = Calendar::draw(
            &mut sample.draw(index, "dagen"),
            sample.today,
            profile.law == "wlz",
        );
        // The birthday of this age lies up to eleven months before the plan.
        let born = days(
            months(calendar.drawn_up, -12 * age - draw.between(0, 10)),
            -draw.between(1, 27),
        );
        let age = i16::try_from(age).unwrap_or(youngest);
        let network = Network::draw(
            &mut sample.draw(index, "naasten"),
            names,
            profile,
            (&name, age),
            &calendar,
        );
        let mut taken = network.first_names();
        taken.push(name.first.clone());
        let worker = worker(sample, profile, &location, draw.below(3), &taken);
        taken.push(worker.name.first.clone());
        let colleague = self::worker(sample, profile, &location, 3, &taken);
        let (town, address) = address(sample, draw, profile, &location);
        let consultant = {
            let mut draw = Draw::of(sample.seed, &[&"lokaal team", &town]);
            Name::draw(&mut draw, names, Sex::Woman, &taken)
        };
        let words = words(
            draw,
            sample,
            profile,
            (&name, born),
            &calendar,
            &location,
            &town,
            &worker,
        );
        let goals = goals::draw(
            &mut sample.draw(index, "doelen"),
            &sample.material,
            profile,
            &words,
            &network,
            &calendar,
        );
        let leisure = draw.one(&sample.material.blocks.leisure);
        let living = draw.one(&sample.material.blocks.living[&profile.lives]);
        let mut client = Self {
            sample,
            index,
            profile,
            location,
            bsn: bsn(index),
            born,
            address,
            phone: if profile.lives == "locatie" {
                landline(draw)
            } else {
                mobile(draw)
            },
            calendar,
            network,
            worker,
            colleague,
            consultant,
            words,
            goals,
            leisure,
            living,
            name,
            photos: Vec::new(),
        };
        client.take_photos(&mut sample.draw(index, "fotos"));
        client
    }

    /// `C-10001`.
    pub(super) fn number(&self) -> String {
        format!("C-{}", 10_000 + self.index + 1)
    }

    /// How the texts call the client: `Zoë`, or `mevrouw Van den Berg`.
    pub(super) fn called(&self) -> String {
        called(self.profile, &self.name)
    }

    /// Who gave consent, in words.
    pub(super) fn consenting(&self) -> String {
        let curator = self
            .network
            .representatives
            .iter()
            .find(|one| one.kind == "curator");
        match curator {
            Some(one) => format!("{}, curator, samen met {}", one.name.full(), self.called()),
            None if self.profile.group == "j" => {
                format!("{}, met goedvinden van de ouders", self.called())
            }
            None => self.called(),
        }
    }

    /// Whether municipality and local team have a part in the plan.
    pub(super) fn has_local_team(&self) -> bool {
        matches!(self.profile.law.as_str(), "wmo" | "jeugdwet")
    }

    /// A stream of chance for one part of the papers.
    pub(super) fn draw_for(&self, part: &str) -> Draw {
        self.sample.draw(self.index, part)
    }

    /// About a third has photos: of what they like, of where they live and of what a goal is about.
    fn take_photos(&mut self, draw: &mut Draw) {
        if !draw.percent(34) {
            return;
        }
        let mut scenes: Vec<&str> = self.leisure.photo.as_deref().into_iter().collect();
        if self.living.2.contains("huis") {
            scenes.push("huis");
        }
        scenes.extend(
            self.goals
                .iter()
                .filter_map(|goal| goal.said.photo.as_deref()),
        );
        scenes.sort_unstable();
        scenes.dedup();
        let photos = &self.sample.material.photos;
        for id in scenes {
            let scene = photos.scenes.iter().position(|scene| scene.id == id);
            let scene = scene.expect("the tests read all material");
            let bytes = self
                .sample
                .album
                .photo(photos, scene, draw.below(photos.palettes.len()));
            let scene = &photos.scenes[scene];
            self.photos.push(Photo {
                file: format!("{id}.jpg"),
                word: &scene.word,
                shows: &scene.shows,
                id: &scene.id,
                bytes,
            });
        }
    }
}

fn called(profile: &Profile, name: &Name) -> String {
    match profile.address {
        Some(_) => name.polite(),
        None => name.first.clone(),
    }
}

/// One of the few who work at this location with this kind of client.
fn worker(
    sample: &Sample,
    profile: &Profile,
    location: &Location,
    which: usize,
    taken: &[String],
) -> Worker {
    let words: [&dyn std::fmt::Display; 4] = [&"team", &location.number, &profile.id, &which];
    let draw = &mut Draw::of(sample.seed, &words);
    let sex = if draw.percent(72) {
        Sex::Woman
    } else {
        Sex::Man
    };
    Worker {
        function: draw.one(&profile.functions).clone(),
        phone: mobile(draw),
        name: Name::draw(draw, &sample.material.names, sex, taken),
    }
}

/// The town, and street, postcode and town.
fn address(
    sample: &Sample,
    draw: &mut Draw,
    profile: &Profile,
    location: &Location,
) -> (String, [String; 3]) {
    let names = &sample.material.names;
    let shared = &mut Draw::of(sample.seed, &[&"locatie", &location.number]);
    let is_shared = profile.lives == "locatie";
    let (town, digits) = shared.one(&names.towns).split_once('|').unwrap_or_default();
    let mut letter = || char::from(b'A' + u8::try_from(shared.below(26)).unwrap_or(0));
    // Some pairs of letters are never given out; these begin none of them.
    let postcode = format!("{digits} {}{}", 'K', letter());
    let street = if is_shared {
        format!("{} {}", location.name, draw.between(1, 60))
    } else {
        format!("{} {}", draw.one(&names.streets), draw.between(1, 180))
    };
    (town.to_owned(), [street, postcode, town.to_owned()])
}

#[expect(clippy::too_many_arguments, reason = "the texts speak of all of these")]
fn words(
    draw: &mut Draw,
    sample: &Sample,
    profile: &Profile,
    (name, born): (&Name, Date),
    calendar: &Calendar,
    location: &Location,
    town: &str,
    worker: &Worker,
) -> Words {
    let mut words = Words::default();
    let [_, subject, object, owner] = name.sex.pronouns();
    words.set("naam", called(profile, name));
    words.set("hij", subject);
    words.set("hem", object);
    words.set("zijn", owner);
    words.set("plaats", town);
    words.set("locatie", &location.name);
    words.set("begeleider", &worker.name.first);
    let birthplace = draw.one(&sample.material.names.towns);
    words.set(
        "geboorteplaats",
        birthplace.split('|').next().unwrap_or_default(),
    );
    // Since when it is as it is now: the last years, and of who is no child from 18 on.
    let latest = calendar.start.year() - 1;
    let earliest = match profile.group.as_str() {
        "j" => latest - 1,
        _ => (latest - 6).max(born.year() + 18).min(latest),
    };
    let year = draw.between(earliest.into(), latest.into());
    words.set("jaar", year.to_string());
    words
}

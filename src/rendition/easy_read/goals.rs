//! The goals: all at a glance, and each on a page: what I want, what I do, who helps me, when.

use minijinja::context;

use crate::dossier::code::Role;
use crate::dossier::goal::{EasyGoal, Goal, Sentence};
use crate::dossier::value::Text;
use crate::language::{self, first_person_sentences, spoken_of, starts_with_verb};
use crate::phrase::{PhraseError, capitalise};
use crate::rendition::easy::{
    Booklet, Group, MOST_WORDS, USUAL_WORDS, are_short, lower_first, short_sentences,
};
use crate::rendition::easy_view::{Content, Line, Tile};

/// Sentences at most on how somebody helps.
const TASKS: usize = 3;
/// Words of a sentence in a wish that is told in single words.
const SINGLE_WORDS: usize = 2;
/// Words by which a wish says that it is one.
const WANTING: &[&str] = &["wil", "wou", "graag", "hoop", "mag"];

/// Adds all goals at a glance.
pub(super) fn overview(booklet: &mut Booklet<'_>) -> Result<(), PhraseError> {
    let context = booklet.context;
    let tiles: Vec<_> = context
        .dossier
        .plan
        .goals
        .iter()
        .enumerate()
        .map(|(index, goal)| {
            let (text, word) = told_by(booklet, goal);
            Tile {
                number: index + 1,
                text: title(goal).to_owned(),
                picture: booklet.picture_of(text, word),
            }
        })
        .collect();
    let title = booklet.word("op_een_blad")?;
    let foot = if tiles.is_empty() {
        Vec::new()
    } else {
        vec![Content::Tiles { tiles }]
    };
    booklet.section(&title, Vec::new(), foot)
}

/// Adds the page of one goal.
pub(super) fn pages(
    booklet: &mut Booklet<'_>,
    number: usize,
    goal: &Goal,
) -> Result<(), PhraseError> {
    let groups = vec![
        group(booklet, "kop_wil", goal, |easy| &easy.want, want)?,
        group(booklet, "kop_doe", goal, |easy| &easy.act, act)?,
        group(booklet, "kop_hulp", goal, |easy| &easy.help, help)?,
        group(booklet, "kop_wanneer", goal, |easy| &easy.when, when)?,
    ];
    let faces = booklet.faces(
        "hoe_gaat_het",
        ["gaat_goed", "gaat_wel", "gaat_moeilijk"],
        None,
    )?;
    let title = booklet.say("doel", context! { nummer => number, titel => title(goal) })?;
    booklet.section(&title, groups, vec![faces])
}

/// The title of a goal: the author's easy one, or the goal's own.
pub(in crate::rendition) fn title(goal: &Goal) -> &str {
    let easy = goal.easy.as_ref().and_then(|easy| easy.title.as_ref());
    easy.map_or(&goal.title, |title| &title.text)
        .as_str()
        .trim_end_matches('.')
}

/// What the picture of a goal is chosen by: a text, and the author's word for it.
pub(in crate::rendition) type Told<'g> = (&'g str, Option<&'g str>);

/// What shows a goal: the word of its title, the title itself, or else the word of what I want or
/// do, where that isn't denied there.
pub(in crate::rendition) fn told_by<'g>(booklet: &Booklet<'_>, goal: &'g Goal) -> Told<'g> {
    let asked = |sentence: &'g Sentence| sentence.picture.as_ref().map(Text::as_str);
    let easy = goal.easy.as_ref();
    let by_title = (
        title(goal),
        easy.and_then(|easy| easy.title.as_ref()).and_then(asked),
    );
    if by_title.1.is_some() || booklet.has_picture(title(goal)) {
        return by_title;
    }
    let sentences = easy
        .into_iter()
        .flat_map(|easy| easy.want.iter().chain(&easy.act));
    let mut words = sentences
        .filter_map(|sentence| Some((sentence.text.as_str(), asked(sentence)?)))
        .filter(|(text, word)| booklet.has_plain(text, word));
    match words.next() {
        Some((text, word)) => (text, Some(word)),
        None => by_title,
    }
}

/// A group of a goal: the author's sentences, or those that were made.
fn group(
    booklet: &mut Booklet<'_>,
    heading: &str,
    goal: &Goal,
    written: fn(&EasyGoal) -> &Vec<Sentence>,
    made: fn(&mut Booklet<'_>, &Goal) -> Result<Vec<Line>, PhraseError>,
) -> Result<Group, PhraseError> {
    let lines = match goal.easy.as_ref().map(written) {
        Some(sentences) if !sentences.is_empty() => booklet.said(sentences),
        _ => made(booklet, goal)?,
    };
    booklet.group(heading, lines)
}

/// What I want: the wish, after the goal's title where the wish doesn't say what is wanted.
fn want(booklet: &mut Booklet<'_>, goal: &Goal) -> Result<Vec<Line>, PhraseError> {
    let wish = goal
        .wish
        .as_ref()
        .and_then(|wish| short_sentences(wish.as_str(), MOST_WORDS));
    let says = |wish: &Vec<String>| {
        wish.iter()
            .flat_map(|sentence| language::words(sentence))
            .any(|word| WANTING.contains(&word))
    };
    if let Some(wish) = wish.clone().filter(says) {
        return Ok(booklet.lines(wish));
    }
    let text = booklet.say("mijn_doel", context! { titel => title(goal) })?;
    let shown = told_by(booklet, goal);
    let mut lines = vec![booklet.line_by(text, shown)];
    let mut wish = wish
        .filter(|wish| are_short(wish, USUAL_WORDS))
        .unwrap_or_default();
    // Who speaks in single words is quoted on one line.
    if are_short(&wish, SINGLE_WORDS) && wish.len() > 1 {
        wish = vec![wish.join(" ")];
    }
    lines.extend(booklet.lines(wish));
    Ok(lines)
}

/// What I do, each thing in a sentence of its own.
fn act(booklet: &mut Booklet<'_>, goal: &Goal) -> Result<Vec<Line>, PhraseError> {
    let Some(text) = done(goal.by_client.as_ref()) else {
        return Ok(Vec::new());
    };
    let subject = booklet.subject();
    let sentences: Option<Vec<_>> = language::sentences(text)
        .into_iter()
        .map(|text| first_person_sentences(text, subject))
        .collect();
    match sentences.map(|sentences| with_digits(sentences.concat())) {
        Some(sentences) if are_short(&sentences, MOST_WORDS) => Ok(booklet.lines(sentences)),
        _ => Ok(vec![booklet.told("ik_werk_mee", "zelf-doen")?]),
    }
}

/// Who helps me, by name, and how where that is shortly said.
fn help(booklet: &mut Booklet<'_>, goal: &Goal) -> Result<Vec<Line>, PhraseError> {
    let plan = &booklet.context.dossier.plan;
    let mut lines = Vec::new();
    if let Some(task) = done(goal.by_provider.as_ref()) {
        let product = plan
            .products
            .iter()
            .find(|product| Some(&product.code) == goal.product.as_ref());
        let name = match product.and_then(|product| product.performer.as_ref()) {
            Some(performer) => performer.to_string(),
            None if starts_with_verb(task) => booklet.supporter()?,
            // Somebody else is named there: it is the provider that helps.
            None => booklet.provider(),
        };
        lines.extend(helper(
            booklet,
            (&name, "begeleider-helpt"),
            Some(task),
            true,
        )?);
    }
    for task in &goal.by_network {
        if let Some(person) = plan
            .network
            .iter()
            .find(|person| person.number == task.number)
        {
            let first = lines.is_empty();
            let shown = match person.role {
                Role::Family | Role::InformalCarer => "familie",
                Role::Friend => "vriend",
                Role::Neighbour => "buurt",
                Role::Volunteer => "vrijwilliger",
            };
            let name = person.first_name.as_str();
            lines.extend(helper(
                booklet,
                (name, shown),
                done(Some(&task.task)),
                first,
            )?);
        }
    }
    if let Some(task) = done(goal.by_volunteers.as_ref()) {
        let name = booklet.word("een_vrijwilliger")?;
        let first = lines.is_empty();
        lines.extend(helper(booklet, (&name, "vrijwilliger"), Some(task), first)?);
    }
    if done(goal.by_carers.as_ref()).is_some() {
        lines.push(booklet.told("mensen_helpen", "familie")?);
    }
    Ok(lines)
}

/// That somebody helps, and what they do where that is shortly said.
fn helper(
    booklet: &mut Booklet<'_>,
    (name, shown): (&str, &str),
    task: Option<&str>,
    first: bool,
) -> Result<Vec<Line>, PhraseError> {
    let name = capitalise(name.to_owned());
    let subject = booklet.subject();
    let tasks: Option<Vec<_>> = task.map(language::sentences).and_then(|sentences| {
        sentences
            .into_iter()
            .map(|sentence| spoken_of(sentence, &name, subject))
            .collect()
    });
    let tasks = tasks
        .map(|tasks| with_digits(tasks.concat()))
        .filter(|tasks| tasks.len() <= TASKS && are_short(tasks, USUAL_WORDS))
        .unwrap_or_default();
    let key = if first { "helpt" } else { "helpt_ook" };
    let helps = booklet.say(key, context! { naam => &name })?;
    let told = tasks
        .first()
        .is_some_and(|task| task.starts_with(&format!("{name} helpt ")));
    let mut sentences = if told { Vec::new() } else { vec![helps] };
    sentences.extend(tasks);
    let mut sentences = sentences.into_iter();
    let mut lines: Vec<_> = sentences
        .next()
        .map(|text| booklet.line_about(text, &name, shown))
        .into_iter()
        .collect();
    lines.extend(booklet.lines(sentences.collect()));
    Ok(lines)
}

/// How often I get help, and from when to when.
fn when(booklet: &mut Booklet<'_>, goal: &Goal) -> Result<Vec<Line>, PhraseError> {
    let mut lines = Vec::new();
    if let Some(frequency) = &goal.frequency {
        let text = language::digits(frequency.as_str().trim_end_matches('.'));
        let text = lower_first(&text);
        let plain = ["elke ", "elk ", "om de "]
            .iter()
            .any(|start| text.starts_with(start))
            || text.split(' ').nth(1) == Some("keer");
        let key = if plain && !text.contains(',') {
            "zo_vaak"
        } else {
            "zo_vaak_los"
        };
        lines.push(booklet.told_of(key, context! { frequentie => text }, Some("kalender"))?);
    }
    for (key, date) in [("doel_begin", goal.start), ("doel_einde", goal.end)] {
        if let Some(date) = date {
            lines.push(booklet.told_of(
                key,
                context! { datum => date.long() },
                Some("kalender"),
            )?);
        }
    }
    Ok(lines)
}

/// What somebody does, unless the text says that it is nothing.
fn done(text: Option<&Text>) -> Option<&str> {
    text.map(Text::as_str)
        .filter(|text| !language::says_none(text))
}

fn with_digits(sentences: Vec<String>) -> Vec<String> {
    sentences
        .into_iter()
        .map(|sentence| language::digits(&sentence))
        .collect()
}

//! Which picture a sentence gets, and which of its words get one.

use super::*;

/// Somebody's photos and wishes.
struct Person {
    library: Library,
    photos: Vec<(&'static str, FileName)>,
    people: Vec<(&'static str, FileName)>,
    never: Vec<&'static str>,
    shows: bool,
}

impl Default for Person {
    fn default() -> Self {
        let photo = |name: &str| name.parse().expect("a plain name");
        Self {
            library: Library::embedded().expect("the project's own set is whole"),
            photos: vec![
                ("bus", photo("bus.jpg")),
                ("gitaar", photo("gitaar.jpg")),
                ("Truus", photo("truus.jpg")),
                ("oude kat", photo("kat.jpg")),
            ],
            people: vec![
                ("Bas", photo("bas.jpg")),
                ("Noor", photo("noor.jpg")),
                ("Jan de Vries", photo("jan.jpg")),
                ("Wil", photo("wil.jpg")),
            ],
            never: Vec::new(),
            shows: true,
        }
    }
}

impl Person {
    fn never(words: &[&'static str]) -> Self {
        Self {
            never: words.to_vec(),
            ..Self::default()
        }
    }

    fn ask<T>(&self, question: impl FnOnce(&Illustrator<'_>) -> T) -> T {
        question(&Illustrator {
            library: &self.library,
            shows: self.shows,
            per: PicturePer::Sentence,
            frame: PhotoFrame::BESIDE,
            sets: &[],
            never: self.never.clone(),
            own: shown_of(&self.library, &self.photos),
            people: shown_of(&self.library, &self.people),
        })
    }

    fn chosen(&self, sentence: &str, word: Option<&str>) -> Option<String> {
        self.ask(|illustrator| illustrator.choose(sentence, word))
            .map(name)
    }

    /// The words that get a picture.
    fn parts(&self, sentence: &str) -> Vec<(String, Option<String>)> {
        self.ask(|illustrator| illustrator.parts(sentence))
            .into_iter()
            .map(|part| (part.text, part.source.map(name)))
            .collect()
    }
}

fn shown_of<'p>(library: &Library, photos: &'p [(&'static str, FileName)]) -> Vec<Shown<'p>> {
    let photos = photos.iter();
    photos
        .map(|(word, photo)| Shown::own(library, word, None, photo))
        .collect()
}

/// A picture by the name of its pictogram or photo.
fn name(source: PictureSource) -> String {
    match source {
        PictureSource::Photo { name, .. } => name.as_str().to_owned(),
        PictureSource::Pictogram { id, crossed, .. } => {
            format!("{}{}", id.name, if crossed { " ×" } else { "" })
        }
        PictureSource::Logo => "logo".to_owned(),
    }
}

fn is_photo(name: &str) -> bool {
    name.contains(".jpg")
}

fn shown(sentence: &str) -> Option<String> {
    Person::default().chosen(sentence, None)
}

#[test]
fn the_author_comes_first_then_photos_then_pictograms() {
    let person = Person::default();
    let chosen = |sentence, word| person.chosen(sentence, word);
    assert_eq!(
        chosen("Ik ga met de bus.", Some("huis")).as_deref(),
        Some("huis")
    );
    assert_eq!(chosen("Ik ga.", Some("Bus")).as_deref(), Some("bus.jpg"));
    assert_eq!(chosen("De bus komt.", None).as_deref(), Some("bus.jpg"));
    assert_eq!(
        chosen("Bas komt op bezoek.", None).as_deref(),
        Some("bas.jpg")
    );
    assert_eq!(
        chosen("Ik ga naar huis.", Some("onbekend")).as_deref(),
        Some("huis")
    );
}

#[test]
fn a_thing_is_shown_by_its_word_in_any_form() {
    for sentence in [
        "Ik ga met de bus.",
        "Er gaan 2 bussen.",
        "Bus 6 staat klaar.",
    ] {
        assert_eq!(shown(sentence).as_deref(), Some("bus.jpg"), "{sentence}");
    }
    assert_eq!(
        shown("Ik heb 2 gitaren.").as_deref(),
        Some("gitaar.jpg"),
        "a word that the lexicon lacks"
    );
    assert_eq!(shown("Ik aai mijn oude kat.").as_deref(), Some("kat.jpg"));
    assert_ne!(shown("Ik aai mijn kat.").as_deref(), Some("kat.jpg"));
}

#[test]
fn somebody_is_shown_by_name_and_nobody_else() {
    for (sentence, photo) in [
        ("Ik bezoek Truus.", Some("truus.jpg")),
        ("Dat is Truus' tas.", Some("truus.jpg")),
        ("Ik ken Noors moeder.", Some("noor.jpg")),
        ("Ik ken Noor’s moeder.", Some("noor.jpg")),
        ("Ik leer Noors.", None),
        ("Ik speel bas.", None),
        ("Jan de Vries eet mee.", Some("jan.jpg")),
        ("Wil helpt mij.", Some("wil.jpg")),
        ("Wil ik dat?", None),
    ] {
        let found = shown(sentence).filter(|name| is_photo(name));
        assert_eq!(found.as_deref(), photo, "{sentence}");
    }
    assert_ne!(shown("Jan eet mee.").as_deref(), Some("jan.jpg"));
}

#[test]
fn what_is_somebody_elses_is_no_photo_of_mine() {
    for sentence in [
        "Dat is de bus van Bart.",
        "Zij pakt haar gitaar.",
        "Ik luister naar jouw gitaar.",
    ] {
        assert!(
            !shown(sentence).is_some_and(|name| is_photo(&name)),
            "{sentence}"
        );
    }
    assert_eq!(
        shown("Dat is de bus van 8 uur.").as_deref(),
        Some("bus.jpg")
    );
}

#[test]
fn a_thing_comes_before_who_is_there_too() {
    assert_eq!(
        shown("Bas speelt op mijn gitaar.").as_deref(),
        Some("gitaar.jpg")
    );
    assert_eq!(shown("Bas helpt Noor.").as_deref(), Some("bas.jpg"));
}

#[test]
fn a_fixed_expression_says_more_than_a_photo() {
    for sentence in ["De bus komt niet.", "De bus is te laat."] {
        assert_eq!(shown(sentence).as_deref(), Some("bus-komt-niet"));
    }
}

#[test]
fn what_is_denied_or_unwanted_is_not_shown() {
    for sentence in ["Ik ga niet met Bas.", "Ik ga niet met de bus."] {
        let found = shown(sentence);
        assert!(found.is_none_or(|name| name.ends_with('×')), "{sentence}");
    }
    let instead = shown("In plaats van de bus neem ik de trein.");
    assert!(!instead.is_some_and(|name| is_photo(&name)));
    let without = Person::never(&["bus", "Bas"]);
    assert_eq!(without.chosen("De bus komt.", Some("bus")), None);
    assert_eq!(without.chosen("Ik zie Bas.", None), None);
    assert_eq!(without.ask(|illustrator| illustrator.person("Bas")), None);
    let blind = Person {
        shows: false,
        ..Person::default()
    };
    assert_eq!(blind.chosen("De bus komt.", Some("bus")), None);
}

#[test]
fn what_an_author_asks_for_is_never_shown_plain_where_it_is_denied() {
    let person = Person::default();
    let asked = |sentence, word| {
        person
            .ask(|illustrator| illustrator.for_word(word, sentence))
            .map(name)
    };
    assert_eq!(asked("Noor komt niet mee.", "Noor"), None);
    assert_eq!(asked("Noor komt mee.", "Noor").as_deref(), Some("noor.jpg"));
    for word in ["bus niet komt", "bus komt niet"] {
        let found = asked("Ik bel als de bus niet komt.", word);
        assert!(!found.is_some_and(|name| is_photo(&name)), "{word}");
    }
    assert_eq!(asked("Niet alle koffie is lekker.", "koffie"), None);
    assert_eq!(asked("Ik ga niet mee.", "huis"), None);
    for (sentence, word) in [
        ("In plaats van koffie drink ik thee.", "koffie"),
        ("Ik drink thee in plaats van koffie.", "koffie"),
        ("Ik eet alles behalve vis.", "vis"),
        ("Ik drink minder bier.", "bier"),
        ("In plaats van de bus neem ik de trein.", "bus"),
    ] {
        assert_eq!(asked(sentence, word), None, "{sentence}");
    }
    let other = asked("In plaats van koffie drink ik thee.", "thee");
    assert!(other.is_some_and(|name| !name.ends_with('×')));
    for (sentence, word) in [("Ik pak de bus.", "bus"), ("Ik ga op reis.", "bus")] {
        assert_eq!(
            asked(sentence, word).as_deref(),
            Some("bus.jpg"),
            "{sentence}"
        );
    }
    let crossed = asked("Ik wil geen koffie.", "koffie");
    assert!(crossed.is_some_and(|name| name.ends_with('×')));
    let plain = asked("Ik wil koffie.", "koffie");
    assert!(plain.is_some_and(|name| !name.ends_with('×')));
}

#[test]
fn a_name_that_is_barred_bars_its_photo_in_any_form() {
    let without = Person::never(&["bussen", "Jan", "Noor Bakker"]);
    let chosen = |sentence| without.chosen(sentence, None);
    for sentence in ["Ik ga met de bus.", "Jan de Vries eet mee.", "Ik zie Noor."] {
        let found = chosen(sentence);
        assert!(!found.is_some_and(|name| is_photo(&name)), "{sentence}");
    }
    assert_eq!(chosen("Ik zie Bas.").as_deref(), Some("bas.jpg"));
}

#[test]
fn key_words_get_their_pictures_and_the_rest_stands_between() {
    let person = Person::default();
    let part = |text: &str, picture: Option<&str>| (text.to_owned(), picture.map(str::to_owned));
    assert_eq!(
        person.parts("Bas pakt „mijn gitaar”, en gaat."),
        [
            part("Bas", Some("bas.jpg")),
            part("pakt „mijn", None),
            part("gitaar”,", Some("gitaar.jpg")),
            part("en gaat.", None),
        ]
    );
    assert_eq!(person.parts("Dat is dat."), [part("Dat is dat.", None)]);
    assert_eq!(person.parts(""), []);
}

#[test]
fn not_every_word_gets_a_picture() {
    let person = Person::default();
    for sentence in [
        "Truus Bas Noor gitaar bus.",
        "Bas bus.",
        "De bus, een gitaar, Bas, Truus, Noor en ik gaan samen naar huis.",
    ] {
        let parts = person.parts(sentence);
        let pictures = parts.iter().filter(|(_, picture)| picture.is_some());
        let words = language::count_words(sentence);
        assert!(pictures.count() <= words.div_ceil(2).min(4), "{sentence}");
        let text: Vec<_> = parts.iter().map(|(text, _)| text.as_str()).collect();
        assert_eq!(text.join(" "), sentence);
    }
}

/// A match as the lexicon would make it.
fn found(sentence: &str, word: &str, place: &str, concept: &str) -> Match {
    let at = sentence.find(place).expect("in the sentence");
    Match {
        word: word.to_owned(),
        span: at..at + place.len(),
        concept: concept.to_owned(),
        pictogram: crate::pictogram::PictogramId {
            set: "eigen".to_owned(),
            name: concept.to_owned(),
        },
        format: crate::pictogram::DrawingFormat::Svg,
        name: concept.to_owned(),
        crossed: false,
    }
}

#[test]
fn the_sense_of_a_word_decides_whether_a_photo_shows_it() {
    let person = Person::default();
    let spotted = |sentence: &str, found: &[Match]| {
        person.ask(|illustrator| {
            let photos: Vec<_> = illustrator.photos().collect();
            let found = spots(&photos, sentence, found);
            found
                .into_iter()
                .map(|spot| sentence[spot.span].to_owned())
                .collect::<Vec<_>>()
        })
    };
    let text = "Ik ga met de lijnbus.";
    let same = found(text, "lijnbus", "lijnbus", "bus-ov");
    assert_eq!(spotted(text, &[same]), ["lijnbus"]);
    let text = "Ik doe geld in de bus.";
    assert!(spotted(text, &[found(text, "bus", "bus", "blik")]).is_empty());
    let text = "Ik mis de bus vaak.";
    assert!(spotted(text, &[found(text, "mis de bus", "mis de bus", "te-laat")]).is_empty());
    let text = "Ik ga met de bus.";
    let around = found(text, "met de bus", "met de bus", "bus-ov");
    assert_eq!(spotted(text, &[around]), ["bus"]);
}

#[test]
fn words_that_stand_apart_get_their_picture_at_the_first() {
    let text = "Ik sta om 8 uur op.";
    let apart = found(text, "sta op", "sta om 8 uur op", "opstaan");
    assert_eq!(together(text, &apart), Some(3..6));
    let close = found(text, "om 8 uur", "om 8 uur", "klok");
    assert_eq!(together(text, &close), Some(7..15));
    let nowhere = Match {
        span: 0..0,
        ..close
    };
    assert_eq!(together(text, &nowhere), None);
}

#[test]
fn a_fixed_phrase_shows_the_persons_own_photo_first() {
    let person = Person::default();
    let fixed = |picture, phrase| {
        person
            .ask(|illustrator| illustrator.fixed(picture, phrase))
            .map(name)
    };
    assert_eq!(fixed("bus", "Ik reis.").as_deref(), Some("bus.jpg"));
    let named = fixed("kiezen", "Ik kies een bus.");
    assert_eq!(named.as_deref(), Some("bus.jpg"));
    let denied = fixed("bus", "Ik reis niet.");
    assert_eq!(denied.as_deref(), Some("bus"));
    assert_eq!(fixed("kiezen", "Ik reis.").as_deref(), Some("kiezen"));
    let without = Person::never(&["bus"]);
    let barred = without.ask(|illustrator| illustrator.fixed("bus", "Ik ga met de bus."));
    assert_eq!(barred, None);
    let blind = Person {
        shows: false,
        ..Person::default()
    };
    let none = blind.ask(|illustrator| illustrator.row(&["ja", "nee"]));
    assert_eq!(none, [None, None]);
}

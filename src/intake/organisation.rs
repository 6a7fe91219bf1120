//! What a new organisation begins with: its own file, a client to look at, an empty plan, and a text
//! that tells what is where.

use minijinja::context;

use super::blank::{Blank, render};
use crate::dossier::code::{Law, PlanKind};
use crate::dossier::provider::Provider;
use crate::phrase::PhraseError;
use crate::sample::{Sample, SampleFile};

/// The name of the text that tells what is where.
pub(crate) const README: &str = "LEESMIJ.txt";
/// The organisation's file, with every possibility.
const ORGANISATION: &str = include_str!("../../templates/begin/aanbieder.toml");
const READ_ME: &str = include_str!("../../templates/begin/LEESMIJ.txt");

/// The client that is filled in.
const EXAMPLE: &str = "VOORBEELD";
/// The client that is empty.
const TEMPLATE: &str = "SJABLOON";

/// What stands above the plan of the example.
const ABOVE_EXAMPLE: &str = "\
# Een verzonnen cliënt, helemaal ingevuld, om van af te kijken.
# Wil je met echte cliënten werken, haal deze map dan weg.

";

/// The files of the data folder, of which a path that ends in `/` is an empty folder.
///
/// # Errors
/// When a template is broken.
pub(crate) fn begin(
    sample: &Sample,
    today: jiff::civil::Date,
) -> Result<Vec<SampleFile>, PhraseError> {
    let file = |path: String, text: &str| SampleFile {
        path,
        bytes: text.as_bytes().into(),
    };
    let provider = Provider::embedded(ORGANISATION);
    let plan = Blank {
        number: TEMPLATE,
        kind: PlanKind::Support,
        law: Law::Wmo,
        today,
        provider: &provider,
    };
    let mut files = vec![
        file("aanbieder.toml".to_owned(), ORGANISATION),
        file("logo.svg".to_owned(), Sample::logo()),
        file(format!("clienten/{TEMPLATE}/plan.toml"), &plan.text()?),
        file(format!("clienten/{TEMPLATE}/fotos/"), ""),
    ];
    files.extend(sample.example(EXAMPLE).into_iter().map(|file| {
        if !file.path.ends_with("/plan.toml") {
            return file;
        }
        let bytes = [ABOVE_EXAMPLE.as_bytes(), &file.bytes].concat();
        SampleFile {
            bytes: bytes.into(),
            ..file
        }
    }));
    Ok(files)
}

/// The text that tells what is where, with so many fictional clients, or with the two to begin with.
///
/// # Errors
/// When the template is broken.
pub(crate) fn readme(clients: Option<u32>) -> Result<String, PhraseError> {
    let view = context! {
        verzonnen => clients,
        voorbeeld => EXAMPLE,
        sjabloon => TEMPLATE,
    };
    render(README, READ_ME, view)
}

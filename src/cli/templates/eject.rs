//! `drieluik templates eject`: writes the templates of the program, for an organisation to change.

use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::Args;

use super::super::args::{HelpFlag, TEMPLATE};
use super::super::{DONE, NOT_IN_ORDER, printer};
use crate::store;
use crate::template;

/// Schrijft de sjablonen van drieluik in een map, om te veranderen. Wat er al staat, blijft zo.
#[derive(Debug, Args)]
#[command(
    help_template = TEMPLATE,
    override_usage = "drieluik templates eject MAP [OPTIES]",
    disable_help_flag = true,
    next_help_heading = "Opties",
    after_help = "Zet de map naast aanbieder.toml, noem haar daar met sjablonen = \"…\", en gooi weg wat u niet verandert. LEESMIJ.md in de map zegt meer."
)]
pub(in crate::cli) struct EjectArguments {
    /// Map waarin de sjablonen komen
    #[arg(value_name = "MAP", help_heading = "Map")]
    folder: PathBuf,
    /// Alleen deze mappen of bestanden, met komma's ertussen: typst, text, formats,
    /// typst/shared, text/makkelijk.toml, …
    #[arg(long, value_name = "PAD", value_delimiter = ',')]
    only: Vec<String>,
    #[command(flatten)]
    _help: HelpFlag,
}

/// Runs the command.
pub(in crate::cli) fn run(arguments: &EjectArguments) -> Result<u8> {
    let all = template::built_in();
    let is_under = |path: &str, asked: &str| {
        path.strip_prefix(asked.trim().trim_end_matches('/'))
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    for asked in &arguments.only {
        if !all.keys().any(|path| is_under(path, asked)) {
            printer::talk(&format!("fout: er is geen sjabloon {asked}"));
            let near = template::nearest(asked, all.keys().map(String::as_str));
            let hint = near.map_or_else(
                || "kies typst, text of formats, of een bestand daarin".to_owned(),
                |near| format!("bedoel je {near}?"),
            );
            printer::talk(&format!("hint: {hint}"));
            return Ok(NOT_IN_ORDER);
        }
    }
    let is_asked = |path: &&String| {
        let only = &arguments.only;
        only.is_empty() || only.iter().any(|asked| is_under(path, asked))
    };
    let mut files: Vec<(&str, &str)> = vec![(template::READ_ME, template::READ_ME_TEXT)];
    let asked = all.keys().filter(is_asked);
    files.extend(asked.map(|path| (path.as_str(), all[path])));
    let (mut written, mut left) = (0, 0);
    for (path, text) in files {
        let target = arguments.folder.join(path);
        match store::put_new(&target, text.as_bytes()) {
            Ok(true) => {
                written += 1;
                printer::data(&target.display().to_string());
            }
            Ok(false) => left += 1,
            Err(error) => bail!(
                "{} kan niet geschreven worden: {}",
                target.display(),
                store::dutch(&error)
            ),
        }
    }
    let mut told = printer::plural(written, "bestand geschreven", "bestanden geschreven");
    if left > 0 {
        let stood = printer::plural(
            left,
            "stond er al en bleef zo",
            "stonden er al en bleven zo",
        );
        told = format!("{told}; {stood}");
    }
    printer::talk(&format!("{told}."));
    Ok(DONE)
}

//! Checks many clients in one pass, side by side, and tells it in the order of their numbers.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;

use rayon::prelude::*;

use super::{Office, OfficeError, select};
use crate::dossier::load::{ClientFolder, ClientId};
use crate::dossier::today::Today;
use crate::dossier::value::Date;
use crate::finding::Finding;

/// What to check.
#[derive(Clone, Debug)]
pub struct Request {
    /// Folder with `aanbieder.toml` and the clients.
    pub data: PathBuf,
    /// Client numbers; none is all.
    pub clients: Vec<String>,
    /// The day that consent and terms are judged on.
    pub today: Date,
}

/// What was found at one client.
#[derive(Debug)]
pub struct Checked {
    /// Number of the client.
    pub client: ClientId,
    /// By file and place.
    pub findings: Vec<Finding>,
    /// How readable the easy-read text is: the whole, then each goal's page.
    pub scores: Vec<TextScore>,
    /// Whether the files could be read; if not, the rules were not asked.
    pub readable: bool,
}

/// How readable an easy-read text is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TextScore {
    /// The goal whose page it is, from 0; none for the whole text.
    pub goal: Option<usize>,
    /// How many words it has.
    pub words: usize,
    /// Flesch-Douma: 80 to 90 is easy, more is very easy.
    pub flesch_douma: f64,
    /// Brouwer's index A: the higher, the easier.
    pub brouwer: f64,
}

/// What was found at all clients.
#[derive(Debug)]
pub struct Outcome {
    /// By client number.
    pub clients: Vec<Checked>,
    /// What is wrong with folders that are no client.
    pub findings: Vec<Finding>,
}

/// Checks the clients that were asked for, or all.
///
/// # Errors
/// When the organisation's file is not in order, or a client isn't there.
pub fn run(request: &Request) -> Result<Outcome, OfficeError> {
    let office = Office::open(&request.data)?;
    let (all, findings) = office.clients();
    if all.is_empty() && findings.is_empty() {
        return Err(OfficeError::NoClients);
    }
    let folders = select(&all, &request.clients, |_| false)?;
    let clients = folders
        .par_iter()
        .map(|folder| {
            let checked = alone(|| check(&office, folder, request.today));
            checked.unwrap_or_else(|| failed(folder.id.clone()))
        })
        .collect();
    Ok(Outcome { clients, findings })
}

/// Works on one client; none when the program itself fails, which costs that client alone. The
/// panic's own message may quote a plan, and goes no further than the hook of panics.
pub(super) fn alone<T>(work: impl FnOnce() -> Option<T>) -> Option<T> {
    catch_unwind(AssertUnwindSafe(work)).ok().flatten()
}

/// What is told of a client at which the program failed.
fn failed(client: ClientId) -> Checked {
    Checked {
        client,
        findings: vec![
            Finding::error(
                "programmafout",
                "deze cliënt kan niet gecontroleerd worden: fout in het programma zelf",
            )
            .with_hint("meld dit met het cliëntnummer; van de andere cliënten klopt de controle"),
        ],
        scores: Vec::new(),
        readable: false,
    }
}

/// Checks one client; none when a phrase can't be said.
fn check(office: &Office, folder: &ClientFolder, today: Date) -> Option<Checked> {
    let (dossier, mut findings) = office.examine(folder);
    let Some(dossier) = dossier else {
        return Some(Checked {
            client: folder.id.clone(),
            findings,
            scores: Vec::new(),
            readable: false,
        });
    };
    let assessment = super::dossier(office, &dossier, &Today::on(today)).ok()?;
    findings.extend(assessment.findings);
    findings.sort_by(Finding::compare);
    Some(Checked {
        client: folder.id.clone(),
        findings,
        scores: assessment.scores,
        readable: true,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_of_the_program_costs_one_client_and_tells_nothing_of_it() {
        let client = || ClientId::from_name("C-1").expect("an id");
        let fine = alone(|| Some(1));
        let broken: Option<i32> = alone(|| panic!("Zoë Berg"));
        assert_eq!((fine, broken, alone(|| None::<i32>)), (Some(1), None, None));
        let checked = failed(client());
        assert!(!checked.readable && checked.scores.is_empty());
        let [finding] = checked.findings.as_slice() else {
            panic!("one finding");
        };
        assert_eq!(finding.code, "programmafout");
        assert!(!format!("{finding:?}").contains("Berg"));
    }
}

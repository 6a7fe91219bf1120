//! Prepares the record of a review: the easy-read text was held against the plan as it is now.

use std::path::PathBuf;

use super::{Findings, Office, OfficeError, meaning, select};
use crate::dossier::load::ClientFolder;
use crate::dossier::review::compose;
use crate::dossier::today::Today;
use crate::dossier::value::Date;
use crate::finding::{Finding, Severity};

/// What to record.
#[derive(Clone, Debug)]
pub struct ReviewRequest {
    /// Folder with `aanbieder.toml` and the clients.
    pub data: PathBuf,
    /// Number of the client.
    pub client: String,
    /// Who held the text against the plan.
    pub by: String,
    /// Who of the target group read the text.
    pub read_by: Option<String>,
    /// The day of the review.
    pub today: Date,
}

/// A review that is ready to be written.
#[derive(Debug)]
pub struct Reviewed {
    /// Where it belongs.
    pub folder: ClientFolder,
    /// `nagekeken.toml`.
    pub text: String,
    /// How many goals it holds.
    pub goals: usize,
    /// Where the easy-read text contradicts the plan; then it can't be called reviewed.
    pub contradictions: Vec<Finding>,
}

/// Why a review can't be recorded.
#[derive(Debug, thiserror::Error)]
pub enum ReviewError {
    /// The clients can't be looked at.
    #[error(transparent)]
    Office(#[from] OfficeError),
    /// The client's files can't be read.
    #[error("de bestanden van deze cliënt kunnen niet gelezen worden")]
    Dossier(Vec<Finding>),
    /// A name that can't be printed.
    #[error("deze naam is leeg, of heeft een teken dat niet gedrukt kan worden")]
    Name,
}

/// Prepares the record of a review.
///
/// # Errors
/// When the client can't be read, or a name can't be printed.
pub fn review(request: &ReviewRequest) -> Result<Reviewed, ReviewError> {
    let office = Office::open(&request.data)?;
    let (all, _) = office.data.clients();
    let asked = [request.client.clone()];
    let folder = select(&all, &asked, |_| false)?
        .pop()
        .ok_or(OfficeError::NoClients)?;
    let dossier = office.dossier(&folder).map_err(ReviewError::Dossier)?;
    let names = [Some(&request.by), request.read_by.as_ref()];
    if names.into_iter().flatten().any(|name| !office.prints(name)) {
        return Err(ReviewError::Name);
    }
    let text = compose(
        &dossier,
        &request.by,
        request.read_by.as_deref(),
        request.today,
    )
    .ok_or(ReviewError::Name)?;
    let assessment = super::dossier(&office, &dossier, &Today::on(request.today));
    let findings = assessment.map_err(OfficeError::from)?.findings;
    let contradicts = |finding: &Finding| {
        finding.severity == Severity::Error
            && meaning::RULES
                .iter()
                .any(|rule| rule.doc.code == finding.code)
    };
    let contradictions: Findings = findings.into_iter().filter(contradicts).collect();
    Ok(Reviewed {
        goals: dossier.plan.goals.len(),
        folder,
        text,
        contradictions,
    })
}

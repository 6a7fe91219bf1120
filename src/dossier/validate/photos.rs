//! Every photo that is named, with the key that names it; each must be in the client's folder.

use std::collections::BTreeSet;

use super::Check;
use crate::dossier::evaluation::Evaluation;
use crate::dossier::identifier::FileName;
use crate::dossier::plan::{Participant, Plan};
use crate::dossier::source::KeyPath;

/// A photo with the key that names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NamedPhoto<'a> {
    /// Name of the photo, in `fotos/`.
    pub(crate) photo: &'a FileName,
    /// The client's file that names it.
    pub(crate) file: &'static str,
    /// The key in that file.
    pub(crate) path: KeyPath,
}

/// Every photo that `plan.toml` names, in the order of its keys.
pub(in crate::dossier) fn of_plan(plan: &Plan) -> Vec<NamedPhoto<'_>> {
    let root = KeyPath::root;
    let client = (plan.client.photo.as_ref(), root("client"));
    let support = plan.support.iter();
    let support = support.map(|support| (support.photo.as_ref(), root("begeleiding")));
    let network = plan.network.iter().enumerate();
    let network =
        network.map(|(index, person)| (person.photo.as_ref(), root("netwerk").index(index)));
    let passages = plan.who_am_i.iter().enumerate();
    let passages =
        passages.map(|(index, passage)| (passage.photo.as_ref(), root("wie_ben_ik").index(index)));
    let meeting = plan.meeting.as_ref();
    let participants = meeting.map_or(&[][..], |meeting| &meeting.participants);
    let participants = of_participants(participants, root("gesprek").key("deelnemers"));
    let settings = plan.easy_read.iter();
    let own = settings.flat_map(|settings| settings.own_photos.iter().enumerate());
    let own = own.map(|(index, own)| {
        let path = root("makkelijk_lezen").key("eigen_fotos").index(index);
        (Some(&own.photo), path)
    });
    let all = std::iter::once(client)
        .chain(support)
        .chain(network)
        .chain(passages)
        .chain(participants)
        .chain(own);
    named("plan.toml", all)
}

/// Every photo that `evaluatie.toml` names, in the order of its keys.
pub(in crate::dossier) fn of_evaluation(evaluation: &Evaluation) -> Vec<NamedPhoto<'_>> {
    let present = of_participants(&evaluation.present, KeyPath::root("aanwezigen"));
    named("evaluatie.toml", present)
}

fn of_participants(
    people: &[Participant],
    path: KeyPath,
) -> impl Iterator<Item = (Option<&FileName>, KeyPath)> {
    let people = people.iter().enumerate();
    people.map(move |(index, person)| (person.photo.as_ref(), path.clone().index(index)))
}

/// The photos that are there, by the table that has the key `foto`.
fn named<'a>(
    file: &'static str,
    tables: impl Iterator<Item = (Option<&'a FileName>, KeyPath)>,
) -> Vec<NamedPhoto<'a>> {
    let photos = tables.filter_map(|(photo, table)| {
        Some(NamedPhoto {
            photo: photo?,
            file,
            path: table.key("foto"),
        })
    });
    photos.collect()
}

impl Check<'_> {
    /// Tells of photos that are not among the files of the folder.
    pub(super) fn photos(&mut self, named: &[NamedPhoto<'_>], files: &BTreeSet<String>) {
        for NamedPhoto { photo, path, .. } in named {
            if !files.contains(photo.as_str()) {
                self.at(
                    path,
                    "foto",
                    "deze foto staat niet in de map fotos van de cliënt",
                    "zet het bestand in fotos, of verander de naam",
                );
            }
        }
    }
}

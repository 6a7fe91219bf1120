//! Every photo that is named must be in the client's folder.

use std::collections::BTreeSet;

use super::Check;
use crate::dossier::identifier::FileName;
use crate::dossier::plan::Plan;
use crate::dossier::source::KeyPath;

impl Check<'_> {
    pub(super) fn photos(&mut self, plan: &Plan, photos: &BTreeSet<String>) {
        let client = plan
            .client
            .photo
            .iter()
            .map(|p| (p, KeyPath::root("client").key("foto")));
        let support = plan
            .support
            .iter()
            .filter_map(|s| s.photo.as_ref())
            .map(|p| (p, KeyPath::root("begeleiding").key("foto")));
        let network = plan
            .network
            .iter()
            .enumerate()
            .filter_map(|(index, person)| {
                let path = KeyPath::root("netwerk").index(index).key("foto");
                person.photo.as_ref().map(|p| (p, path))
            });
        let passages = plan
            .who_am_i
            .iter()
            .enumerate()
            .filter_map(|(index, passage)| {
                let path = KeyPath::root("wie_ben_ik").index(index).key("foto");
                passage.photo.as_ref().map(|p| (p, path))
            });
        let participants = plan
            .meeting
            .iter()
            .flat_map(|m| m.participants.iter().enumerate())
            .filter_map(|(index, person)| {
                let path = KeyPath::root("gesprek")
                    .key("deelnemers")
                    .index(index)
                    .key("foto");
                person.photo.as_ref().map(|p| (p, path))
            });
        let own = plan
            .easy_read
            .iter()
            .flat_map(|settings| settings.own_photos.iter().enumerate())
            .map(|(index, own)| {
                let path = KeyPath::root("makkelijk_lezen")
                    .key("eigen_fotos")
                    .index(index)
                    .key("foto");
                (&own.photo, path)
            });
        let all: Vec<_> = client
            .chain(support)
            .chain(network)
            .chain(passages)
            .chain(participants)
            .chain(own)
            .collect();
        for (photo, path) in all {
            self.photo(photo, &path, photos);
        }
    }

    pub(super) fn photo(&mut self, photo: &FileName, path: &KeyPath, photos: &BTreeSet<String>) {
        if !photos.contains(photo.as_str()) {
            self.at(
                path,
                "foto",
                "deze foto staat niet in de map fotos van de cliënt",
                "zet het bestand in fotos, of verander de naam",
            );
        }
    }
}

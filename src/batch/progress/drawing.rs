//! The pictures of pages of one client in a run: which are to be drawn, and which lie there.

use std::collections::BTreeSet;

use super::Progress;
use crate::batch::Shop;
use crate::batch::manifest::{DocumentEntry, ImageEntry};
use crate::batch::outcome::Fate;
use crate::batch::protocol::{PageOrder, Task};
use crate::batch::{page_images, standing};
use crate::store;

/// A document that stands, and of which pages are being drawn.
pub(super) struct Drawing {
    rendition: String,
    /// What became of the document itself.
    fate: Fate,
    /// With the pictures that lie there.
    entry: DocumentEntry,
    /// Pages that nobody draws yet.
    waiting: BTreeSet<usize>,
    /// Pages that are being drawn or put in their place.
    under_way: usize,
    /// The pictures that this run made.
    drawn: Vec<String>,
    /// Why some picture isn't there.
    trouble: Option<String>,
}

impl Progress {
    /// Takes up a document that stands in its place, and gives the pages that are to be drawn.
    pub(super) fn draw(
        &mut self,
        shop: &Shop<'_>,
        file_name: &str,
        rendition: &str,
        fate: Fate,
        mut entry: DocumentEntry,
    ) -> Vec<Task> {
        let asked = shop.request.images.as_ref();
        let target = asked.map(|images| images.of(file_name, entry.pages));
        let is_right = |name: &String, image: &ImageEntry| {
            let is_asked = asked.is_none_or(|images| images.dpi == image.dpi)
                && target.as_ref().is_none_or(|all| all.contains_key(name));
            is_asked && self.is_image_whole(shop, name, image)
        };
        entry.images.retain(|name, image| is_right(name, image));
        let missing = target.unwrap_or_default().into_iter();
        let missing: Vec<_> = missing
            .filter(|(name, _)| !entry.images.contains_key(name))
            .collect();
        let mut drawing = Drawing {
            rendition: rendition.to_owned(),
            fate,
            waiting: BTreeSet::new(),
            under_way: 0,
            drawn: Vec::new(),
            trouble: None,
            entry,
        };
        let Some(images) = asked.filter(|_| !missing.is_empty() && !shop.request.dry_run) else {
            drawing.drawn = missing.into_iter().map(|(name, _)| name).collect();
            self.drawn(file_name, drawing);
            return Vec::new();
        };
        drawing.waiting = missing.iter().map(|(_, page)| *page).collect();
        let order = |page| PageOrder {
            document: file_name.to_owned(),
            pdf: shop.path(&self.id, file_name),
            output: drawing.entry.output.clone(),
            page,
            dpi: images.dpi,
        };
        let tasks = missing.iter().map(|(_, page)| Task::Draw(order(*page)));
        let tasks = tasks.collect();
        self.drawings.insert(file_name.to_owned(), drawing);
        tasks
    }

    /// Begins with a page; false when nobody waits for it any more.
    pub(in crate::batch) fn begin_page(&mut self, order: &PageOrder) -> bool {
        let Some(drawing) = self.drawings.get_mut(&order.document) else {
            return false;
        };
        let is_awaited = drawing.waiting.remove(&order.page);
        drawing.under_way += usize::from(is_awaited);
        is_awaited
    }

    /// The name of the file for a page's picture.
    pub(in crate::batch) fn image_name(&self, order: &PageOrder) -> Option<String> {
        let drawing = self.drawings.get(&order.document)?;
        let count = drawing.entry.pages;
        Some(page_images::name(&order.document, order.page, count))
    }

    /// A picture has its place.
    pub(in crate::batch) fn image_published(
        &mut self,
        order: &PageOrder,
        name: String,
        image: ImageEntry,
    ) {
        if let Some(drawing) = self.drawings.get_mut(&order.document) {
            drawing.entry.images.insert(name.clone(), image);
            drawing.drawn.push(name);
        }
        self.end_page(order);
    }

    /// A page could not be drawn, or its picture has no place. The others of the document are left:
    /// they would fail of the same.
    pub(in crate::batch) fn image_failed(&mut self, order: &PageOrder, reason: &str) {
        if let Some(drawing) = self.drawings.get_mut(&order.document) {
            drawing.waiting.clear();
            drawing.trouble.get_or_insert_with(|| {
                format!(
                    "het plaatje van bladzijde {} kan niet gemaakt worden: {reason}",
                    order.page
                )
            });
        }
        self.end_page(order);
    }

    fn end_page(&mut self, order: &PageOrder) {
        let Some(drawing) = self.drawings.get_mut(&order.document) else {
            return;
        };
        drawing.under_way = drawing.under_way.saturating_sub(1);
        if drawing.under_way == 0
            && drawing.waiting.is_empty()
            && let Some(drawing) = self.drawings.remove(&order.document)
        {
            self.drawn(&order.document, drawing);
        }
    }

    /// Notes a document of which no more pages are drawn. One whose pictures failed stands, but the
    /// next run looks at it again.
    fn drawn(&mut self, file_name: &str, mut drawing: Drawing) {
        drawing.drawn.sort();
        let fate = drawing.trouble.map_or(drawing.fate, Fate::Failed);
        self.outcome
            .add_with_images(file_name, &drawing.rendition, fate, drawing.drawn);
        self.entry
            .documents
            .insert(file_name.to_owned(), drawing.entry);
    }

    /// Notes documents of which pages are left undrawn, for the run stops.
    pub(super) fn leave_drawings(&mut self) {
        for (file_name, drawing) in std::mem::take(&mut self.drawings) {
            self.drawn(&file_name, drawing);
        }
    }

    /// Whether the documents that this run is asked for have the pictures that it is asked for, as they
    /// were drawn, and no others lie in the folder. Those of other documents are left as they are.
    pub(super) fn has_right_images(&self, shop: &Shop<'_>) -> bool {
        let documents = &self.earlier.documents;
        let is_right = |file_name: &String, known: &DocumentEntry| {
            let is_asked = self.earlier.planned.contains_key(file_name)
                && shop.is_wanted(&known.rendition, file_name);
            if !is_asked {
                return true;
            }
            let names_are_right = shop.request.images.as_ref().is_none_or(|images| {
                let target = images.of(file_name, known.pages);
                target.keys().eq(known.images.keys())
                    && known.images.values().all(|image| image.dpi == images.dpi)
            });
            let mut images = known.images.iter();
            names_are_right && images.all(|(name, image)| self.is_image_whole(shop, name, image))
        };
        let folder = shop.request.out.join(self.id.as_str());
        documents.iter().all(|(name, known)| is_right(name, known))
            && page_images::strays(&folder, documents).is_ok_and(|strays| strays.is_empty())
    }

    fn is_image_whole(&self, shop: &Shop<'_>, name: &str, image: &ImageEntry) -> bool {
        let request = shop.request;
        let path = shop.path(&self.id, name);
        standing::is_whole(&path, image.stand(), request.verify, !request.dry_run)
    }

    /// Takes away the pictures that may not be there any more: of other pages, of another fineness, of
    /// a copy that is gone; one that stays behind is a failure.
    pub(in crate::batch) fn sweep(&mut self, shop: &Shop<'_>) {
        let Some(files) = &shop.files else { return };
        let folder = shop.request.out.join(self.id.as_str());
        let swept = page_images::strays(&folder, &self.entry.documents).and_then(|strays| {
            let mut names = strays.iter();
            names.try_for_each(|name| files.remove(&folder.join(name)).map(|_| ()))
        });
        if let Err(error) = swept {
            self.may_pass = true;
            let reason = format!(
                "een oud plaatje van een bladzijde kan niet weg: {}",
                store::dutch(&error)
            );
            self.outcome.failures.push(reason);
        }
    }

    /// What is known of a document that stays as it was, with the pictures that are still there: what
    /// replaces a document takes its pictures away first.
    pub(super) fn with_remaining_images(
        &self,
        shop: &Shop<'_>,
        known: &DocumentEntry,
    ) -> DocumentEntry {
        let mut known = known.clone();
        let is_there = |name: &String| store::is_there(&shop.path(&self.id, name));
        known.images.retain(|name, _| is_there(name));
        known
    }
}

//! The world that typst sees: templates, fonts, one view and its pictures, all from memory.
//!
//! There are no packages, no plugins and no other paths; there is no day "today".

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use crate::template::{Overlay, TYPST};

/// What all documents share: the standard library, fonts and templates.
#[derive(Debug)]
pub(super) struct Shared {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    templates: HashMap<FileId, Source>,
    /// Where the templates of the organisation's own stand, for people.
    own: HashMap<FileId, PathBuf>,
    /// The folder that they are in, if a document may use any.
    folder: Option<PathBuf>,
    view: FileId,
}

impl Shared {
    /// Loads fonts, and templates with those of the organisation's own in place of some. There are
    /// only so many of those: each path stays in memory.
    pub(super) fn load(fonts: &[&'static [u8]], overlay: &Overlay) -> Self {
        let fonts: Vec<Font> = fonts
            .iter()
            .flat_map(|data| Font::iter(Bytes::new(*data)))
            .collect();
        let sources = overlay.layouts().into_iter().map(|(path, text)| {
            let id = file_id(&format!("/{path}"));
            (id, Source::new(id, text.to_owned()))
        });
        let own = overlay.under(TYPST).filter_map(|(path, _)| {
            let layout = path.strip_prefix(TYPST)?;
            Some((file_id(&format!("/{layout}")), overlay.shown(path)))
        });
        let folder = overlay.folder().filter(|_| overlay.has_layouts());
        Self {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            templates: sources.collect(),
            own: own.collect(),
            folder: folder.map(Path::to_owned),
            view: file_id("/view.json"),
        }
    }
}

#[cfg(test)]
impl Shared {
    /// Adds a template of a test's own.
    pub(super) fn with_template(mut self, path: &'static str, text: &str) -> Self {
        let id = file_id(path);
        self.templates.insert(id, Source::new(id, text.to_owned()));
        self
    }
}

impl Shared {
    /// Where a template of the organisation's own stands.
    pub(super) fn own(&self, id: FileId) -> Option<&Path> {
        self.own.get(&id).map(PathBuf::as_path)
    }

    /// The folder with templates of the organisation's own, where there are any.
    pub(super) fn folder(&self) -> Option<&Path> {
        self.folder.as_deref()
    }
}

/// The id of a constant path. Ids live as long as the process, so no path is made from data.
fn file_id(path: &str) -> FileId {
    let path = VirtualPath::new(path).expect("a constant path without `..`");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

/// The world of one document.
#[derive(Debug)]
pub(super) struct DocumentWorld<'a> {
    shared: &'a Shared,
    main: FileId,
    view: Bytes,
    pictures: Vec<(FileId, Bytes)>,
}

impl<'a> DocumentWorld<'a> {
    /// Serves `/view.json` and `/picture/0` and further, beside what is shared.
    pub(super) fn new(
        shared: &'a Shared,
        template: &'static str,
        view: Vec<u8>,
        pictures: Vec<Bytes>,
    ) -> Self {
        let number = |(index, bytes)| (file_id(&format!("/picture/{index}")), bytes);
        Self {
            shared,
            main: file_id(&format!("/{template}")),
            view: Bytes::new(view),
            pictures: pictures.into_iter().enumerate().map(number).collect(),
        }
    }

    /// Where a template of the organisation's own stands.
    pub(super) fn own(&self, id: FileId) -> Option<&Path> {
        self.shared.own(id)
    }

    /// The view as JSON.
    pub(super) fn view(&self) -> &[u8] {
        &self.view
    }
}

impl World for DocumentWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.shared.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.shared.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.shared
            .templates
            .get(&id)
            .cloned()
            .ok_or_else(|| not_found(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.shared.view {
            return Ok(self.view.clone());
        }
        self.pictures
            .iter()
            .find(|(picture, _)| *picture == id)
            .map(|(_, bytes)| bytes.clone())
            .ok_or_else(|| not_found(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.shared.fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn not_found(id: FileId) -> FileError {
    FileError::NotFound(id.get().vpath().get_without_slash().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_but_the_view_the_templates_and_the_pictures_is_found() {
        let shared = Shared::load(&[], &Overlay::default());
        let pictures = vec![Bytes::new(vec![1])];
        let world = DocumentWorld::new(&shared, "formal/main.typ", b"{}".to_vec(), pictures);
        assert!(world.source(world.main()).is_ok());
        assert!(world.file(file_id("/view.json")).is_ok());
        assert!(world.file(file_id("/picture/0")).is_ok());
        for path in [
            "/picture/1",
            "/etc/passwd",
            "/Cargo.toml",
            "/formal/other.typ",
        ] {
            assert!(world.file(file_id(path)).is_err(), "{path}");
            assert!(world.source(file_id(path)).is_err(), "{path}");
        }
        assert!(world.today(None).is_none());
    }
}

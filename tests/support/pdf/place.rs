//! Names the places in a PDF where text can stand, and keeps what stands there.

use std::fmt;

use super::fold::fold;

/// What kind of place a text was found in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// Text on a page, counted from 0, artifacts included.
    Page(usize),
    /// The text of all pages without artifacts, for what runs on over a page's end.
    Body,
    /// Letters on a page for which a replacement text stands.
    Replaced,
    /// A form, pattern, mask or appearance that no page shows directly.
    OtherContent,
    /// A replacement text.
    ActualText,
    /// An alternative text.
    Alt,
    /// What an abbreviation stands for.
    Expansion,
    /// The title of an element of the structure tree.
    TagTitle,
    /// A title in the outline (the bookmarks).
    Outline,
    /// A named destination or the name of one.
    Destination,
    /// A prefix of page labels.
    PageLabel,
    /// A link target.
    Link,
    /// The Info dictionary.
    Info,
    /// The XMP metadata.
    Xmp,
    /// The name, description or content of an embedded file.
    EmbeddedFile,
    /// The contents, name or value of an annotation.
    Annotation,
    /// The name of a font.
    FontName,
    /// A language.
    Language,
    /// Any other string.
    String,
    /// Any other name or key.
    Name,
    /// Bytes that nothing above decodes.
    Raw,
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Page(page) => return write!(f, "text of page {}", page + 1),
            Self::Body => "running text of all pages",
            Self::Replaced => "letters under a replacement text",
            Self::OtherContent => "content that no page shows directly",
            Self::ActualText => "replacement text",
            Self::Alt => "alternative text",
            Self::Expansion => "expansion text",
            Self::TagTitle => "title of a tag",
            Self::Outline => "outline title",
            Self::Destination => "named destination",
            Self::PageLabel => "page label",
            Self::Link => "link target",
            Self::Info => "Info dictionary",
            Self::Xmp => "XMP metadata",
            Self::EmbeddedFile => "embedded file",
            Self::Annotation => "annotation",
            Self::FontName => "font name",
            Self::Language => "language",
            Self::String => "string",
            Self::Name => "name",
            Self::Raw => "raw bytes",
        })
    }
}

/// A place where a marker was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    /// What kind of place.
    pub(crate) kind: Kind,
    /// Which one, in words.
    pub(crate) detail: String,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.kind, self.detail)
    }
}

/// A text of the PDF, with the form in which it is searched.
#[derive(Debug)]
pub(super) struct Entry {
    /// Where it stands.
    pub(super) place: Place,
    /// As it is.
    pub(super) text: String,
    /// As it is searched.
    pub(super) folded: String,
}

impl Entry {
    /// Keeps a text and where it stands.
    pub(super) fn new(kind: Kind, text: String, detail: String) -> Self {
        Self {
            place: Place { kind, detail },
            folded: fold(&text),
            text,
        }
    }
}

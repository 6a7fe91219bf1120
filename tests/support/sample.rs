//! A small PDF made by hand, for tests of the tool box. Without text it meets both standards.

use std::fmt::Write;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};

/// The metadata of a PDF that claims PDF/UA-1 and PDF/A-2a, the former with its schema described.
const XMP: &str = r#"<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><dc:title><rdf:Alt><rdf:li xml:lang="x-default">TITLE</rdf:li></rdf:Alt></dc:title><pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA Identification schema</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part</pdfaProperty:description><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas><pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>"#;

/// What each code of the font stands for: small letters by a range, capitals by a range with a
/// list, the rest one by one. No code equals the character that it stands for.
const TO_UNICODE: &str = "/CIDInit /ProcSet findresource begin begincmap
/CMapName /Sample def
1 begincodespacerange <0000> <FFFF> endcodespacerange
5 beginbfchar
<0303> <0020>
<0304> <00AD>
<0305> <006600660069>
<0306> <D835DC65>
<0307> <00E9>
endbfchar
2 beginbfrange
<0101> <011A> <0061>
<0201> <0203> [<0041> <0042> <0043>]
endbfrange % beginbfchar <0101> <0058> endbfchar
endcmap";

/// A PDF under construction.
pub(crate) struct Sample {
    /// The document, open to additions.
    pub(crate) doc: Document,
    /// Its catalog.
    pub(crate) catalog: ObjectId,
    /// Its first page.
    pub(crate) page: ObjectId,
    /// The font `/F`: letters of half an em wide, two bytes each.
    pub(crate) font: ObjectId,
    pages: ObjectId,
}

impl Sample {
    /// A PDF with one page of 200 by 100 points; `content` may use the font.
    pub(crate) fn new(content: &str) -> Self {
        let mut doc = Document::with_version("1.7");
        let pages = doc.new_object_id();
        let font = add_font(&mut doc);
        let structure = doc.new_object_id();
        let root = doc.add_object(dictionary! {
            "Type" => "StructElem", "S" => "Document", "P" => structure,
        });
        let tree = dictionary! { "Type" => "StructTreeRoot", "K" => root };
        doc.objects.insert(structure, tree.into());
        let metadata = add_metadata(&mut doc, "Voorbeeld");
        let catalog = doc.add_object(dictionary! {
            "Type" => "Catalog",
            "Pages" => pages,
            "Lang" => Object::string_literal("nl-NL"),
            "MarkInfo" => dictionary! { "Marked" => true },
            "ViewerPreferences" => dictionary! { "DisplayDocTitle" => true },
            "StructTreeRoot" => structure,
            "Metadata" => metadata,
        });
        doc.trailer.set("Root", catalog);
        let id = Object::string_literal("0123456789abcdef");
        doc.trailer.set("ID", vec![id.clone(), id]);
        let tree = dictionary! { "Type" => "Pages", "Kids" => Vec::new(), "Count" => 0 };
        doc.objects.insert(pages, tree.into());
        let mut sample = Self {
            doc,
            catalog,
            page: pages,
            font,
            pages,
        };
        sample.page = sample.add_page(content);
        sample
    }

    /// Adds a page behind the last one.
    pub(crate) fn add_page(&mut self, content: &str) -> ObjectId {
        let mut stream = Stream::new(Dictionary::new(), content.as_bytes().to_vec());
        stream.compress().expect("content can be compressed");
        let content = self.doc.add_object(stream);
        let fonts = dictionary! { "F" => self.font };
        let page = self.doc.add_object(dictionary! {
            "Type" => "Page",
            "Parent" => self.pages,
            "MediaBox" => vec![0.into(), 0.into(), 200.into(), 100.into()],
            "Resources" => dictionary! { "Font" => fonts },
            "Contents" => content,
        });
        let kids = self.dictionary(self.pages).get_mut(b"Kids");
        let kids = kids
            .and_then(Object::as_array_mut)
            .expect("a list of pages");
        kids.push(page.into());
        let count = i64::try_from(kids.len()).expect("few pages");
        self.dictionary(self.pages).set("Count", count);
        page
    }

    /// Sets an entry of the catalog.
    pub(crate) fn set_in_catalog(&mut self, key: &str, value: impl Into<Object>) {
        self.dictionary(self.catalog).set(key, value);
    }

    /// Replaces the metadata by the same with another title.
    pub(crate) fn set_xmp_title(&mut self, title: &str) {
        let metadata = add_metadata(&mut self.doc, title);
        self.set_in_catalog("Metadata", metadata);
    }

    /// Names an object among the first page's resources, for its content to use.
    pub(crate) fn add_resource(&mut self, kind: &str, name: &str, object: ObjectId) {
        let page = self.dictionary(self.page).get_mut(b"Resources");
        let resources = page.and_then(Object::as_dict_mut).expect("resources");
        resources.set(kind, dictionary! { name => object });
    }

    /// A dictionary to change.
    pub(crate) fn dictionary(&mut self, id: ObjectId) -> &mut Dictionary {
        self.doc
            .get_dictionary_mut(id)
            .expect("a dictionary of the sample")
    }

    /// The file, in the old form: each object by itself.
    pub(crate) fn bytes(mut self) -> Vec<u8> {
        let mut bytes = Vec::new();
        self.doc
            .save_to(&mut bytes)
            .expect("the sample can be written");
        bytes
    }

    /// The file in the new form: objects packed and compressed in object streams.
    pub(crate) fn packed_bytes(mut self) -> Vec<u8> {
        let mut bytes = Vec::new();
        self.doc
            .save_modern(&mut bytes)
            .expect("the sample can be written");
        bytes
    }
}

/// Writes text in the codes of the sample's font, as a hex string: `a`–`z`, `A`–`C`, space,
/// soft hyphen, `é`, `ﬃ` (as one glyph for three letters) and `𝑥`.
pub(crate) fn codes(text: &str) -> String {
    let mut codes = String::from("<");
    for c in text.chars() {
        let code = match c {
            'a'..='z' => 0x0101 + u32::from(c) - u32::from('a'),
            'A'..='C' => 0x0201 + u32::from(c) - u32::from('A'),
            ' ' => 0x0303,
            '\u{ad}' => 0x0304,
            'ﬃ' => 0x0305,
            '𝑥' => 0x0306,
            'é' => 0x0307,
            other => panic!("the sample's font has no `{other}`"),
        };
        write!(codes, "{code:04X}").expect("a string takes all");
    }
    codes + ">"
}

/// A text string as most programs write it: UTF-16 with a byte order mark.
pub(crate) fn utf16(text: &str) -> Object {
    let mut bytes = vec![0xFE, 0xFF];
    bytes.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
    Object::String(bytes, lopdf::StringFormat::Hexadecimal)
}

/// Adds a composite font with a `ToUnicode` map, and no glyphs.
fn add_font(doc: &mut Document) -> ObjectId {
    let mut map = Stream::new(
        dictionary! { "Type" => "CMap" },
        TO_UNICODE.as_bytes().to_vec(),
    );
    map.compress().expect("a map can be compressed");
    let map = doc.add_object(map);
    let half = Object::from(500);
    let widths: Vec<Object> = vec![
        0x0101.into(),
        vec![half.clone(), half.clone()].into(),
        0x0103.into(),
        0x0307.into(),
        half,
    ];
    let descendant = doc.add_object(dictionary! {
        "Type" => "Font", "Subtype" => "CIDFontType2", "BaseFont" => "Voorbeeldletter",
        "W" => widths,
    });
    doc.add_object(dictionary! {
        "Type" => "Font", "Subtype" => "Type0", "BaseFont" => "Voorbeeldletter",
        "Encoding" => "Identity-H", "ToUnicode" => map,
        "DescendantFonts" => vec![descendant.into()],
    })
}

/// Adds the metadata, uncompressed as PDF/A wants it.
fn add_metadata(doc: &mut Document, title: &str) -> ObjectId {
    let metadata = XMP.replace("TITLE", title).into_bytes();
    let kind = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
    doc.add_object(Stream::new(kind, metadata))
}

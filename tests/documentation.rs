//! What the program says of its own rules, and what the documents say of the program: complete,
//! current, and without gaps. That their commands work is in `documentation_commands.rs`.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use drieluik::check;

#[test]
fn the_document_of_the_rules_is_current() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/rules.md");
    let document = std::fs::read_to_string(path).unwrap_or_default();
    assert!(
        document.trim_end() == check::documentation().trim_end(),
        "run: cargo run --release -- explain --all > docs/rules.md"
    );
}

#[test]
fn every_code_is_explained() {
    for code in check::rule_codes() {
        let text = check::explain(code).expect("explained");
        for part in ["Waarom: ", "Bron:   ", "Fout:   ", "Goed:   "] {
            let line = text.lines().find_map(|line| line.strip_prefix(part));
            assert!(line.is_some_and(|line| line.len() > 3), "{code}: {part}");
        }
    }
}

#[test]
fn codes_are_plain_words_and_none_stands_twice() {
    let mut codes: Vec<_> = check::rule_codes().collect();
    for code in &codes {
        let is_plain = code.chars().all(|c| c.is_ascii_lowercase() || c == '-');
        assert!(is_plain && !code.starts_with('-'), "{code}");
    }
    codes.sort_unstable();
    let count = codes.len();
    codes.dedup();
    assert_eq!(codes.len(), count);
}

#[test]
fn an_easy_read_rule_is_explained_by_its_id_too() {
    assert_eq!(check::explain("too-long"), check::explain("lange-zin"));
}

#[test]
fn a_slip_in_a_code_is_helped_along() {
    assert_eq!(
        check::explain("lange-zinn"),
        Err("bedoel je lange-zin?".to_owned())
    );
    assert!(check::explain("iets heel anders").is_err());
}

#[test]
fn the_loaders_codes_are_explained() {
    for case in [
        "bsn",
        "toml",
        "onbekende-sleutel",
        "teken",
        "onbekende-regel",
    ] {
        assert!(check::explain(case).is_ok(), "{case}");
    }
}

/// The most bytes of a picture of the manual.
const PICTURE: u64 = 60 * 1024;

#[test]
fn every_key_and_word_of_the_files_is_in_the_glossary() {
    let glossary = read(&repository().join("docs/glossary.md"));
    let mut pairs = 0;
    for (word, name) in keys().into_iter().chain(codes()) {
        let row = format!("| `{word}` | `{name}` | ");
        assert!(glossary.contains(&row), "docs/glossary.md has no row {row}");
        pairs += 1;
    }
    assert!(pairs > 300, "the types of the files were found: {pairs}");
}

#[test]
fn the_glossary_says_nothing_twice_and_leaves_no_meaning_out() {
    let glossary = read(&repository().join("docs/glossary.md"));
    let mut names = BTreeSet::new();
    for row in glossary.lines().filter(|line| line.starts_with("| `")) {
        let cells: Vec<_> = row.split(" | ").collect();
        assert_eq!(cells.len(), 3, "{row}");
        assert!(names.insert(cells[1]), "{row}");
        assert!(cells[2].trim_end_matches([' ', '|']).len() > 1, "{row}");
    }
}

#[test]
fn what_a_document_refers_to_is_there() {
    for path in documents() {
        let text = prose(&read(&path));
        let folder = path.parent().expect("a folder");
        for target in references(&text) {
            let place = format!("{}: {target}", path.display());
            let (file, heading) = target.split_once('#').unwrap_or((target, ""));
            let other = if file.is_empty() {
                path.clone()
            } else {
                folder.join(file)
            };
            assert!(other.exists(), "{place}");
            if !heading.is_empty() {
                assert!(headings(&read(&other)).contains(heading), "{place}");
            }
        }
    }
}

#[test]
fn every_picture_of_the_manual_is_shown_drawn_anew_by_a_command_and_small() {
    let script = read(&repository().join("docs/images/refresh.sh"));
    let shown: String = documents().iter().map(|path| read(path)).collect();
    let pictures = fs::read_dir(repository().join("docs/images")).expect("a folder");
    for picture in pictures {
        let path = picture.expect("an entry").path();
        let name = path.file_stem().expect("a name").to_string_lossy();
        if !name.starts_with("handleiding-") {
            continue;
        }
        assert!(script.contains(&format!("draw {name} ")), "{name}");
        assert!(shown.contains(&format!("images/{name}.png")), "{name}");
        let size = fs::metadata(&path).expect("there").len();
        assert!(size <= PICTURE, "{name}: {size} bytes");
    }
}

#[test]
fn what_a_document_gives_as_toml_can_be_read() {
    for path in documents() {
        for (line, block) in blocks(&read(&path), "toml") {
            let read: Result<toml::Table, _> = block.parse();
            assert!(read.is_ok(), "{}:{line}: {read:?}", path.display());
        }
    }
}

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).expect("a text")
}

/// The documents for readers of the repository.
fn documents() -> Vec<PathBuf> {
    let mut paths: Vec<_> = ["README.md", "CONTRIBUTING.md"]
        .map(|name| repository().join(name))
        .into();
    let folder = fs::read_dir(repository().join("docs")).expect("a folder");
    paths.extend(folder.map(|entry| entry.expect("an entry").path()));
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "md"));
    paths.sort();
    paths
}

/// The sources of the types that the files are read into.
fn sources() -> Vec<String> {
    let folder = fs::read_dir(repository().join("src/dossier")).expect("a folder");
    let mut paths: Vec<_> = folder
        .map(|entry| entry.expect("an entry").path())
        .collect();
    paths.retain(|path| path.is_file());
    paths.sort();
    paths.iter().map(|path| read(path)).collect()
}

/// Every key of the files with its type and field: `titel` and `Goal.title`.
fn keys() -> Vec<(String, String)> {
    let mut keys = Vec::new();
    for source in sources() {
        let (mut kind, mut word, mut is_file) = (String::new(), None, false);
        for line in source.lines() {
            is_file |= line.starts_with("#[deserr(error = Mistakes");
            if line == "}" {
                is_file = false;
            }
            if let Some((_, rest)) = line.split_once("struct ").filter(|_| is_file) {
                rest.trim_end_matches([' ', '{']).clone_into(&mut kind);
            }
            if let Some((_, rest)) = line.split_once("#[deserr(rename = \"") {
                word = rest.split('"').next().map(str::to_owned);
            }
            let field = line.trim().trim_start_matches("pub ");
            let is_field = line.starts_with("    ") && !line.starts_with("     ");
            if let Some((field, _)) = field.split_once(": ").filter(|_| is_file && is_field)
                && field.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')
            {
                let word = word.take().unwrap_or_else(|| field.to_owned());
                keys.push((word, format!("{kind}.{field}")));
            }
        }
    }
    keys
}

/// Every word of a closed list with its type and entry: `wmo` and `Law::Wmo`.
fn codes() -> Vec<(String, String)> {
    let source = read(&repository().join("src/dossier/code.rs"));
    let mut codes = Vec::new();
    for list in source.split("\ncode_list!(").skip(1) {
        let list = list.split("\n);").next().unwrap_or_default();
        let mut kind = "";
        for line in list.lines().map(str::trim) {
            if let Some(name) = line.strip_suffix(" {") {
                kind = name;
            } else if let Some((entry, rest)) = line.split_once(" = \"") {
                let word = rest.split('"').next().unwrap_or_default();
                codes.push((word.to_owned(), format!("{kind}::{entry}")));
            }
        }
    }
    codes
}

/// A document without its blocks of code.
fn prose(text: &str) -> String {
    let mut is_code = false;
    let lines = text.lines().filter(|line| {
        let is_fence = line.trim_start().starts_with("```");
        is_code ^= is_fence;
        !is_code && !is_fence
    });
    lines.flat_map(|line| [line, "\n"]).collect()
}

/// What a document refers to within the repository.
fn references(text: &str) -> Vec<&str> {
    let links = text.split("](").skip(1);
    let links = links.filter_map(|rest| rest.split(')').next());
    let pictures = text.split("src=\"").skip(1);
    let pictures = pictures.filter_map(|rest| rest.split('"').next());
    let all = links.chain(pictures);
    all.filter(|target| !target.contains("://")).collect()
}

/// The headings of a document as a link names them.
fn headings(text: &str) -> BTreeSet<String> {
    let prose = prose(text);
    let headings = prose.lines().filter(|line| line.starts_with('#'));
    let name = |line: &str| -> String {
        let title = line.trim_start_matches('#').trim().to_lowercase();
        let kept = title
            .chars()
            .filter(|c| c.is_alphanumeric() || " -_".contains(*c));
        kept.map(|c| if c == ' ' { '-' } else { c }).collect()
    };
    headings.map(name).collect()
}

/// The blocks of code in a language, each with the line that it begins after.
fn blocks(text: &str, language: &str) -> Vec<(usize, String)> {
    let mut blocks: Vec<(usize, String)> = Vec::new();
    let mut is_open = false;
    for (index, line) in text.lines().enumerate() {
        if let Some(word) = line.trim_start().strip_prefix("```") {
            is_open = !is_open && word.trim() == language;
            if is_open {
                blocks.push((index + 1, String::new()));
            }
        } else if let Some((_, block)) = blocks.last_mut().filter(|_| is_open) {
            block.push_str(line);
            block.push('\n');
        }
    }
    blocks
}

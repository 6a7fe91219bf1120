//! What an editor needs to help with the files: the schemas, and the settings of taplo and of its
//! extension for VS Code, Even Better TOML.
//!
//! Each file bears a mark with a digest of itself, so that a later version may take its place and
//! one that somebody changed stays.

use std::path::PathBuf;

use serde_json::json;

use super::data_schema;
use crate::dossier::schema::DataFile;

/// What stands before the digest.
const MARK: &str = "drieluik schema --write, ";
/// What stands for the digest while it is taken.
const NO_DIGEST: &str = "0000000000000000";

/// The files of the setup, by their path from the folder of the organisation.
pub(crate) fn editor_setup() -> Vec<(PathBuf, Vec<u8>)> {
    let schemas = DataFile::ALL
        .iter()
        .map(|file| (format!("schema/{}.json", file.word()), schema_file(*file)));
    let settings = [
        (".taplo.toml".to_owned(), taplo()),
        (".vscode/settings.json".to_owned(), settings()),
        (".vscode/extensions.json".to_owned(), extensions()),
    ];
    schemas
        .chain(settings)
        .map(|(path, text)| (PathBuf::from(path), marked(&text).into_bytes()))
        .collect()
}

/// Whether a file is one of ours that nobody changed.
pub(crate) fn is_own_setup(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return false;
    };
    // A version control system may have changed the ends of the lines.
    let text = text.replace("\r\n", "\n");
    let Some(at) = text.find(MARK).map(|at| at + MARK.len()) else {
        return false;
    };
    let Some(digest) = text.get(at..at + NO_DIGEST.len()) else {
        return false;
    };
    digest_of(&text.replacen(digest, NO_DIGEST, 1)) == digest
}

/// Puts the digest in a text that has room for it.
fn marked(text: &str) -> String {
    text.replacen(NO_DIGEST, &digest_of(text), 1)
}

fn digest_of(text: &str) -> String {
    let digest = blake3::hash(text.as_bytes()).to_hex();
    digest.chars().take(NO_DIGEST.len()).collect()
}

fn schema_file(file: DataFile) -> String {
    let mut schema = data_schema(file);
    schema["$comment"] = format!("{MARK}{NO_DIGEST}").into();
    format!("{schema:#}\n")
}

fn taplo() -> String {
    let rules = DataFile::ALL.iter().map(|file| {
        let (name, word) = (file.file_name(), file.word());
        format!(
            "\n[[rule]]\ninclude = [\"**/{name}\"]\n\n[rule.schema]\npath = \"schema/{word}.json\"\n"
        )
    });
    let rules: String = rules.collect();
    format!(
        "# Zegt taplo en Even Better TOML welk schema bij welk bestand hoort.\n# {MARK}{NO_DIGEST}\n{rules}"
    )
}

/// The extension would fetch a catalogue of schemas from the network for each file.
fn settings() -> String {
    let settings = json!({
        "files.encoding": "utf8",
        "files.associations": { "*.toml": "toml" },
        "evenBetterToml.schema.enabled": true,
        "evenBetterToml.schema.catalogs": [],
        "evenBetterToml.taplo.configFile.enabled": true,
        "[toml]": {
            "editor.wordWrap": "on",
            "editor.formatOnSave": false,
            "editor.quickSuggestions": { "other": true, "strings": true },
        },
    });
    format!("// {MARK}{NO_DIGEST}\n{settings:#}\n")
}

fn extensions() -> String {
    let extensions = json!({ "recommendations": ["tamasfe.even-better-toml"] });
    format!("// {MARK}{NO_DIGEST}\n{extensions:#}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_own_files_are_known_until_somebody_changes_them() {
        let setup = editor_setup();
        assert_eq!(setup.len(), DataFile::ALL.len() + 3);
        for (path, bytes) in setup {
            assert!(is_own_setup(&bytes), "{}", path.display());
            let text = String::from_utf8(bytes).expect("UTF-8");
            let windows = text.replace('\n', "\r\n");
            assert!(is_own_setup(windows.as_bytes()), "{}", path.display());
            let changed = text.replacen("toml", "tomi", 1);
            assert_ne!(changed, text, "{}", path.display());
            assert!(!is_own_setup(changed.as_bytes()), "{}", path.display());
        }
        assert!(!is_own_setup(b"{}"));
        assert!(!is_own_setup(MARK.as_bytes()));
        assert!(!is_own_setup(&[0xff]));
    }

    #[test]
    fn every_rule_of_taplo_leads_to_a_schema_that_comes_along() {
        let setup = editor_setup();
        let text = |name: &str| {
            let file = setup.iter().find(|(path, _)| path.ends_with(name));
            String::from_utf8(file.expect("there").1.clone()).expect("UTF-8")
        };
        let taplo: toml::Table = text(".taplo.toml").parse().expect("TOML");
        let rules = taplo["rule"].as_array().expect("rules");
        assert_eq!(rules.len(), DataFile::ALL.len());
        for rule in rules {
            let path = rule["schema"]["path"].as_str().expect("a path");
            let schema: serde_json::Value = text(path).parse().expect("JSON");
            let pattern = rule["include"][0].as_str().expect("a pattern");
            assert_eq!(
                schema["title"].as_str(),
                pattern.strip_prefix("**/"),
                "{path}"
            );
        }
        for name in ["settings.json", "extensions.json"] {
            let text = text(name);
            let (comment, json) = text.split_once('\n').expect("two parts");
            assert!(comment.starts_with("// "), "{name}");
            json.parse::<serde_json::Value>().expect("JSON");
        }
    }
}

//! Reads style sheets of classes, which is what drawing programs write. Does not know properties.

use std::collections::BTreeMap;

use resvg::usvg::roxmltree::Document;

use super::{MAX_STYLE, SvgError, name_of};

/// The looks that style sheets give to classes.
pub(super) struct Styles {
    /// The declarations of each rule.
    pub(super) rules: Vec<String>,
    /// The rules of each class, as places in the list.
    pub(super) classes: BTreeMap<String, Vec<usize>>,
}

impl Styles {
    /// Reads all style sheets as one; refuses selectors other than a class.
    ///
    /// # Errors
    /// When there is too much style, an import, or what gives no class its looks.
    pub(super) fn read(document: &Document) -> Result<Self, SvgError> {
        let css: String = document
            .descendants()
            .filter(|node| name_of(*node) == Some("style"))
            .flat_map(|node| node.children().filter_map(|text| text.text()))
            .collect();
        if css.len() > MAX_STYLE {
            return Err(SvgError::TooMany);
        }
        let css = without_comments(&css);
        if css.contains("@import") {
            return Err(SvgError::External);
        }
        let mut styles = Self {
            rules: Vec::new(),
            classes: BTreeMap::new(),
        };
        for rule in css.split('}').filter(|rule| !rule.trim().is_empty()) {
            let (selectors, declarations) = rule.split_once('{').ok_or(SvgError::Style)?;
            for selector in selectors.split(',') {
                let class = selector
                    .trim()
                    .strip_prefix('.')
                    .filter(|class| {
                        class
                            .chars()
                            .all(|c| c.is_alphanumeric() || "-_".contains(c))
                    })
                    .ok_or(SvgError::Style)?;
                let rules = styles.classes.entry(class.to_owned()).or_default();
                rules.push(styles.rules.len());
            }
            styles.rules.push(declarations.to_owned());
        }
        Ok(styles)
    }
}

/// CSS without what stands between `/*` and `*/`.
pub(super) fn without_comments(css: &str) -> String {
    let mut rest = css;
    let mut result = String::new();
    while let Some((before, after)) = rest.split_once("/*") {
        result.extend([before, " "]);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    result + rest
}

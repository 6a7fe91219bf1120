//! stub
use std::ops::Range;
use super::doc::Doc;
pub(crate) struct Reading<'a>(&'a str);
pub(crate) struct Hit { pub(crate) range: Range<usize>, pub(crate) advice: Option<String> }
pub(crate) struct LanguageRule { pub(crate) id: &'static str, pub(crate) message: &'static str, pub(crate) doc: Doc, pub(crate) find: fn(&Reading<'_>) -> Vec<Hit> }
pub(crate) const RULES: &[LanguageRule] = &[];
pub(crate) fn read(_sentence: &str) -> Vec<(&'static LanguageRule, Hit)> { Vec::new() }
pub(crate) fn rules_broken(_sentence: &str) -> Vec<&'static str> { Vec::new() }

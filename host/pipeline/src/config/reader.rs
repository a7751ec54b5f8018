//! A TOML table that remembers which of its keys were asked for.

use super::suggest::closest;
use crate::error::{Error, Result};
use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;
use toml::{Table, Value};

/// A table of `batuta.toml` while it is read.
pub(super) struct Reader<'a> {
    table: &'a Table,
    path: String,
    asked: BTreeSet<&'static str>,
}

impl<'a> Reader<'a> {
    /// The table at `path`, dotted, empty for the whole file.
    pub(super) fn new(table: &'a Table, path: &str) -> Self {
        Reader { table, path: path.to_owned(), asked: BTreeSet::new() }
    }

    /// One sentence per key that was never asked for.
    pub(super) fn unknown(&self) -> Vec<String> {
        let unknown = self.table.keys().filter(|key| !self.asked.contains(key.as_str()));
        unknown.map(|key| self.complain(key)).collect()
    }

    fn complain(&self, key: &str) -> String {
        let start = format!("batuta.toml: `{}` means nothing", self.full(key));
        match closest(key, self.asked.iter().copied()) {
            Some(known) => format!("{start}; did you mean `{known}`?"),
            None => start,
        }
    }

    fn full(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
    }

    fn wrong(&self, key: &str, what: &str) -> Error {
        Error::blocked(format!("batuta.toml: `{}` must be {what}", self.full(key)))
    }

    fn get<T>(&mut self, key: &'static str, what: &str, take: impl Fn(&'a Value) -> Option<T>) -> Result<Option<T>> {
        self.asked.insert(key);
        match self.table.get(key) {
            Some(value) => take(value).map(Some).ok_or_else(|| self.wrong(key, what)),
            None => Ok(None),
        }
    }

    pub(super) fn string(&mut self, key: &'static str) -> Result<Option<String>> {
        self.get(key, "a string", |value| value.as_str().map(str::to_owned))
    }

    pub(super) fn boolean(&mut self, key: &'static str) -> Result<Option<bool>> {
        self.get(key, "true or false", Value::as_bool)
    }

    pub(super) fn integer(&mut self, key: &'static str) -> Result<Option<i64>> {
        self.get(key, "a whole number", Value::as_integer)
    }

    /// A number of seconds, at least a millisecond, at most a day.
    pub(super) fn seconds(&mut self, key: &'static str) -> Result<Option<Duration>> {
        let number = |value: &Value| value.as_float().or_else(|| value.as_integer().map(|value| value as f64));
        let seconds =
            self.get(key, "a positive number of seconds", |value| number(value).filter(|value| *value > 0.0))?;
        Ok(seconds.map(|seconds| Duration::from_secs_f64(seconds.clamp(0.001, 86_400.0))))
    }

    pub(super) fn strings(&mut self, key: &'static str) -> Result<Option<Vec<String>>> {
        let strings = |value: &Value| value.as_array()?.iter().map(|item| item.as_str().map(str::to_owned)).collect();
        self.get(key, "a list of strings", strings)
    }

    pub(super) fn string_table(&mut self, key: &'static str) -> Result<BTreeMap<String, String>> {
        let pairs = |value: &Value| {
            let pair = |(key, value): (&String, &Value)| Some((key.clone(), value.as_str()?.to_owned()));
            value.as_table()?.iter().map(pair).collect()
        };
        Ok(self.get(key, "a table of strings", pairs)?.unwrap_or_default())
    }

    pub(super) fn table(&mut self, key: &'static str) -> Result<Option<Reader<'a>>> {
        let path = self.full(key);
        Ok(self.get(key, "a table", Value::as_table)?.map(|table| Reader::new(table, &path)))
    }

    pub(super) fn tables(&mut self, key: &'static str) -> Result<Vec<Reader<'a>>> {
        let path = self.full(key);
        let tables = |value: &'a Value| value.as_array()?.iter().map(Value::as_table).collect::<Option<Vec<_>>>();
        let tables = self.get(key, "a list of tables", tables)?.unwrap_or_default();
        Ok(tables.into_iter().map(|table| Reader::new(table, &path)).collect())
    }

    /// Every key of this table, each of which must be a table.
    pub(super) fn all_tables(&self) -> Result<Vec<(String, &'a Table)>> {
        let table = |(key, value): (&String, &'a Value)| match value.as_table() {
            Some(table) => Ok((key.clone(), table)),
            None => Err(self.wrong(key, "a table")),
        };
        self.table.iter().map(table).collect()
    }
}

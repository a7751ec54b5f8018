//! Arrays of bash.

use crate::assoc::Assoc;
use crate::vars::Value;
use crate::{Flow, Shell, Str, Text, text};
use std::collections::BTreeMap;

impl Shell {
    /// `name=(…)`
    ///
    /// # Errors
    /// When the variable is read-only.
    pub fn set_list(&mut self, name: &str, values: Vec<Str>) -> Result<(), Flow> {
        self.writable(name)?;
        if self.is_map(name) {
            self.clear_list(name)?;
            return self.append_list(name, values);
        }
        let list = values.into_iter().enumerate().map(|(at, value)| (at as i64, value)).collect();
        self.vars.entry(name).value = Value::List(list);
        Ok(())
    }

    /// `name+=(…)`
    ///
    /// # Errors
    /// When the variable is read-only.
    pub fn append_list(&mut self, name: &str, values: Vec<Str>) -> Result<(), Flow> {
        self.writable(name)?;
        if self.is_map(name) {
            // Keys and values in turn.
            let mut values = values.into_iter();
            while let Some(key) = values.next() {
                self.set_element(name, key, values.next().unwrap_or_default())?;
            }
            return Ok(());
        }
        let list = self.as_list(name);
        let mut next = list.last_key_value().map_or(0, |(at, _)| at + 1);
        for value in values {
            list.insert(next, value);
            next += 1;
        }
        Ok(())
    }

    /// Begin the list of an array with subscripts in it: where a value without one goes.
    ///
    /// # Errors
    /// When the variable is read-only.
    pub fn start_list(&mut self, name: &str, append: bool) -> Result<i64, Flow> {
        if append {
            self.writable(name)?;
            return Ok(self.list_end(name));
        }
        self.clear_list(name)?;
        Ok(0)
    }

    /// `[index]=value` or `[index]+=value` of such a list: where the next value goes.
    ///
    /// # Errors
    /// When the subscript is wrong.
    pub fn put_element(&mut self, name: &str, index: impl Text, append: bool, value: impl Text) -> Result<i64, Flow> {
        let index = text::text(index);
        if self.is_map(name) {
            if append {
                self.append_element(name, index, value)?
            } else {
                self.set_element(name, index, value)?
            }
            return Ok(0);
        }
        let at = self.subscript(name, &index)?;
        if append {
            self.append_element(name, at, value)?
        } else {
            self.set_element(name, at, value)?
        }
        Ok(at + 1)
    }

    /// Values of such a list from a place on.
    ///
    /// # Errors
    /// When one is no number where it has to be.
    pub fn put_values(&mut self, name: &str, at: i64, values: Vec<Str>) -> Result<i64, Flow> {
        let mut at = at;
        for value in values {
            if self.is_map(name) {
                let message = format!("{name}: {}: must use subscript when assigning", text::lossy(&value));
                self.complain(&message);
                continue;
            }
            self.set_element(name, at, value)?;
            at += 1;
        }
        Ok(at)
    }

    /// Make an array empty, of its kind.
    ///
    /// # Errors
    /// When the variable is read-only.
    pub fn clear_list(&mut self, name: &str) -> Result<(), Flow> {
        self.writable(name)?;
        let var = self.vars.entry(name);
        var.value = if matches!(var.value, Value::Map(_)) {
            Value::Map(Assoc::default())
        } else {
            Value::List(BTreeMap::new())
        };
        Ok(())
    }

    fn writable(&mut self, name: &str) -> Result<(), Flow> {
        if self.vars.var(name).is_some_and(|var| var.readonly) { Err(self.is_readonly(name)) } else { Ok(()) }
    }

    /// The variable as an indexed array; a text becomes element 0.
    fn as_list(&mut self, name: &str) -> &mut BTreeMap<i64, Str> {
        let var = self.vars.entry(name);
        if !matches!(var.value, Value::List(_)) {
            let first = var.text().cloned();
            var.value = Value::List(first.into_iter().map(|value| (0, value)).collect());
        }
        match &mut var.value {
            Value::List(list) => list,
            // It was made one just now.
            _ => unreachable!(),
        }
    }

    /// Whether a variable is an associative array.
    pub(crate) fn is_map(&self, name: &str) -> bool {
        self.vars.var(name).is_some_and(|var| matches!(var.value, Value::Map(_)))
    }

    /// `declare -A name`
    pub(crate) fn make_map(&mut self, name: &str) {
        let var = self.vars.entry(name);
        if !matches!(var.value, Value::Map(_)) {
            var.value = Value::Map(Assoc::default());
        }
    }

    /// `declare -a name`
    pub(crate) fn make_list(&mut self, name: &str) {
        let unset = matches!(self.vars.entry(name).value, Value::Unset);
        if unset {
            self.vars.entry(name).value = Value::List(BTreeMap::new());
        } else {
            self.as_list(name);
        }
    }

    /// One past the last subscript.
    fn list_end(&self, name: &str) -> i64 {
        match self.vars.var(name).map(|var| &var.value) {
            Some(Value::List(list)) => list.last_key_value().map_or(0, |(last, _)| last + 1),
            Some(Value::Text(_)) => 1,
            _ if name == "PIPESTATUS" && self.bash() => self.pipe_statuses().len() as i64,
            _ => 0,
        }
    }

    fn subscript(&mut self, name: &str, index: &[u8]) -> Result<i64, Flow> {
        let at = self.arith(index)?;
        if at >= 0 {
            return Ok(at);
        }
        let end = self.list_end(name);
        if end + at < 0 {
            return Err(self.discard(&format!("{name}: bad array subscript")));
        }
        Ok(end + at)
    }

    /// `name[index]=value`
    ///
    /// # Errors
    /// When the variable is read-only or the subscript is wrong.
    pub fn set_element(&mut self, name: &str, index: impl Text, value: impl Text) -> Result<(), Flow> {
        let (index, value) = (text::text(index), text::text(value));
        self.writable(name)?;
        let value = self.attributed(name, value)?;
        if let Value::Map(map) = &mut self.vars.entry(name).value {
            if index.is_empty() {
                return Err(self.discard(&format!("{name}[]: bad array subscript")));
            }
            map.insert(index, value);
            return Ok(());
        }
        let at = self.subscript(name, &index)?;
        self.as_list(name).insert(at, value);
        if name == "DIRSTACK" {
            self.folders_from_list();
        }
        Ok(())
    }

    /// `name[index]+=value`
    ///
    /// # Errors
    /// When the variable is read-only or the subscript is wrong.
    pub fn append_element(&mut self, name: &str, index: impl Text, value: impl Text) -> Result<(), Flow> {
        let index = text::text(index);
        let old = self.element(name, index.clone())?;
        let integer = self.vars.var(name).is_some_and(|var| var.integer);
        let joined = if integer { crate::word![old, "+(", value, ")"] } else { crate::word![old, value] };
        self.set_element(name, index, joined)
    }

    /// `${name[index]}`
    ///
    /// # Errors
    /// When the subscript is wrong.
    pub fn element(&mut self, name: &str, index: impl Text) -> Result<Str, Flow> {
        Ok(self.element_or_none(name, index)?.unwrap_or_default())
    }

    /// `${name[index]}`, none when it is not set.
    ///
    /// # Errors
    /// When the subscript is wrong.
    pub fn element_or_none(&mut self, name: &str, index: impl Text) -> Result<Option<Str>, Flow> {
        let index = text::text(index);
        if let Some(Value::Map(map)) = self.vars.var(name).map(|var| &var.value) {
            return Ok(map.get(&index).cloned());
        }
        let at = self.arith(&index)?;
        let at = if at < 0 { at + self.list_end(name) } else { at };
        if at < 0 {
            self.complain(&format!("{name}: bad array subscript"));
            // bash's `report_error` ends the shell under `set -e`, in conditions too.
            if self.bash() && self.options.errexit {
                return Err(Flow::Exit(self.status.max(1)));
            }
            return Ok(None);
        }
        Ok(match self.vars.var(name).map(|var| &var.value) {
            Some(Value::List(list)) => list.get(&at).cloned(),
            Some(Value::Text(text)) if at == 0 => Some(text.clone()),
            None | Some(Value::Unset) if name == "PIPESTATUS" && self.bash() => {
                usize::try_from(at).ok().and_then(|at| self.pipe_statuses().get(at).cloned())
            }
            _ => None,
        })
    }

    /// `${name[@]}`
    pub fn elements(&self, name: &str) -> Vec<Str> {
        match self.vars.var(name).map(|var| &var.value) {
            Some(Value::List(list)) => list.values().cloned().collect(),
            Some(Value::Map(map)) => map.pairs().into_iter().map(|(_, value)| value.clone()).collect(),
            Some(Value::Text(text)) => vec![text.clone()],
            _ if name == "PIPESTATUS" && self.bash() => self.pipe_statuses(),
            _ => vec![],
        }
    }

    /// `${!name[@]}`
    pub fn keys(&self, name: &str) -> Vec<Str> {
        match self.vars.var(name).map(|var| &var.value) {
            Some(Value::List(list)) => list.keys().map(text::text).collect(),
            Some(Value::Map(map)) => map.pairs().into_iter().map(|(key, _)| key.clone()).collect(),
            Some(Value::Text(_)) => vec![b"0".to_vec()],
            _ => (0..self.list_len(name)).map(text::text).collect(),
        }
    }

    /// `${#name[@]}`
    pub fn list_len(&self, name: &str) -> i64 {
        match self.vars.var(name).map(|var| &var.value) {
            Some(Value::List(list)) => list.len() as i64,
            Some(Value::Map(map)) => map.len() as i64,
            Some(Value::Text(_)) => 1,
            _ if name == "PIPESTATUS" && self.bash() => self.pipe_statuses().len() as i64,
            _ => 0,
        }
    }

    /// `${name[@]:offset:length}`
    ///
    /// # Errors
    /// When the length is negative.
    pub fn slice(&mut self, name: &str, offset: i64, length: Option<i64>) -> Result<Vec<Str>, Flow> {
        if let Some(Value::Text(value)) = self.vars.var(name).map(|var| &var.value) {
            // A variable that is no array is cut like a text.
            let value = value.clone();
            return Ok(vec![self.substring(value, offset, length)?]);
        }
        let pairs: Vec<(i64, Str)> = match self.vars.var(name).map(|var| &var.value) {
            Some(Value::List(list)) => list.iter().map(|(at, value)| (*at, value.clone())).collect(),
            _ => self.elements(name).into_iter().enumerate().map(|(at, value)| (at as i64, value)).collect(),
        };
        let end = pairs.last().map_or(0, |(at, _)| at + 1);
        let start = if offset < 0 { end + offset } else { offset };
        if length.is_some_and(|length| length < 0) {
            return Err(self.discard("substring expression < 0"));
        }
        if start < 0 {
            return Ok(vec![]);
        }
        let count = length.map_or(usize::MAX, |length| length as usize);
        Ok(pairs.into_iter().filter(|(at, _)| *at >= start).map(|(_, value)| value).take(count).collect())
    }

    /// `${@:offset:length}`
    ///
    /// # Errors
    /// When the length is negative.
    pub fn slice_args(&mut self, offset: i64, length: Option<i64>) -> Result<Vec<Str>, Flow> {
        if length.is_some_and(|length| length < 0) {
            return Err(self.discard("substring expression < 0"));
        }
        let mut all = vec![self.name()];
        all.extend(self.all());
        let start = if offset < 0 { all.len() as i64 + offset } else { offset };
        if start < 0 || start as usize > all.len() {
            return Ok(vec![]);
        }
        let count = length.map_or(usize::MAX, |length| length as usize);
        Ok(all.into_iter().skip(start as usize).take(count).collect())
    }

    /// `unset 'name[index]'`
    pub(crate) fn unset_element(&mut self, name: &str, index: &[u8]) -> Result<(), Flow> {
        self.writable(name)?;
        if matches!(index, b"@" | b"*") {
            return self.unset_var(name);
        }
        if let Some(Value::Map(map)) = self.vars.get_mut(name).map(|var| &mut var.value) {
            map.remove(index);
            return Ok(());
        }
        let at = self.subscript(name, index)?;
        if let Some(Value::List(list)) = self.vars.get_mut(name).map(|var| &mut var.value) {
            list.remove(&at);
        }
        Ok(())
    }

    /// `${!prefix*}`
    pub fn names(&self, prefix: &str) -> Vec<Str> {
        let names = self.vars.names();
        names
            .into_iter()
            .filter(|name| {
                name.starts_with(prefix) && self.vars.var(name).is_some_and(|var| !matches!(var.value, Value::Unset))
            })
            .map(|name| name.as_bytes().to_vec())
            .collect()
    }
}

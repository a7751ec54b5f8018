//! Variables: values, attributes, scopes.

use crate::assoc::Assoc;
use crate::{Flow, Run, Shell, Str, Text};
use std::collections::{BTreeMap, HashMap};
use std::hash::{BuildHasherDefault, Hasher};

/// What a variable holds.
#[derive(Clone, Debug)]
pub(crate) enum Value {
    /// Declared, without a value.
    Unset,
    /// A text.
    Text(Str),
    /// An indexed array.
    List(BTreeMap<i64, Str>),
    /// An associative array.
    Map(Assoc),
    /// Another variable (`declare -n`).
    Ref(Box<str>),
}

/// A variable.
#[derive(Clone, Debug)]
pub(crate) struct Var {
    pub(crate) value: Value,
    pub(crate) exported: bool,
    pub(crate) readonly: bool,
    pub(crate) integer: bool,
    /// `declare -u` or `-l`.
    pub(crate) case: Option<bool>,
}

impl Var {
    fn new(value: Value) -> Self {
        Var { value, exported: false, readonly: false, integer: false, case: None }
    }

    /// The value as a text: of an array, the element with subscript 0.
    pub(crate) fn text(&self) -> Option<&Str> {
        match &self.value {
            Value::Unset | Value::Ref(_) => None,
            Value::Text(text) => Some(text),
            Value::List(list) => list.get(&0),
            Value::Map(map) => map.get(b"0"),
        }
    }
}

/// A quick hash for short names that nobody outside chooses.
#[derive(Default)]
pub(crate) struct NameHasher(u64);

impl Hasher for NameHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0.rotate_left(5) ^ u64::from(*byte)).wrapping_mul(0x517c_c1b7_2722_0a95);
        }
    }
}

type Table = HashMap<Box<str>, Var, BuildHasherDefault<NameHasher>>;

/// All variables.
#[derive(Default)]
pub(crate) struct Vars {
    table: Table,
    /// Some variable may refer to another.
    refers: bool,
    /// Per function call: what its locals hide.
    scopes: Vec<Vec<(Box<str>, Option<Var>)>>,
}

impl Vars {
    pub(crate) fn var(&self, name: &str) -> Option<&Var> {
        if self.refers { self.table.get(self.target(name)) } else { self.table.get(name) }
    }

    pub(crate) fn value(&self, name: &str) -> Option<&Str> {
        self.var(name).and_then(Var::text)
    }

    /// The variable that a name stands for in the end.
    fn target<'n>(&'n self, name: &'n str) -> &'n str {
        let mut now = name;
        for _ in 0..8 {
            match self.table.get(now).map(|var| &var.value) {
                Some(Value::Ref(next)) => now = next,
                _ => return now,
            }
        }
        name
    }

    /// The name that a reference holds.
    pub(crate) fn reference(&self, name: &str) -> Option<&str> {
        match self.table.get(name).map(|var| &var.value) {
            Some(Value::Ref(target)) => Some(target),
            _ => None,
        }
    }

    /// Make `name` a reference.
    pub(crate) fn refer(&mut self, name: &str, target: &str) {
        self.refers = true;
        self.table.insert(name.into(), Var::new(Value::Ref(target.into())));
    }

    /// The variable, made when it is not there.
    pub(crate) fn entry(&mut self, name: &str) -> &mut Var {
        let found: Box<str>;
        let mut name = name;
        if self.refers {
            found = self.target(name).into();
            name = &found;
        }
        if !self.table.contains_key(name) {
            self.table.insert(name.into(), Var::new(Value::Unset));
        }
        // It was put there just now.
        self.table.entry(name.into()).or_insert_with(|| Var::new(Value::Unset))
    }

    pub(crate) fn get_mut(&mut self, name: &str) -> Option<&mut Var> {
        if self.refers {
            let target: Box<str> = self.target(name).into();
            return self.table.get_mut(&target);
        }
        self.table.get_mut(name)
    }

    pub(crate) fn remove(&mut self, name: &str) -> Option<Var> {
        if self.refers {
            let target: Box<str> = self.target(name).into();
            return self.table.remove(&target);
        }
        self.table.remove(name)
    }

    /// Remove the variable of this very name.
    pub(crate) fn remove_itself(&mut self, name: &str) {
        self.table.remove(name);
    }

    pub(crate) fn put(&mut self, name: &str, var: Option<Var>) {
        match var {
            Some(var) => {
                self.table.insert(name.into(), var);
            }
            None => {
                self.table.remove(name);
            }
        }
    }

    /// Names in order.
    pub(crate) fn names(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self.table.keys().map(AsRef::as_ref).collect();
        names.sort_unstable();
        names
    }

    /// What programs get, in no order.
    fn exported(&self) -> impl Iterator<Item = (&str, &Str)> {
        self.table.iter().filter(|(_, var)| var.exported).filter_map(|(name, _)| {
            match self.var(name).map(|var| (&var.value, var.exported)) {
                Some((Value::Text(text), true)) => Some((name.as_ref(), text)),
                _ => None,
            }
        })
    }

    pub(crate) fn enter(&mut self) {
        self.scopes.push(vec![]);
    }

    /// Within a function?
    pub(crate) fn in_function(&self) -> bool {
        !self.scopes.is_empty()
    }

    /// Make `name` local to the running function; whether it was new there.
    pub(crate) fn hide(&mut self, name: &str) -> bool {
        let old = self.table.get(name).cloned();
        let Some(scope) = self.scopes.last_mut() else { return false };
        if scope.iter().any(|(known, _)| known.as_ref() == name) {
            return false;
        }
        scope.push((name.into(), old));
        true
    }
}

impl Shell {
    pub(crate) fn import_environment(&mut self) {
        use std::os::unix::ffi::OsStringExt;
        for (name, value) in std::env::vars_os() {
            let (Ok(name), value) = (name.into_string(), value.into_vec()) else { continue };
            if is_name(&name) {
                let mut var = Var::new(Value::Text(value));
                var.exported = true;
                self.vars.put(&name, Some(var));
            }
        }
        self.vars.entry("IFS").value = Value::Text(b" \t\n".to_vec());
        self.vars.entry("IFS").exported = false;
        self.vars.entry("OPTIND").value = Value::Text(b"1".to_vec());
        let pwd = self.initial_folder();
        self.vars.entry("PWD").value = Value::Text(pwd);
        self.vars.entry("PPID").value = Value::Text(crate::sys::parent_pid().to_string().into_bytes());
        if self.bash() {
            let (effective, real) = crate::sys::users();
            for (name, value) in [
                ("UID", real.to_string()),
                ("EUID", effective.to_string()),
                ("BASH_VERSION", "5.2.15(1)-release".into()),
                ("HOSTTYPE", std::env::consts::ARCH.into()),
                ("OSTYPE", "linux-gnu".into()),
                ("MACHTYPE", format!("{}-pc-linux-gnu", std::env::consts::ARCH)),
                ("HOSTNAME", crate::sys::host_name()),
                ("OPTERR", "1".into()),
                ("PS4", "+ ".into()),
            ] {
                self.vars.entry(name).value = Value::Text(value.into_bytes());
            }
            let path = self.program(b"bash").unwrap_or_else(|| b"/bin/bash".to_vec());
            self.vars.entry("BASH").value = Value::Text(path);
            self.show_folders();
            let groups = crate::sys::groups().into_iter().enumerate();
            let groups = groups.map(|(at, group)| (at as i64, group.to_string().into_bytes())).collect();
            self.vars.entry("GROUPS").value = Value::List(groups);
            let version = ["5", "2", "15", "1", "release"].map(|part| part.as_bytes().to_vec());
            let version = version.into_iter().chain([format!("{}-pc-linux-gnu", std::env::consts::ARCH).into_bytes()]);
            let list = version.enumerate().map(|(at, part)| (at as i64, part)).collect();
            self.vars.entry("BASH_VERSINFO").value = Value::List(list);
            self.vars.entry("BASH_VERSINFO").readonly = true;
            let level = self.vars.value("SHLVL").and_then(|text| crate::text::parse_int(text)).unwrap_or(0) + 1;
            let var = self.vars.entry("SHLVL");
            var.value = Value::Text(crate::text::text(level));
            var.exported = true;
            self.vars.entry("PWD").exported = true;
        } else {
            for (name, value) in [("PS1", "$ "), ("PS2", "> "), ("PS4", "+ ")] {
                self.vars.entry(name).value = Value::Text(value.as_bytes().to_vec());
            }
        }
    }

    /// The folder at the start: `PWD` of the environment when it tells the truth.
    fn initial_folder(&self) -> Str {
        use std::os::unix::ffi::OsStringExt;
        use std::os::unix::fs::MetadataExt;
        let told = self.vars.value("PWD").filter(|text| text.starts_with(b"/"));
        let same = |text: &Str| {
            let (one, two) = (std::fs::metadata(crate::text::path(text)).ok()?, std::fs::metadata(".").ok()?);
            (one.dev() == two.dev() && one.ino() == two.ino()).then(|| text.clone())
        };
        told.and_then(same)
            .or_else(|| std::env::current_dir().ok().map(|path| path.into_os_string().into_vec()))
            .unwrap_or_default()
    }

    /// The value of a variable, empty when it is not set.
    pub fn get(&self, name: &str) -> Str {
        self.vars.value(name).cloned().or_else(|| self.dynamic(name)).unwrap_or_default()
    }

    /// The value of a variable, when it has one.
    pub fn lookup(&self, name: &str) -> Option<&Str> {
        self.vars.value(name)
    }

    /// Whether a variable has no value.
    pub fn is_unset(&self, name: &str) -> bool {
        self.vars.value(name).is_none() && self.dynamic(name).is_none()
    }

    /// Whether a variable has no value or an empty one.
    pub fn is_null(&self, name: &str) -> bool {
        match self.vars.value(name) {
            Some(value) => value.is_empty(),
            None => self.dynamic(name).is_none(),
        }
    }

    /// Like [`Shell::get`] where `set -u` may be on.
    ///
    /// # Errors
    /// [`Flow::Exit`] when it is on and the variable is not set.
    pub fn need(&self, name: &str) -> Result<Str, Flow> {
        match self.vars.value(name) {
            Some(value) => Ok(value.clone()),
            None => match self.dynamic(name) {
                Some(value) => Ok(value),
                None if self.options.nounset => Err(self.not_set(name)),
                None => Ok(Str::new()),
            },
        }
    }

    /// `PIPESTATUS`: of a pipeline, or of the one command that ran last.
    pub(crate) fn pipe_statuses(&self) -> Vec<Str> {
        if !self.after_pipe.get() {
            return vec![crate::text::text(i64::from(self.status))];
        }
        self.piped.iter().map(|status| crate::text::text(i64::from(*status))).collect()
    }

    /// The value of a variable that bash computes when it is read.
    pub(crate) fn dynamic(&self, name: &str) -> Option<Str> {
        if !self.bash() {
            return None;
        }
        let now = || std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
        Some(match name {
            "BASH_ARGV0" => self.name.clone(),
            "PIPESTATUS" => self.pipe_statuses().first().cloned()?,
            "BASHPID" => crate::text::text(i64::from(crate::sys::pid())),
            "BASH_SUBSHELL" => crate::text::text(i64::from(self.forks + self.subshells)),
            "EPOCHSECONDS" => crate::text::text(now().as_secs() as i64),
            "EPOCHREALTIME" => {
                let now = now();
                format!("{}.{:06}", now.as_secs(), now.subsec_micros()).into_bytes()
            }
            "SRANDOM" => crate::text::text(i64::from(now().subsec_nanos().wrapping_mul(0x9e37_79b9))),
            _ => return None,
        })
    }

    /// Like [`Shell::arg`] where `set -u` may be on.
    ///
    /// # Errors
    /// [`Flow::Exit`] when it is on and there are fewer arguments.
    pub fn need_arg(&self, number: usize) -> Result<Str, Flow> {
        match self.args.get(number - 1) {
            Some(value) => Ok(value.clone()),
            None if self.options.nounset => Err(self.not_set(&number.to_string())),
            None => Ok(Str::new()),
        }
    }

    fn not_set(&self, name: &str) -> Flow {
        let (word, status) = if self.bash() { ("unbound variable", 1) } else { ("parameter not set", 2) };
        let line = format!("{}: {name}: {word}\n", crate::text::lossy(&self.name));
        // Nobody can be told when stderr is closed.
        let _ = crate::sys::write_all(2, line.as_bytes());
        Flow::Exit(status)
    }

    /// `${…}` of a kind that the shell does not know.
    pub fn bad_substitution(&mut self) -> Flow {
        if self.bash() {
            return self.discard("bad substitution");
        }
        self.complain("Bad substitution");
        Flow::Exit(2)
    }

    /// `${x?message}` on a parameter that is not set.
    pub fn missing(&mut self, name: &str, message: impl Text, default: &str) -> Flow {
        let message = crate::text::text(message);
        let message = if message.is_empty() { default.into() } else { crate::text::lossy(&message).into_owned() };
        self.complain(&format!("{name}: {message}"));
        Flow::Exit(if self.bash() { 1 } else { 2 })
    }

    /// `name=value`
    ///
    /// # Errors
    /// When the variable is read-only.
    pub fn set(&mut self, name: &str, value: impl Text) -> Result<(), Flow> {
        self.set_text(name, crate::text::text(value))
    }

    /// Like [`Shell::set`], into the room that the old value had.
    pub(crate) fn set_slice(&mut self, name: &str, value: &[u8]) -> Result<(), Flow> {
        let export = self.options.allexport;
        if let Some(var) = self.vars.get_mut(name)
            && !var.readonly
            && !var.integer
            && var.case.is_none()
            && !export
            && name != "PATH"
            && name != "OPTIND"
            && !is_locale(name)
            && let Value::Text(text) = &mut var.value
        {
            text.clear();
            text.extend_from_slice(value);
            return Ok(());
        }
        self.set_text(name, value.to_vec())
    }

    pub(crate) fn set_text(&mut self, name: &str, mut value: Str) -> Result<(), Flow> {
        let export = self.options.allexport;
        if matches!(name, "PATH" | "OPTIND") {
            self.special_assignment(name);
        }
        if name == "BASH_ARGV0" && self.bash() {
            self.name.clone_from(&value);
        }
        let bash = self.bash();
        match self.vars.var(name) {
            Some(var) if var.readonly => return Err(self.is_readonly(name)),
            Some(var) if bash && (var.integer || var.case.is_some()) => value = self.attributed(name, value)?,
            _ => {}
        }
        if let Some(var) = self.vars.get_mut(name) {
            var.exported |= export;
            match &mut var.value {
                Value::List(list) => {
                    list.insert(0, value);
                }
                Value::Map(map) => map.insert(b"0".to_vec(), value),
                other => *other = Value::Text(value),
            }
        } else {
            let var = self.vars.entry(name);
            var.value = Value::Text(value);
            var.exported = export;
        }
        if is_locale(name) {
            self.locale_changed();
        }
        Ok(())
    }

    fn special_assignment(&mut self, name: &str) {
        match name {
            "PATH" => self.forget_paths(),
            _ => self.optind_inner = 0,
        }
    }

    /// The value after the attributes of bash.
    pub(crate) fn attributed(&mut self, name: &str, value: Str) -> Result<Str, Flow> {
        let Some(var) = self.vars.var(name) else { return Ok(value) };
        match (var.integer, var.case) {
            (true, _) => Ok(crate::text::text(self.arith(value)?)),
            (_, Some(upper)) => Ok(crate::pattern::change_case(value, upper, true, "")),
            _ => Ok(value),
        }
    }

    pub(crate) fn is_readonly(&mut self, name: &str) -> Flow {
        if self.bash() {
            return self.discard(&format!("{name}: readonly variable"));
        }
        self.failed = true;
        self.complain(&format!("{name}: is read only"));
        Flow::Exit(2)
    }

    /// `name+=value`
    ///
    /// # Errors
    /// When the variable is read-only.
    pub fn append(&mut self, name: &str, value: impl Text) -> Result<(), Flow> {
        let integer = self.vars.var(name).is_some_and(|var| var.integer);
        let joined =
            if integer { crate::word![self.get(name), "+(", value, ")"] } else { crate::word![self.get(name), value] };
        self.set_text(name, joined)
    }

    /// A command that may turn out to have no words: then the assignments before it stay.
    pub fn run_with(&mut self, vars: Vec<(&str, Str)>, args: Vec<Str>) -> Run {
        if !args.is_empty() {
            return self.with_vars(vars, |sh| sh.run(args));
        }
        for (name, value) in vars {
            self.set_text(name, value)?;
        }
        self.assigned()
    }

    /// Run `body` with variables that only it and its children see.
    pub fn with_vars(&mut self, vars: Vec<(&str, Str)>, body: impl FnOnce(&mut Shell) -> Run) -> Run {
        let mut saved = vec![];
        for (name, value) in vars {
            let old = self.vars.var(name).cloned();
            if old.as_ref().is_some_and(|var| var.readonly) {
                let flow = self.is_readonly(name);
                if flow == Flow::Discard {
                    continue;
                }
                return Err(flow);
            }
            saved.push((name, old));
            self.set_text(name, value)?;
            self.vars.entry(name).exported = true;
        }
        let result = body(self);
        for (name, old) in saved.into_iter().rev() {
            self.special_assignment_of(name);
            self.vars.put(name, old);
            self.restored(name);
        }
        result
    }

    fn special_assignment_of(&mut self, name: &str) {
        if matches!(name, "PATH" | "OPTIND") {
            self.special_assignment(name);
        }
    }

    /// After a variable got back what it was before.
    fn restored(&mut self, name: &str) {
        if is_locale(name) {
            self.locale_changed();
        }
    }

    /// Run `body` so that assignments to `names` are undone after it: a subshell that needs no process.
    pub fn isolated(&mut self, names: &[&str], body: impl FnOnce(&mut Shell) -> Run) -> Run {
        let saved: Vec<_> = names.iter().map(|name| (*name, self.vars.var(name).cloned())).collect();
        let args = self.args.clone();
        self.nesting += 1;
        self.subshells += 1;
        let command = self.command;
        let result = body(self);
        self.command = command;
        self.subshells -= 1;
        self.nesting -= 1;
        self.args = args;
        for (name, old) in saved {
            self.special_assignment_of(name);
            self.vars.put(name, old);
            self.restored(name);
        }
        match result {
            Err(Flow::Exit(status)) => self.set_status(status),
            Err(_) => self.last(),
            other => other,
        }
    }

    /// `unset name`: a local one stays local, without a value.
    pub(crate) fn unset_var(&mut self, name: &str) -> Result<(), Flow> {
        if self.vars.var(name).is_some_and(|var| var.readonly) {
            return Err(self.is_readonly(name));
        }
        if name == "PATH" {
            self.forget_paths();
        }
        if name == "OPTIND" && !self.bash() {
            self.complain("unset: Illegal number: ");
            return Err(Flow::Exit(2));
        }
        self.vars.remove(name);
        self.restored(name);
        Ok(())
    }

    pub(crate) fn leave_scope(&mut self) {
        if let Some(scope) = self.vars.scopes.pop() {
            for (name, old) in scope.into_iter().rev() {
                self.special_assignment_of(&name);
                self.vars.put(&name, old);
                self.restored(&name);
            }
        }
    }

    /// `local name`: its value stays visible for sh, and is gone for bash.
    pub fn local(&mut self, name: &str) -> Run {
        if !self.vars.in_function() {
            self.misuse("local: not in a function", true)?;
            return self.finish(1);
        }
        if self.bash() && self.vars.var(name).is_some_and(|var| var.readonly) {
            self.complain(&format!("local: {name}: readonly variable"));
            self.status = 1;
            return Err(Flow::Discard);
        }
        let fresh = self.vars.hide(name);
        if fresh && self.vars.reference(name).is_some() {
            self.vars.remove_itself(name);
        }
        if self.bash() && fresh {
            let var = self.vars.entry(name);
            var.value = Value::Unset;
            var.integer = false;
            var.case = None;
            if !var.exported {
                self.vars.remove(name);
                self.vars.entry(name);
            }
        }
        self.set_status(0)
    }

    /// `local name=value`
    ///
    /// # Errors
    /// When the variable is read-only.
    pub fn set_local(&mut self, name: &str, value: impl Text) -> Result<(), Flow> {
        let value = crate::text::text(value);
        let done = self.local(name);
        if done == Err(Flow::Discard) {
            // bash: only a status.
            return Ok(());
        }
        done?;
        self.set_text(name, value)
    }

    /// Name and value of what children get.
    pub(crate) fn environment(&self) -> Vec<Str> {
        let mut all: Vec<(&str, &Str)> = self.vars.exported().collect();
        all.sort_unstable();
        let variables = all.into_iter().map(|(name, value)| [name.as_bytes(), b"=", value].concat());
        let functions = self.exported_functions.iter().filter_map(|name| {
            let text = self.function_text(name)?;
            let body = text.split_once("()").map_or("", |(_, body)| body.trim_start());
            Some([b"BASH_FUNC_", name.as_slice(), b"%%=() ", body.as_bytes()].concat())
        });
        variables.chain(functions).collect()
    }
}

/// Variables that say which locale it is.
fn is_locale(name: &str) -> bool {
    name.starts_with('L') && matches!(name, "LC_ALL" | "LC_CTYPE" | "LANG")
}

/// Whether `text` can name a variable.
pub(crate) fn is_name(text: &str) -> bool {
    let mut bytes = text.bytes();
    bytes.next().is_some_and(|b| b.is_ascii_alphabetic() || b == b'_')
        && bytes.all(|b| b.is_ascii_alphanumeric() || b == b'_')
}

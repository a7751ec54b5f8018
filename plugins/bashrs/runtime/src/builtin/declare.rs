//! `export`, `readonly`, `unset`, `local`, `declare`.

use crate::vars::{Value, is_name};
use crate::{Run, Shell, Str, text};

/// `name`, `name=value` or `name+=value`.
fn split_assignment(arg: &[u8]) -> (String, Option<(bool, Str)>) {
    match arg.iter().position(|byte| *byte == b'=') {
        Some(at) => {
            let append = at > 0 && arg[at - 1] == b'+';
            let name = &arg[..at - usize::from(append)];
            (text::lossy(name).into_owned(), Some((append, arg[at + 1..].to_vec())))
        }
        None => (text::lossy(arg).into_owned(), None),
    }
}

/// Whether a value that came as text reads like the list of an array.
fn is_list_text(value: &[u8]) -> bool {
    value.len() > 1 && value[0] == b'(' && value.ends_with(b")")
}

/// Attributes that `declare` gives.
#[derive(Default)]
struct Attributes {
    export: Option<bool>,
    readonly: bool,
    integer: Option<bool>,
    case: Option<Option<bool>>,
    list: bool,
    map: bool,
    global: bool,
    print: bool,
    reference: bool,
    /// `-f`
    function: bool,
    /// `-F`
    function_name: bool,
    /// It is `declare` or `local`.
    declares: bool,
}

impl Shell {
    /// The builtin `export`.
    pub fn export(&mut self, args: Vec<Str>) -> Run {
        if self.bash() && args.first().is_some_and(|arg| arg == b"-f") && args.len() > 1 {
            return self.export_functions(&args[1..]);
        }
        let attributes = Attributes { export: Some(true), global: true, ..Attributes::default() };
        self.attribute("export", args, attributes)
    }

    /// `export -f name …`
    fn export_functions(&mut self, names: &[Str]) -> Run {
        let mut status = 0;
        for name in names {
            if !self.functions.contains_key(name) {
                self.complain(&format!("export: {}: not a function", text::lossy(name)));
                status = 1;
            } else if self.function_text(name).is_none() {
                return Err(self.refuse("SH0910", "`export -f` of a function whose text is not known"));
            } else {
                self.exported_functions.insert(name.clone());
            }
        }
        self.finish(status)
    }

    /// The builtin `readonly`.
    pub fn readonly(&mut self, args: Vec<Str>) -> Run {
        self.attribute("readonly", args, Attributes { readonly: true, global: true, ..Attributes::default() })
    }

    /// The builtin `local`.
    pub fn local_args(&mut self, args: Vec<Str>) -> Run {
        if !self.vars.in_function() {
            return self.misuse("local: not in a function", true);
        }
        self.attribute("local", args, Attributes { declares: true, ..Attributes::default() })
    }

    /// The builtin `declare`.
    pub fn declare(&mut self, args: Vec<Str>) -> Run {
        let global = !self.vars.in_function();
        self.attribute("declare", args, Attributes { global, declares: true, ..Attributes::default() })
    }

    fn attribute(&mut self, command: &str, args: Vec<Str>, mut attributes: Attributes) -> Run {
        let mut names = vec![];
        let mut options = true;
        for arg in args {
            if options && arg.len() > 1 && (arg[0] == b'-' || arg[0] == b'+' && self.bash()) {
                options = arg != b"--";
                for letter in arg[1..].iter().filter(|_| options) {
                    if !self.bash() && *letter != b'p' {
                        return self.misuse(&format!("{command}: Illegal option -{}", *letter as char), true);
                    }
                    if !attributes.set(*letter, arg[0] == b'-', command) {
                        return Err(self.refuse("SH0910", &format!("{command} -{}", *letter as char)));
                    }
                }
            } else {
                names.push(arg);
            }
        }
        if attributes.function || attributes.function_name {
            return self.print_functions(names, &attributes);
        }
        if names.is_empty() || attributes.print {
            return self.print_attributes(command, &names, &attributes);
        }
        let mut status = 0;
        for arg in names {
            let (target, value) = split_assignment(&arg);
            let name = target.split('[').next().unwrap_or("").to_string();
            if !is_name(&name) {
                let message = format!("{command}: {target}: bad variable name");
                if !self.bash() {
                    return self.misuse(&message, true);
                }
                self.complain(&message);
                status = 1;
                continue;
            }
            let set = self.attribute_one(&name, &target, value, &attributes);
            if !self.softly(set)? {
                status = 1;
            }
        }
        self.finish(status)
    }

    fn attribute_one(
        &mut self,
        name: &str,
        target: &str,
        value: Option<(bool, Str)>,
        attributes: &Attributes,
    ) -> Result<(), crate::Flow> {
        if !attributes.global {
            self.local(name)?;
        }
        if attributes.reference {
            return match value {
                Some((false, value)) if is_name(&text::lossy(&value)) && text::lossy(&value) != name => {
                    self.vars.refer(name, &text::lossy(&value));
                    Ok(())
                }
                _ => Err(self.refuse("SH0910", "a reference to something that is no other variable")),
            };
        }
        if attributes.map {
            self.make_map(name);
        } else if attributes.list {
            self.make_list(name);
        }
        if let Some(integer) = attributes.integer {
            self.vars.entry(name).integer = integer;
        }
        if let Some(case) = attributes.case {
            self.vars.entry(name).case = case;
        }
        if let Some((append, value)) = &value
            && self.options.xtrace
            && self.bash()
            && attributes.global
            && (attributes.export == Some(true) || attributes.readonly)
            && !attributes.declares
        {
            let plus: &[u8] = if *append { b"+" } else { b"" };
            let shown = if value.is_empty() { vec![] } else { crate::interp::quoted_word(value) };
            self.trace_line(&[target.as_bytes(), plus, b"=", &shown].concat());
        }
        match value {
            Some((append, value)) if (attributes.list || attributes.map) && is_list_text(&value) => {
                let plus = if append { "+" } else { "" };
                let text = [format!("{name}{plus}=").as_bytes(), &value].concat();
                self.run_text(&text)?;
            }
            Some((true, value)) => self.append(name, value)?,
            Some((false, value)) => self.assign_target(target, value)?,
            None => {}
        }
        let var = self.vars.entry(name);
        if let Some(export) = attributes.export {
            var.exported = export;
        }
        var.readonly |= attributes.readonly;
        Ok(())
    }

    /// `declare -f` and `declare -F`.
    fn print_functions(&mut self, mut names: Vec<Str>, attributes: &Attributes) -> Run {
        if attributes.readonly || attributes.export.is_some() {
            return Err(self.refuse("SH0910", "an attribute of a function"));
        }
        let all = names.is_empty();
        if all {
            names = self.functions.keys().cloned().collect();
            names.sort();
        }
        let mut status = 0;
        for name in names {
            if !self.functions.contains_key(&name) {
                status = 1;
                continue;
            }
            let shown = text::lossy(&name).into_owned();
            let line = if attributes.function_name {
                if all { format!("declare -f {shown}") } else { shown }
            } else {
                match self.function_text(&name) {
                    Some(text) => text,
                    None => return Err(self.refuse("SH0908", "a function whose text is not known")),
                }
            };
            self.out.write(format!("{line}\n").as_bytes());
        }
        self.finish(status)
    }

    fn print_attributes(&mut self, command: &str, names: &[Str], attributes: &Attributes) -> Run {
        let mut out = Str::new();
        let mut status = 0;
        if !names.is_empty() {
            if !self.bash() {
                return self.misuse(&format!("{command}: names beside -p"), true);
            }
            for name in names {
                match self.declaration(&text::lossy(name)) {
                    Some(line) => out.extend_from_slice(&line),
                    None => {
                        self.complain(&format!("{command}: {}: not found", text::lossy(name)));
                        status = 1;
                    }
                }
            }
            self.out.write(&out);
            return self.finish(status);
        }
        if !matches!(command, "export" | "readonly") {
            return self.list_declared(command, attributes);
        }
        let mut own = if self.bash() && command == "readonly" { self.readonly_of_bash() } else { vec![] };
        for name in self.vars.names() {
            while own.first().is_some_and(|(first, _)| *first < name) {
                out.extend_from_slice(own.remove(0).1.as_bytes());
            }
            let Some(var) = self.vars.var(name) else { continue };
            if !((command == "export" && var.exported) || (command == "readonly" && var.readonly)) {
                continue;
            }
            if self.bash() {
                out.extend(self.declaration(name).unwrap_or_default());
                continue;
            }
            out.extend_from_slice(format!("{command} {name}").as_bytes());
            if let Some(value) = var.text() {
                out.push(b'=');
                out.extend_from_slice(&super::quote::single_dash(value));
            }
            out.push(b'\n');
        }
        own.into_iter().for_each(|(_, line)| out.extend_from_slice(line.as_bytes()));
        self.put(&out)
    }

    /// What bash itself makes read-only, in order.
    fn readonly_of_bash(&self) -> Vec<(&'static str, String)> {
        let [shopts, set] = self.options_that_are_on();
        let number = |name: &'static str| (name, format!("declare -ir {name}=\"{}\"\n", text::lossy(&self.get(name))));
        vec![
            ("BASHOPTS", format!("declare -r BASHOPTS=\"{shopts}\"\n")),
            number("EUID"),
            number("PPID"),
            ("SHELLOPTS", format!("declare -r SHELLOPTS=\"{set}\"\n")),
            number("UID"),
        ]
    }

    /// `declare -x` and its relatives without names.
    fn list_declared(&mut self, command: &str, attributes: &Attributes) -> Run {
        // Of numbers and lists, bash has some of its own.
        let other = attributes.list
            || attributes.map
            || attributes.reference
            || attributes.readonly
            || attributes.integer.is_some();
        let kinds = [attributes.export == Some(true), attributes.case.is_some()];
        if command != "declare" || other || kinds[0] == kinds[1] {
            return Err(self.refuse("SH0910", &format!("the list of `{command}`")));
        }
        let mut out = Str::new();
        for name in self.vars.names() {
            let Some(var) = self.vars.var(name) else { continue };
            let listed = kinds[0] && var.exported || kinds[1] && attributes.case.is_some_and(|case| case == var.case);
            if listed {
                out.extend(self.declaration(name).unwrap_or_default());
            }
        }
        self.put(&out)
    }

    /// The builtin `unset`.
    pub fn unset(&mut self, args: Vec<Str>) -> Run {
        let mut functions = false;
        let mut variables = false;
        let mut references = false;
        let mut status = 0;
        for arg in args {
            match arg.as_slice() {
                b"--" => {}
                option if option.len() > 1 && option[0] == b'-' => {
                    for letter in &option[1..] {
                        match letter {
                            b'f' => functions = true,
                            b'v' => variables = true,
                            b'n' if self.bash() => references = true,
                            other => {
                                let message = format!("unset: Illegal option -{}", *other as char);
                                return self.misuse(&message, true);
                            }
                        }
                    }
                }
                name => {
                    let text = text::lossy(name).into_owned();
                    if references {
                        self.vars.remove_itself(&text);
                    } else if functions {
                        self.functions.remove(name);
                    } else if let Some((base, index)) = text.split_once('[').filter(|_| self.bash()) {
                        let index = index.strip_suffix(']').unwrap_or(index).to_string();
                        self.unset_element(base, index.as_bytes())?;
                    } else if !is_name(&text) {
                        if !self.bash() {
                            return self.misuse(&format!("unset: {text}: bad variable name"), true);
                        }
                        status = 1;
                    } else if self.bash()
                        && !variables
                        && self.vars.var(&text).is_none()
                        && self.functions.contains_key(name)
                    {
                        self.functions.remove(name);
                    } else {
                        let done = self.unset_var(&text);
                        if !self.softly(done)? {
                            status = 1;
                        }
                    }
                }
            }
        }
        self.finish(status)
    }

    /// Make a variable an empty array before its elements are assigned: `declare -A name`, `declare -a name`.
    pub fn declare_list(&mut self, name: &str, map: bool) -> Run {
        if self.vars.in_function() {
            self.local(name)?;
        }
        self.vars.entry(name).value = Value::Unset;
        if map {
            self.make_map(name);
        } else {
            self.make_list(name);
        }
        self.finish(0)
    }
}

impl Attributes {
    fn set(&mut self, letter: u8, on: bool, command: &str) -> bool {
        match letter {
            b'x' => self.export = Some(on),
            b'n' if command == "export" => self.export = Some(false),
            b'n' if matches!(command, "declare" | "local") => self.reference = on,
            b'r' => self.readonly = on,
            b'i' => self.integer = Some(on),
            b'u' => self.case = Some(on.then_some(true)),
            b'l' => self.case = Some(on.then_some(false)),
            b'a' => self.list = on,
            b'A' => self.map = on,
            b'f' if command == "declare" => self.function = on,
            b'F' if command == "declare" => self.function_name = on,
            b'g' => self.global = true,
            b'p' => self.print = true,
            _ => return false,
        }
        true
    }
}

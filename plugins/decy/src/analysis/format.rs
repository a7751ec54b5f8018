//! `printf` formats whose conversions are proved to fit their arguments.

use crate::hir::{Expr, ExprKind, Int, PlaceKind, Program, Type};

/// A piece of output.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Piece {
    /// As it stands.
    Text(String),
    /// An argument, by its number among all arguments of the call.
    Value { arg: usize, how: How, spec: String },
    /// An argument in a form that only C has: as it is written behind the `%` without its length, with the arguments that stand
    /// for its `*`.
    Form { arg: usize, how: How, spec: String, stars: Vec<usize> },
}

/// How an argument is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum How {
    /// As an integer of this type.
    Integer(Int),
    /// `%c`
    Char,
    /// `%s`
    Text,
    /// `%f`, `%e`
    Float,
    /// `%g`
    General,
    /// Any conversion of a `long double`; its form is C's.
    Long,
    /// `%p`
    Pointer,
}

/// The pieces that a call prints to standard output, when all of that is proved; none otherwise.
pub(crate) fn plan(program: &Program, name: &str, args: &[Expr]) -> Option<Vec<Piece>> {
    let to_stdout = |at: usize| args.get(at).is_some_and(|arg| is_stdout(program, arg));
    match name {
        "printf" => format(program, args, 0),
        "fprintf" if to_stdout(0) => format(program, args, 1),
        "puts" if args.len() == 1 => {
            let mut pieces = vec![whole(program, args, 0)?];
            pieces.push(Piece::Text("\n".into()));
            Some(pieces)
        }
        "fputs" if args.len() == 2 && to_stdout(1) => Some(vec![whole(program, args, 0)?]),
        "putchar" if args.len() == 1 => Some(vec![character(args, 0)]),
        "putc" | "fputc" if args.len() == 2 && to_stdout(1) => Some(vec![character(args, 0)]),
        _ => None,
    }
}

/// The pieces that a call prints to standard error, which has no buffer: with the number of the stream's argument.
pub(crate) fn plan_error(program: &Program, name: &str, args: &[Expr]) -> Option<(usize, Vec<Piece>)> {
    let to_stderr = |at: usize| args.get(at).is_some_and(|arg| is_stream(program, arg, "stderr"));
    match name {
        "fprintf" if to_stderr(0) => Some((0, format(program, args, 1)?)),
        "fputs" if args.len() == 2 && to_stderr(1) => Some((1, vec![whole(program, args, 0)?])),
        "putc" | "fputc" if args.len() == 2 && to_stderr(1) => Some((1, vec![character(args, 0)])),
        _ => None,
    }
}

/// The value of C's `stdout`.
pub(crate) fn is_stdout(program: &Program, expr: &Expr) -> bool {
    is_stream(program, expr, "stdout")
}

fn is_stream(program: &Program, expr: &Expr, name: &str) -> bool {
    let ExprKind::Load(place) = &expr.kind else { return false };
    matches!(place.kind, PlaceKind::Object(id) if program.object(id).name == name && program.object(id).library)
}

/// The text of a string literal.
fn literal<'p>(program: &'p Program, expr: &Expr) -> Option<&'p [u32]> {
    match &expr.kind {
        ExprKind::AddressOf(place) => match place.kind {
            PlaceKind::Str(at) => {
                let string = &program.strings[at];
                (string.element.int()?.bits == 8).then_some(&string.values)
            }
            _ => None,
        },
        ExprKind::Cast(inner) => literal(program, inner),
        _ => None,
    }
}

fn text(values: &[u32]) -> Option<String> {
    let bytes: Vec<u8> = values.iter().take_while(|value| **value != 0).map(|value| *value as u8).collect();
    String::from_utf8(bytes).ok().filter(|text| !text.contains(|c: char| c as u32 >= 0x10_0000))
}

fn whole(program: &Program, args: &[Expr], at: usize) -> Option<Piece> {
    if let Some(values) = literal(program, &args[at]) {
        return text(values).map(Piece::Text);
    }
    is_string(&args[at]).then(|| Piece::Value { arg: at, how: How::Text, spec: String::new() })
}

fn is_string(arg: &Expr) -> bool {
    arg.ty.pointee().and_then(Type::int).is_some_and(|int| int.bits == 8)
}

fn character(args: &[Expr], at: usize) -> Piece {
    match args[at].constant() {
        Some(value @ 0..=127) => Piece::Text(char::from(value as u8).into()),
        _ => Piece::Value { arg: at, how: How::Char, spec: String::new() },
    }
}

fn format(program: &Program, args: &[Expr], at: usize) -> Option<Vec<Piece>> {
    let format = text(literal(program, args.get(at)?)?)?;
    let mut pieces: Vec<Piece> = vec![];
    let mut next = at + 1;
    let mut rest = format.as_str();
    while let Some(percent) = rest.find('%') {
        push(&mut pieces, &rest[..percent]);
        rest = &rest[percent + 1..];
        if let Some(after) = rest.strip_prefix('%') {
            push(&mut pieces, "%");
            rest = after;
            continue;
        }
        let (directive, after) = Directive::parse(rest)?;
        rest = after;
        let stars = directive.stars();
        let piece = if stars == 0 && !directive.flags.contains([' ', '#']) {
            directive.piece(program, args, next)
        } else {
            None
        };
        match piece.or_else(|| directive.form(args, next, stars))? {
            Piece::Text(text) => push(&mut pieces, &text),
            piece => pieces.push(piece),
        }
        next += stars + 1;
    }
    push(&mut pieces, rest);
    // Arguments that nothing prints would have to be evaluated all the same.
    (next == args.len()).then_some(pieces)
}

fn push(pieces: &mut Vec<Piece>, text: &str) {
    match pieces.last_mut() {
        _ if text.is_empty() => {}
        Some(Piece::Text(last)) => last.push_str(text),
        _ => pieces.push(Piece::Text(text.to_owned())),
    }
}

/// One conversion.
struct Directive<'f> {
    flags: &'f str,
    left: bool,
    zero: bool,
    plus: bool,
    width: &'f str,
    precision: Option<&'f str>,
    length: &'f str,
    kind: char,
}

fn digits(text: &str) -> (&str, &str) {
    if text.starts_with('*') {
        return text.split_at(1);
    }
    text.split_at(text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len()))
}

impl<'f> Directive<'f> {
    fn parse(text: &'f str) -> Option<(Self, &'f str)> {
        let flags = text.find(|c| !"-0+ #".contains(c))?;
        let (flags, text) = text.split_at(flags);
        let (width, text) = digits(text);
        let (precision, text) = match text.strip_prefix('.') {
            Some(text) => {
                let (precision, text) = digits(text);
                (Some(precision), text)
            }
            None => (None, text),
        };
        let (length, text) = text.split_at(text.find(|c| !"hlzjtL".contains(c))?);
        let mut chars = text.chars();
        let kind = chars.next()?;
        let left = flags.contains('-');
        let out = Directive {
            flags,
            left,
            zero: flags.contains('0') && !left,
            plus: flags.contains('+'),
            width,
            precision,
            length,
            kind,
        };
        (width.len() <= 4 && precision.is_none_or(|precision| precision.len() <= 3)).then_some((out, chars.as_str()))
    }

    fn piece(&self, program: &Program, args: &[Expr], at: usize) -> Option<Piece> {
        let arg = args.get(at)?;
        let value = |how, spec| Some(Piece::Value { arg: at, how, spec });
        match self.kind {
            'd' | 'i' | 'u' | 'x' | 'X' | 'o' => {
                let int = self.integer(arg)?;
                if self.precision.is_some() || (self.plus && !int.signed) {
                    return None;
                }
                let suffix = match self.kind {
                    'x' => "x",
                    'X' => "X",
                    'o' => "o",
                    _ => "",
                };
                value(How::Integer(int), self.spec(suffix))
            }
            'c' if self.length.is_empty() && self.precision.is_none() => {
                if self.width.is_empty()
                    && let Some(code @ 1..=127) = arg.constant()
                {
                    return Some(Piece::Text(char::from(code as u8).into()));
                }
                (arg.ty == Type::INT).then_some(())?;
                value(How::Char, self.spec(""))
            }
            's' if self.length.is_empty() => {
                if self.width.is_empty()
                    && self.precision.is_none()
                    && let Some(values) = literal(program, arg)
                {
                    return text(values).map(Piece::Text);
                }
                is_string(arg).then_some(())?;
                value(How::Text, self.spec(""))
            }
            'f' | 'e' | 'g' | 'F' if matches!(self.length, "" | "l") && arg.ty == Type::Double => {
                if self.kind == 'F' {
                    return None;
                }
                let how = if self.kind == 'g' { How::General } else { How::Float };
                value(how, self.spec(if self.kind == 'e' { "e" } else { "" }))
            }
            'f' | 'e' | 'g' | 'F' | 'E' | 'G' | 'a' | 'A' if self.length == "L" && arg.ty == Type::LongDouble => {
                let precision = self.precision.map_or(String::new(), |precision| format!(".{precision}"));
                value(How::Long, format!("%{}{}{precision}L{}", self.flags, self.width, self.kind))
            }
            _ => None,
        }
    }

    /// How many arguments stand for widths and precisions.
    fn stars(&self) -> usize {
        usize::from(self.width == "*") + usize::from(self.precision == Some("*"))
    }

    /// The value in a form that only C has; its `stars` stand before it.
    fn form(&self, args: &[Expr], at: usize, stars: usize) -> Option<Piece> {
        let arg = args.get(at + stars)?;
        args[at..at + stars].iter().all(|star| star.ty == Type::INT).then_some(())?;
        let plain = matches!(self.length, "" | "l");
        let how = match self.kind {
            'd' | 'i' | 'u' | 'x' | 'X' | 'o' => How::Integer(self.integer(arg)?),
            'f' | 'F' | 'e' | 'E' | 'g' | 'G' if plain && arg.ty == Type::Double && !self.flags.contains('#') => {
                How::Float
            }
            'p' if self.length.is_empty() && self.precision.is_none() && arg.ty.is_object_pointer() => How::Pointer,
            's' if self.length.is_empty() && is_string(arg) => How::Text,
            'c' if self.length.is_empty() && self.precision.is_none() && arg.ty == Type::INT => How::Char,
            _ => return None,
        };
        let precision = self.precision.map_or(String::new(), |precision| format!(".{precision}"));
        let spec = format!("{}{}{precision}{}", self.flags, self.width, self.kind);
        Some(Piece::Form { arg: at + stars, how, spec, stars: (at..at + stars).collect() })
    }

    /// The type that the argument is read as, when the argument has that width.
    fn integer(&self, arg: &Expr) -> Option<Int> {
        let has = arg.ty.int()?;
        let bits = match self.length {
            "hh" => 8,
            "h" => 16,
            "" => 32,
            "l" | "ll" | "z" | "j" | "t" => 64,
            _ => return None,
        };
        let passed = if bits < 32 { 32 } else { bits };
        // Of a wider argument the low half is read.
        (has.bits >= passed && has.bits <= 64).then_some(Int { bits, signed: matches!(self.kind, 'd' | 'i') })
    }

    fn spec(&self, suffix: &str) -> String {
        let mut out = String::new();
        if self.left {
            out.push('<');
        } else if matches!(self.kind, 's' | 'c') && !self.width.is_empty() {
            out.push('>');
        }
        if self.plus {
            out.push('+');
        }
        if self.zero && !self.width.is_empty() && !matches!(self.kind, 's' | 'c') {
            out.push('0');
        }
        out.push_str(self.width.trim_start_matches('0'));
        if let Some(precision) = self.precision {
            out.push('.');
            out.push_str(if precision.is_empty() { "0" } else { precision });
        }
        out.push_str(suffix);
        out
    }
}

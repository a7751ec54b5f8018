//! Typed random expressions and small functions.

/// A seeded source of Python code.
pub struct Generator(u64);

impl Generator {
    /// From a seed.
    pub fn new(seed: u64) -> Self {
        Generator(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    fn below(&mut self, n: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % n
    }

    fn pick<'a>(&mut self, all: &[&'a str]) -> &'a str {
        all[self.below(all.len() as u64) as usize]
    }

    /// The function `case_N`: an expression, or a few statements.
    pub fn case(&mut self, n: u64) -> String {
        let body = match self.below(8) {
            0 => self.loop_body(),
            1 => self.list_body(),
            2 => self.dict_body(),
            _ => {
                let depth = 3;
                let value = match self.below(5) {
                    0 => self.int(depth),
                    1 => self.float(depth),
                    2 => self.list(depth),
                    3 => self.boolean(depth),
                    _ => self.text(depth),
                };
                format!("    return {value}\n")
            }
        };
        format!("def case_{n}():\n{body}\n\n")
    }

    fn loop_body(&mut self) -> String {
        let (start, step, test) = (self.int(1), self.int(1), self.boolean(1));
        let op = self.pick(&["+", "-", "*", "^", "|", "&"]);
        let limit = self.below(12);
        format!(
            "    total = {start}\n    for i in range({limit}):\n        total = total {op} (i + {step})\n        if {test} and i > 3:\n            break\n        if total > 10 ** 30:\n            total %= 1000003\n    else:\n        total += 1\n    return total\n"
        )
    }

    fn list_body(&mut self) -> String {
        let (items, value) = (self.list(2), self.int(1));
        let change = match self.below(6) {
            0 => format!("a.append({value})"),
            1 => format!("a.insert({value}, 5)"),
            2 => "a.reverse()".to_string(),
            3 => format!("a[{}] = [1, 2]", self.slice()),
            4 => format!("del a[{}]", self.slice()),
            _ => "a.sort(reverse=True)".to_string(),
        };
        format!("    a = {items}\n    b = a\n    {change}\n    b += [len(a)]\n    return a, b is a, a[::2]\n")
    }

    fn dict_body(&mut self) -> String {
        let (items, key) = (self.list(1), self.text(1));
        format!(
            "    d = {{}}\n    for x in {items}:\n        d[x % 3] = d.get(x % 3, 0) + x\n    d[{key}] = len(d)\n    d.pop(1, None)\n    return d, list(d), sorted(map(str, d))\n"
        )
    }

    fn slice(&mut self) -> String {
        let part = |g: &mut Self| match g.below(3) {
            0 => String::new(),
            1 => g.below(5).to_string(),
            _ => format!("-{}", g.below(4) + 1),
        };
        let (a, b) = (part(self), part(self));
        match self.below(3) {
            0 => format!("{a}:{b}:{}", self.pick(&["-1", "2", "-2", "3"])),
            _ => format!("{a}:{b}"),
        }
    }

    fn int(&mut self, depth: u32) -> String {
        if depth == 0 || self.below(4) == 0 {
            return match self.below(5) {
                0 => format!("(-{})", self.below(1000)),
                1 => format!("{}", self.below(1 << 62)),
                2 => format!("{}", 1u128 << (60 + self.below(60))),
                _ => format!("{}", self.below(20)),
            };
        }
        let d = depth - 1;
        match self.below(12) {
            0..=4 => {
                let op = self.pick(&["+", "-", "*", "//", "%", "&", "|", "^"]);
                format!("({} {op} {})", self.int(d), self.int(d))
            }
            5 => format!("({} {} {})", self.int(d), self.pick(&["<<", ">>"]), self.below(70)),
            6 => format!("len({})", if self.below(2) == 0 { self.text(d) } else { self.list(d) }),
            7 => format!("({} if {} else {})", self.int(d), self.boolean(d), self.int(d)),
            8 => format!("{}({})", self.pick(&["abs", "int", "-", "~", "hash"]), self.int(d)),
            9 => format!("{}.{}({})", self.text(d), self.pick(&["find", "count", "rfind", "index"]), self.text(0)),
            10 => format!("{}({} + [1])", self.pick(&["sum", "max", "min"]), self.list(d)),
            _ => format!("round({}, {})", self.int(d), self.pick(&["0", "-1", "-2"])),
        }
    }

    fn float(&mut self, depth: u32) -> String {
        if depth == 0 || self.below(4) == 0 {
            let text = self.pick(&["0.1", "2.5", "1e16", "1e-7", "3.0", "123456.789", "0.0", "1.5e300", "7.25"]);
            return if self.below(4) == 0 { format!("(-{text})") } else { text.to_string() };
        }
        let d = depth - 1;
        match self.below(8) {
            0..=3 => {
                let op = self.pick(&["+", "-", "*", "/", "//", "%"]);
                format!("({} {op} {})", self.float(d), if self.below(2) == 0 { self.float(d) } else { self.int(0) })
            }
            4 => format!("({} / {})", self.int(d), self.int(d)),
            5 => format!("round({}, {})", self.float(d), self.below(5)),
            6 => format!("abs({})", self.float(d)),
            _ => format!("float({})", self.int(0)),
        }
    }

    fn boolean(&mut self, depth: u32) -> String {
        let d = depth.saturating_sub(1);
        match self.below(7) {
            0 => self.pick(&["True", "False"]).to_string(),
            1 | 2 => format!("({} {} {})", self.int(d), self.pick(&["<", "<=", "==", "!=", ">", ">="]), self.int(d)),
            3 => format!("({} {} {})", self.text(d), self.pick(&["<", "==", "in", "not in", ">="]), self.text(d)),
            4 => format!("({} < {} <= {})", self.int(d), self.float(d), self.int(d)),
            5 => format!(
                "{}.{}()",
                self.text(d),
                self.pick(&["isalpha", "isdigit", "isupper", "isspace", "istitle", "isalnum"])
            ),
            _ => format!("(not {})", self.list(d)),
        }
    }

    fn list(&mut self, depth: u32) -> String {
        if depth == 0 || self.below(3) == 0 {
            let n = self.below(5);
            let items: Vec<String> = (0..n).map(|_| self.int(0)).collect();
            return format!("[{}]", items.join(", "));
        }
        let d = depth - 1;
        match self.below(7) {
            0 => format!("({} + {})", self.list(d), self.list(d)),
            1 => format!("{}[{}]", self.list(d), self.slice()),
            2 => format!("sorted({}, key=lambda v: (v % 7, v))", self.list(d)),
            3 => format!("[v * 2 for v in {} if v % 2]", self.list(d)),
            4 => format!("({} * {})", self.list(d), self.below(4)),
            5 => format!("list(reversed({}))", self.list(d)),
            _ => format!("list(range({}, {}, {}))", self.below(10), self.below(20), self.pick(&["1", "2", "-1", "3"])),
        }
    }

    fn text(&mut self, depth: u32) -> String {
        if depth == 0 || self.below(4) == 0 {
            return self
                .pick(&[
                    "'abc'",
                    "''",
                    "'Hello World'",
                    "'a,b,,c'",
                    "\"it's\"",
                    "'é€x'",
                    "'  pad '",
                    "'12'",
                    "'aXbXc'",
                    "'tab\\tx'",
                ])
                .to_string();
        }
        let d = depth - 1;
        match self.below(12) {
            0 => format!("({} + {})", self.text(d), self.text(d)),
            1 => format!("{}[{}]", self.text(d), self.slice()),
            2 => format!("({} * {})", self.text(d), self.below(4)),
            3 => format!(
                "{}.{}()",
                self.text(d),
                self.pick(&["upper", "lower", "title", "swapcase", "strip", "capitalize", "lstrip"])
            ),
            4 => format!("{}.{}({})", self.text(d), self.pick(&["center", "ljust", "rjust", "zfill"]), self.below(12)),
            5 => format!("{}.replace({}, {})", self.text(d), self.text(0), self.text(0)),
            6 => format!("'-'.join({}.split({}))", self.text(d), self.pick(&["", "','", "'X'", "None, 1"])),
            7 => self.int_format(d),
            8 => self.float_format(d),
            9 => format!("'{}' % ({},)", self.pick(&["%5d", "%-6d|", "%05d", "%x", "%+d", "%o", "%8.3d"]), self.int(d)),
            10 => format!("'{}' % ({},)", self.pick(&["%.2f", "%8.3e", "%g", "%-10.1f|", "%+.0f"]), self.float(d)),
            _ => format!(
                "{}({})",
                self.pick(&["str", "repr", "ascii"]),
                if self.below(2) == 0 { self.text(d) } else { self.list(d) }
            ),
        }
    }

    fn int_format(&mut self, depth: u32) -> String {
        let spec = self.pick(&[
            "", "d", ",", "_", "x", "#x", "#b", "08d", ">12", "<12", "^12", "*^14", "+d", " d", "+,", "012,", "e",
            ".3f", "%", "o", "#o", "X", "=+10",
        ]);
        format!("format({}, '{spec}')", self.int(depth))
    }

    fn float_format(&mut self, depth: u32) -> String {
        let spec = self.pick(&[
            "", ".2f", ".0f", "e", ".3e", "g", ".4g", "10.3f", "<12.2f", "^12", "+.1f", ",.2f", "08.2f", "%", ".1%",
            "n", "#.3g", "_.2f", "E", "G", ".10",
        ]);
        format!("f'{{{}:{spec}}}'", self.float(depth))
    }
}

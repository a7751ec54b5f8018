//! Random small scripts for the core that bash and dash agree on: expansions, quoting, control flow, arithmetic, parameter
//! operators, patterns, here-documents, functions, subshells, pipelines. The same seed gives the same script.

#[path = "generate_bash.rs"]
mod bash;
#[path = "generate_more.rs"]
mod more;
#[path = "generate_wide.rs"]
mod wide;

/// A script under construction.
pub struct Generator {
    state: u64,
    depth: u32,
    loops: u32,
    counter: u32,
    in_function: bool,
    bash_only: bool,
}

const VARS: &[&str] = &["a", "b", "c", "d", "e", "n", "m", "path"];
const NUMBERS: &[&str] = &["n", "m"];
const TEXTS: &[&str] = &[
    "x",
    "foo",
    "bar baz",
    "a:b:c",
    "/usr/local/lib",
    "file.tar.gz",
    "",
    "  lead",
    "trail  ",
    "a  b",
    "1",
    "-n",
    "*",
    "?",
    "[a-c]",
    "abcabc",
    "$",
    "it",
    "A1b2",
    "-",
    "=",
    "a=b",
    "x,y,z",
    "~",
    "#h",
    "5",
    "00",
    "tab\\tx",
    "back\\\\slash",
    "%s",
    "!",
];
const PATTERNS: &[&str] = &[
    "*",
    "?",
    "a*",
    "*a",
    "*b*",
    "[a-c]*",
    "[!a]*",
    "*.gz",
    "*/",
    "/*",
    "*:",
    ":*",
    "f?o",
    "x",
    "",
    "*[0-9]*",
    "[[:alpha:]]*",
    "b?r*",
    "'*'",
    "\"$a\"",
    "$b",
    "*o",
    "??",
    "[]]*",
    "a|b",
    "\\*",
    "*[!a-z]",
    "[x-z]",
    "*' '*",
];

impl Generator {
    /// For a seed.
    pub fn new(seed: u64) -> Self {
        let state = (seed + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
        Generator { state, depth: 0, loops: 0, counter: 0, in_function: false, bash_only: false }
    }

    fn below(&mut self, most: usize) -> usize {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        ((self.state >> 11) % most as u64) as usize
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.below(from.len())]
    }

    fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// A whole script.
    pub fn script(&mut self) -> String {
        let mut out = String::from(if self.bash_only { "shopt -s extglob\n" } else { "" });
        for name in VARS {
            if NUMBERS.contains(name) {
                out.push_str(&format!("{name}={}\n", self.below(12)));
            } else if self.chance(85) {
                let text = self.pick(TEXTS).to_string();
                out.push_str(&format!("{name}={}\n", single(&text)));
            }
        }
        let args: Vec<String> = (0..self.below(4)).map(|_| single(self.pick(TEXTS))).collect();
        out.push_str(&format!("set -- {}\n", args.join(" ")));
        if self.chance(60) {
            self.in_function = true;
            let body = self.block(2);
            self.in_function = false;
            out.push_str(&format!("g() {{ echo \"g:$#:$1\"; return 3; }}\nf() {{\n{body}}}\n"));
        } else {
            out.push_str("f() { echo \"f:$#:$1\"; return 3; }\n");
        }
        if self.chance(15) {
            let ifs = self.pick(&[":", ",", " ", ": ", "", "ab", "/"]).to_string();
            out.push_str(&format!("IFS='{ifs}'\n"));
        }
        for _ in 0..3 + self.below(4) {
            out.push_str(&self.statement());
        }
        out.push_str("echo \"end:$?:$a:$b:$n:$#\"\n");
        out
    }

    /// A function to call: never the one that calls.
    fn function(&self) -> &'static str {
        if self.in_function { "g" } else { "f" }
    }

    fn block(&mut self, most: usize) -> String {
        self.depth += 1;
        let mut out = String::new();
        for _ in 0..=self.below(most) {
            for line in self.statement().lines() {
                out.push_str(line);
                out.push('\n');
            }
        }
        self.depth -= 1;
        out
    }

    fn statement(&mut self) -> String {
        let deep = self.depth >= 3;
        if self.bash_only && self.chance(40) {
            return self.bash_statement();
        }
        if !deep && self.chance(30) {
            return if self.chance(50) { self.wide() } else { self.more() };
        }
        match self.below(if deep { 12 } else { 30 }) {
            0..=2 => format!("printf '<%s>' {}; echo\n", self.words()),
            3 => format!("echo {}\n", self.words()),
            4 | 5 => self.assignment(),
            6 => format!("n=$(({}))\necho \"n=$n\"\n", self.arith(2)),
            7 => format!("{}\necho \"st=$?\"\n", self.condition()),
            8 => self.listing(),
            9 => self.small(),
            10 => format!("{} {}; echo \"r=$?\"\n", self.function(), self.words()),
            11 => format!("x={}; echo \"[$x]\"\n", self.word()),
            12..=14 => self.if_statement(),
            15 | 16 => self.for_loop(),
            17 => self.while_loop(),
            18 | 19 => self.case(),
            20 => self.here_document(),
            21 => self.pipeline(),
            22 => format!("( {}\n)\necho \"sub=$?\"\n", self.block(2).trim_end()),
            23 => format!("{{ {}\n}} > out.txt; cat out.txt\n", self.block(1).trim_end()),
            24 => self.read(),
            25 => format!("v=$( {}\n)\necho \"v=$v:$?\"\n", self.block(1).trim_end()),
            26 => self.errexit(),
            27 => self.getopts(),
            28 => format!("eval {}\n", single(self.statement().trim_end())),
            _ => self.trap(),
        }
    }

    fn small(&mut self) -> String {
        match self.below(9) {
            0 => {
                "shift 2>/dev/null || echo noshift\n".replace("shift 2>/dev/null", "[ $# -gt 0 ] && shift").to_string()
            }
            1 => format!("set -- {}\necho \"$#\"\n", self.words()),
            2 => format!("unset {}\n", self.pick(&["a", "b", "c", "e"])),
            3 if self.in_function => format!("local {}={}\n", self.pick(&["a", "b", "z"]), self.quoted()),
            4 if self.in_function => format!("return {}\n", self.below(4)),
            5 if self.loops > 0 => {
                self.pick(&["break\n", "continue\n", "[ $n -gt 3 ] && break\n", "break 2\n"]).to_string()
            }
            6 => "echo \"$?\"\n".to_string(),
            7 => format!(": ${{{}:={}}}\n", self.pick(&["a", "e", "zz"]), self.operand()),
            _ => format!("a=$a{}\n", self.word()),
        }
    }

    fn assignment(&mut self) -> String {
        let name = self.pick(&["a", "b", "c", "d", "e"]);
        format!("{name}={}\n", self.word())
    }

    fn words(&mut self) -> String {
        let count = 1 + self.below(3);
        (0..count).map(|_| self.word()).collect::<Vec<_>>().join(" ")
    }

    /// A word of one to three parts.
    fn word(&mut self) -> String {
        let parts = 1 + self.below(3).min(self.below(3));
        (0..parts).map(|_| self.part()).collect()
    }

    fn part(&mut self) -> String {
        match self.below(12) {
            0 | 1 => self.pick(&["x", "foo", "a.b", "1", "k=v", "-", "z_z", "%", "+"]).to_string(),
            2 => single(self.pick(TEXTS)),
            3..=5 => self.quoted(),
            6 | 7 => format!("${}", self.pick(VARS)),
            8 => self.parameter(false),
            9 => self.substitution(),
            10 => format!("$(({}))", self.arith(1)),
            _ => self
                .pick(&["\"$@\"", "$*", "\"$*\"", "$#", "$@", "\\$", "\\ ", "\"\"", "''", "$1", "\"$1\"", "\\\\"])
                .to_string(),
        }
    }

    fn quoted(&mut self) -> String {
        let mut out = String::from("\"");
        for _ in 0..=self.below(2) {
            let part = match self.below(7) {
                0 => self.pick(&["x", "a b", "  ", "*", "'", "\\$", "\\\"", "\\\\", ";", "#"]).to_string(),
                1 | 2 => format!("${{{}}}", self.pick(VARS)),
                3 => self.parameter(true),
                4 => self.substitution(),
                5 => format!("$(({}))", self.arith(1)),
                _ => format!("${}", self.pick(VARS)),
            };
            out.push_str(&part);
        }
        out.push('"');
        out
    }

    fn parameter(&mut self, quoted: bool) -> String {
        let name = self.pick(&["a", "b", "c", "d", "e", "path", "1", "2", "zz"]);
        match self.below(8) {
            0 => format!("${{#{name}}}"),
            1 | 2 => {
                let op = self.pick(&["-", ":-", "+", ":+"]);
                let word = if quoted { self.plain_operand() } else { self.operand() };
                format!("${{{name}{op}{word}}}")
            }
            3 => format!("${{{}:={}}}", self.pick(&["a", "e", "zz"]), self.plain_operand()),
            _ => {
                let op = self.pick(&["#", "##", "%", "%%"]);
                format!("${{{name}{op}{}}}", self.pattern())
            }
        }
    }

    fn plain_operand(&mut self) -> String {
        self.pick(&["x", "", "a b", "$b", "${c}", "$n", "y z", "$(echo q)"]).to_string()
    }

    fn operand(&mut self) -> String {
        match self.below(5) {
            0 => self.quoted(),
            1 => single(self.pick(&["a b", "*", "x"])),
            _ => self.plain_operand(),
        }
    }

    fn pattern(&mut self) -> String {
        self.pick(&[
            "*",
            "?",
            "a*",
            "*a",
            "*b",
            "[a-c]",
            "[!a]",
            "*.",
            ".*",
            "*/",
            "/*",
            "*:",
            ":*",
            "f?",
            "x",
            "*[0-9]",
            "' '*",
            "\"$b\"",
            "$b",
            "*o",
            "??",
            "[[:alpha:]]",
            "\\*",
            "\"*\"",
        ])
        .to_string()
    }

    fn substitution(&mut self) -> String {
        let command = match self.below(6) {
            0 => "echo hi".to_string(),
            1 => "printf '%s\\n' a b".to_string(),
            2 => format!("echo ${}", self.pick(VARS)),
            3 => "exit 3".to_string(),
            4 => format!("printf '%s' \"${}\"", self.pick(VARS)),
            _ => format!("{} q; echo t", self.function()),
        };
        if self.chance(15) && !command.contains(['\\', '$']) { format!("`{command}`") } else { format!("$({command})") }
    }

    fn arith(&mut self, depth: u32) -> String {
        if depth == 0 || self.chance(30) {
            return match self.below(5) {
                0 => self.pick(&["n", "m", "$n", "$m"]).to_string(),
                1 => format!("${{#{}}}", self.pick(&["a", "b"])),
                2 => self.pick(&["0x1f", "010", "0", "1", "$#"]).to_string(),
                _ => self.below(20).to_string(),
            };
        }
        let (left, right) = (self.arith(depth - 1), self.arith(depth - 1));
        match self.below(9) {
            0 => format!("{left} / ({right} + 1 + 20 * ({right} < 0) - 2 * ({right} == -1))").replace("/ (", "/ (1 + "),
            1 => format!("({left} > {right} ? {left} : {right})"),
            2 => format!("-{left}").replace("--", "- -"),
            3 => format!("!({left})"),
            4 => format!("~{left}"),
            _ => {
                let op = self.pick(&["+", "-", "*", "<", ">", "<=", ">=", "==", "!=", "&&", "||", "&", "|", "^"]);
                format!("({left} {op} {right})")
            }
        }
    }

    fn condition(&mut self) -> String {
        match self.below(12) {
            0 => format!("[ {} = {} ]", self.quoted(), self.quoted()),
            1 => format!("[ \"$n\" {} {} ]", self.pick(&["-eq", "-ne", "-lt", "-gt", "-le", "-ge"]), self.below(10)),
            2 => format!("[ {} {} ]", self.pick(&["-z", "-n"]), self.quoted()),
            3 => format!("[ {} != {} ]", self.quoted(), single(self.pick(TEXTS))),
            4 => self.pick(&["true", "false", ":", "(exit 2)", "! true", "! false"]).to_string(),
            5 => format!("{} && {}", self.condition_atom(), self.condition_atom()),
            6 => format!("{} || {}", self.condition_atom(), self.condition_atom()),
            7 => format!("! {}", self.condition_atom().trim_start_matches("! ")),
            8 => format!("test {}", self.quoted()),
            9 => format!("[ -{} /{} ]", self.pick(&["d", "f", "e", "x"]), self.pick(&["", "tmp", "nope", "bin/sh"])),
            10 => format!("[ \"$#\" -gt {} ]", self.below(3)),
            _ => format!("case ${} in {}) true;; *) false;; esac", self.pick(VARS), self.pattern()),
        }
    }

    fn condition_atom(&mut self) -> String {
        if self.chance(12) {
            return format!("{} x", self.function());
        }
        self.pick(&["true", "false", "[ $n -gt 4 ]", "[ -n \"$a\" ]", "(exit 3)", "[ \"$a\" = \"$b\" ]", "! true"])
            .to_string()
    }

    /// `a && b || c` as a statement.
    fn listing(&mut self) -> String {
        let (a, b) = (self.condition_atom(), self.condition_atom());
        let (x, y) = (self.pick(&["&&", "||"]), self.pick(&["&&", "||"]));
        match self.below(3) {
            0 => format!("{a} {x} echo yes {y} echo no\necho \"l=$?\"\n"),
            1 => format!("{a} {x} {b} {y} echo z\necho \"l=$?\"\n"),
            _ => format!("{{ {a}; echo \"in=$?\"; }} {x} {b}; echo \"l=$?\"\n"),
        }
    }

    fn if_statement(&mut self) -> String {
        let mut out = format!("if {}; then\n{}", self.condition(), self.block(2));
        if self.chance(40) {
            out.push_str(&format!("elif {}; then\n{}", self.condition(), self.block(1)));
        }
        if self.chance(60) {
            out.push_str(&format!("else\n{}", self.block(2)));
        }
        out + "fi\n"
    }

    fn for_loop(&mut self) -> String {
        let list = match self.below(4) {
            0 => String::new(),
            1 => " in \"$@\"".to_string(),
            _ => format!(" in {}", self.words()),
        };
        self.loops += 1;
        let body = self.block(2);
        self.loops -= 1;
        let name = self.pick(&["i", "j", "a"]);
        format!("for {name}{list}; do\necho \"{name}=${name}\"\n{body}done\n")
    }

    fn while_loop(&mut self) -> String {
        self.counter += 1;
        let name = format!("w{}", self.counter);
        self.loops += 1;
        let body = self.block(1);
        self.loops -= 1;
        let most = 1 + self.below(4);
        let kind = if self.chance(70) {
            format!("while [ ${name} -lt {most} ]")
        } else {
            format!("until [ ${name} -ge {most} ]")
        };
        format!("{name}=0\n{kind}; do\n{name}=$(({name} + 1))\n{body}done\necho \"w=${name}\"\n")
    }

    fn case(&mut self) -> String {
        let mut out =
            format!("case {} in\n", if self.chance(50) { self.quoted() } else { format!("${}", self.pick(VARS)) });
        for _ in 0..=self.below(3) {
            let mut pattern = self.pick(PATTERNS).to_string();
            if pattern.is_empty() {
                pattern = "''".into();
            }
            if self.chance(30) {
                let other = self.pattern();
                pattern = format!("{pattern}|{other}");
            }
            out.push_str(&format!("{pattern}) {}\n;;\n", self.block(1).trim_end()));
        }
        if self.chance(50) {
            out.push_str("*) echo other ;;\n");
        }
        out + "esac\necho \"c=$?\"\n"
    }

    fn here_document(&mut self) -> String {
        let delimiter = self.pick(&["EOF", "'EOF'", "\"EOF\""]);
        let dash = if self.chance(25) { "-" } else { "" };
        let tab = if dash.is_empty() { "" } else { "\t" };
        let mut body = String::new();
        for _ in 0..=self.below(2) {
            let line = match self.below(6) {
                0 => "plain text".to_string(),
                1 => format!("${} and \"${}\"", self.pick(VARS), self.pick(VARS)),
                2 => format!("{} x", self.substitution()),
                3 => format!("$(({})) \\$a \\\\", self.arith(1)),
                4 => self.parameter(true),
                _ => "it's 'q' \\n \\x".to_string(),
            };
            body.push_str(&format!("{tab}{line}\n"));
        }
        let reader = self.pick(&["cat", "while read -r l; do echo \"<$l>\"; done"]);
        format!("{reader} <<{dash}{delimiter}\n{body}{tab}EOF\n")
    }

    fn pipeline(&mut self) -> String {
        match self.below(6) {
            0 => format!("printf '%s\\n' {} | while read -r l; do echo \"<$l>\"; done\n", self.words()),
            1 => format!("echo {} | cat\n", self.words()),
            2 => "echo b | { read -r a; echo \"in=$a\"; }; echo \"a=$a\"\n".to_string(),
            3 => {
                let (a, b) = (self.condition_atom(), self.condition_atom());
                format!("{a} | {}; echo \"p=$?\"\n", b.trim_start_matches("! "))
            }
            4 => format!("printf '%s\\n' c a b | sort | tr a-c A-C; echo {}\n", self.word()),
            _ => format!("! echo {} | grep -q x; echo \"p=$?\"\n", self.quoted()),
        }
    }

    fn read(&mut self) -> String {
        let line = self.pick(&["a b c", "  x  y  ", "a:b::c", "one", "", "a\\\\tb c", ":x", "1,2,3"]);
        let option = if self.chance(60) { "-r " } else { "" };
        let names = self.pick(&["r1", "r1 r2", "r1 r2 r3"]);
        let ifs = self.pick(&["", "IFS= ", "IFS=: ", "IFS=, ", "IFS=': ' "]);
        format!("{ifs}read {option}{names} <<EOF\n{line}\nEOF\necho \"r=$?:$r1:${{r2-u}}:${{r3-u}}\"\n")
    }

    fn errexit(&mut self) -> String {
        let body = match self.below(7) {
            0 => format!("{}; echo after", self.condition_atom()),
            1 => format!("if {}; then echo t; fi; echo after", self.condition_atom()),
            2 => format!("{} && echo t; echo after", self.condition_atom()),
            3 => format!("{} z; {}; echo after", self.function(), self.condition_atom()),
            4 => "x=$(false); echo after".to_string(),
            5 => format!("{} || false; echo after", self.condition_atom()),
            _ => format!("{{ {}; }}; echo after", self.condition_atom()),
        };
        format!("(set -e; {body})\necho \"e=$?\"\n")
    }

    fn getopts(&mut self) -> String {
        let args = self.pick(&["-a -b v rest", "-ab v", "-b", "-x", "-a -- -b", "rest -a", "-bv -a", ""]);
        let colon = if self.chance(70) { ":" } else { "" };
        format!(
            "OPTIND=1\nwhile getopts {colon}ab: o {args}; do echo \"o=$o:${{OPTARG-}}\"; done 2>/dev/null\necho \"i=$OPTIND\"\n"
        )
    }

    fn trap(&mut self) -> String {
        format!(
            "(trap 'echo \"bye=$?\"' EXIT; {}; echo in; exit {})\necho \"t=$?\"\n",
            self.condition_atom(),
            self.below(5)
        )
    }
}

/// Text within single quotes.
fn single(text: &str) -> String {
    format!("'{}'", text.replace('\'', "'\\''"))
}

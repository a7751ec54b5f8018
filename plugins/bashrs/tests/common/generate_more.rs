//! Still more statements of random scripts: functions that nest, patterns with classes, lists of arguments, nested expansions, groups
//! and conditions within each other, here-documents in functions and loops, statuses of everything.

use super::{Generator, VARS, single};

const CLASSES: &[&str] = &[
    "[[:upper:]]*",
    "[[:digit:]]",
    "*[[:space:]]*",
    "[!a-f]*",
    "[a-cx-z]?*",
    "[^a]*",
    "*[[:punct:]]",
    "?[[:alnum:]]*",
    "[[:lower:][:digit:]]*",
    "[-a]*",
    "[a-]*",
    "*\\**",
    "\\[*",
    "[[]*",
    "*.[ch]",
    "\"$a\"*",
    "*\"$b\"",
    "'a b'",
    "a\\ b",
    "-*",
    "=*",
    "$a",
    "${b}*",
    "$(echo a)*",
    "*$n*",
];

impl Generator {
    /// A statement of sh.
    pub(super) fn more(&mut self) -> String {
        match self.below(18) {
            0 | 1 => self.classes(),
            2 => self.scopes(),
            3 => self.loops_in_loops(),
            4 => self.nested_substitution(),
            5 => self.function_status(),
            6 => self.list_of_arguments(),
            7 => self.operators(),
            8 => self.operand_forms(),
            9 => self.printed(),
            10 => self.redirected_blocks(),
            11 => self.strict(),
            12 => self.trapped(),
            13 => self.option_loop(),
            14 => self.split_reads(),
            15 => self.lookups(),
            16 => self.tool_forms(),
            _ => self.tests_of_files(),
        }
    }

    fn classes(&mut self) -> String {
        let (one, two, three) = (self.pick(CLASSES), self.pick(CLASSES), self.pick(CLASSES));
        let word = match self.below(4) {
            0 => format!("${}", self.pick(VARS)),
            1 => self.quoted(),
            2 => self.word(),
            _ => single(self.pick(&["Abc", "7", "a b", "x.c", "-v", "[x]", "*", "ab*c", "=", "a-", "", "z9", "\\"])),
        };
        match self.below(3) {
            0 => format!("case {word} in {one}|{two}) echo A;; ({three}) echo B;; *) echo C; esac\n"),
            1 => format!(
                "for q in Abc 7 'a b' x.c -v '[x]' '*' a- \"$a\"; do case $q in {one}) echo \"1 $q\";; {two}) echo \"2 $q\";; esac; done\n"
            ),
            _ => {
                let name = self.pick(VARS);
                format!("q=${{{name}#{one}}}; r=${{{name}%%{two}}}; echo \"<$q|$r|${{{name}##{three}}}>\"\n")
            }
        }
    }

    fn scopes(&mut self) -> String {
        let value = self.quoted();
        match self.below(6) {
            0 => format!(
                "s1() {{ local a b=2; a={value}; s2; echo \"$a:$b\"; }}; s2() {{ a=s2; b=$b.; }}; s1; echo \"$a:$b\"\n"
            ),
            1 => format!("s1() {{ local a; echo \"${{a-unset}}\"; }}; s1 | cat; a={value}; s1 | tr a-c A-C\n")
                .replace("local a;", "local a=;"),
            2 => format!(
                "s1() {{ local n=$(( $1 + 1 )); [ $n -gt 3 ] && {{ echo \"deep $n\"; return $n; }}; s1 $n; local r=$?; echo \"$n $r\"; return $r; }}; s1 {}; echo $?\n",
                self.below(4)
            ),
            3 => format!("s1() ( a={value}; echo \"$a\"; exit 3 ); s1; echo \"$? $a\"\n"),
            4 => "s1() { for n in 1 2 3; do s2 $n || return 7; done; }; s2() { [ $1 -ne 2 ]; }; s1; echo \"$?:$n\"\n"
                .to_string(),
            _ => format!(
                "s1() {{ if [ $# -eq 0 ]; then return; fi; local q=$1; shift; s1 \"$@\"; echo \"$q$#\"; }}; s1 {}\n",
                self.words()
            ),
        }
    }

    fn loops_in_loops(&mut self) -> String {
        let jump = self.pick(&["break", "continue", "break 2", "continue 2", ":", "return 4", "exit 5"]);
        let when = self.pick(&[
            "[ $u = 2 ]",
            "[ $t$u = b1 ]",
            "case $u in [23]) true;; *) false;; esac",
            "test $t != a",
            "false",
        ]);
        let inner = match self.below(3) {
            0 => format!("for u in 1 2 3; do if {when}; then {jump}; fi; echo $t$u; done"),
            1 => format!("u=0; while [ $u -lt 3 ]; do u=$((u+1)); {when} && {jump}; echo $t$u; done"),
            _ => format!("u=0; until [ $u -ge 3 ]; do u=$((u+1)); {when} || echo $t$u; {when} && {jump}; done"),
        };
        match self.below(3) {
            0 => format!("l1() {{ for t in a b; do {inner}; echo \"t$t\"; done; echo end; }}; (l1); echo $?\n"),
            1 => format!("(l1() {{ for t in a b; do {inner}; done; }}; l1; echo \"r$?\")\n"),
            _ => format!("(l1() {{ printf '%s\\n' a b | while read -r t; do {inner}; done; echo \"p$?\"; }}; l1)\n"),
        }
    }

    fn nested_substitution(&mut self) -> String {
        let (word, text) = (self.word(), self.quoted());
        match self.below(6) {
            0 => format!("echo \"$(echo \"$(echo {text})\")\" $(echo $(echo {word}))\n"),
            1 => format!("x=$(x=$(echo {text}; exit 3); echo \"$?:$x\"); echo \"$x\"\n"),
            2 => "echo `echo a \\`echo b\\`` \"`echo \"c d\"`\"\n".to_string(),
            3 => format!("x=$(for i in 1 2; do case $i in 1) echo one;; *) echo {word};; esac; done); echo \"$x\"\n"),
            4 => format!("x=$(cat <<E\n$(echo {word}) ${{a:-$(echo d)}}\nE\n); echo \"$x\"\n"),
            _ => format!("x=${{zz:-$(echo {word} | tr a-z A-Z)}}$(( $(echo 3) + ${{#x}} )); echo \"$x\"\n"),
        }
    }

    fn function_status(&mut self) -> String {
        let (c, d) = (self.condition_atom(), self.condition_atom());
        match self.below(6) {
            0 => format!("t1() {{ {c}; }}; t1; echo $?; if t1; then echo y; else echo n; fi; t1 && echo a || echo b\n"),
            1 => format!("t1() {{ {c} && return; {d}; return $?; }}; t1; echo $?; ! t1; echo $?\n"),
            2 => {
                format!("t1() {{ return {}; echo never; }}; t1; x=$?; t1 || echo \"or $?\"; echo $x\n", self.below(300))
            }
            3 => format!("t1() if {c}; then echo in; else return 6; fi; t1; echo $?\n"),
            4 => format!(
                "t1() {{ {c}; }} >/dev/null; t1; echo $?; while t1; do echo w; break; done; until t1; do echo u; break; done\n"
            ),
            _ => format!("t1() case $1 in a) {c};; *) {d};; esac; t1 a; echo $?; t1 b; echo $?\n"),
        }
    }

    fn list_of_arguments(&mut self) -> String {
        let words = self.words();
        match self.below(7) {
            0 => format!("c1() {{ printf '%s;' $# \"$@\"; echo; }}; c1 {words}; c1 \"a$@b\" x; c1 $@ \"$*\"\n"),
            1 => format!("set -- {words}; IFS=-; echo \"$*\" $*; IFS=' \t\n'\n"),
            2 => format!(
                "set -- {words}; for q do [ \"$q\" = x ] && continue; set -- \"$@\" \"$q.\"; shift; done; printf '<%s>' \"$@\"; echo\n"
            ),
            3 => format!(
                "set -- {words}; echo \"${{#}} ${{#1}} ${{1%?}} ${{1:-none}} ${{2+two}} $0\" | sed 's/ [^ ]*$//'\n"
            ),
            4 => format!(
                "set -- {words} end; eval \"last=\\${{$#}}\"; echo \"$last\"; shift $(($# - 1)); echo \"$1 $#\"\n"
            ),
            5 => format!("q=; for w in {words}; do q=\"$q${{q:+,}}$w\"; done; echo \"$q\"\n"),
            _ => format!("set -- {words}; n=0; for q in \"$@\" '' \"$*\"; do n=$((n+1)); echo \"$n:$q\"; done\n"),
        }
    }

    fn operators(&mut self) -> String {
        let (x, y) = (self.below(40) as i64 - 20, self.below(9) as i64 + 1);
        let op = self
            .pick(&["+", "-", "*", "/", "%", "<<", ">>", "&", "|", "^", "&&", "||", "<", "<=", "==", "!=", ">", ">="]);
        let (l, r) = if op.len() == 2 && (op == "<<" || op == ">>") { (x.abs(), y) } else { (x, y) };
        match self.below(6) {
            0 => format!("x={l} y={r}; echo $((x {op} y)) $(( $x {op} $y )) $((x{op}y)) $((({l}){op}{r}))\n"),
            1 => format!("x={l}; echo $((x {op} {r} ? x : {r})) $((!x + ~x)) $((-x)) $((+x))\n"),
            2 => format!("x={l}; : $((x = x {op} {r})); echo $x $((x = 4, x)) 2>/dev/null; echo $x\n")
                .replace(" $((x = 4, x)) 2>/dev/null", ""),
            3 => format!("x={l}; y=x; echo $((x * 2 - y)) $((y)) \"$((x > 0 && x < 10 || x == {l}))\"\n")
                .replace("y=x", "y=3"),
            4 => format!("i=0; s=0; while [ $((i += 1)) -le {r} ]; do s=$((s + i {op} 2)); done; echo $s $i\n")
                .replace("i / 2", "(i + 1) / 2"),
            _ => format!("x=0x{:x}; y=0{}; echo $((x)) $((y)) $((x + y)) $(( ( x ) {op} (3) ))\n", x.abs(), y % 8),
        }
    }

    fn operand_forms(&mut self) -> String {
        let name = self.pick(&["a", "b", "zz", "e", "1", "3", "@", "*"]);
        let op = self.pick(&["-", ":-", "+", ":+"]);
        let word = self.pick(&[
            "a b",
            "\"a b\"",
            "'a b'",
            "\\$x",
            "$a",
            "\"$a\"",
            "$@",
            "\"$@\"",
            "${b:-c d}",
            "`echo q r`",
            "a\\ b",
            "*",
            "\"*\"",
            "~",
            "{x",
            "x\"y z\"w",
            "\"\"",
        ]);
        match self.below(5) {
            0 => format!("printf '<%s>' ${{{name}{op}{word}}}; echo\n"),
            1 => format!("printf '<%s>' \"${{{name}{op}{word}}}\"; echo\n")
                .replace("'a b'", "a  b")
                .replace("\"*\"", "*"),
            2 => format!("x=${{{name}{op}{word}}}; echo \"$x\"\n"),
            3 => format!("for q in p${{{name}{op}{word}}}s; do echo \"[$q]\"; done\n"),
            _ => format!("case ${{{name}{op}{word}}} in a*) echo a;; '') echo none;; *) echo o;; esac\n"),
        }
    }

    fn printed(&mut self) -> String {
        let spec = self.pick(&[
            "%s",
            "%10s",
            "%-10s|",
            "%.3s",
            "%-8.2s|",
            "%c",
            "%b",
            "%%",
            "%5d",
            "%-5d|",
            "%05d",
            "%+d",
            "%x",
            "%X",
            "%#x",
            "%o",
            "%#o",
            "%u",
            "%i",
            "%3d:%-3d|",
            "%s=%d",
            "\\t%s\\n",
            "%*d",
            "%-*d|",
            "%.*s",
            "% d",
            "%5.3d",
        ]);
        let stars = spec.matches('*').count();
        let mut args: Vec<String> = vec![];
        for _ in 0..self.below(4) {
            if stars > 0 {
                args.push(self.below(8).to_string());
            }
            args.push(
                self.pick(&[
                    "1",
                    "42",
                    "-7",
                    "0",
                    "007",
                    "0x10",
                    "'abc'",
                    "''",
                    "\"$a\"",
                    "x",
                    "$n",
                    "'a b'",
                    "'\"A'",
                    "2147483648",
                    "' 5'",
                ])
                .to_string(),
            );
        }
        format!("printf '{spec}\\n' {} 2>/dev/null; echo \"$?\"\n", args.join(" "))
    }

    fn redirected_blocks(&mut self) -> String {
        let word = self.word();
        match self.below(8) {
            0 => format!("for q in 1 2; do echo \"$q\" {word}; done > r.txt; cat r.txt\n"),
            1 => format!("if [ -f r.txt ]; then cat; else echo none; fi < /dev/null; echo {word} > r.txt; [ -s r.txt ] && echo some\n"),
            2 => "exec 5> r.txt; for q in a b; do echo $q >&5; done; exec 5>&-; exec 6< r.txt; read x <&6; read y <&6; exec 6<&-; echo \"$x$y\"\n".to_string(),
            3 => format!("{{ echo {word}; }} 2>&1 > r.txt; cat < r.txt; {{ cat; echo t; }} < r.txt | sed 's/^/>/'\n"),
            4 => "while read -r x && read -r y; do echo \"$y,$x\"; done <<E\n1\n2\n3\n4\n5\nE\necho \"$x:$y\"\n".to_string(),
            5 => format!("r1() {{ cat <<-E\n\t$1\n\t\t{}\n\tE\n}}; r1 {word} | while IFS= read -r l; do echo \"[$l]\"; done\n", self.parameter(true)),
            6 => format!("echo {word} > r.txt; echo x >> r.txt; wc -l < r.txt | tr -d ' '; (cat r.txt; cat nofile) 2>/dev/null; echo $?\n"),
            _ => "{ echo 1; echo 2 >&2; } 3>&1 1>&2 2>&3 3>&- 2>/dev/null | cat; (echo o; echo e >&2) 2>&1 >/dev/null | cat\n".to_string(),
        }
    }

    fn strict(&mut self) -> String {
        let (c, d) = (self.condition_atom(), self.condition_atom());
        let body = match self.below(10) {
            0 => format!("if {c}; then {d}; fi; echo a"),
            1 => format!("{c} || {d}; echo a"),
            2 => format!("s() {{ {c}; echo in; }}; s && echo yes; s; echo a"),
            3 => format!("x=$({c}); echo \"x$x\"; y=$({d}; echo z); echo $y"),
            4 => format!("({c}; echo s); echo a"),
            5 => format!("while {c}; do echo w; break; done; until {d}; do echo u; break; done; echo a"),
            6 => format!("{{ {c}; echo g; }} | cat; echo a; ! {{ {d}; }}; echo b")
                .replace("! { ! true; }", "! { true; }"),
            7 => format!("case x in x) {c};; esac; echo a; for q in 1 2; do {d}; echo $q; done"),
            8 => format!("eval '{c}'; echo a; s() ( {d}; echo in ); s; echo b"),
            _ => format!("local_() {{ local v; v=$({c}); echo v; }}; local_; {d} && {c}; echo a"),
        };
        let flags = self.pick(&["-e", "-eu", "-ef", "-u -e", "-o errexit"]);
        format!("(set {flags}; trap 'echo \"x$?\"' EXIT; {body}); echo \"s=$?\"\n")
    }

    fn trapped(&mut self) -> String {
        let (c, code) = (self.condition_atom(), self.below(6));
        match self.below(6) {
            0 => format!("(trap 'r=$?; echo \"t$r\"; exit {code}' EXIT; {c}; exit 3); echo $?\n"),
            1 => format!(
                "(trap 'echo u1' USR1; trap 'echo u2' USR2; me=$(sh -c 'echo $PPID'); kill -USR2 $me; kill -USR1 $me; {c}; echo $?)\n"
            ),
            2 => format!("(t() {{ trap 'echo bye' EXIT; {c}; }}; t; echo after)\n"),
            3 => "(trap '' USR1; kill -USR1 $(sh -c 'echo $PPID'); echo ok; trap - USR1; trap); echo $?\n".to_string(),
            4 => format!("(trap 'echo h' HUP TERM; {c}; sh -c 'kill -TERM $PPID'; echo c{code})\n"),
            _ => format!(
                "(trap 'for i in 1 2; do echo $i; done; false' EXIT; x=$(trap 'echo in' EXIT; {c}); echo \"$x\"; exit {code}); echo $?\n"
            ),
        }
    }

    fn option_loop(&mut self) -> String {
        let args = self.pick(&[
            "-a 1 -b -c",
            "-ab",
            "-c3 -a",
            "-a",
            "-- -a",
            "x -a",
            "-bbb -a x y",
            "-d",
            "-a -b",
            "-c '' z",
            "-",
            "-a- -b",
            "-b -- -a",
            "-ca -b w",
        ]);
        let spec = self.pick(&["abc:", ":abc:", "a:bc:", ":a:b", "abcd"]);
        match self.below(3) {
            0 => format!("o1() {{ OPTIND=1; while getopts {spec} q; do case $q in a|b) echo \"f$q\";; c) echo \"c=$OPTARG\";; :) echo \"m$OPTARG\";; *) echo \"u${{OPTARG-}}\";; esac; done; shift $((OPTIND - 1)); echo \"$#:$*\"; }}; o1 {args} 2>/dev/null\n"),
            1 => format!("set -- {args}; OPTIND=1; while getopts {spec} q 2>/dev/null; do echo \"$q:${{OPTARG-}}:$OPTIND\"; done; echo \"$OPTIND $q\"\n"),
            _ => format!(
                "set -- {args} rest; v=0; while [ $# -gt 0 ]; do case $1 in -a) v=$((v+1));; -b|-bbb) v=b$v;; -c) c=${{2-}}; [ $# -gt 1 ] && shift;; -c*) c=${{1#-c}};; --) shift; break;; -*) echo \"bad $1\";; *) break;; esac; shift; done; echo \"$v:${{c-}}:$*\"\n"
            ).replace("v=$((v+1))", "v=1$v"),
        }
    }

    fn split_reads(&mut self) -> String {
        let line = self.pick(&[
            "a:b:c", "::x", "a b  c", "  p q ", "k = v w", "x\\ty", "1,2,,3,", "a\\ b c", "u;v;w", "", "one", "#c",
            "k=v=w",
        ]);
        let ifs = self.pick(&[":", ",", "=", " ", "", ": ", " =", ";", "\\"]);
        let names = self.pick(&["p", "p q", "p q r", "p p", "p q r s t"]);
        let raw = self.pick(&["-r", ""]);
        match self.below(4) {
            0 => format!("IFS='{ifs}' read {raw} {names} <<'E'\n{line}\nE\necho \"$?<$p|${{q-}}|${{r-}}>\"\n"),
            1 => format!(
                "printf '%s\\n' {} x | while IFS='{ifs}' read {raw} {names}; do echo \"<$p|${{q-}}|${{r-}}>\"; done\n",
                single(line)
            ),
            2 => format!("o=$IFS; IFS='{ifs}'; set -f; set -- {line}; set +f; IFS=$o; printf '<%s>' \"$@\"; echo $#\n")
                .replace("set -- #c", "set -- c")
                .replace("u;v;w", "u v")
                .replace("a\\ b", "ab"),
            _ => format!(
                "v={}; o=$IFS; IFS='{ifs}'; for q in $v; do echo \"[$q]\"; done; x=$v; y=\"$v\"; IFS=$o; echo \"$x$y\"\n",
                single(line)
            ),
        }
    }

    fn lookups(&mut self) -> String {
        match self.below(7) {
            0 => "command -v cd; command -v f; command -v nosuchthing; echo $?\n".to_string(),
            1 => "type f >/dev/null && echo fn; type nosuchthing >/dev/null 2>&1 || echo no; unset -f g; f() { echo new; }; f\n".to_string(),
            2 => "nosuchthing 2>/dev/null; echo $?; ./nosuch 2>/dev/null; echo $?; : > ne; ./ne 2>/dev/null; echo $?; rm -f ne\n".to_string(),
            3 => format!("command echo {}; command false || echo c; command -p true; echo $?\n", self.word()),
            4 => "readonly ro=1; (ro=2; echo no) 2>/dev/null; echo $ro; unset zz; unset -v zz; echo $?\n".to_string(),
            5 => format!("export ex={}; sh -c 'echo \"[$ex]\"'; (unset ex; sh -c 'echo \"[${{ex-u}}]\"'); env ex=2 sh -c 'echo $ex'\n", self.quoted()),
            _ => "mkdir -p dd/ee; cd dd; pwd | sed 's/.*\\///'; cd ee; cd ..; echo \"${PWD##*/}\"; cd - > /dev/null; echo \"${PWD##*/}\"; cd ../..; rm -r dd; umask 027; umask; umask 022\n".to_string(),
        }
    }

    fn tool_forms(&mut self) -> String {
        let input = self.pick(&[
            "b 2\\na 10\\nc 1\\n",
            "x:y:z\\n1:2:3\\n",
            "foo\\nbar\\nfoo\\nbaz\\n",
            "A\\n\\nB\\n",
            "one two three\\n",
            "a,b\\nc,d",
        ]);
        let tool = self.pick(&[
            "cut -d' ' -f2",
            "cut -d: -f1,3",
            "cut -c2-",
            "cut -c-2",
            "cut -f1",
            "tr a-z A-Z",
            "tr -d '\\n'",
            "tr -s 'o '",
            "tr ' :' '\\n\\n'",
            "tr -cd 'a-c\\n'",
            "tr '[:lower:]' '[:upper:]'",
            "sort -k2n",
            "sort -k2",
            "sort -rn",
            "sort -t: -k2",
            "sort -u",
            "sort -f",
            "uniq -c",
            "uniq -d",
            "head -2",
            "head -c 3",
            "tail -1",
            "tail -c 4",
            "tail -n +2",
            "wc -w",
            "wc -c",
            "wc",
            "grep -c o",
            "grep -n b",
            "grep -i A",
            "grep -vx foo",
            "grep -o '[a-z]*'",
            "grep -E 'foo|a'",
            "grep '^[ab]'",
            "grep -F .",
            "grep -q z",
            "sed -n '2p'",
            "sed '1d;s/o/0/g'",
            "sed 's/\\(.\\)\\(.\\)/\\2\\1/'",
            "sed -n '$p'",
            "sed '/b/!d'",
            "sed 's/[aeiou]//g'",
            "sed -n '/a/,/c/p'",
            "sed y/abc/xyz/",
            "sed 's/ .*//'",
            "sed = | paste - -",
            "sed G",
            "sed 's/^/[/;s/$/]/'",
            "cat -n",
            "nl",
            "tac",
            "rev",
            "paste -sd, -",
            "fold -w3",
            "od -c",
            "awk '{print $NF}'",
            "xargs",
            "tee /dev/null",
            "sed -E 's/(o+)/<\\1>/'",
        ]);
        match self.below(4) {
            0 => format!("printf '{input}' | {tool}; echo \"$?\"\n"),
            1 => format!("x=$(printf '{input}' | {tool}); echo \"[$x]$?\"\n"),
            2 => format!("printf '{input}' > tf; {tool} < tf > tg; cat tg; rm -f tf tg\n")
                .replace("< tf", "< tf")
                .replace("| paste - - < tf", "tf"),
            _ => {
                let call = self.pick(&[
                    "expr 3 + 4 \\* 2",
                    "expr abc : 'a\\(.*\\)'",
                    "expr length abcd",
                    "expr 5 \\> 3",
                    "expr \"$n\" % 3",
                    "expr substr abcdef 2 3",
                    "expr a = b",
                    "basename /x/y.c .c",
                    "basename \"$path\"",
                    "dirname \"$path\"",
                    "dirname a/b/",
                    "seq 3",
                    "seq 2 2 7",
                    "seq 3 1",
                    "seq -s: 3",
                    "seq -w 9 11",
                    "printf '%s' \"$a\" | wc -c",
                    "echo \"$b\" | tr -d ' '",
                    "mkdir tk && ls -d tk; rmdir tk",
                    "test -d / && echo d",
                    "sleep 0",
                    "date +%%",
                    "echo a b | awk '{print $2}'",
                    "yes | head -n 2",
                    "true | false",
                    "cat /dev/null",
                ]);
                format!("{call}; echo \"$?\"\n")
            }
        }
    }

    fn tests_of_files(&mut self) -> String {
        let (x, y) = (self.quoted(), self.quoted());
        match self.below(6) {
            0 => "mkdir tt; cd tt; : > a; echo x > b; mkdir c; ln -s b l; for q in a b c l n; do for o in -e -f -d -s -L -r -x; do test $o $q && printf '%s' \"$o\"; done; echo \" $q\"; done; cd ..; rm -r tt\n".to_string(),
            1 => format!("[ {x} = {y} ]; echo $?; [ {x} != {y} ]; echo $?; test {x}; echo $?; [ ! {y} ]; echo $?\n"),
            2 => format!("[ -n {x} ] && [ -z {y} ] || echo o; [ -n {x} -o -n {y} ]; echo $?; [ {x} = x -a {y} = y ]; echo $?\n").replace("\"!\"", "\"x\""),
            3 => format!("[ {} -eq {} ] 2>/dev/null; echo $?; [ {} -lt {} ]; echo $?\n", self.pick(&["1", "01", "' 1'", "x", "''", "-1", "+1"]), self.pick(&["1", "-1", "1 ", "0"]), self.below(5), self.below(5)),
            4 => format!("if test -e {x}; then echo e; elif [ -d /tmp ] && ! [ -f /tmp ]; then echo t; fi\n"),
            _ => format!("[ \\( {x} = {y} \\) -o ! -d / ]; echo $?; [ ! {x} = {y} ]; echo $?; [ {x} ]; echo $?\n"),
        }
    }
}

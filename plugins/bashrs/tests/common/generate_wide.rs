//! More statements of random scripts: formats, assignments in arithmetic, files and descriptors, loops that read, options, jobs.

use super::{Generator, VARS, single};

impl Generator {
    /// A statement of sh beyond the plainest.
    pub(super) fn wide(&mut self) -> String {
        match self.below(20) {
            0 | 1 => self.format(),
            2 | 3 => self.assigning_arithmetic(),
            4 => self.reading_loop(),
            5 => self.split(),
            6 => self.files(),
            7 => self.descriptors(),
            8 => self.options(),
            9 => self.job(),
            10 => self.recursion(),
            11 => self.tests(),
            12 => self.nested_default(),
            13 => self.prefixed(),
            14 => self.trap_order(),
            15 => self.arguments(),
            16 => self.evaluated(),
            17 => self.tools(),
            18 => self.jumps(),
            _ => self.here_in_place(),
        }
    }

    fn format(&mut self) -> String {
        let number = self.pick(&["0", "7", "-3", "42", "$n", "$m", "010", "0x1F", "-0", "123456789012"]).to_string();
        match self.below(6) {
            0 => {
                let spec =
                    self.pick(&["%d", "%5d|", "%-5d|", "%05d", "%+d", "% d", "%x", "%X", "%o", "%i", "%.3d", "%u"]);
                let number = if spec == "%u" { "7" } else { &number };
                format!("printf '{spec}\\n' {number}\n")
            }
            1 => {
                let spec = self.pick(&["%s", "%6s|", "%-6s|", "%.2s", "%6.1s|", "%b", "[%s]", "%s-%s", "%s %s %s;"]);
                format!("printf '{spec}\\n' {}\n", self.words())
            }
            2 => format!("printf '%s:%d\\n' a 1 b {number} c\n"),
            3 => format!("printf '%c%c\\n' {} {}\n", self.quoted(), self.pick(&["xyz", "1"])),
            4 => format!(
                "printf '%b|' {}; echo\n",
                single(self.pick(&["a\\tb", "x\\ny", "\\0101", "q\\\\z", "p\\cq", "\\x"]))
            ),
            _ => {
                let text = self.pick(&["a\\tb\\n", "\\101\\n", "%%\\n", "x\\\\y\\n", "no newline", "\\a\\n"]);
                format!("printf {}\n", single(text))
            }
        }
    }

    fn assigning_arithmetic(&mut self) -> String {
        let op = self.pick(&["=", "+=", "-=", "*=", "|=", "&=", "^=", "<<=", ">>="]);
        let right = if op.contains('<') || op.contains('>') { self.below(5).to_string() } else { self.arith(1) };
        let name = self.pick(&["n", "m", "k"]);
        match self.below(4) {
            0 => format!("k=3\n: $(({name} {op} {right}))\necho \"{name}=${name}\"\n"),
            1 => format!("k=5; echo $(({name} {op} {right})) \"${name}\"\n"),
            2 => format!("k=2; echo \"$(( ({name} {op} {right}) + 1 ))\" \"$((k % 3)) $((-7 / 2)) $((-7 % 3))\"\n"),
            _ => "echo $((n << 2 >> 1)) $((n ? m : 0 - 1))\n".to_string(),
        }
    }

    fn reading_loop(&mut self) -> String {
        let ifs = self.pick(&["", "IFS= ", "IFS=: ", "IFS=, ", "IFS=' :' "]);
        let raw = if self.chance(70) { "-r " } else { "" };
        let lines = self.pick(&[
            "a b c\\n d  e\\nf",
            "x:y:z\\n:q:\\n",
            "1,2\\n,3,\\n\\n4",
            "one\\\\\\ntwo\\nthree\\n",
            " lead\\ntrail \\n",
        ]);
        let body = self.pick(&[
            "echo \"<$p|$q>\"",
            "[ -z \"$q\" ] && continue; echo \"$q\"",
            "case $p in a*|x) break;; *) echo \"no $p\";; esac",
            "n=$((n + 1)); echo \"$n:$p\"",
            "set -- $p $q; echo $#",
        ]);
        let done = format!("while {ifs}read {raw}p q; do {body}; done");
        match self.below(3) {
            0 => format!("printf '{lines}' > in.txt; {done} < in.txt; echo \"n=$n:$p\"\n"),
            1 => format!("printf '{lines}' | {{ {done}; echo \"left=$p\"; }}\n"),
            _ => format!("{done} <<EOF\n$a\nx y z\n{}\nEOF\necho \"p=$p\"\n", self.parameter(true)),
        }
    }

    fn split(&mut self) -> String {
        let ifs = self.pick(&[":", ",", " ", ": ", "", "ab", "/", " ,", "1"]);
        let text = self.pick(&["a:b::c:", " x  y ", "1,2, 3 ,4", "/usr/lib/", "aabbaab", ":::", "", "a b:c d"]);
        let use_ = self.pick(&[
            "for w in $t; do echo \"[$w]\"; done",
            "set -- $t; echo \"$#:$1:$2\"",
            "printf '<%s>' $t \"$t\"; echo",
            "echo $t\"\"$t",
        ]);
        format!("o=$IFS; IFS='{ifs}'; t={}; {use_}; IFS=$o\n", single(text))
    }

    fn files(&mut self) -> String {
        let pattern =
            self.pick(&["*.t", "g*", "?.t", "[ab].t", "*", "*.none", "[!a]*.t", "g.d/*", "*/x", "\"*\".t", "'a'.t"]);
        let act = self.pick(&[
            "for q in P; do echo \"$q\"; done",
            "echo P",
            "set -- P; echo $# \"$1\"",
            "q=P; echo $q \"$q\"",
            "case a.t in P) echo m;; *) echo n;; esac",
        ]);
        let act = act.replace('P', pattern);
        format!("(mkdir g.d; cd g.d || exit; : > a.t; : > b.t; : > c.u; mkdir g.d; : > g.d/x; {act})\nrm -rf g.d\n")
    }

    fn descriptors(&mut self) -> String {
        let text = self.word();
        match self.below(7) {
            0 => format!("{{ echo out; echo err >&2; }} 2>&1 | cat; echo {text} > o.txt; cat < o.txt\n"),
            1 => format!("exec 3> o.txt; echo {text} >&3; echo b 1>&3; exec 3>&-; cat o.txt\n"),
            2 => format!("echo {text} > o.txt; echo more >> o.txt; while read -r l; do echo \"l:$l\"; done < o.txt\n"),
            3 => format!(
                "{{ echo {text}; echo e >&2; }} 2>/dev/null >o.txt; cat o.txt; : > o.txt; [ -s o.txt ] || echo empty\n"
            ),
            4 => "exec 4< /dev/null; read x <&4 || echo eof; exec 4<&-\n".to_string(),
            5 => format!("f3() {{ echo {text}; echo two >&2; }}; f3 2>&1 >/dev/null; x=$(f3 2>&1); echo \"$x\"\n"),
            _ => {
                format!("cat nofile 2>/dev/null || echo \"no:$?\"; (echo {text} >nodir/x) 2>/dev/null || echo failed\n")
            }
        }
    }

    fn options(&mut self) -> String {
        match self.below(6) {
            0 => format!("set -f; echo * [a] {}; set +f\n", self.word()),
            1 => "(set -u; echo \"${zz-d}\"; echo \"$zz\"; echo not) 2>/dev/null; echo \"u=$?\"\n".to_string(),
            2 => format!("(set -eu; {}; echo \"${{a:-e}}\"); echo \"eu=$?\"\n", self.condition_atom()),
            3 => "(set -a; q=1; env | grep '^q=')\n".to_string(),
            4 => format!(
                "(set -e; t() {{ {}; echo in; }}; t || echo or; t; echo end); echo \"s=$?\"\n",
                self.condition_atom()
            ),
            _ => format!(
                "(set -C; echo a > c.txt; echo b > c.txt; echo \"c=$?\"; echo {} >| c.txt; cat c.txt) 2>/dev/null; rm -f c.txt\n",
                self.quoted()
            ),
        }
    }

    fn job(&mut self) -> String {
        match self.below(4) {
            0 => format!("{{ {}; exit {}; }} & wait $!; echo \"w=$?\"\n", self.condition_atom(), self.below(5)),
            1 => "(exit 3) & p=$!; (exit 4) & wait $p; echo $?; wait; echo $?\n".to_string(),
            2 => format!("echo {} > j.txt & wait; cat j.txt\n", self.word()),
            _ => "sh -c 'exit 7' & wait $!; echo $?; wait 99999; echo $?\n".to_string(),
        }
    }

    fn recursion(&mut self) -> String {
        match self.below(3) {
            0 => format!(
                "fact() {{ if [ $1 -le 1 ]; then echo 1; else echo $(($1 * $(fact $(($1 - 1))))); fi; }}; fact {}\n",
                1 + self.below(6)
            ),
            1 => format!(
                "down() {{ local v=$1 r; [ $v -gt 0 ] || return 5; r=$v; down $((v - 1)); echo \"$v:$r:$?\"; }}; down {}; echo \"$?\"\n",
                self.below(4)
            ),
            _ => format!(
                "outer() {{ local a=$1; inner; echo \"o:$a\"; }}; inner() {{ echo \"i:$a\"; a=$a.c; }}; outer {}; echo \"$a\"\n",
                self.quoted()
            ),
        }
    }

    fn tests(&mut self) -> String {
        let (x, y) = (self.quoted(), self.pick(&["\"$b\"", "foo", "''", "1", "\"$n\""]).to_string());
        match self.below(7) {
            0 => format!("[ {x} = {y} -o \"$n\" -gt 3 ]; echo $?\n"),
            1 => format!("[ -n {x} -a -z {y} ]; echo $?\n"),
            2 => format!("[ ! {x} = {y} ] && echo ne\n"),
            3 => format!("test {y} != {x}; echo $?; [ ! -e /nope ]; echo $?; [ -d / -a -r / ]; echo $?\n"),
            4 => format!("[ {y} -eq 1 ] 2>/dev/null; echo $?\n"),
            5 => format!("[ \\( {x} = a \\) -o \\( {y} = foo \\) ]; echo $?\n")
                .replace("( \"", "( x\"")
                .replace("= a", "= xa"),
            _ => "[ ]; echo $?; [ x ]; echo $?; [ '' ]; echo $?; [ ! x ]; echo $?; [ -n ]; echo $?\n".to_string(),
        }
    }

    fn nested_default(&mut self) -> String {
        let inner = format!(
            "${{{}{}{}}}",
            self.pick(VARS),
            self.pick(&["-", ":-", "+", "#", "%"]),
            self.pick(&["x", "*", "a*", "b c"])
        );
        match self.below(5) {
            0 => format!("echo \"${{zz-{inner}}}\" ${{zz:-{inner} t}}\n"),
            1 => format!("echo ${{a:+\"{inner}\" q}} \"${{a:+'{inner}'}}\"\n"),
            2 => "printf '<%s>' ${zz:-a \"b c\" d} \"${zz:-a \\\"q\\\" d}\"; echo\n".to_string(),
            3 => format!("x=${{zz:-{inner}}}; echo \"$x\" \"${{x%\"$b\"}}\" \"${{x#\"${{x%?}}\"}}\"\n"),
            _ => "(echo \"${zz?no}\") 2>/dev/null || echo \"q=$?\"; echo \"${#a}${#zz}${#}\"\n".to_string(),
        }
    }

    fn prefixed(&mut self) -> String {
        let value = self.word();
        match self.below(4) {
            0 => format!("q={value} sh -c 'echo \"$q\"'; echo \"${{q-unset}}\"\n"),
            1 => format!("q={value} r=2 env | grep -c '^[qr]='\n"),
            2 => format!("export q={}; sh -c 'echo \"<$q>\"'; unset q\n", self.quoted()),
            _ => format!("q=1; q={value} true; echo \"$q\"; q={value} r=$q; echo \"$r\"\n"),
        }
    }

    fn trap_order(&mut self) -> String {
        match self.below(4) {
            0 => format!(
                "(trap 'echo one' EXIT; trap 'echo two' EXIT; {}; exit)\necho \"t=$?\"\n",
                self.condition_atom()
            ),
            1 => "(trap 'echo usr' USR1; kill -USR1 $(sh -c 'echo $PPID'); echo after)\n".to_string(),
            2 => format!("(trap 'echo x; exit 9' EXIT; {}); echo \"t=$?\"\n", self.condition_atom()),
            _ => "(trap 'echo a' EXIT; trap - EXIT; echo none); (trap 'echo sub' EXIT; (echo inner); :)\n".to_string(),
        }
    }

    fn arguments(&mut self) -> String {
        let words = self.words();
        match self.below(6) {
            0 => format!(
                "v() {{ echo \"$#\"; for q; do printf '[%s]' \"$q\"; done; echo; }}; v {words}; v \"$@\"; v $*; v \"$*\"\n"
            ),
            1 => format!("v() {{ shift; echo \"$#:$*\"; }}; v {words} z\n"),
            2 => format!("v() {{ set -- a b; echo \"$1$#\"; }}; v {words}; echo \"$#\"\n"),
            3 => format!("set -- {words}; while [ $# -gt 0 ]; do echo \"$1\"; shift; done\n"),
            4 => format!("set -- {words}; echo \"${{1-none}}\" \"${{2:-two}}\" \"${{3+three}}\" \"$#\" x\"$@\"y\n"),
            _ => "set -- 1 2 3 4 5 6 7 8 9 ten eleven; echo $10 ${10} \"${11}\" $#; shift 9; echo \"$*\"\n".to_string(),
        }
    }

    fn evaluated(&mut self) -> String {
        let name = self.pick(&["a", "b", "path"]);
        match self.below(5) {
            0 => format!("r={name}; eval \"echo \\\"\\${{r}}:\\$$r\\\"\"\n"),
            1 => format!("eval 'q={}'; echo \"$q\"\n", self.pick(&["1", "\"$a\"", "$((n+1))", "x\\ y"])),
            2 => "eval \"v$n=7\"; eval \"echo \\$v$n\"\n".to_string(),
            3 => "eval 'false' || echo f; eval ''; echo $?; eval 'echo a; (exit 3)'; echo $?\n".to_string(),
            _ => format!("c='echo \"$1\" $#'; set -- {}; eval \"$c\"; $c\n", self.words()),
        }
    }

    fn tools(&mut self) -> String {
        let input = self.pick(&[
            "c\\na\\nb\\na\\n",
            "x 1\\ny 20\\nz 3\\n",
            "foo:bar\\nb:c:d\\n\\n",
            "A b\\nC d\\n",
            "no newline",
        ]);
        let first = self.pick(&[
            "sort",
            "sort -r",
            "sort -u",
            "sort -n",
            "uniq",
            "head -n 1",
            "tail -n 1",
            "tr a-c A-C",
            "tr -d a",
            "cut -d: -f1",
            "cut -c1-2",
            "grep a",
            "grep -v a",
            "grep -c .",
            "sed s/a/X/",
            "sed -n 1p",
            "wc -l",
            "cat",
            "sed '$d'",
            "tr -s a",
        ]);
        let second = self.pick(&[
            "cat",
            "sort",
            "wc -l | tr -d ' '",
            "head -n 2",
            "uniq -c | tr -s ' '",
            "sed 's/^/> /'",
            "tail -n +2",
            "while read -r l; do echo \"=$l\"; done",
            "grep -n .",
        ]);
        match self.below(3) {
            0 => format!("printf '{input}' | {first} | {second}; echo \"$?\"\n"),
            1 => format!("x=$(printf '{input}' | {first}); echo \"$x\" | {second}\n"),
            _ => format!("printf '{input}' > t.txt; {first} < t.txt | {second}; {first} t.txt > u.txt; cat u.txt\n")
                .replace("tr a-c A-C t.txt", "cat t.txt")
                .replace("tr -d a t.txt", "cat t.txt")
                .replace("tr -s a t.txt", "cat t.txt"),
        }
    }

    fn jumps(&mut self) -> String {
        let body = self.pick(&[
            "[ $x = b ] && continue",
            "[ $x = b ] && break",
            "[ $x$y = b1 ] && continue 2",
            "[ $y = 2 ] && break 2",
            "case $x in c) continue;; esac",
        ]);
        format!("for x in a b c; do for y in 1 2; do {body}; echo \"$x$y\"; done; echo \"x=$x\"; done; echo \"$x$y\"\n")
    }

    fn here_in_place(&mut self) -> String {
        let line = self.parameter(true);
        match self.below(4) {
            0 => format!("x=$(cat <<E\n{line}\n$n\nE\n); echo \"$x\"\n"),
            1 => format!("h() {{ cat <<E\n$1 {line}\nE\n}}; h z; h \"$b\" | tr a-c A-C\n"),
            2 => format!("cat <<A; cat <<'B'\n{line} $(echo s)\nA\n{line} $x\nB\n"),
            _ => format!("if read x; then echo \"$x\"; fi <<E\n{line}\nE\nfor i in 1 2; do cat <<E\n$i\nE\ndone\n"),
        }
    }
}

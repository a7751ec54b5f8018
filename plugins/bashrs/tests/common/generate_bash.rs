//! Statements that only bash has: arrays, `[[ ]]`, `(( ))`, more expansions.

use super::{Generator, VARS, single};

const SUBSCRIPTS: &[&str] = &["0", "1", "2", "-1", "5", "n", "n+1", "$n", "\"$m\"", "@", "*"];

impl Generator {
    /// A script for bash alone.
    pub fn bash_script(&mut self) -> String {
        self.bash_only = true;
        self.script()
    }

    pub(super) fn bash_statement(&mut self) -> String {
        match self.below(16) {
            0..=2 => self.array(),
            3 => self.associative(),
            4 | 5 => self.double_bracket(),
            6 => self.double_paren(),
            7..=9 => format!("echo {} {}\n", self.bash_parameter(), self.bash_parameter()),
            10 => self.here_string(),
            11 => self.brace(),
            12 => self.c_loop(),
            13 => self.printing(),
            14 => self.fall_through(),
            _ => self.bash_various(),
        }
    }

    fn array(&mut self) -> String {
        let at = self.pick(&["0", "1", "2", "5", "n", "n+1", "$((n+1))"]);
        match self.below(9) {
            0 => format!("arr=({}); echo \"${{#arr[@]}}:${{arr[0]}}:${{arr[@]}}\"\n", self.words()),
            1 => format!("arr=({}); arr+=({}); printf '<%s>' \"${{arr[@]}}\"; echo\n", self.words(), self.word()),
            2 => format!("arr[{at}]={}; echo \"${{!arr[@]}}\" \"${{#arr[*]}}\"\n", self.quoted()),
            3 => "unset 'arr[1]'; declare -p arr\n".replace("declare -p arr", "echo \"${arr[*]}:${#arr[@]}\""),
            4 => {
                "for e in \"${arr[@]}\"; do echo \"e:$e\"; done; echo \"${arr[@]:1:2}\" \"${arr[@]: -1}\"\n".to_string()
            }
            5 => format!("arr=({}); echo \"${{arr[@]#a}}\" \"${{arr[@]/a/X}}\" \"${{arr[*]%b}}\"\n", self.words()),
            6 => format!(
                "arr=([3]=x [1]={} y); echo \"${{!arr[@]}}\" \"${{arr[@]}}\"; arr[0]+=z; echo \"${{arr[0]}}\"\n",
                self.quoted()
            ),
            7 => format!(
                "arr=(\"$@\" {}); IFS=,; echo \"${{arr[*]}}\"; IFS=$' \\t\\n'; echo \"${{#arr[0]}}\"\n",
                self.word()
            ),
            _ => format!("arr=($(printf '%s\\n' {})); echo ${{#arr[@]}} \"${{arr[-1]-none}}\"\n", self.words()),
        }
    }

    fn associative(&mut self) -> String {
        let key = self.pick(&["k", "a b", "$a", "1", "x.y"]);
        match self.below(3) {
            0 => format!("unset map; declare -A map; map[k]=1; map[\"{key}\"]={}; echo \"${{#map[@]}}\" \"${{map[k]}}\"\n", self.quoted()),
            1 => "unset map; declare -A map=([one]=1 [two]=2); for k in one two three; do echo \"$k=${map[$k]-none}\"; done\n".to_string(),
            _ => "unset map; declare -A map; for w in a b a c a; do ((map[$w]++)); done; echo \"${map[a]} ${map[b]}\"; [[ -v map[c] ]] && echo has\n".to_string(),
        }
    }

    fn double_bracket(&mut self) -> String {
        let (left, right) = (self.pick(&["$a", "\"$b\"", "$c", "foo", "$n", "abcabc"]), self.pattern());
        let test = match self.below(10) {
            0 => format!("{left} == {right}"),
            1 => format!("{left} != {right}"),
            2 => format!("{left} = \"$a\" && -n $b"),
            3 => format!("-z {left} || $n -gt {}", self.below(8)),
            4 => format!("! {left} < {}", self.pick(&["b", "m", "1"])),
            5 => format!("{left} =~ {}", self.pick(&["^a", "b+", "[0-9]+", "(a)(b)", "^(.)(.*)$", "x|y", "o{2}"])),
            6 => format!("n -eq {} || m -lt n", self.below(9)),
            7 => format!("( {left} == f* || -d / ) && ! -e /nope"),
            8 => format!("{left} == *\"$b\"*"),
            _ => "-v a && ! -v zz".to_string(),
        };
        format!("if [[ {test} ]]; then echo yes; else echo no; fi; echo \"${{BASH_REMATCH[1]-}}\"\n")
    }

    fn double_paren(&mut self) -> String {
        let name = self.pick(&["n", "m", "k"]);
        match self.below(5) {
            0 => "((n++)); echo \"$n:$?\"; ((--m)); echo \"$m\"\n".to_string(),
            1 => format!("(( {} )); echo $?\n", self.arith(2)),
            2 => format!("(({name} += {})); echo \"${name}\"; let 'n = n * 2' m=m+1; echo $n $m\n", self.below(9)),
            3 => "echo $((2 ** 5)) $((n ** 2)) $((16#ff)) $((2#101)) $(( (n, m) ))\n".to_string(),
            _ => format!("if (({} > 3)); then echo big; else echo small; fi\n", self.arith(1)),
        }
    }

    fn bash_parameter(&mut self) -> String {
        let name = self.pick(VARS);
        let inner = match self.below(14) {
            0 | 1 => format!("{name}:{}", self.pick(&["1", "0:2", "2:1", " -2", "1:-1", "n", ": 1", "0"])),
            2 | 3 => {
                let (from, to) = (
                    self.pick(&["a", "b*", "?", "/", "[0-9]", "o", ".", " "]),
                    self.pick(&["X", "", "$n", "[&]", "\\/"]),
                );
                let to = if to == "[&]" { "[x]" } else { to };
                format!("{name}{}{}/{to}", self.pick(&["/", "//", "/#", "/%"]), from.replace('/', "\\/"))
            }
            4 => format!("{name}^"),
            5 => format!("{name}^^"),
            6 => format!("{name},,"),
            7 => format!("{name}^^[a-c]"),
            8 => format!("#{name}"),
            9 => format!("arr[{}]-none", self.pick(SUBSCRIPTS)),
            10 => "@:1:2".to_string(),
            11 => format!("{name}@Q"),
            12 => "!ref".to_string(),
            _ => format!("{name}{}{}", self.pick(&["#", "##", "%", "%%"]), self.pattern()),
        };
        let text = format!("${{{inner}}}").replace("${path:: 1}", "${path:1}").replace(":: 1", ":1");
        if self.chance(70) { format!("\"{text}\"") } else { text }
    }

    fn here_string(&mut self) -> String {
        match self.below(4) {
            0 => format!("cat <<< {}\n", self.word()),
            1 => format!("read -r x y <<< {}; echo \"$x|$y\"\n", self.quoted()),
            2 => format!("IFS=: read -ra parts <<< {}; echo \"${{#parts[@]}}:${{parts[0]}}\"\n", self.quoted()),
            _ => format!("mapfile -t lines <<< $'a\\n'{}; echo \"${{#lines[@]}}:${{lines[1]}}\"\n", self.quoted()),
        }
    }

    fn brace(&mut self) -> String {
        let text = self.pick(&[
            "{1..5}",
            "{a..e}",
            "x{1,2,3}y",
            "{a,b}{1,2}",
            "{5..1..2}",
            "{01..03}",
            "{a}",
            "{,x}",
            "a{b,c{d,e}}",
            "{1..3}$n",
            "\"{a,b}\"",
            "{x,$a}",
        ]);
        format!("echo {text}; for q in {text}; do echo -n \"$q.\"; done; echo\n")
    }

    fn c_loop(&mut self) -> String {
        let body = self.pick(&["echo $i", "((i == 2)) && continue; echo \"i$i\"", "s+=$i", "[[ $i == 3 ]] && break"]);
        format!("s=; for ((i = 0; i < {}; i++)); do {body}; done; echo \"$i$s\"\n", 1 + self.below(5))
    }

    fn printing(&mut self) -> String {
        match self.below(5) {
            0 => format!("printf -v x '%03d:%s' \"$n\" {}; echo \"$x\"\n", self.quoted()),
            1 => format!("printf '%q\\n' {}\n", self.quoted()),
            2 => "echo -e 'a\\tb\\n'; echo -n x; echo -E 'a\\n'; echo -ne 'q\\n'\n".to_string(),
            3 => format!("printf '%s\\n' $'a\\tb' $'it\\'s' {}\n", self.word()),
            _ => format!("printf '%5.2f|%e|%g\\n' 3.14159 1234.5 {}\n", self.pick(&["0.0001", "1e10", "100000", "2"])),
        }
    }

    fn fall_through(&mut self) -> String {
        let (one, two) = (self.pattern(), self.pattern());
        let jump = self.pick(&[";&", ";;&"]);
        format!("case {} in {one}) echo one {jump} {two}) echo two ;; *) echo rest ;; esac\n", self.quoted())
    }

    fn bash_various(&mut self) -> String {
        match self.below(12) {
            0 => format!("a+={}; echo \"$a\"; declare -i k=3; k+=4; echo $k\n", self.quoted()),
            1 => "false | true | (exit 3); echo \"${PIPESTATUS[@]}\"\n".to_string(),
            2 => "(set -o pipefail; false | true; echo $?; true | true; echo $?)\n".to_string(),
            3 => "function k1 { local -a l=(1 2 3); echo \"${l[1]}\" \"${FUNCNAME[0]}\"; }; k1\n".to_string(),
            4 => "ref=a; echo \"${!ref}\"; declare -n nr=b; nr=q; echo \"$b\"; unset -n nr\n".to_string(),
            5 => format!("diff <(echo a) <(echo {}) >/dev/null; echo $?\n", self.pick(&["a", "b"])),
            6 => "{ echo o; echo e >&2; } &> o.txt; sort o.txt; echo x |& cat\n".to_string(),
            7 => "case $a in @(foo|x)) echo e1;; !(a*)) echo e2;; *) echo e3;; esac; echo \"${a##+([a-z])}\"\n"
                .to_string(),
            8 => "shopt -s nocasematch; [[ $a == FOO* ]] && echo nc; shopt -u nocasematch\n".to_string(),
            9 => "local_test() { local a=1 b; b=2; unset a; echo \"${a-u}$b\"; }; local_test; echo \"${a-}\"\n"
                .to_string(),
            10 => "time_() { local i; for i in 1 2; do :; done; return $i; }; time_; echo $?; type -t time_ echo if\n"
                .to_string(),
            _ => format!(
                "x=$(( $(echo {}) + 1 )); echo $x; echo \"$(< /dev/null)\"\n",
                single(&self.below(9).to_string())
            ),
        }
    }
}

//! The guest that does what the host's bytes say: every step opens the file `payload`, obeys the orders in it, and returns the place in it
//! that it names. So any bytes can be a result, and the component is compiled once.

use crate::malformed::{component, module};

/// Where the payload lies in the guest's memory.
pub const BASE: u32 = 65536;
/// Greatest payload, in bytes.
pub const MOST: usize = 64 << 10;

/// One role after the other: the world that the guest is a component of.
const WORLD: &str = "package test:test; world test {
    include batuta:plugin/transpiler-plugin@0.1.0; import batuta:plugin/retrieval@0.1.0;
    export batuta:plugin/analyzer@0.1.0; export batuta:plugin/oracle@0.1.0; }";

/// Interface, name, parameters, result of the host's functions that orders may call; `L` marks a 64-bit parameter. The order's number is
/// the place in this list.
const CALLS: &[(&str, &str, &str, &str)] = &[
    ("host", "log", "i i i i i", ""),
    ("host", "checkpoint", "i i", "i"),
    ("project", "open", "i i i", ""),
    ("project", "[method]file.id", "i", "i"),
    ("project", "[method]file.path", "i i", ""),
    ("project", "[method]file.size", "i", "L"),
    ("project", "[method]file.digest", "i i", ""),
    ("project", "[method]file.read", "i L i i", ""),
    ("store", "create", "i i i", ""),
    ("store", "[method]sink.write", "i i i i", ""),
    ("store", "[static]sink.finish", "i i", ""),
    ("store", "[method]blob.size", "i", "L"),
    ("store", "[method]blob.digest", "i i", ""),
    ("store", "[method]blob.read", "i L i i", ""),
    ("project", "[resource-drop]file", "i", ""),
    ("store", "[resource-drop]blob", "i", ""),
    ("store", "[resource-drop]sink", "i", ""),
    ("storage", "get", "i i i", ""),
    ("storage", "put", "i i i i", ""),
    ("storage", "remove", "i i i", ""),
    ("compute", "[static]tensor.new", "i i i i", ""),
    ("compute", "[method]tensor.shape", "i i", ""),
    ("compute", "[method]tensor.write", "i L i i i", ""),
    ("compute", "[method]tensor.read", "i L i i", ""),
    ("compute", "matmul", "i i i", ""),
    ("compute", "top-k", "i i i i", ""),
    ("compute", "[resource-drop]tensor", "i", ""),
    ("tools", "run", "i i i i i i i", ""),
    ("retrieval", "search", "i i i i", ""),
];

/// Report the finding whose 16 flat words lie at the first argument.
pub const EMIT: u32 = 40;
/// Make a blob of the bytes at the first argument, the second says how many, and put its handle where the third says.
pub const BLOB: u32 = 41;
/// Copy a word: from the second argument to the first.
const COPY: u32 = 42;
/// Grow the memory by that many pages.
const GROW: u32 = 43;

/// How many different calls there are.
pub fn calls() -> usize {
    CALLS.len()
}

/// One row of [`EXPORTS`].
type Export = (&'static str, usize, &'static [(usize, u32)]);

/// Exports, their core parameters, and the orders (numbers in [`CALLS`]) that drop borrowed parameters.
const EXPORTS: &[Export] = &[
    ("transpiler@0.1.0#index", 3, &[(0, 14)]),
    ("transpiler@0.1.0#link", 4, &[]),
    ("transpiler@0.1.0#lower", 4, &[(0, 14), (1, 15)]),
    ("transpiler@0.1.0#support-crate", 2, &[]),
    ("analyzer@0.1.0#analyze", 3, &[(0, 14)]),
    ("analyzer@0.1.0#summarise", 4, &[]),
    ("oracle@0.1.0#ask", 4, &[]),
    ("oracle@0.1.0#describe-graph", 0, &[]),
    ("oracle@0.1.0#rank", 6, &[]),
];

/// The component.
pub fn build() -> Vec<u8> {
    let mut text = String::from(";; memory: 64\n");
    for (number, (interface, name, parameters, result)) in CALLS.iter().enumerate() {
        if matches!(*name, "[resource-drop]file" | "[resource-drop]blob") {
            continue; // the skeleton imports these
        }
        let result = if result.is_empty() { String::new() } else { format!("(result {})", kinds(result)) };
        text += &format!(
            ";; import: (import \"batuta:plugin/{interface}@0.1.0\" \"{name}\" (func $call{number} (param {}) {result}))\n",
            kinds(parameters)
        );
    }
    let words = "i32 ".repeat(16);
    text += &format!(";; import: (import \"batuta:plugin/host@0.1.0\" \"emit\" (func $emit (param {words})))\n");
    text += DATA;
    text += RUN;
    text += &orders();
    text += REALLOC;
    for (name, parameters, drops) in EXPORTS {
        let drops: String =
            drops.iter().map(|(local, order)| format!("(call {} (local.get {local}))", drop_name(*order))).collect();
        text += &format!(
            "(func (export \"batuta:plugin/{name}\") (param {}) (result i32) (local $result i32)
               (local.set $result (call $run))
               (if (i32.eqz (i32.and (i32.load (i32.const 65540)) (i32.const 256))) (then {drops}))
               (local.get $result))\n",
            "i32 ".repeat(*parameters)
        );
    }
    text += "(func (export \"cabi_post_batuta:plugin/transpiler@0.1.0#lower\") (param i32)
               (if (i32.and (i32.load (i32.const 65540)) (i32.const 512)) (then (call $obey))))\n";
    component(module(&text), WORLD, |text| text)
}

fn kinds(letters: &str) -> String {
    letters.split(' ').map(|letter| if letter == "L" { "i64" } else { "i32" }).collect::<Vec<_>>().join(" ")
}

fn drop_name(order: u32) -> &'static str {
    if order == 14 { "$drop-file" } else { "$drop-blob" }
}

/// The manifest says that the guest has three roles; the rest is the skeleton's.
const DATA: &str = r#"(data (i32.const 1048) "\20\08\00\00\03\00\00\00") (data (i32.const 2080) "\01\00\04") (data (i32.const 2200) "payload")
(global $mode (mut i32) (i32.const 0)) (global $argument (mut i32) (i32.const 0)) (global $top (mut i32) (i32.const 1048576))
(func $argument (param $order i32) (param $number i32) (result i32) (local $value i32)
  (local.set $value (i32.load offset=4 (i32.add (local.get $order) (i32.shl (local.get $number) (i32.const 2)))))
  (if (i32.and (i32.shr_u (i32.load (local.get $order)) (i32.add (local.get $number) (i32.const 8))) (i32.const 1))
    (then (local.set $value (i32.load (local.get $value)))))
  (local.get $value))
"#;

/// Read the payload, obey it, and return the word at its start.
const RUN: &str = r#"(func $run (result i32)
  (call $call2 (i32.const 2200) (i32.const 7) (i32.const 2304))
  (global.set $mode (i32.const 255))
  (call $call7 (i32.load (i32.const 2308)) (i64.const 0) (i32.const 65536) (i32.const 2312))
  (global.set $mode (i32.const 0))
  (call $drop-file (i32.load (i32.const 2308)))
  (global.set $argument (i32.load (i32.const 65544)))
  (global.set $mode (i32.and (i32.load (i32.const 65540)) (i32.const 255)))
  (call $obey)
  (i32.load (i32.const 65536)))
(func $obey (local $at i32) (local $left i32)
  (local.set $left (i32.load (i32.const 65548)))
  (local.set $at (i32.load (i32.const 65552)))
  (if (i32.gt_u (local.get $left) (i32.const 256)) (then (return)))
  (block (loop
    (br_if 1 (i32.eqz (local.get $left)))
    (call $order (local.get $at))
    (local.set $at (i32.add (local.get $at) (i32.const 32)))
    (local.set $left (i32.sub (local.get $left) (i32.const 1)))
    (br 0))))
"#;

/// Modes: a bump allocator, one place for all, a trap, a call of the host, no end, the reader's place.
const REALLOC: &str = r#"(func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32) (local i32)
  (if (i32.eq (global.get $mode) (i32.const 255)) (then (return (i32.const 65536))))
  (if (i32.eq (global.get $mode) (i32.const 1)) (then (return (global.get $argument))))
  (if (i32.eq (global.get $mode) (i32.const 2)) (then (unreachable)))
  (if (i32.eq (global.get $mode) (i32.const 3)) (then (drop (call $call1 (i32.const 0) (i32.const 0)))))
  (if (i32.eq (global.get $mode) (i32.const 4)) (then (loop (br 0))))
  (local.set 4 (i32.and (i32.add (global.get $top) (i32.const 7)) (i32.const -8)))
  (global.set $top (i32.add (local.get 4) (local.get 3)))
  (local.get 4))
"#;

fn orders() -> String {
    let mut text = String::from("(func $order (param $at i32) (local $code i32) (local $place i32)\n");
    text += "(local.set $code (i32.and (i32.load (local.get $at)) (i32.const 255)))\n";
    let argument = |number: usize| format!("(call $argument (local.get $at) (i32.const {number}))");
    let mut order = |number: u32, body: String| {
        text += &format!("(if (i32.eq (local.get $code) (i32.const {number})) (then {body} (return)))\n");
    };
    for (number, (_, name, parameters, result)) in CALLS.iter().enumerate() {
        let values: String = parameters
            .split(' ')
            .enumerate()
            .map(|(at, kind)| match kind {
                "L" => format!("(i64.extend_i32_s {})", argument(at)),
                _ => argument(at),
            })
            .collect();
        let name = match *name {
            "[resource-drop]file" => "$drop-file".to_owned(),
            "[resource-drop]blob" => "$drop-blob".to_owned(),
            _ => format!("$call{number}"),
        };
        let call = format!("(call {name} {values})");
        order(number as u32, if result.is_empty() { call } else { format!("(drop {call})") });
    }
    let words: String = (0..16).map(|word| format!("(i32.load offset={} (local.get $place))", 4 * word)).collect();
    order(EMIT, format!("(local.set $place {}) (call $emit {words})", argument(0)));
    order(COPY, format!("(i32.store {} (i32.load {}))", argument(0), argument(1)));
    order(GROW, format!("(drop (memory.grow {}))", argument(0)));
    let made = "(i32.load (i32.const 2324))";
    order(
        BLOB,
        format!(
            "(call $call8 (i32.const 2200) (i32.const 7) (i32.const 2320))
             (call $call9 {made} {} {} (i32.const 2336)) (call $call10 {made} (i32.const 2352))
             (i32.store {} (i32.load (i32.const 2356)))",
            argument(0),
            argument(1),
            argument(2)
        ),
    );
    text += ")\n";
    text
}

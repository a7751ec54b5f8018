//! Guests that import WASI: it answers, but there is nothing behind it.

use crate::malformed::{component, module};
use crate::measure::{Table, error_of};
use crate::world::{World, context};
use batuta_runtime::LoadKind;
use batuta_runtime::plugin_set::FailureKind;
use std::time::Duration;

/// The part of WASI that these guests use, in a version that ordinary toolchains emit.
const WASI: &str = r#"
package test:test;
world test {
    include batuta:plugin/transpiler-plugin@0.1.0;
    IMPORTS
}
package wasi:io@0.2.6 {
    interface poll { resource pollable { block: func(); } }
    interface error { resource error; }
    interface streams {
        use error.{error};
        variant stream-error { last-operation-failed(error), closed }
        resource output-stream { blocking-write-and-flush: func(contents: list<u8>) -> result<_, stream-error>; }
    }
}
package wasi:clocks@0.2.6 {
    interface monotonic-clock {
        use wasi:io/poll@0.2.6.{pollable};
        now: func() -> u64;
        subscribe-duration: func(when: u64) -> pollable;
        subscribe-instant: func(when: u64) -> pollable;
    }
}
package wasi:random@0.2.6 { interface random { get-random-u64: func() -> u64; } }
package wasi:cli@0.2.6 {
    interface environment { get-environment: func() -> list<tuple<string, string>>; get-arguments: func() -> list<string>; }
    interface exit { exit: func(status: result); }
    interface stdout { use wasi:io/streams@0.2.6.{output-stream}; get-stdout: func() -> output-stream; }
}
package wasi:sockets@0.2.6 {
    interface network {
        enum error-code { unknown, access-denied, not-supported, invalid-argument, out-of-memory, timeout, concurrency-conflict, not-in-progress, would-block, invalid-state, new-socket-limit, address-not-bindable, address-in-use, remote-unreachable, connection-refused, connection-reset, connection-aborted, datagram-too-large, name-unresolvable, temporary-resolver-failure, permanent-resolver-failure }
        enum ip-address-family { ipv4, ipv6 }
    }
    interface tcp { resource tcp-socket; }
    interface tcp-create-socket {
        use network.{error-code, ip-address-family};
        use tcp.{tcp-socket};
        create-tcp-socket: func(address-family: ip-address-family) -> result<tcp-socket, error-code>;
    }
}
package wasi:http@0.2.6 { interface types { run: func(); } }
"#;

/// A component that imports `imports` and does `body` in `lower`.
fn guest(imports: &str, declarations: &str, body: &str) -> Vec<u8> {
    let imports: String = imports.split(' ').map(|name| format!("import {name};\n")).collect();
    let headers: String = declarations.lines().map(|line| format!(";; import: {line}\n")).collect();
    let text = format!(
        "{headers}(func (export \"batuta:plugin/transpiler@0.1.0#lower\") (param i32 i32 i32 i32) (result i32) (local i32)
          (call $drop-file (local.get 0)) (call $drop-blob (local.get 1))
          {body} (i32.const 3072))"
    );
    component(module(&text), &WASI.replace("IMPORTS", &imports), |text| text)
}

const CLOCK: &str = r#"(import "wasi:clocks/monotonic-clock@0.2.6" "subscribe-duration" (func $sleep (param i64) (result i32)))
(import "wasi:clocks/monotonic-clock@0.2.6" "subscribe-instant" (func $until (param i64) (result i32)))
(import "wasi:clocks/monotonic-clock@0.2.6" "now" (func $now (result i64)))
(import "wasi:io/poll@0.2.6" "[method]pollable.block" (func $block (param i32)))"#;
const STDOUT: &str = r#"(import "wasi:cli/stdout@0.2.6" "get-stdout" (func $stdout (result i32)))
(import "wasi:io/streams@0.2.6" "[method]output-stream.blocking-write-and-flush" (func $write (param i32 i32 i32 i32)))"#;
const ENVIRONMENT: &str = r#"(import "wasi:cli/environment@0.2.6" "get-environment" (func $environment (param i32)))
(import "wasi:cli/environment@0.2.6" "get-arguments" (func $arguments (param i32)))"#;
const SOCKET: &str =
    r#"(import "wasi:sockets/tcp-create-socket@0.2.6" "create-tcp-socket" (func $socket (param i32 i32)))"#;
const RANDOM: &str = r#"(import "wasi:random/random@0.2.6" "get-random-u64" (func $random (result i64)))"#;
const EXIT: &str = r#"(import "wasi:cli/exit@0.2.6" "exit" (func $exit (param i32)))"#;

/// Imports, declarations, name, what it does, body. The body traps when WASI is not inert.
const GOOD: &[(&str, &str, &str, &str, &str)] = &[
    (
        "wasi:clocks/monotonic-clock@0.2.6",
        CLOCK,
        "wasi-sleep",
        "sleeps for an hour",
        "(call $block (call $sleep (i64.const 3600000000000)))",
    ),
    (
        "wasi:clocks/monotonic-clock@0.2.6",
        CLOCK,
        "wasi-sleep-until",
        "sleeps until the end of time",
        "(call $block (call $until (i64.const -1)))",
    ),
    (
        "wasi:clocks/monotonic-clock@0.2.6",
        CLOCK,
        "wasi-clock",
        "reads the clock: it starts at zero and jumps over a sleep",
        "(if (i64.ge_u (call $now) (i64.const 1000)) (then unreachable))
         (call $block (call $sleep (i64.const 3600000000000)))
         (if (i64.lt_u (call $now) (i64.const 3600000000000)) (then unreachable))",
    ),
    (
        "wasi:cli/stdout@0.2.6",
        STDOUT,
        "wasi-stdout",
        "prints 400 MB",
        "(local.set 4 (i32.const 100000)) (call $stdout) (local.set 0)
         (loop (call $write (local.get 0) (i32.const 0) (i32.const 4096) (i32.const 4096))
           (local.set 4 (i32.sub (local.get 4) (i32.const 1))) (br_if 0 (local.get 4)))",
    ),
    (
        "wasi:cli/environment@0.2.6",
        ENVIRONMENT,
        "wasi-environment",
        "reads environment and arguments: both are empty",
        "(call $environment (i32.const 4096)) (if (i32.load (i32.const 4100)) (then unreachable))
         (call $arguments (i32.const 4096)) (if (i32.load (i32.const 4100)) (then unreachable))",
    ),
    (
        "wasi:sockets/tcp-create-socket@0.2.6",
        SOCKET,
        "wasi-socket",
        "makes a socket: refused",
        "(call $socket (i32.const 0) (i32.const 4096)) (if (i32.eqz (i32.load8_u (i32.const 4096))) (then unreachable))",
    ),
];

pub fn run(world: &World, table: &mut Table) {
    for (imports, declarations, name, what, body) in GOOD {
        let component = guest(imports, declarations, body);
        table.case(name, what, Duration::from_secs(3), || {
            let sandbox = world.load(&component).unwrap();
            let outcome = world.lower(&sandbox, &context("none", ""));
            if let Err(error) = outcome.result {
                panic!("{error}");
            }
            world.good_call();
            "ok, inert".into()
        });
    }
    random(world, table);
    exit(world, table);
    table.case("wasi-http", "imports wasi:http", Duration::from_secs(1), || {
        let declarations = r#"(import "wasi:http/types@0.2.6" "run" (func $run))"#;
        let error = world.load(&guest("wasi:http/types@0.2.6", declarations, "(call $run)")).err().unwrap();
        assert_eq!(error.kind, LoadKind::UnknownImports, "{error}");
        assert!(error.message.contains("wasi:http/types@0.2.6") && !error.remedy.is_empty());
        format!("{:?}: {}", error.kind, error.message)
    });
}

/// Two calls see the same stream: the parity of the first number decides whether the guest traps.
fn random(world: &World, table: &mut Table) {
    table.case("wasi-random", "asks for randomness: the same in every call", Duration::from_secs(2), || {
        let component = guest(
            "wasi:random/random@0.2.6",
            RANDOM,
            "(if (i64.eqz (i64.and (call $random) (i64.const 1))) (then unreachable))",
        );
        let sandbox = world.load(&component).unwrap();
        let ends: Vec<bool> = (0..16).map(|_| world.lower(&sandbox, &context("none", "")).result.is_ok()).collect();
        assert!(ends.iter().all(|end| *end == ends[0]), "{ends:?}");
        "ok, a fixed stream".into()
    });
}

fn exit(world: &World, table: &mut Table) {
    table.case("wasi-exit", "ends its process", Duration::from_secs(1), || {
        let sandbox = world.load(&guest("wasi:cli/exit@0.2.6", EXIT, "(call $exit (i32.const 1))")).unwrap();
        let error = error_of(&world.lower(&sandbox, &context("none", "")), "core", "6.6.7");
        assert_eq!(error.kind, FailureKind::Trap, "{error}");
        world.good_call();
        format!("{:?}: {}", error.kind, error.message)
    });
}

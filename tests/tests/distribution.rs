//! Getting, locking, signing, trusting and publishing plugins with the real `batuta`: folders, a web server and a real registry.
#![allow(clippy::unwrap_used, clippy::disallowed_methods)]

use batuta_tests::command::{Ran, World};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// The awk plugin of the examples, packed as `awk.wasm`.
fn world() -> World {
    let world = World::with([("p/sum.awk", "{ n += $1 }\nEND { print n }\n")]);
    let bundle = std::env::var_os("BATUTA_BUNDLE").map(PathBuf::from).expect("run this through `cargo dev ready`");
    let module = bundle.with_file_name("awk.core.wasm");
    world.batuta(&["plugin", "pack", module.to_str().unwrap(), "-o", "awk.wasm"]).code(0);
    world
}

fn digest(world: &World) -> String {
    let inspected = world.batuta(&["plugin", "inspect", "./awk.wasm", "--format", "json"]).code(0).json();
    format!("sha256:{}", inspected["digest"].as_str().unwrap())
}

fn key(world: &World, name: &str) -> String {
    let made = world.batuta(&["plugin", "key", name, "--format", "json"]).code(0).json();
    made["public"].as_str().unwrap().to_owned()
}

/// It failed, said `why` and what to do.
fn refused(ran: Ran, why: &str) {
    let ran = ran.code(1);
    assert!(ran.stderr.contains(why) && ran.stderr.contains("try:"), "{ran:#?}");
}

/// The stored file of the plugin.
fn stored(world: &World) -> PathBuf {
    let hex = digest(world);
    world.path(".data/batuta/plugins").join(format!("{}.wasm", hex.trim_start_matches("sha256:")))
}

#[test]
fn a_plugin_is_added_from_a_folder_locked_and_used_in_its_project() {
    let world = world();
    std::fs::create_dir(world.path("shelf")).unwrap();
    world.batuta(&["plugin", "publish", "awk.wasm", "shelf"]).code(0);
    let found = world.batuta(&["plugin", "search", "aw", "--from", "shelf", "--format", "json"]).code(0).json();
    assert_eq!((found[0]["name"].as_str(), found[0]["versions"][0].as_str()), (Some("awk"), Some("0.1.0")));
    let added = world.batuta(&["plugin", "add", "shelf", "--version", "^0.1", "--format", "json"]).code(0).json();
    assert_eq!((added["digest"].as_str(), added["signed"].as_str()), (Some(&*digest(&world)), Some("not signed")));
    let listed = world.batuta(&["plugin", "list"]).code(0).stdout;
    assert!(listed.lines().any(|line| line.starts_with("awk ")), "{listed}");
    let inspected = world.batuta(&["plugin", "inspect", "awk", "--format", "json"]).code(0).json();
    assert_eq!(
        inspected["size"].as_u64(),
        Some(std::fs::metadata(world.path("awk.wasm")).unwrap().len()),
        "{inspected:#}"
    );
    assert!(!inspected["imports"].as_array().unwrap().is_empty(), "{inspected:#}");
    std::fs::rename(world.path("batuta.lock"), world.path("p/batuta.lock")).unwrap();
    world.batuta(&["transpile", "p", "-o", "out"]).code(0);
    assert!(world.path("out/sum/src/main.rs").exists());
    refused(world.batuta(&["plugin", "add", "shelf", "--version", "^7"]), "no version that satisfies `^7`");
    let other = format!("sha256:{}", "0".repeat(64));
    refused(world.batuta(&["plugin", "add", "shelf", "--digest", &other]), "was changed");
    refused(world.batuta(&["plugin", "remove", "awk"]), "no plugin is called `awk`");
    world.batuta(&["plugin", "add", "shelf", "--user"]).code(0);
    world.batuta(&["plugin", "remove", "awk", "--user"]).code(0);
}

#[test]
fn what_was_changed_behind_the_back_is_not_run() {
    let world = world();
    world.batuta(&["plugin", "key", "my.key"]).code(0);
    world.batuta(&["plugin", "sign", "awk.wasm", "--key", "my.key"]).code(0);
    world.batuta(&["plugin", "add", "awk.wasm"]).code(0);
    let (hex, store) = (digest(&world), stored(&world));
    let good = std::fs::read(&store).unwrap();
    let mut bad = good.clone();
    bad[good.len() / 2] ^= 1;
    std::fs::write(&store, &bad).unwrap();
    refused(world.batuta(&["plugin", "list"]), "was changed: it should have the digest");
    std::fs::remove_file(&store).unwrap();
    refused(world.batuta(&["plugin", "list"]), "batuta plugin fetch");
    world.put("awk.wasm", &bad);
    refused(world.batuta(&["plugin", "fetch"]), "was changed");
    world.put("awk.wasm", &good);
    world.batuta(&["plugin", "fetch"]).code(0);
    world.batuta(&["plugin", "list"]).code(0);
    let lock = world.text("batuta.lock");
    world.put("batuta.lock", lock.replace("name = \"awk\"", "name = \"awl\""));
    refused(world.batuta(&["plugin", "list"]), "its signature does not fit");
    world.put("batuta.lock", lock.replace(&hex, &format!("sha256:{}", "1".repeat(64))));
    refused(world.batuta(&["plugin", "list"]), "its signature does not fit");
    world.put("batuta.lock", "version = 9\n");
    refused(world.batuta(&["plugin", "list"]), "it has version 9");
}

#[test]
fn signatures_say_who_may_bring_plugins() {
    let world = world();
    let (mine, other) = (key(&world, "mine.key"), key(&world, "other.key"));
    let mode =
        std::os::unix::fs::PermissionsExt::mode(&std::fs::metadata(world.path("mine.key")).unwrap().permissions());
    assert_eq!(mode & 0o777, 0o600);
    refused(world.batuta(&["plugin", "key", "mine.key"]), "is there already");
    refused(world.batuta(&["plugin", "verify", "awk.wasm"]), "is not signed");
    world.batuta(&["plugin", "trust", "--policy", "pinned", "--add", "me", &mine]).code(0);
    refused(world.batuta(&["plugin", "add", "awk.wasm"]), "it is not signed, and your policy wants that");
    world.batuta(&["plugin", "sign", "awk.wasm", "--key", "other.key"]).code(0);
    refused(world.batuta(&["plugin", "add", "awk.wasm"]), "is not on your list of keys");
    world.batuta(&["plugin", "sign", "awk.wasm", "--key", "mine.key"]).code(0);
    let verified = world.batuta(&["plugin", "verify", "awk.wasm", "--format", "json"]).code(0).json();
    assert_eq!(verified["known"], "me");
    world.batuta(&["plugin", "add", "awk.wasm"]).code(0);
    world.batuta(&["plugin", "trust", "--policy", "any", "--remove", "me"]).code(0);
    world.batuta(&["plugin", "sign", "awk.wasm", "--key", "other.key"]).code(0);
    refused(world.batuta(&["plugin", "add", "awk.wasm"]), "`--accept-key`");
    let taken = world.batuta(&["plugin", "add", "awk.wasm", "--accept-key", "--format", "json"]).code(0).json();
    assert!(taken["signed"].as_str().unwrap().contains("not seen before"), "{taken}");
    assert!(world.text("batuta.lock").contains(&other));
    let signature = world.text("awk.wasm.sig");
    world.put("awk.wasm.sig", signature.replace(&other, &mine));
    refused(world.batuta(&["plugin", "verify", "awk.wasm"]), "does not fit");
    world.put("awk.wasm.sig", "nonsense");
    refused(world.batuta(&["plugin", "add", "awk.wasm"]), "it is no signature");
}

/// A web server for one folder, which ends with the test.
struct Web(u16);

impl Web {
    fn of(folder: PathBuf) -> Web {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        std::thread::spawn(move || listener.incoming().flatten().for_each(|stream| Web::answer(stream, &folder)));
        Web(port)
    }

    fn answer(mut stream: TcpStream, folder: &Path) {
        let mut line = String::new();
        let mut reader = BufReader::new(stream.try_clone().unwrap());
        reader.read_line(&mut line).unwrap();
        let mut header = String::new();
        while reader.read_line(&mut header).unwrap() > 2 {
            header.clear();
        }
        let path = line.split(' ').nth(1).unwrap_or("/").trim_start_matches('/');
        let answer = match path {
            "flood" => [&b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"[..], &vec![0; 65 << 20]].concat(),
            "away" => {
                b"HTTP/1.1 302 Found\r\nLocation: /awk.wasm\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".to_vec()
            }
            "broken" => b"HTTP/1.1 500 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".to_vec(),
            path => match std::fs::read(folder.join(path)) {
                Ok(bytes) => {
                    let head =
                        format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\nConnection: close\r\n\r\n", bytes.len());
                    [head.as_bytes(), &bytes].concat()
                }
                Err(_) => b"HTTP/1.1 404 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".to_vec(),
            },
        };
        let _ = stream.write_all(&answer);
        let _ = stream.shutdown(std::net::Shutdown::Write);
        let _ = stream.read(&mut [0; 64]);
    }
}

#[test]
fn a_plugin_is_added_from_the_web() {
    let world = world();
    world.batuta(&["plugin", "key", "my.key"]).code(0);
    world.batuta(&["plugin", "sign", "awk.wasm", "--key", "my.key"]).code(0);
    let Web(port) = Web::of(world.path(""));
    let at = |path: &str| format!("http://127.0.0.1:{port}/{path}");
    world.batuta(&["plugin", "add", &at("awk.wasm")]).code(0);
    assert!(world.text("batuta.lock").contains("ed25519:"));
    world.batuta(&["plugin", "update"]).code(0);
    world.batuta(&["plugin", "add", &at("away")]).code(1);
    refused(world.batuta(&["plugin", "add", &at("none.wasm")]), "nothing is there (404)");
    refused(world.batuta(&["plugin", "add", &at("flood")]), "larger than 64 MiB");
    refused(world.batuta(&["plugin", "add", &at("broken")]), "the server answers 500");
    refused(world.batuta(&["plugin", "add", "http://example.org/awk.wasm"]), "use https");
    refused(world.batuta(&["plugin", "add", "http://127.0.0.1:9/awk.wasm"]), "cannot get");
}

/// Debian's `docker-registry` on a port of this machine, with an empty folder behind it.
struct Registry {
    server: Child,
    port: u16,
    folder: tempfile::TempDir,
}

impl Registry {
    fn start() -> Registry {
        let program = batuta_testkit::corpus::folder("docker-registry").unwrap().join("usr/bin/docker-registry");
        let folder = tempfile::tempdir().unwrap();
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let settings = format!(
            "version: 0.1\nstorage:\n  filesystem:\n    rootdirectory: {}\nhttp:\n  addr: 127.0.0.1:{port}\n",
            folder.path().join("data").display()
        );
        std::fs::write(folder.path().join("settings.yml"), settings).unwrap();
        let mut command = Command::new(program);
        command.arg("serve").arg(folder.path().join("settings.yml")).stdout(Stdio::null()).stderr(Stdio::null());
        let server = command.spawn().expect("the registry starts");
        let start = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(start.elapsed() < Duration::from_secs(30), "the registry does not answer");
            std::thread::sleep(Duration::from_millis(50));
        }
        Registry { server, port, folder }
    }

    fn at(&self, path: &str) -> String {
        format!("oci://127.0.0.1:{}{path}", self.port)
    }

    /// The file of the blob with this digest.
    fn blob(&self, digest: &str) -> PathBuf {
        let hex = digest.trim_start_matches("sha256:");
        self.folder.path().join("data/docker/registry/v2/blobs/sha256").join(&hex[..2]).join(hex).join("data")
    }
}

impl Drop for Registry {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

#[test]
fn a_plugin_goes_through_a_real_registry() {
    let (world, registry) = (world(), Registry::start());
    world.batuta(&["plugin", "key", "my.key"]).code(0);
    let place = registry.at("/plugins/awk");
    world.batuta(&["plugin", "publish", "awk.wasm", &place, "--key", "my.key"]).code(0);
    world.batuta(&["plugin", "publish", "awk.wasm", &place, "--key", "my.key"]).code(0);
    let found = world.batuta(&["plugin", "search", "--from", &registry.at(""), "--format", "json"]).code(0).json();
    assert_eq!(found[0]["description"], "Converts a subset of AWK to Rust", "{found}");
    let added = world.batuta(&["plugin", "add", &place, "--version", "^0.1", "--format", "json"]).code(0).json();
    assert!(added["signed"].as_str().unwrap().contains("signed by a key"), "{added}");
    world.batuta(&["plugin", "update"]).code(0);
    world.batuta(&["plugin", "add", &format!("{place}:0.1.0")]).code(0);
    refused(world.batuta(&["plugin", "add", &format!("{place}:9.9.9")]), "cannot get");
    refused(world.batuta(&["plugin", "add", &registry.at("/plugins/none")]), "cannot get");
    refused(world.batuta(&["plugin", "add", &registry.at("")]), "it names a registry, not a repository");
    let blob = registry.blob(&digest(&world));
    let mut bytes = std::fs::read(&blob).unwrap();
    bytes[1000] ^= 1;
    std::fs::write(&blob, bytes).unwrap();
    refused(world.batuta(&["plugin", "add", &place]), "the layer of");
    std::fs::remove_file(stored(&world)).unwrap();
    refused(world.batuta(&["plugin", "fetch"]), "was changed");
}

#[test]
fn a_name_that_looks_like_another_is_said() {
    let world = world();
    world.batuta(&["plugin", "add", "awk.wasm"]).code(0);
    let lock = world.text("batuta.lock");
    world.put("batuta.lock", lock.replace("name = \"awk\"", "name = \"a-wk\""));
    let added = world.batuta(&["plugin", "add", "awk.wasm", "--format", "json"]).code(0).json();
    assert!(added["warnings"][0].as_str().unwrap().contains("looks like `a-wk`"), "{added}");
}

#[test]
fn grants_are_for_these_bytes_and_can_be_taken_back() {
    let world = World::with([
        ("p/x.hostile", "x"),
        ("p/batuta.toml", "[plugin.hostile]\nattack = 'power-storage'\nargument = 'k'\n"),
    ]);
    let bundle = std::env::var_os("BATUTA_BUNDLE").map(PathBuf::from).expect("run this through `cargo dev ready`");
    let module = bundle.with_file_name("hostile.core.wasm");
    world.batuta(&["plugin", "pack", module.to_str().unwrap(), "-o", "hostile.wasm"]).code(0);
    let added = world.batuta(&["plugin", "add", "hostile.wasm", "--format", "json"]).code(0).json();
    assert_eq!(added["granted"].as_array().unwrap().len(), 0, "{added}");
    assert!(added["not_granted"].as_array().unwrap().iter().any(|it| it == "storage"), "{added}");
    refused(world.batuta(&["plugin", "grant", "hostile", "clock"]), "does not ask for `clock`");
    refused(world.batuta(&["plugin", "grant", "hostile", "network=example.org"]), "no interface to it");
    refused(world.batuta(&["plugin", "grant", "nobody", "storage"]), "no plugin is called");
    world.batuta(&["plugin", "grant", "hostile", "root"]).code(2);
    world.batuta(&["plugin", "grant", "hostile", "storage", "tools=cat"]).code(0);
    let grants = world.batuta(&["plugin", "grants", "--format", "json"]).code(0).json();
    assert_eq!(grants["grant"][0]["capabilities"], serde_json::json!(["storage", "tools=cat"]), "{grants}");
    world.batuta(&["plugin", "revoke", "hostile", "tools=cat"]).code(0);
    world.batuta(&["plugin", "revoke", "hostile"]).code(0);
    refused(world.batuta(&["plugin", "revoke", "hostile"]), "no grant is called");
    // What the version before had is had by the next; anything more is not.
    world.batuta(&["plugin", "add", "hostile.wasm", "--allow", "storage"]).code(0);
    let grants = world.text(".config/batuta/grants.toml");
    let digest = grants.lines().find_map(|line| line.strip_prefix("digest = ")).unwrap();
    world.put(".config/batuta/grants.toml", grants.replace(digest, &format!("\"sha256:{}\"", "2".repeat(64))));
    let again = world.batuta(&["plugin", "add", "hostile.wasm", "--format", "json"]).code(0).json();
    assert_eq!(again["granted"], serde_json::json!(["storage"]), "{again}");
}

#[test]
fn a_plugin_that_traps_shows_where_it_was() {
    let world = World::with([("p/x.hostile", "x"), ("p/batuta.toml", "[plugin.hostile]\nattack = 'panic'\n")]);
    let bundle = std::env::var_os("BATUTA_BUNDLE").map(PathBuf::from).expect("run this through `cargo dev ready`");
    let module = bundle.with_file_name("hostile.core.wasm");
    world.batuta(&["plugin", "pack", module.to_str().unwrap(), "-o", "hostile.wasm"]).code(0);
    let nothing = world.batuta(&["plugin", "pack", "hostile.wasm", "--plug", "hostile.wasm", "-o", "both.wasm"]);
    refused(nothing, "hostile.wasm imports nothing that hostile.wasm exports");
    let run = |flags: &[&str]| {
        let arguments = ["transpile", "p", "-o", "out", "--plugin", "hostile.wasm"];
        world.batuta(&[&arguments[..], flags].concat()).code(1).stderr
    };
    let plain = run(&[]);
    assert!(!plain.contains("trapped in"), "{plain}");
    let shown = run(&["--guest-backtrace"]);
    assert!(shown.contains("trapped in `lower` of x.hostile") && !shown.contains("core dump"), "{shown}");
    let dumped = run(&["--core-dumps", "cores", "--deterministic"]);
    assert!(dumped.contains("trapped in `lower` of x.hostile") && dumped.contains("core dump: cores"), "{dumped}");
    let core = std::fs::read(world.path("cores/hostile-lower-0.coredump")).unwrap();
    assert!(core.starts_with(b"\0asm"), "{} bytes", core.len());
}

#[test]
fn a_granted_plugin_stores_uses_tools_and_is_not_cached() {
    let world = World::with([("p/x.hostile", "x")]);
    let bundle = std::env::var_os("BATUTA_BUNDLE").map(PathBuf::from).expect("run this through `cargo dev ready`");
    let module = bundle.with_file_name("hostile.core.wasm");
    world.batuta(&["plugin", "pack", module.to_str().unwrap(), "-o", "hostile.wasm"]).code(0);
    let run = |attack: &str, argument: &str, grant: &str| {
        let settings = format!("[plugin.hostile]\nattack = '{attack}'\nargument = '{argument}'\n");
        world.put("p/batuta.toml", settings);
        let mut arguments =
            vec!["transpile", "p", "-o", "out", "--plugin", "hostile.wasm", "--audit-log", "audit.jsonl"];
        if !grant.is_empty() {
            arguments.extend(["--grant", grant]);
        }
        world.batuta(&arguments)
    };
    let text = || world.text("out/behaved/src/main.rs");
    let denied = run("power-storage", "k", "");
    assert!(denied.code != Some(0) && (denied.stdout + &denied.stderr).contains("was not granted"));
    run("power-storage", "k", "hostile:storage").code(0);
    assert!(text().contains("kept \"\""), "{}", text());
    run("power-storage", "k", "hostile:storage").code(0);
    assert!(text().contains("kept \"x\""), "the second run is a run of its own: {}", text());
    run("power-tool", "cat", "hostile:tools=cat").code(0);
    assert!(text().contains("0 \"through\""), "{}", text());
    run("power-outside", "/usr/include/stdio.h", "hostile:read-outside=/usr/include").code(0);
    assert!(text().contains("stdio.h has something"), "{}", text());
    let audit = world.text("audit.jsonl");
    let events: Vec<serde_json::Value> = audit.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    for event in ["load", "grant", "deny", "call", "fail"] {
        assert!(events.iter().any(|it| it["event"] == event && it["time"].is_u64()), "no `{event}` in {audit}");
    }
}

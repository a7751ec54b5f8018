//! The campaign over component bytes: random code in the shape of a plugin, sections of guests cut and pasted, random manifests, random
//! bytes. Each is looked at, and what passes is compiled, asked what it is, and called.

use super::judge;
use super::random::{Random, havoc};
use super::smith::Smith;
use super::value::{Builder, Types};
use super::{Campaign, limits};
use crate::malformed::{TRANSPILER, core_guests, encode, module, resolve, sections};
use crate::world::{context, hostile_module};
use batuta_runtime::model::{Digest, FileId, SourceFile};
use batuta_runtime::plugin_set::PluginSet;
use batuta_runtime::{Loader, PluginEngine, Sandbox, bundle_components, inspect, survey};
use std::sync::Arc;
use wit_parser::{Resolve, WorldId};

/// Components above this size are looked at and not compiled, which would take seconds each.
const COMPILED: usize = 256 << 10;

pub struct Components {
    loader: Loader,
    world: (Resolve, WorldId),
    types: Types,
    /// Guests to cut from.
    guests: Vec<Vec<u8>>,
    /// How many of them are small.
    small: usize,
    smith: Option<Smith>,
    file: Arc<SourceFile>,
}

impl Components {
    /// With `smith`, its program makes a part of the inputs.
    pub fn new(smith: Option<&std::path::Path>) -> Self {
        let world = resolve(TRANSPILER, |text| text);
        let cores = core_guests();
        let mut guests: Vec<Vec<u8>> = cores.iter().filter_map(|(_, text)| encode(module(text), &world).ok()).collect();
        let small = guests.len();
        let hostile = std::fs::read(hostile_module()).unwrap();
        guests.push(batuta_runtime::componentize(&hostile).unwrap());
        if smith.is_some() {
            guests.extend(first_party());
        }
        let bytes = b"0123456789".to_vec();
        let file = SourceFile { id: FileId(0), path: "main.txt".into(), digest: Digest::of(&bytes), bytes };
        Components {
            loader: Loader::new(Arc::new(PluginEngine::new().unwrap())),
            types: Types::new(world.0.clone()),
            smith: smith.map(|program| Smith::start(program, &shape())),
            world,
            guests,
            small,
            file: Arc::new(file),
        }
    }

    fn guest(&self, random: &mut Random) -> &[u8] {
        // The plugins, which are large, stand last.
        let most = if random.one_in(40) { self.guests.len() } else { self.small };
        &self.guests[random.below(most)]
    }

    /// A plugin whose manifest is any value of its type.
    fn manifest(&self, random: Random) -> Vec<u8> {
        let mut builder = Builder::new(&self.types, random);
        let place = builder.place(&self.types.named("metadata", "manifest"));
        let data: String = builder.data().iter().map(|byte| format!("\\{byte:02x}")).collect();
        let text = format!(
            ";; memory: 8\n(data (i32.const 65536) \"{data}\") (func (export \"describe\") (result i32) (i32.const {place}))"
        );
        encode(module(&text), &self.world).unwrap()
    }
}

impl Campaign for Components {
    fn name(&self) -> &'static str {
        "components"
    }

    fn input(&mut self, number: u64, kept: &[Vec<u8>]) -> Vec<u8> {
        let (mut random, choice) = chosen(number);
        if let (Some(smith), 0..8) = (&mut self.smith, choice) {
            let made = smith.module(number, |number| chosen(number).1 < 8);
            let mut bytes = encode(made.clone(), &self.world).unwrap_or(made);
            if random.one_in(4) {
                havoc(&mut random, &mut bytes, &[]);
            }
            return bytes;
        }
        match choice {
            0..4 => self.manifest(random),
            4..6 => arbitrary(&mut random),
            _ => {
                let kept_one = (!kept.is_empty() && random.one_in(2)).then(|| random.below(kept.len()));
                let mut bytes = match kept_one {
                    Some(one) => kept[one].clone(),
                    None => self.guest(&mut random).to_vec(),
                };
                let other = self.guest(&mut random);
                if random.one_in(3) {
                    havoc(&mut random, &mut bytes, other);
                } else {
                    rearrange(&mut random, &mut bytes, other);
                }
                bytes
            }
        }
    }

    fn run(&mut self, input: &[u8]) -> String {
        let looked = survey("input.wasm", input);
        looked.problems.iter().for_each(|problem| assert!(!problem.message.is_empty() && !problem.remedy.is_empty()));
        let inspection = match inspect("input.wasm", input) {
            Ok(inspection) if input.len() > COMPILED => return format!("looked at {:?}", inspection.roles),
            Ok(inspection) => inspection,
            Err(error) => return format!("{:?} {}", error.kind, judge::numberless(&error.message)),
        };
        let plugin = match self.loader.component("input.wasm", input, limits()) {
            Ok(plugin) => plugin,
            Err(error) => {
                assert!(!error.message.contains("the host failed"), "{error}");
                return format!("{:?} {}", error.kind, judge::numberless(&error.message));
            }
        };
        let manifest = plugin.info().manifest.clone();
        assert_eq!(plugin.info().digest, inspection.digest);
        assert!(manifest.roles.iter().all(|role| inspection.roles.contains(role)), "{manifest:?}");
        let sandbox = Sandbox::new(vec![plugin]);
        let cx = context("none", "");
        const FILES: judge::Files = &[(0, 10), (1, 5)];
        let facts = Arc::from(&b"facts"[..]);
        let mut said = format!("{} ", manifest.roles.len());
        said += &judge::outcome(&sandbox.lower(0, &self.file, &facts, &cx), FILES, |it| judge::lowered(it, FILES));
        said += &judge::outcome(&sandbox.index(0, &self.file, &cx), FILES, |_| ());
        said += &judge::outcome(&sandbox.link(0, vec![(FileId(0), facts)], &cx), FILES, |_| ());
        said += &judge::outcome(&sandbox.support_crate(0, "x", &cx), FILES, |it| judge::support(it));
        said
    }
}

/// What kind of input a number stands for, below 16.
fn chosen(number: u64) -> (Random, usize) {
    let mut random = Random::new(number);
    let choice = random.below(16);
    (random, choice)
}

/// The plugins that come with batuta.
fn first_party() -> Vec<Vec<u8>> {
    let bundle = hostile_module().with_file_name("first-party.bundle");
    let Ok(bytes) = std::fs::read(bundle) else { return Vec::new() };
    let components = bundle_components(bytes.leak()).unwrap();
    components.into_iter().map(|(_, bytes)| bytes.to_vec()).collect()
}

/// The skeleton with the imports of a transpiler: what random modules look like from outside.
fn shape() -> Vec<u8> {
    let import = |interface: &str, name: &str, types: &str| {
        format!(";; import: (import \"batuta:plugin/{interface}@0.1.0\" \"{name}\" (func {types}))\n")
    };
    let text = [
        import("host", "log", "(param i32 i32 i32 i32 i32)"),
        import("host", "checkpoint", "(param i32 i32) (result i32)"),
        import("project", "open", "(param i32 i32 i32)"),
        import("project", "[method]file.read", "(param i32 i64 i32 i32)"),
        import("project", "[method]file.path", "(param i32 i32)"),
        import("store", "create", "(param i32 i32 i32)"),
        import("store", "[method]sink.write", "(param i32 i32 i32 i32)"),
        import("store", "[static]sink.finish", "(param i32 i32)"),
        import("store", "[method]blob.read", "(param i32 i64 i32 i32)"),
        import("compute", "[static]tensor.new", "(param i32 i32 i32 i32)"),
        import("storage", "get", "(param i32 i32 i32)"),
    ];
    module(&text.concat())
}

/// Bytes that begin as a component, a module, machine code or nothing does.
fn arbitrary(random: &mut Random) -> Vec<u8> {
    let starts: [&[u8]; 5] =
        [b"\0asm\x0d\0\x01\0", b"\0asm\x01\0\0\0", b"\x7fELF\x02\x01\x01", b"", b"\0asm\x0d\0\x01\0\x01"];
    let count = random.below(400);
    [starts[random.below(starts.len())], &random.bytes(count)].concat()
}

/// Sections taken out, doubled, swapped, or taken from another component.
fn rearrange(random: &mut Random, bytes: &mut Vec<u8>, other: &[u8]) {
    let Some(mut parts) = split(bytes) else { return };
    let strangers = split(other).unwrap_or_default();
    for _ in 0..1 + random.below(3) {
        let (a, b) = (random.below(parts.len()), random.below(parts.len()));
        match random.below(5) {
            _ if parts.is_empty() => {}
            0 => drop(parts.remove(a)),
            1 => parts.insert(b, parts[a].clone()),
            2 => parts.swap(a, b),
            3 if !strangers.is_empty() => parts.insert(a, strangers[random.below(strangers.len())].clone()),
            _ => havoc(random, &mut parts[a], &[]),
        }
    }
    *bytes = [b"\0asm\x0d\0\x01\0", &parts.concat()[..]].concat();
}

/// The sections of a component, each with its head; none when the bytes are no row of sections.
fn split(bytes: &[u8]) -> Option<Vec<Vec<u8>>> {
    inspect("guest.wasm", bytes).ok()?;
    let mut starts: Vec<usize> = sections(bytes).map(|(_, start)| start).collect();
    starts.push(bytes.len());
    Some(starts.windows(2).map(|pair| bytes[pair[0]..pair[1]].to_vec()).collect())
}

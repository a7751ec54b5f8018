//! `batuta-smith SHAPE`: reads numbers from standard input, one a line, and answers each with a random core module that imports and
//! exports what the module in the file SHAPE does, as its length (four bytes, little endian) and its bytes.
//!
//! Most code is random. `describe` answers the manifest of the tests' skeleton, `cabi_realloc` allocates, and half of the modules end
//! `lower` with a sane result, so that the random code in it is reached and what it did to the host's handles and memory is judged.

use arbitrary::Unstructured;
use std::io::{BufRead, Write};
use std::process::ExitCode;
use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{BlockType, CodeSection, Function, Instruction, MemArg, MemArgTarget, Module, ValType};
use wasm_smith::Config;
use wasmparser::{ExternalKind, FunctionBody, Parser, Payload};

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("batuta-smith: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Box<dyn std::error::Error>> {
    let shape = std::fs::read(std::env::args().nth(1).ok_or("give the module whose shape is wanted")?)?;
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        let module = module(&shape, line?.trim().parse()?)?;
        out.write_all(&u32::try_from(module.len())?.to_le_bytes())?;
        out.write_all(&module)?;
        out.flush()?;
    }
    Ok(())
}

/// The module of this number.
fn module(shape: &[u8], number: u64) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    let mut random = Random(number.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    let entropy: Vec<u8> = (0..512 + random.below(6000)).map(|_| random.next() as u8).collect();
    let mut made = wasm_smith::Module::new(config(shape, &mut random), &mut Unstructured::new(&entropy))?;
    if random.below(4) > 0 {
        let _ = made.ensure_termination(10_000);
    }
    let bytes = made.to_bytes();
    let mut tamer = Tamer { exports: exports(&bytes)?, next: imported(&bytes)?, sane_lower: random.below(2) == 0 };
    let mut module = Module::new();
    match tamer.parse_core_module(&mut module, Parser::new(0), &bytes) {
        Ok(()) => Ok(module.finish()),
        Err(_) => Ok(bytes),
    }
}

fn config(shape: &[u8], random: &mut Random) -> Config {
    let odd = random.below(8) == 0;
    Config {
        module_shape: Some(shape.to_vec()),
        max_funcs: 12,
        max_instructions: 20 + random.below(300) as usize,
        max_memories: 1,
        max_tables: 3,
        max_table_elements: 100_000,
        // What the engine has switched off is generated now and then, to see it refused.
        gc_enabled: odd,
        threads_enabled: odd,
        exceptions_enabled: odd,
        memory64_enabled: odd && random.below(2) == 0,
        relaxed_simd_enabled: odd,
        wide_arithmetic_enabled: false,
        compact_imports_enabled: false,
        allow_start_export: random.below(4) == 0,
        generate_custom_sections: random.below(4) == 0,
        ..Config::default()
    }
}

/// Exported functions, by index.
fn exports(bytes: &[u8]) -> Result<Vec<(u32, String)>, wasmparser::BinaryReaderError> {
    let mut found = Vec::new();
    for payload in Parser::new(0).parse_all(bytes) {
        if let Payload::ExportSection(section) = payload? {
            for export in section {
                let export = export?;
                if export.kind == ExternalKind::Func {
                    found.push((export.index, export.name.to_owned()));
                }
            }
        }
    }
    Ok(found)
}

/// How many functions are imported.
fn imported(bytes: &[u8]) -> Result<u32, wasmparser::BinaryReaderError> {
    let mut count = 0;
    for payload in Parser::new(0).parse_all(bytes) {
        if let Payload::ImportSection(section) = payload? {
            for import in section.into_imports() {
                count += u32::from(matches!(import?.ty, wasmparser::TypeRef::Func(_)));
            }
        }
    }
    Ok(count)
}

/// Replaces the bodies of some exported functions.
struct Tamer {
    exports: Vec<(u32, String)>,
    /// Index of the function whose body comes next.
    next: u32,
    sane_lower: bool,
}

impl Reencode for Tamer {
    type Error = std::convert::Infallible;

    fn parse_function_body(&mut self, code: &mut CodeSection, func: FunctionBody<'_>) -> Result<(), Error<Self::Error>> {
        let index = self.next;
        self.next += 1;
        let name = self.exports.iter().find(|(it, _)| *it == index).map(|(_, name)| name.clone());
        match name.as_deref() {
            Some("describe") => code.function(&describe()),
            Some("cabi_realloc") => code.function(&realloc()),
            Some(name) if name.ends_with("#lower") && self.sane_lower => {
                let mut function = self.new_function_with_parsed_locals(&func)?;
                // The first two imports drop handles.
                function.instructions().local_get(0).call(0).local_get(1).call(1);
                function.instruction(&Instruction::Block(BlockType::Result(ValType::I32)));
                let mut reader = func.get_operators_reader()?;
                while !reader.eof() {
                    function.instruction(&self.parse_instruction(&mut reader)?);
                }
                function.instruction(&Instruction::Drop);
                store(&mut function, 3072, &LOWERED);
                function.instructions().i32_const(3072).end();
                code.function(&function)
            }
            _ => return utils::parse_function_body(self, code, func),
        };
        Ok(())
    }
}

/// `ok` of a result with the package `core` and nothing else.
const LOWERED: [u32; 14] = [0, 2048, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
/// Name, version, description, roles, and five empty lists.
const MANIFEST: [u32; 18] = [2048, 4, 2064, 5, 0, 0, 2080, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];

fn describe() -> Function {
    let mut function = Function::new([]);
    store(&mut function, 1024, &MANIFEST);
    store(&mut function, 2048, &[u32::from_le_bytes(*b"core")]);
    store(&mut function, 2064, &[u32::from_le_bytes(*b"6.6."), u32::from(b'7'), 0, 0, 1]);
    function.instructions().i32_const(1024).end();
    function
}

/// Allocates upwards from the second page; the place is kept in memory.
fn realloc() -> Function {
    let mut function = Function::new([(1, ValType::I32)]);
    let at = MemArg { offset: 65528, align: 2, target: MemArgTarget::Memory(0), ordering: None };
    let mut code = function.instructions();
    code.i32_const(0).i32_load(at).i32_const(7).i32_add().i32_const(-8).i32_and().local_tee(4);
    code.if_(BlockType::Empty).else_().i32_const(65536).local_set(4).end();
    code.i32_const(0).local_get(4).local_get(3).i32_add().i32_store(at).local_get(4).end();
    function
}

fn store(function: &mut Function, at: u64, words: &[u32]) {
    for (word, offset) in words.iter().zip((at..).step_by(4)) {
        let argument = MemArg { offset, align: 2, target: MemArgTarget::Memory(0), ordering: None };
        function.instructions().i32_const(0).i32_const(*word as i32).i32_store(argument);
    }
}

/// xorshift.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 24
    }

    fn below(&mut self, most: u64) -> u64 {
        self.next() % most
    }
}

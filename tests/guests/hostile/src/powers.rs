//! Uses of capabilities; what was seen becomes a comment of the generated file.

use crate::raw::said;
use batuta_sdk::Result;
use batuta_sdk::wit::transpiler::batuta::plugin::compute::{Tensor, matmul, top_k};
use batuta_sdk::wit::transpiler::batuta::plugin::types::Dtype;
use batuta_sdk::wit::transpiler::batuta::plugin::{project, storage, store, tools};

/// Use the capability `power` with `argument`; a line of what came of it.
pub(crate) fn use_one(power: &str, argument: &str) -> Result<String> {
    match power {
        "storage" => store_and_read(argument),
        "storage-flood" => flood(),
        "matmul" => product(argument),
        "top-k" => nearest(),
        "tensors" => tensors(),
        "tool" => tool(argument),
        "outside" => Ok(outside(argument)),
        power => Err(crate::attacks::unsupported(power)),
    }
}

fn blob(bytes: &[u8]) -> Result<store::Blob> {
    let sink = store::create("text/plain").map_err(said)?;
    sink.write(bytes).map_err(said)?;
    store::Sink::finish(sink).map_err(said)
}

/// What is kept under the key, before one more letter is put behind it.
fn store_and_read(key: &str) -> Result<String> {
    let before = match storage::get(key).map_err(said)? {
        Some(blob) => blob.read(0, 1 << 16).map_err(said)?,
        None => Vec::new(),
    };
    storage::put(key, blob(&[&before[..], b"x"].concat())?).map_err(said)?;
    Ok(format!("// kept {:?}\n", String::from_utf8_lossy(&before)))
}

fn flood() -> Result<String> {
    let piece = vec![7; 8 << 20];
    for number in 0.. {
        storage::put(&number.to_string(), blob(&piece)?).map_err(said)?;
    }
    Ok(String::new())
}

fn tensor(shape: &[u32], values: &[f32]) -> Result<Tensor> {
    let tensor = Tensor::new(Dtype::Float32, shape).map_err(said)?;
    let bytes: Vec<u8> = values.iter().flat_map(|value| value.to_le_bytes()).collect();
    tensor.write(0, &bytes).map_err(said)?;
    Ok(tensor)
}

fn product(argument: &str) -> Result<String> {
    let a = tensor(&[2, 2, 2], &[1.0, 2.0, 3.0, 4.0, 1.0, 0.0, 0.0, 1.0])?;
    let b = match argument {
        "mismatch" => tensor(&[2, 3, 2], &[0.0; 12])?,
        _ => tensor(&[2, 2, 1], &[1.0, 1.0, 5.0, 6.0])?,
    };
    let c = matmul(&a, &b).map_err(said)?;
    let bytes = c.read(0, 1 << 10).map_err(said)?;
    let values: Vec<f32> = bytes.chunks_exact(4).map(|it| f32::from_le_bytes([it[0], it[1], it[2], it[3]])).collect();
    Ok(format!("// {:?} {values:?}\n", c.shape()))
}

fn nearest() -> Result<String> {
    let rows = tensor(&[3, 2], &[0.0, 1.0, 3.0, 0.0, 1.0, 1.0])?;
    let best = top_k(&rows, &tensor(&[2], &[1.0, 0.5])?, 2).map_err(said)?;
    Ok(format!("// {:?}\n", best.iter().map(|it| (it.index, it.score)).collect::<Vec<_>>()))
}

/// More tensors than the quota has room for.
fn tensors() -> Result<String> {
    let mut kept = Vec::new();
    loop {
        kept.push(Tensor::new(Dtype::Float64, &[4 << 20, 4]).map_err(said)?);
    }
}

fn tool(name: &str) -> Result<String> {
    let outcome = tools::run(name, &[], Some(blob(b"through")?)).map_err(said)?;
    let out = outcome.stdout.read(0, 1 << 10).map_err(said)?;
    Ok(format!("// {} {:?}\n", outcome.exit_code, String::from_utf8_lossy(&out)))
}

fn outside(path: &str) -> String {
    match project::open(path) {
        Some(file) => format!("// {} has {}\n", file.path(), if file.size() > 0 { "something" } else { "nothing" }),
        None => "// nothing there\n".into(),
    }
}

//! A memory page, compressed and back.

use trueno_zram_core::{Algorithm, CompressorBuilder, PAGE_SIZE};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let compressor = CompressorBuilder::new().algorithm(Algorithm::Lz4).build()?;
    let page = [7_u8; PAGE_SIZE];
    let compressed = compressor.compress(&page)?;
    println!("{}", compressor.decompress(&compressed)? == page);
    Ok(())
}

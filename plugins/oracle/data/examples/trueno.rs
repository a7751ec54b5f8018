//! A dot product with whatever SIMD this machine has.

use trueno::Vector;

fn main() -> Result<(), trueno::TruenoError> {
    let a = Vector::from_slice(&[1.0, 2.0, 3.0]);
    let b = Vector::from_slice(&[4.0, 5.0, 6.0]);
    println!("{}", a.dot(&b)?);
    Ok(())
}

//! A random forest that learns two classes.

use aprender::primitives::Matrix;
use aprender::tree::RandomForestClassifier;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let rows = Matrix::from_vec(4, 2, vec![0.0, 0.1, 0.2, 0.0, 5.0, 5.1, 5.2, 4.9])?;
    let classes = [0, 0, 1, 1];
    let mut forest = RandomForestClassifier::new(20).with_random_state(42);
    forest.fit(&rows, &classes)?;
    println!("{:?}", forest.predict(&rows));
    Ok(())
}

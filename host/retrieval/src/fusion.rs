//! One score of two: what the words say and what the vectors say.

/// The share of the words when nothing is said: between what is best on the odd questions of Cranfield for a sentence transformer (0.2) and
/// for static vectors (0.6).
pub const LEXICAL: f32 = 0.4;

/// A convex combination of both scores, each brought between 0 and 1 by the least that it can be (0 for BM25, -1 for a cosine) and the
/// most that this query has. `lexical` is the share of the words, from 0 to 1; at 1 and at 0 the order is that of one leg alone. The function
/// TM2C2 of Bruch, Gai and Ingber, "An Analysis of Fusion Functions for Hybrid Retrieval" (2023).
pub(crate) fn fuse(words: &[f32], vectors: &[f32], lexical: f32) -> Vec<f32> {
    let most = |scores: &[f32], least: f32| scores.iter().fold(least, |most, score| most.max(*score)) - least;
    let (of_words, of_vectors) = (most(words, 0.0), most(vectors, -1.0));
    let scaled = |score: f32, most: f32| if most > 0.0 { score / most } else { 0.0 };
    let one = |(word, vector): (&f32, &f32)| {
        lexical * scaled(*word, of_words) + (1.0 - lexical) * scaled(*vector + 1.0, of_vectors)
    };
    words.iter().zip(vectors).map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::fuse;

    #[test]
    fn at_its_ends_it_is_one_leg() {
        let (words, vectors) = ([4.0, 0.0, 2.0], [0.1, 0.9, -0.5]);
        assert_eq!(fuse(&words, &vectors, 1.0), [1.0, 0.0, 0.5]);
        let dense = fuse(&words, &vectors, 0.0);
        assert!(dense[1] > dense[0] && dense[0] > dense[2], "{dense:?}");
        let both = fuse(&words, &vectors, 0.5);
        assert!(both[0] > both[1], "the words have no doubt: {both:?}");
        assert_eq!(fuse(&[0.0], &[-1.0], 0.5), [0.0]);
        assert!(fuse(&[], &[], 0.5).is_empty());
    }
}

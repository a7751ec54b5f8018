//! [`Near`]: how near each chunk is to a query, exactly where it matters.

use crate::bm25::best;
use crate::fusion::fuse;
use crate::vectors::Vectors;

/// The cosines of all chunks with a query. Some may be known only to [`Near::off`] until they are asked for exactly.
pub(crate) struct Near<'v> {
    pub(crate) vectors: &'v Vectors,
    pub(crate) query: &'v [f32],
    pub(crate) cosines: Vec<f32>,
    /// The most that a cosine here differs from the exact one; 0 where all are exact.
    pub(crate) off: f32,
}

impl Near<'_> {
    /// The best `limit` chunks by [`fuse`], best first, with the same scores as if every cosine were exact: first the greatest cosine, which
    /// scales the others, is made exact, then those of every chunk that may be among the best.
    pub(crate) fn best(&mut self, words: &[f32], lexical: f32, limit: usize) -> Vec<(u32, f32)> {
        if self.off == 0.0 {
            return best(&fuse(words, &self.cosines, lexical), limit, f32::MIN);
        }
        let greatest = |cosines: &[f32]| cosines.iter().fold(-1.0f32, |most, cosine| most.max(*cosine));
        self.settle(greatest(&self.cosines) - 2.0 * self.off, &self.cosines.clone());
        let fused = fuse(words, &self.cosines, lexical);
        let scale = (1.0 - lexical) / (greatest(&self.cosines) + 1.0).max(f32::EPSILON);
        if let Some((_, last)) = best(&fused, limit, f32::MIN).last() {
            self.settle(last - 2.0 * self.off * scale - SLACK, &fused);
        }
        best(&fuse(words, &self.cosines, lexical), limit, f32::MIN)
    }

    /// Makes the cosines exact of the chunks whose score is not below `least`.
    fn settle(&mut self, least: f32, scores: &[f32]) {
        for (at, _) in scores.iter().enumerate().filter(|(_, score)| **score >= least) {
            if let Some(cosine) = self.vectors.cosine(at, self.query) {
                self.cosines[at] = cosine;
            }
        }
    }
}

/// What rounding in the arithmetic of scores may add up to: some operations on numbers up to 1.
const SLACK: f32 = 1e-5;

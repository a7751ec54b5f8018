//! BM25 in the form of Lucene: Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), with an
//! inverse document frequency that is never negative.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

/// How soon more of a term counts no more, and how much long chunks pay: the best of ten pairs on Cranfield's odd queries; usual are 1.2 and
/// 0.75.
const K1: f32 = 1.6;
const B: f32 = 0.7;

/// Scores of all chunks for one query.
pub(crate) struct Ranking<'l> {
    lengths: &'l [u32],
    mean: f32,
    scores: Vec<f32>,
}

/// A chunk in the heap: the worst on top.
#[derive(PartialEq)]
struct Entry {
    score: f32,
    chunk: u32,
}

impl Eq for Entry {}

impl Ord for Entry {
    fn cmp(&self, other: &Self) -> Ordering {
        other.score.total_cmp(&self.score).then(self.chunk.cmp(&other.chunk))
    }
}

impl PartialOrd for Entry {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<'l> Ranking<'l> {
    /// No scores yet, over chunks with so many terms.
    pub(crate) fn new(lengths: &'l [u32]) -> Self {
        let sum: f64 = lengths.iter().map(|length| f64::from(*length)).sum();
        let mean = (sum / lengths.len().max(1) as f64) as f32;
        Ranking { lengths, mean: mean.max(1.0), scores: vec![0.0; lengths.len()] }
    }

    /// Add what a term of the query, which is there `times` times, gives to the chunks that have it.
    pub(crate) fn add(&mut self, postings: &[(u32, u32)], times: u32) {
        let (all, some) = (self.lengths.len() as f32, postings.len() as f32);
        let weight = times as f32 * (1.0 + (all - some + 0.5) / (some + 0.5)).ln();
        for (chunk, count) in postings {
            let length = self.lengths[*chunk as usize] as f32;
            let count = *count as f32;
            self.scores[*chunk as usize] += weight * count / (count + K1 * (1.0 - B + B * length / self.mean));
        }
    }

    /// The score of every chunk.
    pub(crate) fn scores(self) -> Vec<f32> {
        self.scores
    }
}

/// The best `limit` chunks, best first, equal ones in their order; those with a score of `least` or below are left out.
pub(crate) fn best(scores: &[f32], limit: usize, least: f32) -> Vec<(u32, f32)> {
    let mut heap: BinaryHeap<Entry> = BinaryHeap::with_capacity(limit.min(scores.len()) + 1);
    for (chunk, score) in scores.iter().enumerate().filter(|(_, score)| **score > least) {
        if heap.len() < limit {
            heap.push(Entry { score: *score, chunk: chunk as u32 });
        } else if heap.peek().is_some_and(|worst| *score > worst.score) {
            heap.pop();
            heap.push(Entry { score: *score, chunk: chunk as u32 });
        }
    }
    heap.into_sorted_vec().into_iter().map(|entry| (entry.chunk, entry.score)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rare_terms_and_short_chunks_count_more() {
        let mut ranking = Ranking::new(&[10, 10, 100, 10]);
        ranking.add(&[(0, 1), (1, 2), (2, 1)], 1);
        ranking.add(&[(3, 1)], 1);
        let scores = ranking.scores();
        let first: Vec<u32> = best(&scores, 10, 0.0).into_iter().map(|(chunk, _)| chunk).collect();
        assert_eq!(first, [3, 1, 0, 2]);
        assert_eq!(best(&scores, 2, 0.0).len(), 2);
        assert!(best(&scores, 0, 0.0).is_empty());
    }

    #[test]
    fn equal_scores_keep_their_order() {
        let mut ranking = Ranking::new(&[1; 5]);
        ranking.add(&[(0, 1), (2, 1), (4, 1)], 1);
        let scores = ranking.scores();
        assert_eq!(best(&scores, 2, 0.0).into_iter().map(|(chunk, _)| chunk).collect::<Vec<_>>(), [0, 2]);
        assert_eq!(best(&scores, 9, 0.0).into_iter().map(|(chunk, _)| chunk).collect::<Vec<_>>(), [0, 2, 4]);
    }
}

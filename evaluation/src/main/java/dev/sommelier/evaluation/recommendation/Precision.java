package dev.sommelier.evaluation.recommendation;

/// The share of the first `k` places that hold a relevant item: `hits / k`.
///
/// The denominator is `k` however short the list is; without a cut it is the list's length, and an empty list scores 0.
/// From 0 to 1. Source: Herlocker, Konstan, Terveen and Riedl, *Evaluating collaborative filtering recommender
/// systems*, ACM TOIS 2004, [doi:10.1145/963770.963772](https://doi.org/10.1145/963770.963772); the denominator as in
/// trec_eval and Elliot.
///
/// @param k the cut, at least 1
public record Precision(int k) implements AccuracyMetric {
    public Precision {
        Names.checkCut(k);
    }

    @Override
    public String name() {
        return Names.at("Precision", k);
    }

    @Override
    public double of(JudgedList list) {
        int hits = list.hits(k);
        return hits == 0 ? 0 : (double) hits / Names.depth(k, list.length());
    }
}

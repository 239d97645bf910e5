package dev.sommelier.evaluation.recommendation;

/// The harmonic mean of [Precision] and [Recall] at `k`: `2 P R / (P + R)` for each user, 0 without a hit.
///
/// From 0 to 1; the mean over users is a mean of F1 values, not F1 of mean precision and recall. Undefined without a
/// relevant item. Source: van Rijsbergen, *Information Retrieval*, 1979; for each user as in Elliot.
///
/// @param k the cut, at least 1
public record F1(int k) implements AccuracyMetric {
    public F1 {
        Names.checkCut(k);
    }

    @Override
    public String name() {
        return Names.at("F1", k);
    }

    @Override
    public double of(JudgedList list) {
        // 2PR / (P + R) with P = h / k and R = h / |R|, without a division of 0 by 0.
        return 2.0 * list.hits(k) / (Names.depth(k, list.length()) + (double) list.relevant());
    }
}

package dev.sommelier.evaluation.recommendation;

/// Precision averaged over ranks; its mean over users is MAP.
///
/// From 0 to 1 (less than 1 at best for [Variant#ELLIOT] with few relevant items). Undefined without a relevant item.
/// Source: Buckley and Voorhees, *Evaluating evaluation measure stability*, SIGIR 2000,
/// [doi:10.1145/345508.345543](https://doi.org/10.1145/345508.345543); Elliot's as its code computes it
/// ([doi:10.1145/3404835.3463245](https://doi.org/10.1145/3404835.3463245)).
///
/// @param variant which ranks are averaged
/// @param k the cut, at least 1
public record AveragePrecision(Variant variant, int k) implements AccuracyMetric {
    /// Which ranks are averaged.
    public enum Variant {
        /// The sum of precision at each hit, divided by the number of relevant items.
        RELEVANT("MAP"),
        /// The same sum divided by `min(k, |R|)`.
        REACHABLE("MAP(min)"),
        /// The mean of precision at all ranks 1 to `k`, hit or not.
        ELLIOT("MAP(elliot)");

        private final String label;

        Variant(String label) {
            this.label = label;
        }
    }

    public AveragePrecision {
        Names.checkCut(k);
    }

    @Override
    public String name() {
        return Names.at(variant.label, k);
    }

    @Override
    public double of(JudgedList list) {
        return switch (variant) {
            case RELEVANT -> atHits(list) / list.relevant();
            case REACHABLE -> atHits(list) / Math.min(k, list.relevant());
            case ELLIOT -> atAllRanks(list);
        };
    }

    private double atHits(JudgedList list) {
        double sum = 0;
        for (int hit = list.hits(k) - 1; hit >= 0; hit--) {
            sum += (hit + 1.0) / list.rank(hit);
        }
        return sum;
    }

    private double atAllRanks(JudgedList list) {
        int hits = list.hits(k);
        int depth = Names.depth(k, list.length());
        double sum = 0;
        int found = 0;
        for (int rank = 1; rank <= depth && hits > 0; rank++) {
            if (found < hits && list.rank(found) == rank) {
                found++;
            }
            sum += (double) found / rank;
        }
        return hits == 0 ? 0 : sum / depth;
    }
}

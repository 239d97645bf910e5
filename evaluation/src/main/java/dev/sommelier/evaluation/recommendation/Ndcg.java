package dev.sommelier.evaluation.recommendation;

/// Normalised discounted cumulative gain: the sum over hits of gain times discount, divided by that of the best list.
///
/// The gain comes from the hit's test rating; a rating that would gain less than nothing gains 0. From 0 to 1; 0 where
/// the best list gains nothing; undefined without a relevant item. Sources: Järvelin and Kekäläinen, *Cumulated
/// gain-based evaluation of IR techniques*, ACM TOIS 2002,
/// [doi:10.1145/582415.582418](https://doi.org/10.1145/582415.582418), with the discount at rank 1 as in trec_eval;
/// Burges et al., *Learning to rank using gradient descent*, ICML 2005,
/// [doi:10.1145/1102351.1102363](https://doi.org/10.1145/1102351.1102363), for the exponential gain; the code of Elliot
/// ([doi:10.1145/3404835.3463245](https://doi.org/10.1145/3404835.3463245)) and Java LensKit for theirs.
///
/// @param variant gain, discount and best list
/// @param k the cut, at least 1
public record Ndcg(Variant variant, int k) implements AccuracyMetric {
    /// Gain, discount and best list. Where not said otherwise, the discount is `1 / log2(rank + 1)` and the best list
    /// is
    /// cut at `k` too.
    public enum Variant {
        /// The gain is the rating; with ratings of 1 this is binary nDCG.
        LINEAR("nDCG"),
        /// The gain is `2^rating - 1`.
        EXPONENTIAL("nDCG(gain=exp)"),
        /// The gain is `2^(rating + 1) - 1`, Elliot's `nDCG`.
        ELLIOT("nDCG(elliot)"),
        /// The gain is 1 whatever the rating, Elliot's `nDCGRendle2020`.
        RENDLE("nDCG(rendle)"),
        /// The gain is the rating, the discount `1 / max(log2(rank), 1)`, the best list the whole test list.
        LENSKIT("nDCG(lenskit)");

        private final String label;

        Variant(String label) {
            this.label = label;
        }
    }

    public Ndcg {
        Names.checkCut(k);
    }

    /// Linear gain.
    public Ndcg(int k) {
        this(Variant.LINEAR, k);
    }

    @Override
    public String name() {
        return Names.at(variant.label, k);
    }

    @Override
    public double of(JudgedList list) {
        double gained = 0;
        int hits = list.hits(k);
        for (int hit = 0; hit < hits; hit++) {
            gained += gain(list.rating(hit)) * discount(list.rank(hit));
        }
        if (gained == 0) {
            return 0;
        }
        int depth = variant == Variant.LENSKIT ? list.relevant() : Math.min(k, list.relevant());
        double ideal = 0;
        for (int rank = 1; rank <= depth; rank++) {
            ideal += gain(list.ideal(rank)) * discount(rank);
        }
        return gained / ideal;
    }

    private double discount(int rank) {
        return variant == Variant.LENSKIT ? Discount.lateLog2(rank) : Discount.log2(rank);
    }

    private double gain(double rating) {
        return Math.max(
                0,
                switch (variant) {
                    case LINEAR, LENSKIT -> rating;
                    case EXPONENTIAL -> Math.pow(2, rating) - 1;
                    case ELLIOT -> Math.pow(2, rating + 1) - 1;
                    case RENDLE -> 1;
                });
    }
}

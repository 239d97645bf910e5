package dev.sommelier.evaluation.trec;

/// A measure of the first `k` documents; a shorter ranking is as if filled with documents that are not relevant.
/// Range 0 to 1.
///
/// @param kind what is measured
/// @param k the cut, at least 1
public record CutMeasure(Kind kind, int k) implements Measure {
    /// What is measured at the cut. Source: trec_eval, and ir-measures for the kinds whose name has an `@`.
    public enum Kind {
        /// Relevant documents over `k`.
        P("P_", (topic, k, level) -> (double) topic.relevantWithin(k, level) / k),
        /// Relevant documents over all relevant documents of the qrels (not over the smaller of them and `k`).
        RECALL("recall_", (topic, k, level) -> Binary.recall(topic, k, level)),
        /// nDCG with the ideal ranking cut at `k` too; gain is the grade. The relevance level plays no part.
        NDCG_CUT("ndcg_cut_", (topic, k, level) -> Gain.ndcg(topic, k)),
        /// Average precision of the first `k`, still divided by all relevant documents.
        MAP_CUT("map_cut_", Binary::averagePrecision),
        /// 1 if a relevant document is there.
        SUCCESS("success_", (topic, k, level) -> topic.relevantWithin(k, level) > 0 ? 1 : 0),
        /// Precision over the best precision that is possible at `k`.
        RELATIVE_P("relative_P_", Binary::relativePrecision),
        /// One over the first relevant rank, 0 if that is below `k`.
        RR("RR@", Binary::reciprocalRank),
        /// The share of the documents that are in the qrels, negative grades included; over the ranking's length where
        /// that is below `k`, 0 for an empty ranking. Source: ir-measures.
        JUDGED("Judged@", (topic, k, level) -> judged(topic, k)),
        /// Expected reciprocal rank: `sum over ranks of r(i)/i * product over higher ranks of (1 - r)`,
        /// `r = (2^grade - 1) / 2^4`, grades are at most 4. The relevance level plays no part. Source: Chapelle,
        /// Metzler, Zhang and Grinspan, CIKM 2009,
        /// [doi:10.1145/1645953.1646033](https://doi.org/10.1145/1645953.1646033), as gdeval.pl has it, which
        /// ir-measures runs.
        ERR("ERR@", (topic, k, level) -> Gain.err(topic, k));

        private final String prefix;

        @SuppressWarnings("ImmutableEnumChecker") // a function without state
        private final CutFormula formula;

        Kind(String prefix, CutFormula formula) {
            this.prefix = prefix;
            this.formula = formula;
        }

        private static double judged(JudgedRanking topic, int k) {
            int end = Math.min(k, topic.size());
            int count = 0;
            for (int i = 0; i < end; i++) {
                if (topic.grade(i) != JudgedRanking.NOT_IN_QRELS) {
                    count++;
                }
            }
            return end == 0 ? 0 : (double) count / end;
        }
    }

    public CutMeasure {
        if (k < 1) {
            throw new IllegalArgumentException("a cut must be at least 1, got " + k);
        }
    }

    @Override
    public String label() {
        return kind.prefix + k;
    }

    @Override
    public double of(JudgedRanking topic, int level) {
        return kind.formula.of(topic, k, level);
    }
}

package dev.sommelier.evaluation.trec;

/// Measures without parameters. Range 0 to 1 but for utility and the logarithms behind the geometric means. Source:
/// trec_eval.
///
/// `R` is the number of relevant documents in the qrels, `rel(i)` whether the document at rank `i` (from 1) is
/// relevant.
public enum RankMeasure implements Measure {
    /// Average precision: the sum over relevant ranks of `P(i)`, divided by `R`.
    MAP("map", Binary::averagePrecision),
    /// The natural logarithm of average precision, at least 0.00001; its summary is the geometric mean.
    GM_MAP("gm_map", (topic, level) -> Math.log(Math.max(Binary.averagePrecision(topic, level), 0.00001))) {
        @Override
        public Summary summary() {
            return Summary.GEOMETRIC_MEAN;
        }
    },
    /// Precision after `R` documents.
    RPREC("Rprec", Binary::rPrecision),
    /// Binary preference: the mean over the `R` relevant documents of `1 - min(n, R) / min(N, R)`, where `n` of the `N`
    /// judged non-relevant documents stand higher. Documents outside the qrels or with a negative grade are passed
    /// over.
    /// Source: Buckley and Voorhees, *Retrieval evaluation with incomplete information*, SIGIR 2004,
    /// [doi:10.1145/1008992.1009000](https://doi.org/10.1145/1008992.1009000), as trec_eval has it.
    BPREF("bpref", Preferences::bpref),
    /// The natural logarithm of bpref, at least 0.00001; its summary is the geometric mean.
    GM_BPREF("gm_bpref", (topic, level) -> Math.log(Math.max(Preferences.bpref(topic, level), 0.00001))) {
        @Override
        public Summary summary() {
            return Summary.GEOMETRIC_MEAN;
        }
    },
    /// One over the first relevant rank.
    RECIP_RANK("recip_rank", (topic, level) -> Binary.reciprocalRank(topic, topic.size(), level)),
    /// Inferred average precision: precision at each relevant rank estimated from the judged part of the pool, where a
    /// negative grade marks a pooled document that was not judged. Source: Yilmaz and Aslam, *Estimating average
    /// precision with incomplete and imperfect judgments*, CIKM 2006,
    /// [doi:10.1145/1183614.1183633](https://doi.org/10.1145/1183614.1183633), with trec_eval's smoothing of 0.00001.
    INF_AP("infAP", Preferences::inferredAp),
    /// Normalised discounted cumulative gain over the whole ranking: gain is the grade, the discount `log2(rank + 1)`,
    /// the ideal ranking has every judged document. The relevance level plays no part. Source: Järvelin and
    /// Kekäläinen, ACM TOIS 2002, [doi:10.1145/582415.582418](https://doi.org/10.1145/582415.582418).
    NDCG("ndcg", (topic, level) -> Gain.ndcg(topic, Integer.MAX_VALUE)),
    /// Relevant ranked documents over ranked documents.
    SET_P("set_P", (topic, level) -> ratio(topic.relevantRanked(level), topic.size())),
    /// Relevant ranked documents over `R`.
    SET_RECALL("set_recall", (topic, level) -> ratio(topic.relevantRanked(level), topic.relevant(level))),
    /// Set precision times set recall.
    SET_MAP(
            "set_map",
            (topic, level) -> ratio(
                    (double) topic.relevantRanked(level) * topic.relevantRanked(level),
                    (double) topic.size() * topic.relevant(level))),
    /// Set precision over the best that is possible with so many documents: relevant ranked documents over the smaller
    /// of `R` and the number ranked.
    SET_RELATIVE_P(
            "set_relative_P",
            (topic, level) -> ratio(topic.relevantRanked(level), Math.min(topic.size(), topic.relevant(level)))),
    /// Relevant ranked documents less the others ranked; trec_eval's utility with its default coefficients. A whole
    /// number of any sign, averaged over topics.
    UTILITY("utility", (topic, level) -> 2.0 * topic.relevantRanked(level) - topic.size()),
    /// The mean of interpolated precision at recall 0, .1, ... 1, see [IprecAtRecall].
    ELEVEN_POINT("11pt_avg", Binary::elevenPoint),
    /// The mean over the `R` relevant documents of `1 / log2(2 + others ranked above)`.
    BIN_G("binG", Binary::binG),
    /// Gain by how much was missed before: the sum over ranks of `gain / log2(2 + cost - gain so far)`, divided by the
    /// sum of all gains; the cost of a rank is the ideal ranking's gain there, at least 1. The relevance level plays no
    /// part.
    G("G", (topic, level) -> Gain.g(topic)),
    /// nDCG averaged over the ranks of documents with a gain; one that is not ranked counts with the whole ranking's
    /// DCG over the ideal one. The relevance level plays no part.
    NDCG_REL("ndcg_rel", (topic, level) -> Gain.ndcgRel(topic)),
    /// nDCG averaged over the ranks where the ideal ranking's grade falls, and the end of a ranking that goes on for
    /// more than one document after the last of them; 0 where nothing is relevant at the level.
    RNDCG("Rndcg", (topic, level) -> topic.relevant(level) == 0 ? 0 : Gain.rNdcg(topic));

    private final String label;

    @SuppressWarnings("ImmutableEnumChecker") // a function without state
    private final Formula formula;

    RankMeasure(String label, Formula formula) {
        this.label = label;
        this.formula = formula;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public double of(JudgedRanking topic, int level) {
        return formula.of(topic, level);
    }

    private static double ratio(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }
}

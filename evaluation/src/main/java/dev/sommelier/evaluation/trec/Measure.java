package dev.sommelier.evaluation.trec;

/// A formula over one topic's ranking.
///
/// Ties are decided before: a ranking has none. An empty ranking scores 0 in every measure but the number of relevant
/// documents and the logarithms of the geometric means; so does a topic without relevant documents, as in trec_eval.
public sealed interface Measure permits RankMeasure, CutMeasure, CountMeasure, IprecAtRecall, RprecMultiple, SetF, Rbp {
    /// How topics make one figure.
    enum Summary {
        /// The arithmetic mean.
        MEAN,
        /// The sum; a whole number.
        SUM,
        /// The exponential of the mean; the topics' values are natural logarithms and not shown one by one.
        GEOMETRIC_MEAN
    }

    /// trec_eval's printed name, such as `ndcg_cut_10`, or where it has none the ir-measures name.
    String label();

    /// The value for a topic.
    ///
    /// @param level the lowest grade that is relevant; measures of graded relevance do not ask
    double of(JudgedRanking topic, int level);

    /// How topics make one figure.
    default Summary summary() {
        return Summary.MEAN;
    }
}

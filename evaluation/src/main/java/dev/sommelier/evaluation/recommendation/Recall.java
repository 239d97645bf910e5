package dev.sommelier.evaluation.recommendation;

/// The share of the relevant items `R` that are among the first `k`.
///
/// Undefined without a relevant item. Source: Herlocker, Konstan, Terveen and Riedl, *Evaluating collaborative
/// filtering
/// recommender systems*, ACM TOIS 2004, [doi:10.1145/963770.963772](https://doi.org/10.1145/963770.963772); divided by
/// the smaller number in Liang, Krishnan, Hoffman and Jebara, *Variational autoencoders for collaborative filtering*,
/// WWW 2018, [doi:10.1145/3178876.3186150](https://doi.org/10.1145/3178876.3186150).
///
/// @param denominator what hits are divided by
/// @param k the cut, at least 1
public record Recall(Denominator denominator, int k) implements AccuracyMetric {
    /// What hits are divided by.
    public enum Denominator {
        /// `|R|`: with more than `k` relevant items 1 cannot be reached.
        RELEVANT,
        /// `min(k, |R|)`: 1 can always be reached.
        REACHABLE
    }

    public Recall {
        Names.checkCut(k);
    }

    /// Over all relevant items.
    public Recall(int k) {
        this(Denominator.RELEVANT, k);
    }

    @Override
    public String name() {
        return Names.at(denominator == Denominator.RELEVANT ? "Recall" : "Recall(min)", k);
    }

    @Override
    public double of(JudgedList list) {
        int most = denominator == Denominator.RELEVANT ? list.relevant() : Math.min(k, list.relevant());
        return (double) list.hits(k) / most;
    }
}

package dev.sommelier.evaluation.correlation;

import java.util.List;

/// A number that says how far two scorings of the same systems order them alike.
public sealed interface RankCorrelation permits KendallTauB, PearsonR, RankBiasedOverlap, SpearmanRho, TauAp {
    /// The measure's name with its variant.
    String name();

    /// The value; NaN where it is undefined.
    ///
    /// @param reference finite scores, higher is better, such as those under human labels
    /// @param other as many scores of the same systems
    double of(double[] reference, double[] other);

    /// All of them, overlap with persistence .9.
    static List<RankCorrelation> all() {
        return List.of(new KendallTauB(), new TauAp(), new SpearmanRho(), new PearsonR(), new RankBiasedOverlap(0.9));
    }
}

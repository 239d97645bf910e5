package dev.sommelier.evaluation.agreement;

import java.util.Locale;

/// Gwet's AC1 (unweighted) and AC2 (weighted): agreement beyond chance, where chance is the chance of an uncertain
/// rating, so that it stays meaningful when one grade is very frequent.
///
/// `(observed - expected) / (1 - expected)`; observed is the mean weight `1 - cost` of the pairs; expected is
/// `W / (q (q - 1)) * sum over grades of share (1 - share)`, with W the sum of all weights of the q grades of the scale
/// (q for AC1) and share the mean of both sides' frequencies. 1 is perfect agreement, 0 that of chance. Undefined (NaN)
/// without pairs.
///
/// Source: Gwet, *Computing inter-rater reliability and its variance in the presence of high agreement*, 2008,
/// [doi:10.1348/000711006X126600](https://doi.org/10.1348/000711006X126600).
///
/// @param weighting what a disagreement costs; none gives AC1
public record GwetAc(Weighting weighting) implements AgreementMeasure {
    @Override
    public String name() {
        return weighting == Weighting.NONE ? "AC1" : "AC2(" + weighting.name().toLowerCase(Locale.ROOT) + ")";
    }

    @Override
    public double of(Confusion table) {
        int q = table.size();
        double n = table.total();
        var human = table.humanTotals();
        var label = table.labelTotals();
        double observed = 0;
        double weights = 0;
        double spread = 0;
        for (int i = 0; i < q; i++) {
            double share = (human[i] + label[i]) / (2 * n);
            spread += share * (1 - share);
            for (int j = 0; j < q; j++) {
                double weight = 1 - weighting.cost(i - j, q);
                weights += weight;
                observed += weight * table.at(i, j) / n;
            }
        }
        double expected = weights / (q * (q - 1.0)) * spread;
        return (observed - expected) / (1 - expected);
    }
}

package dev.sommelier.evaluation.agreement;

import java.util.Locale;

/// Cohen's kappa: `1 - observed cost / cost expected of independent labels with the same frequencies`.
///
/// 1 is perfect agreement, 0 that of chance, below 0 worse than chance. Undefined (NaN) without pairs, or when both
/// sides always give one and the same grade.
///
/// Source: Cohen, *A coefficient of agreement for nominal scales*, 1960,
/// [doi:10.1177/001316446002000104](https://doi.org/10.1177/001316446002000104); weighted: Cohen, *Weighted kappa*,
/// 1968, [doi:10.1037/h0026256](https://doi.org/10.1037/h0026256).
///
/// @param weighting what a disagreement costs
public record CohenKappa(Weighting weighting) implements AgreementMeasure {
    @Override
    public String name() {
        return weighting == Weighting.NONE
                ? "kappa"
                : "kappa(" + weighting.name().toLowerCase(Locale.ROOT) + ")";
    }

    @Override
    public double of(Confusion table) {
        double n = table.total();
        var human = table.humanTotals();
        var label = table.labelTotals();
        double observed = 0;
        double expected = 0;
        for (int i = 0; i < table.size(); i++) {
            for (int j = 0; j < table.size(); j++) {
                double cost = weighting.cost(i - j, table.size());
                observed += cost * table.at(i, j);
                expected += cost * human[i] * label[j] / n;
            }
        }
        return expected > 0 ? 1 - observed / expected : Double.NaN;
    }
}

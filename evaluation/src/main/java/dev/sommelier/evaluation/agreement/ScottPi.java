package dev.sommelier.evaluation.agreement;

/// Scott's pi: `(observed - expected) / (1 - expected)` agreement, expected from the frequencies of both sides taken
/// together.
///
/// 1 is perfect agreement, 0 that of chance. Undefined (NaN) without pairs, or when all values are one grade.
///
/// Source: Scott, *Reliability of content analysis*, 1955,
/// [doi:10.1086/266577](https://doi.org/10.1086/266577).
public record ScottPi() implements AgreementMeasure {
    @Override
    public String name() {
        return "pi";
    }

    @Override
    public double of(Confusion table) {
        double n = table.total();
        var human = table.humanTotals();
        var label = table.labelTotals();
        double observed = 0;
        double expected = 0;
        for (int i = 0; i < table.size(); i++) {
            observed += table.at(i, i) / n;
            double share = (human[i] + label[i]) / (2 * n);
            expected += share * share;
        }
        return expected < 1 ? (observed - expected) / (1 - expected) : Double.NaN;
    }
}

package dev.sommelier.evaluation.agreement;

/// Kendall's tau-b of the pairs' grades: `(concordant - discordant) / sqrt(pairs not tied by the human * pairs not tied
/// by the label)`.
///
/// From -1 to 1. Undefined (NaN) without pairs, or when one side has a single grade.
///
/// Source: Kendall, *The treatment of ties in ranking problems*, 1945,
/// [doi:10.1093/biomet/33.3.239](https://doi.org/10.1093/biomet/33.3.239).
public record GradeKendall() implements AgreementMeasure {
    @Override
    public String name() {
        return "tau-b";
    }

    @Override
    public double of(Confusion table) {
        int size = table.size();
        double difference = 0;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                if (table.at(i, j) == 0) {
                    continue;
                }
                for (int k = i + 1; k < size; k++) {
                    for (int l = 0; l < size; l++) {
                        difference += (double) table.at(i, j) * table.at(k, l) * Integer.signum(l - j);
                    }
                }
            }
        }
        double human = untied(table.humanTotals());
        double label = untied(table.labelTotals());
        return human > 0 && label > 0 ? difference / Math.sqrt(human * label) : Double.NaN;
    }

    private static double untied(long[] totals) {
        double n = 0;
        double tied = 0;
        for (long total : totals) {
            n += total;
            tied += total * (total - 1.0) / 2;
        }
        return n * (n - 1) / 2 - tied;
    }
}

package dev.sommelier.evaluation.agreement;

/// Spearman's rank correlation of the pairs' grades; equal grades share their mean rank.
///
/// From -1 to 1. Undefined (NaN) without pairs, or when one side has a single grade.
///
/// Source: Spearman, *The proof and measurement of association between two things*, 1904,
/// [doi:10.2307/1412159](https://doi.org/10.2307/1412159).
public record GradeSpearman() implements AgreementMeasure {
    @Override
    public String name() {
        return "Spearman";
    }

    @Override
    public double of(Confusion table) {
        var human = table.humanTotals();
        var label = table.labelTotals();
        var humanRanks = centredRanks(human);
        var labelRanks = centredRanks(label);
        double both = 0;
        double humanSquares = 0;
        double labelSquares = 0;
        for (int i = 0; i < table.size(); i++) {
            humanSquares += human[i] * humanRanks[i] * humanRanks[i];
            labelSquares += label[i] * labelRanks[i] * labelRanks[i];
            for (int j = 0; j < table.size(); j++) {
                both += table.at(i, j) * humanRanks[i] * labelRanks[j];
            }
        }
        return humanSquares > 0 && labelSquares > 0 ? both / Math.sqrt(humanSquares * labelSquares) : Double.NaN;
    }

    /// Each grade's mean rank less the mean of all ranks.
    private static double[] centredRanks(long[] totals) {
        var ranks = new double[totals.length];
        double below = 0;
        double n = 0;
        for (long total : totals) {
            n += total;
        }
        for (int i = 0; i < totals.length; i++) {
            ranks[i] = below + totals[i] / 2.0 - n / 2;
            below += totals[i];
        }
        return ranks;
    }
}

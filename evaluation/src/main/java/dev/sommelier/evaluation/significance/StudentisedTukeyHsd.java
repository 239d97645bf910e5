package dev.sommelier.evaluation.significance;

/// Tukey's HSD test by the studentised range: `q = |difference of means| / sqrt(residual mean square / n)`, the
/// residual
/// being what systems and topics leave over in a two-way analysis of variance without replication, with
/// `(systems - 1)(topics - 1)` degrees of freedom. This is already corrected for the number of pairs.
///
/// It takes residuals as normal and equally spread, which [TukeyHsd], the randomised test, does not. Without any
/// residual, p is 1 for equal means and 0 otherwise.
///
/// Source: Tukey, *The problem of multiple comparisons*, 1953; for systems over topics Carterette, TOIS 2012,
/// [doi:10.1145/2094072.2094076](https://doi.org/10.1145/2094072.2094076).
public record StudentisedTukeyHsd() implements FamilyTest {
    /// Residuals below this share of the scores' own spread are rounding.
    private static final double ROUNDING = 1e-20;

    @Override
    public String name() {
        return "studentised Tukey HSD";
    }

    @Override
    public double[] adjusted(ScoreTable table) {
        int systems = table.systems().size();
        int topics = table.topics().size();
        double freedom = (systems - 1.0) * (topics - 1.0);
        var range = new StudentisedRange(systems, freedom);
        var means = table.means();
        double error = Math.sqrt(residual(table, means) / freedom / topics);
        var p = new double[systems * (systems - 1) / 2];
        int at = 0;
        for (int i = 0; i < systems; i++) {
            for (int j = i + 1; j < systems; j++) {
                double difference = Math.abs(means[i] - means[j]);
                if (error > 0) {
                    p[at++] = range.survival(difference / error);
                } else {
                    p[at++] = difference > 0 ? 0 : 1;
                }
            }
        }
        return p;
    }

    /// The sum of squares that systems and topics leave over.
    private static double residual(ScoreTable table, double[] means) {
        double grand = Moments.of(means).mean();
        double left = 0;
        double all = 0;
        for (int t = 0; t < table.topics().size(); t++) {
            var scores = table.topic(t);
            double mean = Moments.of(scores).mean();
            for (int s = 0; s < scores.length; s++) {
                double rest = scores[s] - means[s] - mean + grand;
                left += rest * rest;
                all += scores[s] * scores[s];
            }
        }
        return left <= ROUNDING * all ? 0 : left;
    }
}

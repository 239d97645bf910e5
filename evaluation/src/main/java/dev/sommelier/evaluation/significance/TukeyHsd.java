package dev.sommelier.evaluation.significance;

import java.util.Arrays;
import java.util.SplittableRandom;

/// The randomised Tukey HSD test: each draw shuffles every topic's scores among the systems and notes the range of the
/// systems' means; a pair's p-value is the share of draws whose range is at least the pair's difference,
/// `(as large + 1) / (draws + 1)`. This is already corrected for the number of pairs. [StudentisedTukeyHsd] is the test
/// by the studentised range.
///
/// Source: Carterette, *Multiple testing in statistical analysis of systems-based information retrieval experiments*,
/// TOIS 2012, [doi:10.1145/2094072.2094076](https://doi.org/10.1145/2094072.2094076).
///
/// @param draws the number of shuffles, at least 1
/// @param seed of the shuffles
public record TukeyHsd(int draws, long seed) implements FamilyTest {
    public TukeyHsd {
        if (draws < 1) {
            throw new IllegalArgumentException("a randomised test needs at least one draw, got " + draws);
        }
    }

    @Override
    public String name() {
        return "randomised Tukey HSD";
    }

    @Override
    public double[] adjusted(ScoreTable table) {
        int systems = table.systems().size();
        int topics = table.topics().size();
        var ranges = ranges(table, systems, topics);
        Arrays.sort(ranges);
        var means = table.means();
        var p = new double[systems * (systems - 1) / 2];
        int at = 0;
        for (int i = 0; i < systems; i++) {
            for (int j = i + 1; j < systems; j++) {
                // A range within rounding of the difference counts as equal to it.
                double atLeast = Math.abs(means[i] - means[j]) - 1e-12;
                int below = Arrays.binarySearch(ranges, atLeast);
                int first = below >= 0 ? below : -below - 1;
                while (first > 0 && ranges[first - 1] >= atLeast) {
                    first--;
                }
                p[at++] = (draws - first + 1.0) / (draws + 1.0);
            }
        }
        return p;
    }

    private double[] ranges(ScoreTable table, int systems, int topics) {
        var byTopic = new double[topics][systems];
        for (int s = 0; s < systems; s++) {
            var scores = table.scores(s);
            for (int t = 0; t < topics; t++) {
                byTopic[t][s] = scores[t];
            }
        }
        var random = new SplittableRandom(seed);
        var ranges = new double[draws];
        var sums = new double[systems];
        for (int draw = 0; draw < draws; draw++) {
            Arrays.fill(sums, 0);
            for (var scores : byTopic) {
                for (int s = systems - 1; s >= 0; s--) {
                    int other = random.nextInt(s + 1);
                    double score = scores[other];
                    scores[other] = scores[s];
                    scores[s] = score;
                    sums[s] += score;
                }
            }
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (double sum : sums) {
                low = Math.min(low, sum);
                high = Math.max(high, sum);
            }
            ranges[draw] = (high - low) / topics;
        }
        return ranges;
    }
}

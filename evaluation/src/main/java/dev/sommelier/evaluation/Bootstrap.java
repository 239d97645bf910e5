package dev.sommelier.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// Confidence intervals by resampling users with replacement.
///
/// The interval is the percentile one: the 2.5th and 97.5th percentile of the resampled statistic, percentiles
/// interpolated linearly between order statistics. One seed gives one interval, on any machine; calls with equal seed
/// and
/// equal number of users draw the same users, so contenders see the same resamples. With few users, percentile
/// intervals
/// are too narrow; [ClaimCheck] says so.
///
/// Source: Efron, *Bootstrap methods: another look at the jackknife*, Annals of Statistics 1979,
/// [doi:10.1214/aos/1176344552](https://doi.org/10.1214/aos/1176344552); for users of a recommender see Sakai,
/// *Evaluating evaluation metrics based on the bootstrap*, SIGIR 2006,
/// [doi:10.1145/1148170.1148261](https://doi.org/10.1145/1148170.1148261).
public final class Bootstrap {
    /// How many resamples are usual here.
    public static final int DEFAULT_RESAMPLES = 2000;

    static final double CONFIDENCE = 0.95;

    private Bootstrap() {}

    /// The 95 % interval of a mean, from the usual number of resamples.
    ///
    /// @param perUser one finite value for each user, at least one
    public static Interval mean(double[] perUser, long seed) {
        return mean(perUser, DEFAULT_RESAMPLES, seed);
    }

    /// The 95 % interval of a mean.
    ///
    /// @param perUser one finite value for each user, at least one
    /// @param resamples the number of resamples, at least 1
    public static Interval mean(double[] perUser, int resamples, long seed) {
        Pairs.checkFinite("per-user values", perUser);
        return statistic(perUser.length, users -> mean(perUser, users), resamples, seed);
    }

    /// The 95 % interval of the mean difference `first - second`, user by user.
    ///
    /// @param first one finite value for each user, at least one
    /// @param second the other contender's values for the same users in the same order
    /// @param resamples the number of resamples, at least 1
    public static Interval difference(double[] first, double[] second, int resamples, long seed) {
        Pairs.check(first, second);
        var differences = new double[first.length];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = first[i] - second[i];
        }
        return mean(differences, resamples, seed);
    }

    /// The paired difference from the usual number of resamples.
    public static Interval difference(double[] first, double[] second, long seed) {
        return difference(first, second, DEFAULT_RESAMPLES, seed);
    }

    /// The 95 % intervals of several metrics' means over the same users. All metrics see the same resamples, and each
    /// interval is the one that [#mean(double\[\], int, long)] gives, at a fraction of the time.
    ///
    /// @param perMetric metrics x users, finite values; every metric has the same users in the same order
    /// @param resamples the number of resamples, at least 1
    public static List<Interval> means(double[][] perMetric, int resamples, long seed) {
        if (perMetric.length == 0) {
            return List.of();
        }
        int metrics = perMetric.length;
        int users = perMetric[0].length;
        // A user's values lie side by side, so that a drawn user costs one visit to memory for all metrics.
        var byUser = new double[users * metrics];
        for (int m = 0; m < metrics; m++) {
            if (perMetric[m].length != users) {
                throw new IllegalArgumentException("metrics need the same users, got " + users + " values and "
                        + perMetric[m].length + " for metric number " + m);
            }
            Pairs.checkFinite("per-user values", perMetric[m]);
            for (int u = 0; u < users; u++) {
                byUser[u * metrics + m] = perMetric[m][u];
            }
        }
        return resample(users, metrics, (drawn, sums) -> sum(byUser, drawn, sums), resamples, seed).stream()
                .map(Distribution::toInterval)
                .toList();
    }

    private static void sum(double[] byUser, int[] drawn, double[] sums) {
        int metrics = sums.length;
        Arrays.fill(sums, 0);
        for (int user : drawn) {
            int from = user * metrics;
            for (int m = 0; m < metrics; m++) {
                sums[m] += byUser[from + m];
            }
        }
        for (int m = 0; m < metrics; m++) {
            sums[m] /= drawn.length;
        }
    }

    /// The 95 % interval of any statistic of a sample, such as RMSE.
    ///
    /// @param n the number of units to resample, at least 1
    /// @param statistic the finite value for the units with these numbers (0 to `n - 1`, repetitions included)
    /// @param resamples the number of resamples, at least 1
    public static Interval statistic(int n, ToDoubleFunction<int[]> statistic, int resamples, long seed) {
        return resample(n, 1, (drawn, values) -> values[0] = statistic.applyAsDouble(drawn), resamples, seed)
                .getFirst()
                .toInterval();
    }

    /// Several statistics of one sample, computed together from the units drawn.
    @FunctionalInterface
    public interface Statistics {
        /// @param drawn the units drawn (0 to `n - 1`, repetitions included)
        /// @param values to be filled, one for each statistic, NaN where undefined; holds old values before
        void of(int[] drawn, double[] values);
    }

    /// How several statistics spread over the same resamples. For one seed and `n` the units drawn are those of
    /// [#statistic].
    ///
    /// @param n the number of units to resample, at least 1
    /// @param count the number of statistics
    /// @param resamples the number of resamples, at least 1
    /// @return one distribution for each statistic
    public static List<Distribution> resample(int n, int count, Statistics statistics, int resamples, long seed) {
        if (n < 1 || resamples < 1) {
            throw new IllegalArgumentException(
                    "an interval needs at least one value and one resample, got " + n + " and " + resamples);
        }
        var random = new SplittableRandom(seed);
        var drawn = new int[n];
        var values = new double[count];
        var resampled = new double[count][resamples];
        for (int r = 0; r < resamples; r++) {
            for (int i = 0; i < n; i++) {
                drawn[i] = random.nextInt(n);
            }
            statistics.of(drawn, values);
            for (int s = 0; s < count; s++) {
                resampled[s][r] = values[s];
            }
        }
        Arrays.setAll(drawn, i -> i);
        statistics.of(drawn, values);
        return IntStream.range(0, count)
                .mapToObj(s -> new Distribution(values[s], resampled[s], n))
                .toList();
    }

    private static double mean(double[] values, int[] users) {
        double sum = 0;
        for (int user : users) {
            sum += values[user];
        }
        return sum / users.length;
    }
}

package dev.sommelier.evaluation;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

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

    private static final double CONFIDENCE = 0.95;

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

    /// The 95 % interval of any statistic of a sample, such as RMSE.
    ///
    /// @param n the number of units to resample, at least 1
    /// @param statistic the finite value for the units with these numbers (0 to `n - 1`, repetitions included)
    /// @param resamples the number of resamples, at least 1
    public static Interval statistic(int n, ToDoubleFunction<int[]> statistic, int resamples, long seed) {
        if (n < 1 || resamples < 1) {
            throw new IllegalArgumentException(
                    "an interval needs at least one value and one resample, got " + n + " and " + resamples);
        }
        var random = new SplittableRandom(seed);
        var drawn = new int[n];
        var values = new double[resamples];
        for (int r = 0; r < resamples; r++) {
            for (int i = 0; i < n; i++) {
                drawn[i] = random.nextInt(n);
            }
            values[r] = statistic.applyAsDouble(drawn);
        }
        Arrays.sort(values);
        Arrays.setAll(drawn, i -> i);
        double tail = (1 - CONFIDENCE) / 2;
        return new Interval(
                statistic.applyAsDouble(drawn), percentile(values, tail), percentile(values, 1 - tail), CONFIDENCE, n);
    }

    private static double mean(double[] values, int[] users) {
        double sum = 0;
        for (int user : users) {
            sum += values[user];
        }
        return sum / users.length;
    }

    private static double percentile(double[] sorted, double share) {
        double position = share * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}

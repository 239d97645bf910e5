package dev.sommelier.evaluation.business;

import dev.sommelier.evaluation.Bootstrap;
import dev.sommelier.evaluation.Interval;
import dev.sommelier.evaluation.business.BusinessMetric.UserSums;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// How much higher a metric is under a treatment than under a control: `treatment / control - 1`.
///
/// Above -1; 0 is no difference. Undefined where either metric is or the control's is 0. Source: Jannach and Jugovac,
/// *Measuring the business value of recommender systems*, ACM TMIS 2019,
/// [doi:10.1145/3370082](https://doi.org/10.1145/3370082).
///
/// @param metric what is compared
/// @param treatment its value there
/// @param control its value there
/// @param lift the relative difference
/// @param interval of the lift, by resampling the users of both sides together, each user staying on their side; empty
///     where a resample has no lift, which happens with few users or events
public record Lift(String metric, double treatment, double control, double lift, Optional<Interval> interval) {
    /// Compares two groups of users.
    ///
    /// @return empty where the lift is undefined
    public static Optional<Lift> of(
            BusinessMetric metric, List<Impression> treatment, List<Impression> control, int resamples, long seed) {
        var treated = UserSums.of(metric, treatment);
        var users = new ArrayList<>(treated);
        users.addAll(UserSums.of(metric, control));
        var all = new int[users.size()];
        Arrays.setAll(all, i -> i);
        var lift = lift(users, treated.size(), all);
        if (lift.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Lift(
                metric.label(),
                metric.of(treatment).orElseThrow(),
                metric.of(control).orElseThrow(),
                lift.getAsDouble(),
                interval(users, treated.size(), resamples, seed)));
    }

    private static Optional<Interval> interval(List<UserSums> users, int treated, int resamples, long seed) {
        boolean[] undefined = new boolean[1];
        var interval = Bootstrap.statistic(
                users.size(),
                drawn -> lift(users, treated, drawn).orElseGet(() -> {
                    undefined[0] = true;
                    return 0;
                }),
                resamples,
                seed);
        return undefined[0] ? Optional.empty() : Optional.of(interval);
    }

    private static OptionalDouble lift(List<UserSums> users, int treated, int[] drawn) {
        var above = new double[2];
        var below = new double[2];
        for (int i : drawn) {
            int side = i < treated ? 0 : 1;
            above[side] += users.get(i).above();
            below[side] += users.get(i).below();
        }
        return below[0] == 0 || below[1] == 0 || above[1] == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(above[0] / below[0] / (above[1] / below[1]) - 1);
    }
}

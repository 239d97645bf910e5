package dev.sommelier.evaluation.business;

import dev.sommelier.evaluation.Bootstrap;
import dev.sommelier.evaluation.Interval;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// A ratio of two sums over impressions, such as clicks over impressions.
///
/// At least 0; undefined where the lower sum is 0. Sources: Jannach and Jugovac, *Measuring the business value of
/// recommender systems*, ACM TMIS 2019, [doi:10.1145/3370082](https://doi.org/10.1145/3370082), and the survey of
/// evaluation techniques, [arXiv:2312.16015](https://arxiv.org/abs/2312.16015).
public enum BusinessMetric {
    /// Click-through rate: clicks / impressions.
    CTR("CTR") {
        @Override
        double above(Impression impression) {
            return impression.clicked() ? 1 : 0;
        }
    },
    /// Conversion rate: conversions that were clicked / clicks.
    CONVERSION("Conversion") {
        @Override
        double above(Impression impression) {
            return impression.clicked() && impression.converted() ? 1 : 0;
        }

        @Override
        double below(Impression impression) {
            return impression.clicked() ? 1 : 0;
        }
    },
    /// Conversions / impressions, clicked or not.
    CONVERSION_OF_IMPRESSIONS("Conversion(impressions)") {
        @Override
        double above(Impression impression) {
            return impression.converted() ? 1 : 0;
        }
    },
    /// Revenue / impressions: conversions weighted by what they bring.
    REVENUE("Revenue(impressions)") {
        @Override
        double above(Impression impression) {
            return impression.revenue();
        }
    },
    /// Revenue / conversions: the mean value of an order.
    ORDER_VALUE("OrderValue") {
        @Override
        double above(Impression impression) {
            return impression.revenue();
        }

        @Override
        double below(Impression impression) {
            return impression.converted() ? 1 : 0;
        }
    };

    private final String label;

    BusinessMetric(String label) {
        this.label = label;
    }

    abstract double above(Impression impression);

    double below(Impression impression) {
        return 1;
    }

    /// The name that tables show, such as `CTR`.
    public String label() {
        return label;
    }

    /// The ratio over all impressions.
    public OptionalDouble of(List<Impression> impressions) {
        var sums = UserSums.of(this, impressions);
        return sums.isEmpty() ? OptionalDouble.empty() : UserSums.ratio(sums);
    }

    /// The ratio with its bootstrap interval over users, since one user's impressions are not independent.
    ///
    /// @return empty where the ratio is undefined, for all users or in a resample
    public Optional<Interval> interval(List<Impression> impressions, int resamples, long seed) {
        var sums = UserSums.of(this, impressions);
        if (sums.stream().anyMatch(user -> user.below() == 0)) {
            // A resample of such users alone has no ratio; without them the ratio is the same.
            sums = sums.stream().filter(user -> user.below() > 0).toList();
        }
        if (sums.isEmpty()) {
            return Optional.empty();
        }
        var users = List.copyOf(sums);
        return Optional.of(Bootstrap.statistic(
                users.size(), drawn -> UserSums.ratio(users, drawn).orElseThrow(), resamples, seed));
    }

    /// One user's share of the two sums.
    record UserSums(double above, double below) {
        static List<UserSums> of(BusinessMetric metric, List<Impression> impressions) {
            var users = new LinkedHashMap<String, UserSums>();
            impressions.forEach(impression -> users.merge(
                    impression.user(),
                    new UserSums(metric.above(impression), metric.below(impression)),
                    (a, b) -> new UserSums(a.above + b.above, a.below + b.below)));
            return new ArrayList<>(users.values());
        }

        static OptionalDouble ratio(List<UserSums> users) {
            var all = new int[users.size()];
            java.util.Arrays.setAll(all, i -> i);
            return ratio(users, all);
        }

        static OptionalDouble ratio(List<UserSums> users, int[] drawn) {
            double above = 0;
            double below = 0;
            for (int i : drawn) {
                above += users.get(i).above;
                below += users.get(i).below;
            }
            return below == 0 ? OptionalDouble.empty() : OptionalDouble.of(above / below);
        }
    }
}

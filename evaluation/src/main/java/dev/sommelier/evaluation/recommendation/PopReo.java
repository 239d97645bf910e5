package dev.sommelier.evaluation.recommendation;

import java.util.List;
import java.util.OptionalDouble;

/// Popularity-based ranking-based equal opportunity: how differently the short head and the long tail ([Popularity])
/// are
/// treated.
///
/// For each group, the share over all users of the chances to be listed among the first `k` that were taken, where
/// a relevant item of the group is listed: hits of the group / test items of the group; then the population standard
/// deviation of the two shares divided by their mean. From 0, equal, to 1, one group gets all. Undefined where a group
/// has no chance or neither is listed. Source: Zhu, Wang and Caverlee, *Measuring and mitigating item
/// under-recommendation bias in personalized ranking systems*, SIGIR 2020,
/// [doi:10.1145/3397271.3401177](https://doi.org/10.1145/3397271.3401177), with Elliot's groups.
///
/// @param k the cut, at least 1
public record PopReo(int k) implements AggregateMetric {
    public PopReo {
        Names.checkCut(k);
    }

    @Override
    public String name() {
        return Names.at("PopREO", k);
    }

    @Override
    public OptionalDouble of(List<UserList> lists, Popularity training) {
        double[] listed = new double[2];
        double[] possible = new double[2];
        for (var list : lists) {
            list.items(k).distinct().filter(list::isRelevant).forEach(item -> listed[Lists.group(item, training)]++);
            list.relevant()
                    .filter(item -> item < training.items() && !list.hasSeen(item))
                    .forEach(item -> possible[Lists.group(item, training)]++);
        }
        return Lists.relativeDeviation(listed, possible);
    }
}

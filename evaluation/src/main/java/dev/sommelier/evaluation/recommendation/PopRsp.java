package dev.sommelier.evaluation.recommendation;

import java.util.List;
import java.util.OptionalDouble;

/// Popularity-based ranking-based statistical parity: how differently the short head and the long tail ([Popularity])
/// are
/// treated.
///
/// For each group, the share over all users of the chances to be listed among the first `k` that were taken, where
/// an item of the group that the user has not seen is listed: listed items of the group / items of the group not seen;
/// then the population standard
/// deviation of the two shares divided by their mean. From 0, equal, to 1, one group gets all. Undefined where a group
/// has no chance or neither is listed. Source: Zhu, Wang and Caverlee, *Measuring and mitigating item
/// under-recommendation bias in personalized ranking systems*, SIGIR 2020,
/// [doi:10.1145/3397271.3401177](https://doi.org/10.1145/3397271.3401177), with Elliot's groups.
///
/// @param k the cut, at least 1
public record PopRsp(int k) implements AggregateMetric {
    public PopRsp {
        Names.checkCut(k);
    }

    @Override
    public String name() {
        return Names.at("PopRSP", k);
    }

    @Override
    public OptionalDouble of(List<UserList> lists, Popularity training) {
        double[] listed = new double[2];
        double[] possible = new double[2];
        for (var list : lists) {
            list.items(k).distinct().forEach(item -> listed[Lists.group(item, training)]++);
            possible[0] += training.shortHeadSize();
            possible[1] += training.items() - training.shortHeadSize();
            list.seen().forEach(item -> possible[Lists.group(item, training)]--);
        }
        return Lists.relativeDeviation(listed, possible);
    }
}

package dev.sommelier.evaluation.recommendation;

import java.util.List;
import java.util.OptionalDouble;

/// How many users get a list that is not empty.
///
/// As a share of the users that count, from 0 to 1, or as Elliot's count. The share is undefined without users. Source:
/// Herlocker, Konstan, Terveen and Riedl, *Evaluating collaborative filtering recommender systems*, ACM TOIS 2004,
/// [doi:10.1145/963770.963772](https://doi.org/10.1145/963770.963772).
///
/// @param share whether the figure is a share of the users rather than a count
/// @param k the cut, at least 1
public record UserCoverage(boolean share, int k) implements AggregateMetric {
    public UserCoverage {
        Names.checkCut(k);
    }

    @Override
    public String name() {
        return Names.at(share ? "UserCoverage" : "UserCoverage(count)", k);
    }

    @Override
    public OptionalDouble of(List<UserList> lists, Popularity training) {
        long served = lists.stream().filter(list -> list.length(k) > 0).count();
        if (!share) {
            return OptionalDouble.of((double) served);
        }
        return lists.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of((double) served / lists.size());
    }
}

package dev.sommelier.evaluation.recommendation;

import java.util.List;
import java.util.OptionalDouble;

/// How much of the catalogue at least one user is shown: distinct items in the first `k` of all lists.
///
/// As a share of the catalogue, from 0 to 1, or as Elliot's count. It grows with the number of users, so compare only
/// figures over the same users. The share is undefined for an empty catalogue. Source: Ge, Delgado-Battenfeld and
/// Jannach, *Beyond accuracy: evaluating recommender systems by coverage and serendipity*, RecSys 2010,
/// [doi:10.1145/1864708.1864761](https://doi.org/10.1145/1864708.1864761).
///
/// @param share whether the figure is a share of the catalogue rather than a count
/// @param k the cut, at least 1
public record ItemCoverage(boolean share, int k) implements AggregateMetric {
    public ItemCoverage {
        Names.checkCut(k);
    }

    /// The share of a catalogue that lists of identifiers show.
    ///
    /// @param lists one list for each user, best first; an empty one for a user whose run failed
    /// @param catalogueSize the number of items that could have been shown, at least 1
    /// @throws IllegalArgumentException if the lists hold more distinct items than the catalogue
    public static double share(List<List<String>> lists, int k, int catalogueSize) {
        long shown = lists.stream()
                .flatMap(list -> list.stream().limit(k))
                .distinct()
                .count();
        if (catalogueSize < Math.max(1, shown)) {
            throw new IllegalArgumentException("the catalogue must hold every listed item: " + shown
                    + " distinct items listed, catalogue size " + catalogueSize);
        }
        return (double) shown / catalogueSize;
    }

    @Override
    public String name() {
        return Names.at(share ? "ItemCoverage" : "ItemCoverage(count)", k);
    }

    @Override
    public OptionalDouble of(List<UserList> lists, Popularity training) {
        long shown =
                lists.stream().flatMapToInt(list -> list.items(k)).distinct().count();
        if (!share) {
            return OptionalDouble.of((double) shown);
        }
        return training.items() == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) shown / training.items());
    }
}

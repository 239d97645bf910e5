package dev.sommelier.evaluation;

import java.util.HashSet;
import java.util.List;

/// The share of the catalogue that at least one user is shown: `|union of the lists' first k items| / |catalogue|`.
///
/// From 0 to 1; it grows with the number of users, so compare only figures over the same users. Undefined for an empty
/// catalogue. Source: Ge, Delgado-Battenfeld and Jannach, *Beyond accuracy: evaluating recommender systems by coverage
/// and serendipity*, RecSys 2010, [doi:10.1145/1864708.1864761](https://doi.org/10.1145/1864708.1864761).
///
/// @param k the cut, at least 1
public record ItemCoverage(int k) {
    public ItemCoverage {
        Hits.checkCut(k);
    }

    /// The name that tables show, such as `Coverage@10`.
    public String name() {
        return Hits.named("Coverage", k);
    }

    /// The coverage of all users' lists together.
    ///
    /// @param lists one list for each user, best first; an empty one for a user whose run failed
    /// @param catalogueSize the number of items that could have been shown, at least 1
    /// @throws IllegalArgumentException if the lists hold more distinct items than the catalogue
    public double of(List<List<String>> lists, int catalogueSize) {
        var shown = new HashSet<String>();
        lists.forEach(list -> shown.addAll(list.subList(0, Math.min(k, list.size()))));
        if (catalogueSize < Math.max(1, shown.size())) {
            throw new IllegalArgumentException("the catalogue must hold every listed item: " + shown.size()
                    + " distinct items listed, catalogue size " + catalogueSize);
        }
        return (double) shown.size() / catalogueSize;
    }
}

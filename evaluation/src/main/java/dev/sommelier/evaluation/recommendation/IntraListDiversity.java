package dev.sommelier.evaluation.recommendation;

import java.util.OptionalDouble;

/// The mean distance of the pairs among the first `k` items: Jaccard distance of attribute values or cosine distance of
/// vectors ([ItemFeatures#distance(int, int)]).
///
/// From 0, all alike, to 1 (2 for vectors that point apart). Pairs with an item of unknown attributes are left out;
/// undefined where no pair is left. Order does not matter. Source: Ziegler, McNee, Konstan and Lausen, *Improving
/// recommendation lists through topic diversification*, WWW 2005,
/// [doi:10.1145/1060745.1060754](https://doi.org/10.1145/1060745.1060754), as a mean of distances.
///
/// @param k the cut, at least 1
public record IntraListDiversity(int k) implements AttributeMetric {
    public IntraListDiversity {
        Names.checkCut(k);
    }

    @Override
    public String name() {
        return Names.at("ILD", k);
    }

    @Override
    public OptionalDouble of(UserList list, ItemFeatures features) {
        double sum = 0;
        int pairs = 0;
        for (int i = 1; i <= list.length(k); i++) {
            for (int j = i + 1; j <= list.length(k); j++) {
                var distance = features.distance(list.item(i), list.item(j));
                sum += distance.orElse(0);
                pairs += distance.isPresent() ? 1 : 0;
            }
        }
        return pairs == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / pairs);
    }
}

package dev.sommelier.evaluation.significance;

import dev.sommelier.evaluation.significance.SystemComparison.SystemPair;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// How many pairs of systems keep what human labels say about them.
///
/// @param classes how many pairs are in each class, all classes in order
/// @param pairs the number of pairs
/// @param humanSignificant the pairs that human labels tell apart
/// @param labelSignificant the pairs that the other labels tell apart
/// @param labelOnly of these, the pairs that human labels do not tell apart
/// @param humanOnly the pairs that only human labels tell apart
/// @param falsePositiveRate `labelOnly / pairs that human labels do not tell apart`; absent without such pairs
/// @param falseNegativeRate `humanOnly / humanSignificant`; absent without such pairs
/// @param publicationBias the share of `labelSignificant` that human labels do not confirm: not significant, or
/// significant with the opposite sign; absent without such pairs
public record Preservation(
        Map<PairClass, Integer> classes,
        int pairs,
        int humanSignificant,
        int labelSignificant,
        int labelOnly,
        int humanOnly,
        OptionalDouble falsePositiveRate,
        OptionalDouble falseNegativeRate,
        OptionalDouble publicationBias) {
    public Preservation {
        classes = Collections.unmodifiableMap(new EnumMap<>(classes));
    }

    static Preservation of(List<SystemPair> pairs, double level) {
        var classes = new EnumMap<PairClass, Integer>(PairClass.class);
        for (var kind : PairClass.values()) {
            classes.put(kind, 0);
        }
        int human = 0;
        int label = 0;
        int both = 0;
        int confirmed = 0;
        for (var pair : pairs) {
            classes.merge(pair.kind(), 1, Integer::sum);
            human += pair.humanP() < level ? 1 : 0;
            label += pair.labelP() < level ? 1 : 0;
            both += pair.humanP() < level && pair.labelP() < level ? 1 : 0;
            confirmed += pair.kind() == PairClass.AA ? 1 : 0;
        }
        return new Preservation(
                classes,
                pairs.size(),
                human,
                label,
                label - both,
                human - both,
                share(label - both, pairs.size() - human),
                share(human - both, human),
                share(label - confirmed, label));
    }

    private static OptionalDouble share(int part, int whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
    }
}

package dev.sommelier.evaluation.agreement;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What was paired and what was not, before any policy.
///
/// @param human pairs that the human judged
/// @param compared pairs that the figures are made of, after the policy
/// @param outOfRange labels of human-judged pairs that lie outside the scale
/// @param humanOutOfRange human grades outside the scale
/// @param missing human-judged pairs that the label set does not have, failed ones left out
/// @param failed human-judged pairs whose label failed
/// @param causes how often each cause made a label of a human-judged pair fail
/// @param extra labels, or failures, of pairs that the human did not judge
public record PairCounts(
        int human,
        int compared,
        int outOfRange,
        int humanOutOfRange,
        int missing,
        int failed,
        Map<String, Integer> causes,
        int extra) {
    public PairCounts {
        causes = Collections.unmodifiableMap(new LinkedHashMap<>(causes));
    }
}

package dev.sommelier.experiments.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One contender's answer for one user, as the journal keeps it.
///
/// @param user the user's identifier
/// @param items the list, best first; empty where scores are the answer, or where the user failed
/// @param scores one for each item asked about; empty for lists, or where the user failed
/// @param failure why there is no answer; empty where there is one
/// @param calls calls of the language model
/// @param promptTokens prompt tokens that were read
/// @param sharedTokens prompt tokens that an earlier reading spared
/// @param generatedTokens tokens that were written
/// @param repairs how often something was mended, by cause
/// @param seconds the wall time of the answer
public record UserAnswer(
        String user,
        List<String> items,
        List<Double> scores,
        String failure,
        int calls,
        long promptTokens,
        long sharedTokens,
        long generatedTokens,
        Map<String, Integer> repairs,
        double seconds) {
    public UserAnswer {
        items = List.copyOf(items);
        scores = List.copyOf(scores);
        repairs = new LinkedHashMap<>(repairs);
    }

    /// Whether there is no answer.
    public boolean failed() {
        return !failure.isEmpty();
    }
}

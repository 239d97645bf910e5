package dev.sommelier.experiments;

import dev.sommelier.core.History;
import dev.sommelier.core.Interaction;
import dev.sommelier.datasets.Split;
import dev.sommelier.judges.RatingPair;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/// Rating pairs from a split: the held-out ratings of some users.
public final class RatingPairs {
    private RatingPairs() {}

    /// The users' test ratings, predicted from train and validation. Users without one are left out.
    public static List<RatingPair> test(Split split, List<String> users) {
        return pairs(split.test(), users, split::historyBeforeTest);
    }

    /// The users' validation ratings, predicted from train. Users without one are left out.
    public static List<RatingPair> validation(Split split, List<String> users) {
        return pairs(split.validation(), users, split::historyBeforeValidation);
    }

    private static List<RatingPair> pairs(
            Map<String, Interaction> held, List<String> users, Function<String, History> history) {
        return users.stream()
                .map(held::get)
                .filter(Objects::nonNull)
                .map(event -> new RatingPair(history.apply(event.user()), event.item(), event.rating()))
                .toList();
    }
}

package dev.sommelier.experiments;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.Event;
import dev.sommelier.core.History;
import dev.sommelier.core.Item;
import dev.sommelier.core.Query;
import dev.sommelier.core.RankedList;
import dev.sommelier.core.RatingPredictor;
import dev.sommelier.core.Usage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// Small contenders with known answers.
public final class Fakes {
    private Fakes() {}

    /// Items `i0`, `i1`, ...
    public static Catalog catalog(int size) {
        return new Catalog(
                IntStream.range(0, size)
                        .mapToObj(i -> new Item("i" + i, "Film " + i, Map.of()))
                        .toList(),
                List.of());
    }

    /// A user who has seen `i0` and whose held-out item is this one.
    public static TestUser user(String name, String heldOut) {
        return new TestUser(new History(name, List.of(new Event("i0", 4, 0))), Set.of(heldOut));
    }

    public static RankingContender classic(String name, Function<Query, List<String>> list) {
        return new RankingContender(
                name, ContenderKind.CLASSIC, "made=up", query -> Answer.of(RankedList.ofItems(list.apply(query))));
    }

    public static RankingContender agent(
            String name, Function<Query, List<String>> list, Map<String, Integer> repairs) {
        return new RankingContender(
                name,
                ContenderKind.AGENT,
                "rounds=7",
                query -> new Answer(
                        RankedList.ofItems(list.apply(query)),
                        Optional.empty(),
                        new Usage(3, 400, 100, 60, Duration.ofSeconds(2)),
                        repairs,
                        Optional.of(Duration.ofNanos(1)),
                        Optional.empty()));
    }

    public static RatingPredictor predictor(String name, ToDoubleFunction<String> ofItem) {
        return new RatingPredictor() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public double predict(History history, String item) {
                return ofItem.applyAsDouble(item);
            }
        };
    }
}

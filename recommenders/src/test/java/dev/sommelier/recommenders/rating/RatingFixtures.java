package dev.sommelier.recommenders.rating;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.Event;
import dev.sommelier.core.History;
import dev.sommelier.core.Item;
import dev.sommelier.core.TrainingSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Small sets of ratings.
final class RatingFixtures {
    static final History NOBODY = new History("new", List.of());

    private RatingFixtures() {}

    /// Items `a`, `b`, ...
    static Catalog letters(int items) {
        return new Catalog(
                IntStream.range(0, items)
                        .mapToObj(i -> String.valueOf((char) ('a' + i)))
                        .map(id -> new Item(id, "Title " + id, Map.of()))
                        .toList(),
                List.of());
    }

    /// Ratings such as `a5 b3`.
    static History rated(String user, String ratings) {
        return new History(
                user,
                Arrays.stream(ratings.split(" ", -1))
                        .map(text -> new Event(text.substring(0, 1), Double.parseDouble(text.substring(1)), 0))
                        .toList());
    }

    /// A catalogue of letters and these histories.
    static TrainingSet training(int items, History... histories) {
        return new TrainingSet(letters(items), List.of(histories));
    }

    static RatingMatrix matrix(int items, History... histories) {
        return RatingMatrix.of(training(items, histories));
    }

    /// Users of two tastes with noise who rated two thirds of the items from 1 to 5.
    static RatingMatrix random(int users, int items, long seed) {
        var random = new SplittableRandom(seed);
        var catalog = new Catalog(
                IntStream.range(0, items)
                        .mapToObj(i -> new Item("i" + i, "Title " + i, Map.of()))
                        .toList(),
                List.of());
        var histories = new ArrayList<History>();
        for (int u = 0; u < users; u++) {
            var events = new ArrayList<Event>();
            for (int i = 0; i < items; i++) {
                if (random.nextInt(3) > 0) {
                    int liked = u % 2 == i % 2 ? 4 : 2;
                    events.add(new Event("i" + i, liked + random.nextInt(3) - 1, events.size()));
                }
            }
            histories.add(new History("u" + u, events));
        }
        return RatingMatrix.of(new TrainingSet(catalog, histories));
    }

    /// The same ratings of a user whom no training knows.
    static History stranger(History history) {
        return new History("a stranger", history.events());
    }
}

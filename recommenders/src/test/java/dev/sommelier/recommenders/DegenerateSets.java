package dev.sommelier.recommenders;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.Event;
import dev.sommelier.core.History;
import dev.sommelier.core.Item;
import dev.sommelier.core.TrainingSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Training sets at the edge: nothing at all, nobody, nothing liked, one item, a user with everything, repetitions, ids
/// of any alphabet.
public final class DegenerateSets {
    private DegenerateSets() {}

    public static Stream<TrainingSet> all() {
        return Stream.of(
                new TrainingSet(new Catalog(List.of(), List.of()), List.of()),
                Fixtures.ofLetters(3),
                Fixtures.ofLetters(3, "", ""),
                Fixtures.ofLetters(1, "a"),
                Fixtures.ofLetters(4, "ab"),
                Fixtures.ofLetters(4, "abcd", "a"),
                Fixtures.ofLetters(4, "abcd", "abcd"),
                Fixtures.ofLetters(4, "aaaa", "abab"),
                strange());
    }

    /// Ids with spaces, quotes and other alphabets, and impossible ratings, which no list model looks at.
    private static TrainingSet strange() {
        var ids = List.of("a b", "\"quoted\"", "\u00e9\u4e2d\ud83d\ude00", "tab\there");
        var catalog = new Catalog(
                ids.stream()
                        .map(id -> new Item(id, id, Map.of("k", List.of(id, "x"))))
                        .toList(),
                List.of("k"));
        return new TrainingSet(
                catalog,
                List.of(
                        new History(
                                "user \"1\"",
                                List.of(
                                        new Event(ids.get(0), Double.NaN, 5),
                                        new Event(ids.get(1), Double.POSITIVE_INFINITY, 6))),
                        new History("\u00fc", List.of(new Event(ids.get(1), -7, 1), new Event(ids.get(2), 1e300, 2)))));
    }
}

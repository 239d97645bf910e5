package dev.sommelier.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.History;
import dev.sommelier.core.Interaction;
import dev.sommelier.core.Item;
import dev.sommelier.core.RatingScale;
import dev.sommelier.datasets.DatasetFacts.TimeRange;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DatasetFactsTest {
    private static final List<Item> ITEMS = List.of(
            new Item("a", "A", Map.of("genre", List.of("Drama", "War"))),
            new Item("b", "B", Map.of("genre", List.of("War"))),
            new Item("c", "C", Map.of()));

    @Test
    void countsWhatTheDataSetHolds() {
        var dataset = dataset(
                new Interaction("u1", "a", 5, 200),
                new Interaction("u2", "b", 3, 100),
                new Interaction("u1", "a", 4, 300));

        var facts = dataset.describe();

        assertThat(facts)
                .isEqualTo(new DatasetFacts(
                        2,
                        3,
                        3,
                        2.0 / 6,
                        1,
                        Optional.of(new RatingScale(1, 5, 1)),
                        Map.of("genre", Map.of("Drama", 1, "War", 2)),
                        Optional.of(new TimeRange(Instant.ofEpochSecond(100), Instant.ofEpochSecond(300))),
                        Map.of()));
        assertThat(facts.attributes().getOrDefault("genre", Map.of()).keySet()).containsExactly("Drama", "War");
    }

    @Test
    void hasNoTimesWhereNoneAreKnown() {
        assertThat(dataset(new Interaction("u", "a", 1, 0)).describe().period()).isEmpty();
        assertThat(dataset().describe().density()).isZero();
    }

    @Test
    void givesAUsersHistoryInOrderOfTime() {
        var dataset = dataset(new Interaction("u", "b", 1, 20), new Interaction("u", "a", 1, 10));

        assertThat(dataset.history("u").map(History::items).orElseThrow()).containsExactly("a", "b");
        assertThat(dataset.history("nobody")).isEmpty();
    }

    @Test
    void worksOutAScaleOnlyWhereRatingsDiffer() {
        assertThat(Scales.of(List.of(
                        new Interaction("u", "a", 0.5, 0),
                        new Interaction("u", "b", 5, 0),
                        new Interaction("u", "c", 1, 0))))
                .contains(new RatingScale(0.5, 5, 0.5));
        assertThat(Scales.of(List.of(new Interaction("u", "a", 1, 0), new Interaction("u", "b", 1, 0))))
                .isEmpty();
    }

    private static Dataset dataset(Interaction... interactions) {
        return new Dataset(
                "d",
                new Catalog(ITEMS, List.of("genre")),
                List.of(interactions),
                Optional.of(new RatingScale(1, 5, 1)),
                "own",
                "test",
                "hash");
    }
}

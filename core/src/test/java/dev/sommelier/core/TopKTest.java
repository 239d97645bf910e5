package dev.sommelier.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TopKTest {
    private final Catalog catalog = new Catalog(List.of(item("a"), item("b"), item("c"), item("d")), List.of());

    @Test
    void equalScoresComeInCatalogueOrder() {
        assertThat(TopK.positions(new double[] {1, 2, 2, 1}, 4, i -> true)).containsExactly(1, 2, 0, 3);
    }

    @Test
    void seenItemsAreLeftOut() {
        var query = Query.top(2, History.ofLiked(List.of("b"), 5));

        assertThat(TopK.list(catalog, new double[] {1, 9, 3, 2}, query).items()).containsExactly("c", "d");
    }

    @Test
    void onlyCandidatesAreListed() {
        var query = new Query(History.ofLiked(List.of("b"), 5), 3, Optional.of(Set.of("a", "b")));

        assertThat(TopK.list(catalog, new double[] {1, 9, 3, 2}, query).items()).containsExactly("a");
    }

    @Test
    void negativeZeroDoesNotChangeTheOrder() {
        assertThat(TopK.positions(new double[] {-0.0, 0.0}, 2, i -> true)).containsExactly(0, 1);
    }

    private static Item item(String id) {
        return new Item(id, "Title " + id, Map.of());
    }
}

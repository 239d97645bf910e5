package dev.sommelier.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.History;
import dev.sommelier.core.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AttributeWeightsTest {
    /// 40 items, half of them comedies; the base prefers the later ones, so drama.
    private final Catalog catalog = catalog();
    private final FixedScorer base = new FixedScorer(catalog, scores());

    @Test
    void theAffinityIsTheMeanSmoothedLift() {
        var affinity = new AttributeAffinity(catalog, "genre").of(History.ofLiked(List.of("comedy0", "comedy1"), 5));

        // q = (2 + 10 * 0.5) / (2 + 10), p = 0.5
        assertThat(affinity[catalog.position("comedy5")]).isCloseTo(Math.log(7.0 / 12 / 0.5), within(1e-12));
        assertThat(affinity[catalog.position("drama5")]).isCloseTo(Math.log(5.0 / 12 / 0.5), within(1e-12));
    }

    @Test
    void anEmptyHistoryLeansNowhere() {
        assertThat(new AttributeAffinity(catalog, "genre").of(new History("u", List.of())))
                .containsOnly(0.0);
    }

    @Test
    void usersWhoStayWithTheirGenreRaiseItsWeightAndOnlyIts() {
        var heldOut = new ArrayList<HeldOut>();
        for (int u = 0; u < 8; u++) {
            heldOut.add(new HeldOut(
                    History.ofLiked(List.of("comedy0", "comedy1", "comedy2", "comedy" + (3 + u)), 5), "comedy19"));
        }

        var weights = AttributeWeights.tune(base, heldOut, AttributeWeights.GRID);

        assertThat(weights.of("genre")).isGreaterThanOrEqualTo(2.0);
        assertThat(weights.of("parity")).isEqualTo(0.1);
    }

    @Test
    void withoutUsersTheSmallestWeightWins() {
        assertThat(AttributeWeights.tune(base, List.of(), List.of(0.5, 1.0)).byAttribute())
                .containsExactly(Map.entry("genre", 0.5), Map.entry("parity", 0.5));
    }

    @Test
    void aWeightOfZeroIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> AttributeWeights.uniform(catalog, 0));
    }

    private static Catalog catalog() {
        var items = new ArrayList<Item>();
        for (var genre : List.of("comedy", "drama")) {
            for (int i = 0; i < 20; i++) {
                var attributes = Map.of("genre", List.of(genre), "parity", List.of(i % 2 == 0 ? "even" : "odd"));
                items.add(new Item(genre + i, genre + " " + i, attributes));
            }
        }
        return new Catalog(items, List.of("genre", "parity"));
    }

    private double[] scores() {
        return catalog.items().stream()
                .mapToDouble(item -> 1 + catalog.position(item.id()) / 1000.0)
                .toArray();
    }
}

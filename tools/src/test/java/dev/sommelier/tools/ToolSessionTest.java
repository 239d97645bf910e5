package dev.sommelier.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.History;
import dev.sommelier.core.Item;
import dev.sommelier.core.Query;
import dev.sommelier.core.ScoredItem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ToolSessionTest {
    private final Catalog catalog = new Catalog(
            List.of(
                    item("seen1", "Comedy", "1980s"),
                    item("seen2", "Comedy", "1980s"),
                    item("old-drama", "Drama", "1980s"),
                    item("new-comedy", "Comedy", "1990s"),
                    item("new-drama", "Drama", "1990s"),
                    item("new-horror", "Horror", "1990s")),
            List.of("genre", "period"));
    private final ToolBox box =
            new ToolBox(new FixedScorer(catalog, 9, 9, 1, 1, 2, 1), AttributeWeights.uniform(catalog, 20));
    private final History history = History.ofLiked(List.of("seen1", "seen2"), 5);
    private final ToolSession session = box.session(Query.top(3, history));

    @Test
    void differentAttributesGiveDifferentLists() {
        assertThat(items(session.retrieve("genre", Optional.empty(), 2)))
                .first()
                .isEqualTo("new-comedy");
        assertThat(items(session.retrieve("period", Optional.empty(), 2)))
                .first()
                .isEqualTo("old-drama");
    }

    @Test
    void seenItemsAndItemsOutsideTheCandidatesAreNeverFound() {
        assertThat(items(session.retrieve("genre", Optional.empty(), 99)))
                .containsExactlyInAnyOrder("old-drama", "new-comedy", "new-drama", "new-horror");
        var narrow = box.session(new Query(history, 3, Optional.of(Set.of("seen1", "new-horror"))));
        assertThat(items(narrow.retrieve("genre", Optional.of("Comedy"), 3))).containsExactly("new-horror");
        assertThat(narrow.available()).isEqualTo(1);
        assertThat(narrow.base(5, Set.of())).extracting(ScoredItem::item).containsExactly("new-horror");
    }

    @Test
    void aNamedValueIsAConstraint() {
        var found = (ToolResult.Found) session.retrieve("genre", Optional.of("drama"), 2);

        assertThat(items(found)).containsExactly("new-drama", "old-drama");
        assertThat(found.origin()).isEqualTo("retrieve genre=Drama");
        assertThat(found.notes()).isEmpty();
        assertThat(found.relaxed()).isZero();
    }

    @Test
    void aConstraintThatLeavesTooFewIsRelaxedAndSaysSo() {
        var found = (ToolResult.Found) session.retrieve("genre", Optional.of("Horror"), 3);

        assertThat(items(found)).startsWith("new-horror").hasSize(3).doesNotHaveDuplicates();
        assertThat(found.relaxed()).isEqualTo(2);
        assertThat(found.notes())
                .containsExactly("only 1 unseen item has genre=Horror; the constraint was relaxed and 2 others were"
                        + " added after them");
    }

    @Test
    void rankOrdersTheCandidatesSoFarByTheSameScore() {
        session.retrieve("genre", Optional.of("Drama"), 2);

        var byPeriod = (ToolResult.Found) session.rank("period", 5);

        assertThat(items(byPeriod)).containsExactly("old-drama", "new-drama");
        var again = (ToolResult.Found) session.retrieve("period", Optional.empty(), 9);
        assertThat(again.items()).containsAll(byPeriod.items());
    }

    @Test
    void failuresAreValuesThatSayWhatExists() {
        assertThat(session.rank("genre", 3))
                .isEqualTo(new ToolResult.Failure("there are no candidates to rank yet; retrieve some first"));
        assertThat(session.retrieve("mood", Optional.empty(), 3))
                .isEqualTo(new ToolResult.Failure("there is no attribute \"mood\"; the attributes are genre, period"));
        assertThat(session.retrieve("genre", Optional.of("Western"), 3))
                .isEqualTo(new ToolResult.Failure(
                        "no item has genre=\"Western\"; the values of genre are Comedy," + " Drama, Horror"));
        assertThat(session.lookUp("x"))
                .isEqualTo(new ToolResult.Failure("there is no item \"x\" in the catalogue; there are no candidates"));
        assertThat(session.retrieve("genre", Optional.empty(), 0))
                .isEqualTo(new ToolResult.Failure("k must be at least 1, got 0"));
        assertThat(session.memory().entries()).isEmpty();
    }

    @Test
    void lookUpGivesTheItem() {
        assertThat(session.lookUp("new-drama")).isEqualTo(new ToolResult.Details(catalog.item("new-drama")));
    }

    @Test
    void aCatalogueWithoutAttributesIsRetrievedByTasteAlone() {
        var plain = new Catalog(List.of(new Item("a", "A", Map.of()), new Item("b", "B", Map.of())), List.of());
        var tools = new ToolBox(new FixedScorer(plain, 1, 2), AttributeWeights.uniform(plain, 1));

        var found =
                tools.session(Query.top(2, new History("u", List.of()))).retrieve(ToolBox.TASTE, Optional.empty(), 2);

        assertThat(items(found)).containsExactly("b", "a");
    }

    static Item item(String id, String genre, String period) {
        return new Item(id, "Title " + id, Map.of("genre", List.of(genre), "period", List.of(period)));
    }

    private static List<String> items(ToolResult result) {
        assertThat(result).isInstanceOf(ToolResult.Found.class);
        return ((ToolResult.Found) result)
                .items().stream().map(ScoredItem::item).toList();
    }
}

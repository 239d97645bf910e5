package dev.sommelier.datasets.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sommelier.core.Interaction;
import dev.sommelier.core.SommelierException;
import dev.sommelier.datasets.table.InteractionTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FilterTest {
    private static final InteractionTable REPEATS = table(
            new Interaction("u", "a", 3, 20),
            new Interaction("u", "b", 1, 5),
            new Interaction("v", "a", 2, 1),
            new Interaction("u", "a", 5, 10),
            new Interaction("u", "a", 5, 30));

    @Test
    void keepsTheContactThatWasAskedFor() {
        assertThat(apply("duplicates=first", REPEATS))
                .containsExactly(
                        new Interaction("u", "b", 1, 5),
                        new Interaction("v", "a", 2, 1),
                        new Interaction("u", "a", 5, 10));
        assertThat(apply("duplicates=last", REPEATS))
                .contains(new Interaction("u", "a", 5, 30))
                .hasSize(3);
        assertThat(apply("duplicates=highest", REPEATS))
                .contains(new Interaction("u", "a", 5, 10))
                .hasSize(3);
        assertThat(apply("duplicates=mean", REPEATS))
                .contains(new Interaction("u", "a", 13 / 3.0, 10))
                .hasSize(3);
    }

    @Test
    void keepsRatingsFromTheThresholdOn() {
        assertThat(apply("min-rating=3", REPEATS))
                .extracting(Interaction::rating)
                .containsExactly(3.0, 5.0, 5.0);
        assertThat(apply("min-rating=3", REPEATS).users()).containsExactly("u");
        assertThat(apply("implicit", REPEATS))
                .extracting(Interaction::rating)
                .containsOnly(1.0)
                .hasSize(5);
    }

    @Test
    void countsUsersAndItemsOnceOrUntilNothingChanges() {
        // w's rows go for want of a second one; that leaves c with one row, and then x with one.
        var chain = table(
                new Interaction("w", "c", 1, 1),
                new Interaction("x", "c", 1, 1),
                new Interaction("x", "a", 1, 1),
                new Interaction("u", "a", 1, 1),
                new Interaction("u", "b", 1, 1),
                new Interaction("v", "a", 1, 1),
                new Interaction("v", "b", 1, 1));

        assertThat(apply("min-user=2", chain).users()).containsExactly("x", "u", "v");
        assertThat(apply("min-item=3", chain).items()).containsExactly("a");
        assertThat(apply("k-core=2", chain).users()).containsExactly("u", "v");
        assertThat(apply("k-core=2", chain).items()).containsExactly("a", "b");
        assertThat(apply("k-core=2,3", chain)).isEmpty();
    }

    @Test
    void findsTheSameCoreAsLeavingOutOneUserOrItemAtATime() {
        for (long seed = 1; seed <= 5; seed++) {
            var random = new Random(seed);
            var rows = IntStream.range(0, 200)
                    .mapToObj(i -> new Interaction(
                            "u" + (int) Math.abs(20 * random.nextGaussian()),
                            "i" + (int) Math.abs(20 * random.nextGaussian()),
                            1,
                            i))
                    .toList();

            assertThat(apply("k-core=4,5", InteractionTable.of(rows)))
                    .as("seed %d", seed)
                    .isEqualTo(slowCore(rows, 4, 5));
        }
    }

    private static List<Interaction> slowCore(List<Interaction> rows, int users, int items) {
        var left = new ArrayList<>(rows);
        for (int before = -1; before != left.size(); ) {
            before = left.size();
            left.stream()
                    .filter(row -> left.stream()
                                            .filter(r -> r.user().equals(row.user()))
                                            .count()
                                    < users
                            || left.stream()
                                            .filter(r -> r.item().equals(row.item()))
                                            .count()
                                    < items)
                    .findFirst()
                    .ifPresent(left::remove);
        }
        return left;
    }

    @Test
    void tellsWhatEachFilterLeft() {
        var filtering = Filtering.of(
                REPEATS, Filtering.inOrder(List.of(Filter.parse("min-user=2"), Filter.parse("duplicates=first"))));

        assertThat(filtering.steps())
                .containsExactly(
                        new Filtering.Step("all", 2, 2, 5),
                        new Filtering.Step("duplicates=first", 2, 2, 3),
                        new Filtering.Step("min-user=2", 1, 2, 2));
    }

    @Test
    void readsBackItsOwnText() {
        for (var text : List.of(
                "duplicates=mean",
                "min-rating=3.5",
                "min-rating=4",
                "implicit=true",
                "min-user=5",
                "min-item=2",
                "k-core=5",
                "k-core=5,10")) {
            assertThat(Filter.parse(text).text()).isEqualTo(text);
        }
        assertThat(Filter.NAMES)
                .allSatisfy(name -> assertThat(Filter.of(
                                        name,
                                        name.equals("duplicates") ? "first" : name.equals("implicit") ? "true" : "2")
                                .name())
                        .isEqualTo(name));
    }

    @Test
    void saysWhichValueIsWrong() {
        refuses("k-core=0", "the filter k-core takes a whole number from 1, got \"0\"; correct it");
        refuses("k-core=1,2,3", "USERS,ITEMS, got \"1,2,3\"");
        refuses("min-rating=high", "takes a number, got \"high\"");
        refuses("duplicates=any", "takes first, last, highest or mean, got \"any\"");
        refuses("core=5", "there is no filter \"core\"; choose among duplicates, min-rating, implicit");
    }

    private static void refuses(String text, String message) {
        assertThatThrownBy(() -> Filter.parse(text))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining(message);
    }

    private static InteractionTable apply(String filter, InteractionTable table) {
        return Filter.parse(filter).apply(table);
    }

    private static InteractionTable table(Interaction... rows) {
        return InteractionTable.of(List.of(rows));
    }
}

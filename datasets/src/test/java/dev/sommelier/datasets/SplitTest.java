package dev.sommelier.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.Event;
import dev.sommelier.core.History;
import dev.sommelier.core.Interaction;
import dev.sommelier.core.Item;
import dev.sommelier.core.SommelierException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SplitTest {
    @Test
    void holdsOutTheLastAndTheOneBeforeByTimeAndFileRow() {
        var split = Split.leaveLastOut(dataset(
                new Interaction("u2", "a", 3, 50),
                new Interaction("u1", "d", 1, 40),
                new Interaction("u1", "b", 2, 20),
                new Interaction("u1", "a", 3, 20),
                new Interaction("u1", "c", 4, 10),
                new Interaction("u2", "b", 5, 50),
                new Interaction("u3", "c", 5, 1)));

        assertThat(split.test())
                .containsExactly(
                        Map.entry("u2", new Interaction("u2", "b", 5, 50)),
                        Map.entry("u1", new Interaction("u1", "d", 1, 40)));
        assertThat(split.validation()).containsExactly(Map.entry("u1", new Interaction("u1", "a", 3, 20)));
        assertThat(split.historyBeforeTest("u1"))
                .isEqualTo(new History(
                        "u1", List.of(new Event("c", 4, 10), new Event("b", 2, 20), new Event("a", 3, 20))));
        assertThat(split.historyBeforeValidation("u1").items()).containsExactly("c", "b");
        assertThat(split.train().histories()).extracting(History::user).containsExactly("u2", "u1", "u3");
        assertThat(split.train().interactions()).isEqualTo(4);
        assertThat(split.trainAndValidation().interactions()).isEqualTo(5);
        assertThat(split.usersWithoutTest()).isEqualTo(1);
        assertThat(split.repeatedContacts()).isZero();
    }

    @Test
    void neverHoldsOutAnItemThatTheUserKnows() {
        var split = Split.leaveLastOut(dataset(
                new Interaction("u", "a", 1, 1),
                new Interaction("u", "b", 1, 2),
                new Interaction("u", "a", 1, 3),
                new Interaction("u", "b", 1, 4)));

        assertThat(split.test().get("u")).isEqualTo(new Interaction("u", "b", 1, 2));
        assertThat(split.historyBeforeTest("u").items()).containsExactly("a");
        assertThat(split.repeatedContacts()).isEqualTo(2);
    }

    @Test
    void tellsTwoSplitsApartByTheirHash() {
        var one = Split.leaveLastOut(dataset(new Interaction("u", "a", 1, 1), new Interaction("u", "b", 1, 2)));
        var same = Split.leaveLastOut(dataset(new Interaction("u", "a", 1, 1), new Interaction("u", "b", 1, 2)));
        var other = Split.leaveLastOut(dataset(new Interaction("u", "a", 1, 2), new Interaction("u", "b", 1, 1)));

        assertThat(one.hash()).isEqualTo(same.hash()).isNotEqualTo(other.hash());
    }

    @Test
    void drawsASmallerSampleAsTheBeginningOfALargerOne() {
        var interactions = new ArrayList<Interaction>();
        IntStream.range(0, 300).forEach(i -> {
            interactions.add(new Interaction("u" + i, "a", 1, 1));
            interactions.add(new Interaction("u" + i, "b", 1, 2));
        });
        var split = Split.leaveLastOut(dataset(interactions.toArray(Interaction[]::new)));

        var large = split.sampleTestUsers(200, 7);

        assertThat(large).hasSize(200).doesNotHaveDuplicates();
        assertThat(split.sampleTestUsers(20, 7)).isEqualTo(large.subList(0, 20));
        assertThat(split.sampleTestUsers(20, 8)).isNotEqualTo(large.subList(0, 20));
        // Fixed for good: recorded runs name their users by the seed alone.
        assertThat(split.sampleTestUsers(5, 7)).containsExactly("u136", "u182", "u199", "u16", "u48");
        assertThatThrownBy(() -> split.sampleTestUsers(301, 7))
                .isInstanceOf(SommelierException.class)
                .hasMessage("asked for 301 users, 300 have a test item; ask for fewer");
    }

    private static Dataset dataset(Interaction... interactions) {
        var items = List.of("a", "b", "c", "d").stream()
                .map(id -> new Item(id, "Title " + id, Map.of()))
                .toList();
        return new Dataset(
                "d", new Catalog(items, List.of()), List.of(interactions), Optional.empty(), "own", "test", "hash");
    }
}

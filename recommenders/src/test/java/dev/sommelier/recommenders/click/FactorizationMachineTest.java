package dev.sommelier.recommenders.click;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.Event;
import dev.sommelier.core.History;
import dev.sommelier.core.Item;
import dev.sommelier.core.TrainingSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FactorizationMachineTest {
    private static final ClickOptions FM = new ClickOptions(4, 20, .05, .0001, 2, 10, 7);

    @Test
    void aNewUserGetsWhatGoesWithTheirHistory() {
        var model = FactorizationMachine.train(twoTastes(), FM);
        var even = History.ofLiked(List.of("i0", "i2", "i4"), 1);
        var odd = History.ofLiked(List.of("i1", "i3", "i5"), 1);

        assertThat(model.predict(even, "i6")).isGreaterThan(model.predict(even, "i7") + .2);
        assertThat(model.predict(odd, "i7")).isGreaterThan(model.predict(odd, "i6") + .2);
    }

    @Test
    void aLogisticRegressionLearnsTheShareOfLikeItems() {
        var model = FactorizationMachine.train(twoTastes(), new ClickOptions(0, 20, .05, .0001, 2, 10, 7));
        var even = History.ofLiked(List.of("i0", "i2", "i4"), 1);

        assertThat(model.name()).isEqualTo("Logistic regression");
        assertThat(model.predict(even, "i6")).isGreaterThan(model.predict(even, "i7"));
    }

    @Test
    void theSameSeedGivesTheSameModel() {
        var history = History.ofLiked(List.of("i0", "i3"), 1);

        assertThat(FactorizationMachine.train(twoTastes(), FM).predict(history, "i5"))
                .isEqualTo(FactorizationMachine.train(twoTastes(), FM).predict(history, "i5"));
    }

    @Test
    void refusesToLearnFromNothing() {
        var empty = new TrainingSet(twoTastes().catalog(), List.of());

        assertThatThrownBy(() -> FactorizationMachine.train(empty, FM))
                .hasMessage("a click predictor needs at least one contact to learn from, got none");
    }

    /// Users with an even number take even items, the others odd ones.
    private static TrainingSet twoTastes() {
        var items = IntStream.range(0, 8)
                .mapToObj(i -> new Item("i" + i, "Item " + i, Map.of("kind", List.of(i % 2 == 0 ? "even" : "odd"))))
                .toList();
        var histories = new ArrayList<History>();
        for (int u = 0; u < 40; u++) {
            int user = u;
            histories.add(new History(
                    "u" + u,
                    IntStream.range(0, 4)
                            .filter(i -> (i + user / 2) % 4 != 0)
                            .mapToObj(i -> new Event("i" + (2 * i + user % 2), 1, i))
                            .toList()));
        }
        return new TrainingSet(new Catalog(items, List.of("kind")), histories);
    }
}

package dev.sommelier.judges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sommelier.core.Event;
import dev.sommelier.core.History;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryPolicyTest {
    private static final History HISTORY = new History(
            "u",
            List.of(
                    new Event("a", 5, 1),
                    new Event("b", 1, 2),
                    new Event("c", 3, 3),
                    new Event("d", 5, 4),
                    new Event("e", 2, 5),
                    new Event("f", 3, 6)));

    private static List<String> shown(HistoryPolicy.Kind kind, int items) {
        return new HistoryPolicy(kind, items)
                .shown(HISTORY).stream().map(Event::item).toList();
    }

    @Test
    void theLastOnesAreShownInOrder() {
        assertThat(shown(HistoryPolicy.Kind.LAST, 2)).containsExactly("e", "f");
        assertThat(HistoryPolicy.DEFAULT.words()).isEqualTo("last 6");
    }

    @Test
    void extremesAreTheHighestAndTheLowestInTheOrderOfTime() {
        assertThat(shown(HistoryPolicy.Kind.EXTREMES, 4)).containsExactly("a", "b", "d", "e");
        assertThat(shown(HistoryPolicy.Kind.EXTREMES, 3)).containsExactly("a", "b", "d");
        assertThat(shown(HistoryPolicy.Kind.EXTREMES, 1)).containsExactly("d");
    }

    @Test
    void aShortHistoryIsShownWholeAndNoneIsPossible() {
        assertThat(shown(HistoryPolicy.Kind.EXTREMES, 9)).hasSize(6);
        assertThat(shown(HistoryPolicy.Kind.LAST, 0)).isEmpty();
        assertThat(shown(HistoryPolicy.Kind.EXTREMES, 0)).isEmpty();
        assertThatThrownBy(() -> new HistoryPolicy(HistoryPolicy.Kind.LAST, -1)).hasMessageContaining("got -1");
    }
}

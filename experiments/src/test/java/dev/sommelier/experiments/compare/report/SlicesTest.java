package dev.sommelier.experiments.compare.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SlicesTest {
    @Test
    void cutsIntoThirdsAndKeepsEqualNumbersTogether() {
        int[] events = {5, 1, 1, 1, 9, 7};

        assertThat(Slices.of("history", "events", new int[] {0, 1, 2, 3, 4, 5}, u -> events[u]))
                .containsExactly(
                        Map.entry("history 1-1 events (3)", List.of(1, 2, 3)),
                        Map.entry("history 5-5 events (1)", List.of(0)),
                        Map.entry("history 7-9 events (2)", List.of(4, 5)));
    }
}

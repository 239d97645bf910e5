package dev.sommelier.experiments.judging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ContestedTest {
    private long position;

    @Test
    void oneTopicFillsNoMoreThanAFifthWhileOthersHaveSome() {
        var contested = new Contested(10);
        for (int i = 0; i < 30; i++) {
            contested.add(disagreement("loud", 0.99));
        }
        for (int i = 0; i < 9; i++) {
            contested.add(disagreement("quiet " + i, 0.5 + i / 100.0));
        }

        var topics = contested.chosen().stream().map(Disagreement::topic).toList();

        assertThat(topics)
                .containsExactly(
                        "loud", "loud", "quiet 8", "quiet 7", "quiet 6", "quiet 5", "quiet 4", "quiet 3", "quiet 2",
                        "quiet 1");
    }

    @Test
    void aSingleTopicFillsTheList() {
        var contested = new Contested(3);
        for (double confidence : List.of(0.2, 0.9, 0.4, 0.7, 0.1)) {
            contested.add(disagreement("only", confidence));
        }

        assertThat(contested.chosen()).extracting(Disagreement::confidence).containsExactly(0.9, 0.7, 0.4);
    }

    @Test
    void noneIsChosenWhereNoneIsWanted() {
        var contested = new Contested(0);
        contested.add(disagreement("only", 0.5));

        assertThat(contested.chosen()).isEmpty();
    }

    private Disagreement disagreement(String topic, double confidence) {
        return new Disagreement(position++, topic, "d" + position, 0, 3, confidence, "query", "text");
    }
}

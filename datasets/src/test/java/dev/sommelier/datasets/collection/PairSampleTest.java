package dev.sommelier.datasets.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class PairSampleTest {
    private static List<String> drawn(PairSample sample, int topics, int documents) {
        var pairs = new ArrayList<String>();
        sample.draw(
                receiver -> {
                    for (int d = 0; d < documents; d++) {
                        for (int t = 0; t < topics; t++) {
                            receiver.pair("t" + t, "d" + d, OptionalInt.of(d % 4));
                        }
                    }
                },
                (topic, document, human) -> pairs.add(topic + " " + document + " " + human.orElse(-1)));
        return pairs;
    }

    @Test
    void everyTopicGivesTheSameNumberInTheOrderOfTheFile() {
        var pairs = drawn(new PairSample(6, 7), 3, 40);

        assertThat(pairs).hasSize(18).doesNotHaveDuplicates();
        for (int t = 0; t < 3; t++) {
            var of = "t" + t + " ";
            assertThat(pairs.stream().filter(pair -> pair.startsWith(of))).hasSize(6);
        }
        assertThat(pairs)
                .isSortedAccordingTo((a, b) -> Integer.compare(
                        Integer.parseInt(a.split(" ")[1].substring(1)),
                        Integer.parseInt(b.split(" ")[1].substring(1))));
        assertThat(pairs).allMatch(pair -> {
            var parts = pair.split(" ");
            return Integer.parseInt(parts[1].substring(1)) % 4 == Integer.parseInt(parts[2]);
        });
    }

    @Test
    void theSeedChoosesAndOtherTopicsDoNotMatter() {
        var one = drawn(new PairSample(6, 7), 1, 40);

        assertThat(drawn(new PairSample(6, 7), 3, 40)).containsSubsequence(one);
        assertThat(drawn(new PairSample(6, 8), 1, 40)).isNotEqualTo(one);
    }

    @Test
    void aTopicWithFewerPairsGivesAll() {
        assertThat(drawn(new PairSample(6, 7), 2, 4)).hasSize(8);
        assertThatThrownBy(() -> new PairSample(0, 7)).hasMessageContaining("at least 1 pair a topic, got 0");
    }
}

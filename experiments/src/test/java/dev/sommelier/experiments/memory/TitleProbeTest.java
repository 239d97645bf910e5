package dev.sommelier.experiments.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.Item;
import dev.sommelier.core.SommelierException;
import dev.sommelier.core.Usage;
import dev.sommelier.io.Progress;
import dev.sommelier.llm.TextScore;
import dev.sommelier.llm.TextScorer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TitleProbeTest {
    private static final int ITEMS = 200;

    /// Titles such as `Alpha 7 of Beta 7 (1990)`: the halves share a number that a memory can know.
    private static final Catalog CATALOG = new Catalog(
            IntStream.range(0, ITEMS)
                    .mapToObj(i -> new Item("i" + i, "Alpha a" + i + " beta b" + i + " (1990)", Map.of()))
                    .toList(),
            List.of());

    @Test
    void findsWhatAModelKnowsByHeartAndNothingInTheControl() {
        var result = probe((half, rest) -> half.substring(7).equals(rest.substring(6)) ? -1 : -5 - noise(rest));

        assertThat(result.titles()).isEqualTo(100);
        assertThat(result.beaten().mean()).isEqualTo(1);
        assertThat(result.first().mean()).isEqualTo(1);
        assertThat(result.firstByChance()).isEqualTo(0.1);
        assertThat(result.control().contains(0.5)).isTrue();
        assertThat(result.difference().low()).isGreaterThan(0.3);
        assertThat(result.perTitle()).hasSize(100).first().satisfies(line -> {
            assertThat(line.half()).isEqualTo("Alpha a" + line.item().substring(1));
            assertThat(line.rest()).isEqualTo("beta b" + line.item().substring(1));
        });
    }

    @Test
    void findsNothingInAModelThatDoesNotConnectTheHalves() {
        var result = probe((half, rest) -> -noise(rest));

        assertThat(result.beaten().contains(0.5)).isTrue();
        assertThat(result.first().contains(0.1)).isTrue();
        assertThat(result.difference().mean()).isZero();
    }

    @Test
    void callsAModelThatSaysTheSameOfEverythingEven() {
        var result = probe((half, rest) -> -1);

        assertThat(result.beaten().mean()).isEqualTo(0.5);
        assertThat(result.first().mean()).isZero();
        assertThat(result.control().mean()).isEqualTo(0.5);
    }

    @Test
    void asksTheSameWithTheSameSeed() {
        assertThat(questions(7)).isEqualTo(questions(7)).isNotEqualTo(questions(8));
    }

    @Test
    void leavesOutTitlesThatAreTooShort() {
        assertThat(HalvedTitle.of(new Item("1", "Toy Story (1995)", Map.of()))).isEmpty();
        assertThat(HalvedTitle.of(new Item("a b c", "a b c", Map.of()))).isEmpty();
        assertThat(HalvedTitle.of(new Item("1", "Usual  Suspects, The (1995)", Map.of())))
                .isEqualTo(Optional.of(new HalvedTitle("1", "The Usual", "Suspects")));
        var small = new Catalog(CATALOG.items().subList(0, 5), List.of());
        assertThatThrownBy(() -> new TitleProbe((messages, text) -> score(-1), 9, 7).run(small, 10, Progress.silent()))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("needs more than 9 titles of three words or more, the catalogue has 5");
    }

    private static List<String> questions(long seed) {
        var asked = new ArrayList<String>();
        TextScorer scorer = (messages, text) -> {
            asked.add(messages + text);
            return score(-1);
        };
        new TitleProbe(scorer, 3, seed).run(CATALOG, 5, Progress.silent());
        return asked;
    }

    private interface Likelihood {
        double of(String half, String rest);
    }

    /// A scorer that says what the test wants of a half and a rest.
    private static TitleProbeResult probe(Likelihood likelihood) {
        TextScorer scorer = (messages, text) -> {
            var user = messages.getLast().toString();
            int start = user.indexOf("Alpha a");
            int end = start + "Alpha a".length();
            while (Character.isDigit(user.charAt(end))) {
                end++;
            }
            return score(likelihood.of(user.substring(start, end), text));
        };
        return new TitleProbe(scorer, 9, 7).run(CATALOG, 100, Progress.silent());
    }

    private static double noise(String text) {
        return Math.floorMod(text.hashCode() * 0x9E3779B9, 1000) / 1000.0;
    }

    private static TextScore score(double likelihood) {
        return new TextScore(likelihood, 1, Usage.NONE);
    }
}

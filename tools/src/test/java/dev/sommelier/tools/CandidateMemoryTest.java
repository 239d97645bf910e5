package dev.sommelier.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sommelier.core.ScoredItem;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CandidateMemoryTest {
    private final CandidateMemory memory = new CandidateMemory();

    @Test
    void theUnionComesInOrderOfFirstAppearanceWithAllOrigins() {
        memory.addRetrieved("retrieve genre", list("b", "a"));
        memory.addRetrieved("retrieve period", list("c", "a"));

        assertThat(memory.candidates()).containsExactly("b", "a", "c");
        assertThat(memory.origins("a")).containsExactly("retrieve genre", "retrieve period");
        assertThat(memory.origins("z")).isEmpty();
    }

    @Test
    void withoutARankingTheBestScoreOrders() {
        memory.addRetrieved("one", List.of(new ScoredItem("a", 3), new ScoredItem("b", 1)));
        memory.addRetrieved("two", List.of(new ScoredItem("c", 3), new ScoredItem("b", 4)));

        assertThat(memory.best()).containsExactly("b", "a", "c");
    }

    @Test
    void theLatestRankingComesFirst() {
        memory.addRetrieved("one", list("a", "b", "c"));
        memory.addRanked("rank by genre", list("c", "b"));
        memory.addRanked("rank by period", list("b"));

        assertThat(memory.best()).containsExactly("b", "a", "c");
    }

    @Test
    void onlyCandidatesCanBeRanked() {
        assertThatIllegalArgumentException().isThrownBy(() -> memory.addRanked("rank by genre", list("z")));
    }

    private static List<ScoredItem> list(String... items) {
        return IntStream.range(0, items.length)
                .mapToObj(i -> new ScoredItem(items[i], -i))
                .toList();
    }
}

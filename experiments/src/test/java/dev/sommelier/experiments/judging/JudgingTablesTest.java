package dev.sommelier.experiments.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sommelier.core.Usage;
import dev.sommelier.io.journal.Counts;
import dev.sommelier.judges.job.ShortenedTexts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JudgingTablesTest {
    private static String outcomes(ShortenedTexts shortened) {
        var counts = new Counts(6, 5, 0, 0, Map.of());
        return JudgingTables.outcomes(new JudgingReport(
                        Map.of(), counts, List.of(), 0, List.of(), Optional.empty(), List.of(), Usage.NONE, shortened))
                .render();
    }

    @Test
    void shortenedTextsHaveARowWhereTheJudgeCuts() {
        assertThat(outcomes(new ShortenedTexts(2, 4, 1, "head, 300 tokens")))
                .containsPattern("text shortened \\(head, 300 tokens, of 1 unknown\\) +2");
        assertThat(outcomes(new ShortenedTexts(0, 5, 0, ""))).doesNotContain("shortened");
    }
}

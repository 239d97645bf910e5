package dev.sommelier.judges.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import dev.sommelier.judges.RatingOutcome;
import dev.sommelier.llm.local.EngineOptions;
import dev.sommelier.llm.local.LocalEngine;
import dev.sommelier.llm.testing.TinyGguf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The USS format, and the judge on the real engine with a model that the test writes.
class SatisfactionTest {
    private static final String TALKS = """
            USER\tA quiet hotel, please.\tINFORM\t3,3,4
            SYSTEM\tThe Harbour Inn has rooms.\tOFFER\t
            USER\tThat is by the motorway!\tNEGATE\t1,2,1
            USER\tOVERALL\t\t2,2,1\tnot what was asked for

            system\tHello\t\t
            user\tHi there\t\t3,3
            """;

    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("talks.txt"), text);
    }

    @Test
    void dialoguesAreReadWithTheScoresOfEveryAnnotator() throws IOException {
        var talks = UssFile.read(file(TALKS));

        assertThat(talks).hasSize(2);
        assertThat(talks.getFirst().lines()).hasSize(3);
        assertThat(talks.getFirst().overall()).containsExactly(2, 2, 1);
        assertThat(talks.getFirst().lines().get(2).satisfaction()).containsExactly(1, 2, 1);
        assertThat(talks.get(1).name()).isEqualTo("talks.txt:6");
        assertThat(talks.get(1).overall()).isEmpty();
    }

    @Test
    void onlyUsersLinesThatFollowTheSystemAreTurnsToJudge() throws IOException {
        var turns = UssFile.read(file(TALKS)).getFirst().turns();

        assertThat(turns).hasSize(1);
        assertThat(turns.getFirst().lines()).hasSize(3);
        assertThat(turns.getFirst().truth()).isCloseTo(4.0 / 3, offset(1e-12));
    }

    @Test
    void aBadLineIsNamedWithItsPlaceRuleAndValue() throws IOException {
        var role = file("USER\tHi\t\t3\nBOT\tHello\t\t\n");
        assertThatThrownBy(() -> UssFile.read(role))
                .hasMessageContaining("talks.txt:2: expected the role USER or SYSTEM, got \"BOT\"");

        var score = file("USER\tHi\t\t3,6\n");
        assertThatThrownBy(() -> UssFile.read(score))
                .hasMessageContaining("talks.txt:1: expected scores from 1 to 5 between commas, got \"3,6\"");

        var empty = file("\n\n");
        assertThatThrownBy(() -> UssFile.read(empty)).hasMessageContaining("expected at least one dialogue");
    }

    @Test
    void theJudgeExpectsAScoreOfTheScaleAndTheSameOneAgain() throws IOException {
        var lines = UssFile.read(file(TALKS)).getFirst().lines();
        var model = TinyGguf.write(folder.resolve("tiny.gguf"), 7);
        try (var engine =
                LocalEngine.open(model, EngineOptions.defaults().withThreads(1).withContextTokens(1024))) {
            var judge = new SatisfactionJudge(engine.labels(), 8);

            var first = (RatingOutcome.Predicted) judge.judge(lines);

            assertThat(first.rating()).isBetween(1.0, 5.0);
            assertThat(first.probabilities()).hasSize(5);
            assertThat(((RatingOutcome.Predicted) judge.judge(lines)).rating()).isEqualTo(first.rating());
            // One line shown is another question than three.
            assertThat(((RatingOutcome.Predicted) new SatisfactionJudge(engine.labels(), 1).judge(lines)).rating())
                    .isNotEqualTo(first.rating());
            assertThat(judge.judge(List.of(new Talk.Line(Talk.Speaker.USER, "x".repeat(2000), List.of()))))
                    .isInstanceOf(RatingOutcome.Failed.class);
        }
    }
}

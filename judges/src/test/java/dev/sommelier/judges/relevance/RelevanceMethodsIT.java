package dev.sommelier.judges.relevance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sommelier.core.Document;
import dev.sommelier.core.Judgment;
import dev.sommelier.core.Topic;
import dev.sommelier.core.Usage;
import dev.sommelier.llm.local.EngineOptions;
import dev.sommelier.llm.local.LocalEngine;
import dev.sommelier.llm.testing.TinyGguf;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every method on the real engine with a model that the test writes: its grades mean nothing, the way to them is real.
class RelevanceMethodsIT {
    private static final int CONTEXT = 4096;

    @TempDir
    static Path folder;

    private static LocalEngine engine;

    @BeforeAll
    static void open() {
        engine = LocalEngine.open(
                TinyGguf.write(folder.resolve("tiny.gguf"), 7),
                EngineOptions.defaults().withThreads(2).withContextTokens(CONTEXT));
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    private static List<RelevancePair> batch() {
        var topic = new Topic("t", "what do owls eat");
        return IntStream.range(0, 4)
                .mapToObj(i -> new RelevancePair(topic, new Document("d" + i, "owls eat mice, said " + i)))
                .toList();
    }

    private static JudgeSettings settings(String method) {
        var examples = IntStream.range(0, 4)
                .mapToObj(grade -> new FewShot.Example(
                        new RelevancePair(
                                new Topic("other", "why is the sky blue"),
                                new Document("e" + grade, "scattering " + grade)),
                        grade))
                .toList();
        return JudgeSettings.of(method).withFewShot(new FewShot(examples, 1, Set.of("t")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grade",
                "umbrela",
                "criteria",
                "nuggets",
                "few-shot",
                "self-consistency",
                "pairwise",
                "yes-no",
                "ensemble"
            })
    void everyPairGetsAGradeOfTheScaleAndTheSameOneAgain(String method) {
        var judge = RelevanceMethods.open(settings(method), engine);

        var first = judge.judge(batch());
        var again = RelevanceMethods.open(settings(method), engine).judge(batch());

        assertThat(first).hasSize(4).allSatisfy(judgment -> {
            assertThat(judgment).isInstanceOf(Judgment.Graded.class);
            assertThat(((Judgment.Graded) judgment).label()).isIn(0, 1, 2, 3);
        });
        assertThat(plain(again)).isEqualTo(plain(first));
        assertThat(judge.facts().facts()).containsEntry("method", method).containsKeys("decision rule", "model sha256");
    }

    @ParameterizedTest
    @ValueSource(strings = {"criteria", "few-shot", "self-consistency", "nuggets"})
    void aPassageThatDoesNotFitFailsAloneAndIsNoGrade(String method) {
        var long4096 = new Document("long", "x ".repeat(CONTEXT));
        var batch =
                List.of(batch().getFirst(), new RelevancePair(batch().getFirst().topic(), long4096));
        var given = settings(method)
                .withTruncation(new Truncation(Truncation.Policy.NONE, 8))
                .withNuggets(new Nuggets(Map.of("t", List.of("What do they eat?"))));

        var judgments = RelevanceMethods.open(given, engine).judge(batch);

        assertThat(judgments.getFirst()).isInstanceOf(Judgment.Graded.class);
        assertThat(judgments.getLast()).isInstanceOf(Judgment.Failed.class);
    }

    /// Without times and tokens, which depend on what the engine still holds.
    private static List<Judgment> plain(List<Judgment> judgments) {
        return judgments.stream()
                .map(judgment -> (Judgment.Graded) judgment)
                .<Judgment>map(graded -> new Judgment.Graded(
                        graded.topic(),
                        graded.document(),
                        graded.label(),
                        graded.probabilities(),
                        graded.score(),
                        graded.reply(),
                        new Usage(0, 0, 0, 0, Duration.ZERO)))
                .toList();
    }
}

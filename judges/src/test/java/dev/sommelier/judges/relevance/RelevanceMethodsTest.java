package dev.sommelier.judges.relevance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import dev.sommelier.core.Document;
import dev.sommelier.core.Judgment;
import dev.sommelier.core.SommelierException;
import dev.sommelier.core.Topic;
import dev.sommelier.llm.Capabilities;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RelevanceMethodsTest {
    private final FakeModel model = new FakeModel();

    @Test
    void aGradeIsTheMostProbableLabelAndItsScoreTheExpectation() {
        var judgment = (Judgment.Graded) judge("grade", "text").getFirst();

        assertThat(judgment.label()).isEqualTo(3);
        assertThat(judgment.score()).isCloseTo(2.0, offset(1e-12));
        assertThat(judgment.probabilities()).hasSize(4);
        assertThat(judgment.reply()).isEmpty();
    }

    @Test
    void oneOverflowLeavesTheOtherPairsOfTheBatchJudged() {
        for (var method : List.of("grade", "yes-no", "query-likelihood")) {
            var judgments = judge(method, "good", "TOO LONG", "fine");

            assertThat(judgments.get(0)).isInstanceOf(Judgment.Graded.class);
            assertThat(judgments.get(1))
                    .isInstanceOfSatisfying(
                            Judgment.Failed.class,
                            failed -> assertThat(failed.kind()).isEqualTo("overflow"));
            assertThat(judgments.get(2)).isInstanceOf(Judgment.Graded.class);
        }
    }

    @Test
    void moreLikelyQueriesGetHigherGradesAndTheScoreIsTheLikelihood() {
        model.likelihood = message -> message.contains("apt") ? -1.0 : -9.0;

        var judgments = judge("query-likelihood", "apt", "other");

        assertThat(((Judgment.Graded) judgments.get(0)).label()).isEqualTo(3);
        assertThat(((Judgment.Graded) judgments.get(0)).score()).isEqualTo(-1.0);
        assertThat(((Judgment.Graded) judgments.get(1)).label()).isEqualTo(0);
    }

    @Test
    void aScoreThatIsNotFiniteIsAFailureAndNoGrade() {
        model.likelihood = message -> Double.NaN;

        assertThat(judge("query-likelihood", "text").getFirst()).isInstanceOf(Judgment.Failed.class);
    }

    @Test
    void thresholdsOfTheDefaultModelAreNotUsedForAnother() {
        model.hash = "another";

        assertThatThrownBy(() -> judge("query-likelihood", "text"))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("judge calibrate");
    }

    @Test
    void aMissingCapabilityIsRefusedWithItsReasonBeforeAnythingIsAsked() {
        model.capabilities = new Capabilities(20, false, true, false);

        assertThatThrownBy(() -> judge("query-likelihood", "text"))
                .hasMessageContaining("needs the likelihood of a given text")
                .hasMessageContaining("labels (top 20), schema");
        assertThat(model.asked).isEmpty();
        assertThat(judge("yes-no", "text").getFirst()).isInstanceOf(Judgment.Graded.class);
    }

    @Test
    void anUnknownMethodNamesTheKnownOnes() {
        assertThatThrownBy(() -> judge("guess", "text")).hasMessageContaining("query-likelihood, grade");
    }

    @Test
    void factsNameMethodPromptScaleTruncationAndRule() {
        for (var method : List.of("grade", "yes-no", "query-likelihood")) {
            assertThat(RelevanceMethods.open(JudgeSettings.of(method), model)
                            .facts()
                            .facts())
                    .containsEntry("method", method)
                    .containsEntry("truncation", "head, 300 tokens")
                    .containsKeys("scale", "decision rule", "answer", "model sha256");
        }
    }

    private List<Judgment> judge(String method, String... texts) {
        var topic = new Topic("t1", "which words fit");
        var pairs = IntStream.range(0, texts.length)
                .mapToObj(i -> new RelevancePair(topic, new Document("d" + i, texts[i])))
                .toList();
        return RelevanceMethods.open(JudgeSettings.of(method), model).judge(pairs);
    }

    @Test
    void aJudgeSaysWhichTextsItReadsInPart() {
        var settings = JudgeSettings.of("grade").withTruncation(new Truncation(Truncation.Policy.HEAD, 8));
        var judge = RelevanceMethods.open(settings, new FakeModel());
        var topic = new Topic("t", "query");
        assertThat(judge.shortens(new RelevancePair(topic, new Document("d", "word ".repeat(40)))))
                .isTrue();
        assertThat(judge.shortens(new RelevancePair(topic, new Document("d", "word"))))
                .isFalse();
        assertThat(RelevanceMethods.open(
                                settings.withTruncation(new Truncation(Truncation.Policy.NONE, 8)), new FakeModel())
                        .shortens(new RelevancePair(topic, new Document("d", "word ".repeat(40)))))
                .isFalse();
    }
}

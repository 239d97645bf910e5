package dev.sommelier.llm.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.sommelier.core.Usage;
import dev.sommelier.llm.LabelScorer;
import dev.sommelier.llm.LabelScores;
import dev.sommelier.llm.ModelFailure;
import dev.sommelier.llm.TextScore;
import dev.sommelier.llm.TextScorer;
import dev.sommelier.llm.testing.TinyGguf;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Several prompts in one decode, against each by itself.
class BatchIT {
    private static final SystemMessage SYSTEM = SystemMessage.from("You pick films for an evening.");
    private static final List<String> GENRES = List.of("drama", "drag", "horror", "1");
    /// 32-bit sums in another order and 16-bit keys and values.
    private static final double ROUNDING = 1e-3;

    @TempDir
    static Path folder;

    private static LocalEngine engine;

    @BeforeAll
    static void open() {
        engine = fresh();
    }

    private static LocalEngine fresh() {
        var model = TinyGguf.write(folder.resolve("tiny.gguf"), 7);
        return LocalEngine.open(model, EngineOptions.defaults().withThreads(2).withContextTokens(1024));
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    private static List<ChatMessage> prompt(int film) {
        return List.of(SYSTEM, UserMessage.from("Film " + film + "? " + "Tell. ".repeat(film % 5)));
    }

    private static List<LabelScorer.Question> labelQuestions(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new LabelScorer.Question(prompt(i), GENRES))
                .toList();
    }

    private static List<TextScorer.Question> textQuestions(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new TextScorer.Question(prompt(i / 2), "a text of number " + i))
                .toList();
    }

    private static List<List<Double>> values(List<LabelScores> scores) {
        return scores.stream().map(LabelScores::logProbabilities).toList();
    }

    @Test
    void labelsReadTogetherAreThoseReadAlone() {
        var questions = labelQuestions(12);
        var together = engine.labels().scoreAll(questions);

        for (int i = 0; i < questions.size(); i++) {
            var alone = engine.labels().score(questions.get(i).messages(), GENRES);
            for (int label = 0; label < GENRES.size(); label++) {
                assertThat(together.get(i).logProbabilities().get(label))
                        .as("label %s of prompt %s", label, i)
                        .isCloseTo(alone.logProbabilities().get(label), offset(ROUNDING));
            }
            assertThat(together.get(i).outsideMass()).isCloseTo(alone.outsideMass(), offset(ROUNDING));
            assertThat(together.get(i).tokens()).isEqualTo(alone.tokens());
        }
    }

    @Test
    void textsReadTogetherAreThoseReadAlone() {
        var questions = textQuestions(13);
        var together = engine.texts().scoreAll(questions);

        for (int i = 0; i < questions.size(); i++) {
            var alone = engine.texts()
                    .score(questions.get(i).messages(), questions.get(i).text());
            assertThat(together.get(i).logLikelihood())
                    .as("text %s", i)
                    .isCloseTo(alone.logLikelihood(), offset(ROUNDING));
            assertThat(together.get(i).tokens()).isEqualTo(alone.tokens());
        }
    }

    @Test
    void theSameListGivesTheSameBitsWhateverRanBefore() {
        List<List<Double>> labels;
        List<Double> texts;
        try (var other = fresh()) {
            labels = values(other.labels().scoreAll(labelQuestions(9)));
        }
        try (var other = fresh()) {
            texts = other.texts().scoreAll(textQuestions(9)).stream()
                    .map(TextScore::logLikelihood)
                    .toList();
        }
        var before = new ArrayList<Runnable>();
        before.add(() -> engine.chat().chat("Something else"));
        before.add(() -> engine.labels().score(prompt(3), GENRES));
        before.add(() -> engine.texts().scoreAll(textQuestions(5)));
        before.add(() -> engine.labels().scoreAll(labelQuestions(20)));
        for (var first : before) {
            first.run();
            assertThat(values(engine.labels().scoreAll(labelQuestions(9)))).isEqualTo(labels);
            first.run();
            assertThat(engine.texts().scoreAll(textQuestions(9)).stream()
                            .map(TextScore::logLikelihood)
                            .toList())
                    .isEqualTo(texts);
        }
    }

    @Test
    void aListOfOneIsTheCallByItself() {
        for (int i = 0; i < 5; i++) {
            var alone = engine.labels().score(prompt(i), GENRES).logProbabilities();
            engine.chat().chat("Something else");
            var listed = engine.labels().scoreAll(List.of(new LabelScorer.Question(prompt(i), GENRES)));

            assertThat(values(listed)).containsExactly(alone);
        }
        assertThat(engine.labels().scoreAll(List.of())).isEmpty();
    }

    @Test
    void replyAndScoreAfterABatchAreWhatTheyWereBefore() {
        String reply = engine.chat().chat(prompt(1)).aiMessage().text();
        var score = engine.labels().score(prompt(1), GENRES).logProbabilities();
        engine.texts().scoreAll(textQuestions(11));

        assertThat(engine.chat().chat(prompt(1)).aiMessage().text()).isEqualTo(reply);
        engine.labels().scoreAll(labelQuestions(11));
        assertThat(engine.labels().score(prompt(1), GENRES).logProbabilities()).isEqualTo(score);
    }

    @Test
    void everyTokenIsPaidForOnce() {
        var questions = textQuestions(4);
        try (var other = fresh()) {
            int prefix = other.chunks(prompt(0)).getFirst().length;
            int first = other.chunks(prompt(0)).getLast().length;
            var usage = other.texts().scoreAll(questions).stream()
                    .map(TextScore::usage)
                    .toList();

            assertThat(usage).allSatisfy(one -> assertThat(one.calls()).isEqualTo(1));
            // The first prompt's two texts have 17 characters in common; their last ones are only read.
            assertThat(usage.getFirst().promptTokens()).isEqualTo(prefix + first + 17);
            assertThat(usage.get(1).promptTokens()).isZero();
            assertThat(usage.get(1).sharedTokens()).isEqualTo(prefix + first);
            assertThat(usage.get(2).sharedTokens()).isEqualTo(prefix);
        }
    }

    @Test
    void promptsOfOtherPrefixesAndLengthsAreReadToo() {
        var questions = List.of(
                new LabelScorer.Question(List.of(UserMessage.from("No system message 1")), GENRES),
                new LabelScorer.Question(List.of(UserMessage.from("No system message 2")), List.of("1", "2")),
                new LabelScorer.Question(prompt(1), GENRES),
                new LabelScorer.Question(List.of(SYSTEM, UserMessage.from("x".repeat(700))), GENRES),
                new LabelScorer.Question(prompt(2), GENRES),
                new LabelScorer.Question(prompt(3), GENRES));
        var together = engine.labels().scoreAll(questions);

        for (int i = 0; i < questions.size(); i++) {
            var question = questions.get(i);
            var alone = engine.labels().score(question.messages(), question.labels());
            assertThat(together.get(i).logProbabilities().getFirst())
                    .as("question %s", i)
                    .isCloseTo(alone.logProbabilities().getFirst(), offset(ROUNDING));
        }
        assertThat(together.stream()
                        .map(LabelScores::usage)
                        .reduce(Usage.NONE, Usage::plus)
                        .calls())
                .isEqualTo(6);
    }

    @Test
    void oneThatDoesNotFitFailsTheListBeforeAnythingIsDecoded() {
        var questions = List.of(
                new TextScorer.Question(prompt(1), "a film"), new TextScorer.Question(prompt(2), "x".repeat(1200)));

        assertThatThrownBy(() -> engine.texts().scoreAll(questions))
                .isInstanceOfSatisfying(
                        ModelFailure.class, e -> assertThat(e.kind()).isEqualTo(ModelFailure.Kind.OVERFLOW))
                .hasMessageContaining("context holds 1024");
    }
}

package dev.sommelier.llm.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.sommelier.core.SommelierException;
import dev.sommelier.llm.LabelLength;
import dev.sommelier.llm.testing.TinyGguf;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Label and text scores of the real engine on a model that the test writes, where every character is a token.
class ScoringIT {
    private static final SystemMessage SYSTEM = SystemMessage.from("You pick films.");
    private static final List<ChatMessage> PROMPT = List.of(SYSTEM, UserMessage.from("Stars for Alien?"));
    private static final List<String> STARS = List.of("1", "2", "3", "4", "5");
    private static final List<String> GENRES = List.of("drama", "drag", "horror");

    @TempDir
    static Path folder;

    private static LocalEngine engine;

    @BeforeAll
    static void open() {
        engine = fresh();
    }

    private static LocalEngine fresh() {
        var model = TinyGguf.write(folder.resolve("tiny.gguf"), 7);
        return LocalEngine.open(model, EngineOptions.defaults().withThreads(2).withContextTokens(512));
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    /// The log-probability of tokens after a prompt, in an engine that never saw another prompt: one token at a time.
    private static double reference(List<ChatMessage> prompt, int[] tokens) {
        try (var other = fresh()) {
            return other.after(prompt, tokens.length, next -> {
                        double sum = 0;
                        for (int i = 0; i < tokens.length; i++) {
                            sum += next.next()[tokens[i]];
                            next.append(tokens[i]);
                        }
                        return sum;
                    })
                    .value();
        }
    }

    private static double reference(String label) {
        double plain = reference(PROMPT, engine.vocabulary().data(label));
        double spaced = reference(PROMPT, engine.vocabulary().data(" " + label));
        return Math.log(Math.exp(plain) + Math.exp(spaced));
    }

    @Test
    void labelsOfOneTokenAreTheSoftmaxOfTheNextToken() {
        double[] next = engine.after(PROMPT, 0, Continuations::next).value();
        var scores = engine.labels().score(PROMPT, STARS);
        double[] own = STARS.stream()
                .mapToDouble(star -> next[engine.vocabulary().data(star)[0]])
                .toArray();
        double inside = IntStream.range(0, 5).mapToDouble(i -> Math.exp(own[i])).sum();

        assertThat(scores.logProbabilities().stream().mapToDouble(x -> x).toArray())
                .containsExactly(own);
        for (int i = 0; i < own.length; i++) {
            assertThat(scores.probabilities().get(i)).isCloseTo(Math.exp(own[i]) / inside, offset(1e-12));
        }
        assertThat(inside + scores.outsideMass()).isCloseTo(1, offset(1e-12));
        assertThat(scores.tokens()).containsOnly(1);
        assertThat(scores.usage().generatedTokens()).isZero();
    }

    @Test
    void labelsOfSeveralTokensAreTheSumOverAllTokens() {
        var scores = engine.labels().score(PROMPT, GENRES);

        for (int i = 0; i < GENRES.size(); i++) {
            assertThat(scores.logProbabilities().get(i))
                    .as(GENRES.get(i))
                    .isCloseTo(reference(GENRES.get(i)), offset(1e-12));
        }
        assertThat(scores.tokens()).containsExactly(5, 4, 6);
        assertThat(scores.scores(LabelLength.MEAN_PER_TOKEN).get(0))
                .isEqualTo(scores.logProbabilities().get(0) / 5);
        assertThat(scores.entropy()).isBetween(0.0, Math.log(3));
        double inside =
                scores.logProbabilities().stream().mapToDouble(Math::exp).sum();
        assertThat(inside + scores.outsideMass()).isCloseTo(1, offset(1e-12));
    }

    @Test
    void aLabelThatBeginsAnotherHoldsItsMass() {
        var scores = engine.labels().score(PROMPT, List.of("1", "10"));

        assertThat(scores.logProbabilities().get(0))
                .isGreaterThan(scores.logProbabilities().get(1));
        double spaced = reference(PROMPT, engine.vocabulary().data(" 10"));
        assertThat(Math.exp(scores.logProbabilities().get(0)) + Math.exp(spaced) + scores.outsideMass())
                .isCloseTo(1, offset(1e-12));
    }

    @Test
    void aTextIsTheSumOverItsTokens() {
        var text = "a film about a ship in space, ".repeat(5);
        var score = engine.texts().score(PROMPT, text);

        assertThat(score.tokens()).isEqualTo(150);
        assertThat(score.mean()).isEqualTo(score.logLikelihood() / 150);
        // Batches of 64 against single tokens: 32-bit sums in another order, 16-bit keys and values.
        assertThat(score.mean()).isCloseTo(reference(PROMPT, engine.vocabulary().data(text)) / 150, offset(1e-5));
    }

    @Test
    void scoresAreTheSameBitsWhateverWasScoredBefore() {
        var other = List.<ChatMessage>of(SYSTEM, UserMessage.from("Stars for Babe?"));
        var text = "a film about a ship in space, ".repeat(5);
        double likelihood;
        List<Double> labels;
        try (var alone = fresh()) {
            likelihood = alone.texts().score(PROMPT, text).logLikelihood();
        }
        try (var alone = fresh()) {
            labels = alone.labels().score(PROMPT, GENRES).logProbabilities();
        }
        var before = new ArrayList<Runnable>();
        before.add(() -> engine.chat().chat("Something else"));
        before.add(() -> engine.texts().score(other, "x".repeat(99)));
        before.add(() -> engine.texts().score(PROMPT, "another text"));
        before.add(() -> engine.labels().score(PROMPT, STARS));
        before.add(() -> engine.labels().score(other, List.of("comedy", "come")));
        for (var first : before) {
            first.run();
            assertThat(engine.texts().score(PROMPT, text).logLikelihood()).isEqualTo(likelihood);
            first.run();
            assertThat(engine.labels().score(PROMPT, GENRES).logProbabilities()).isEqualTo(labels);
        }
    }

    @Test
    void aReplyAfterAScoreOfTheSamePromptIsTheSame() {
        var question = "Stars for Heat?";
        String first = engine.chat().chat(question);
        engine.labels().score(List.of(UserMessage.from(question)), GENRES);

        assertThat(engine.chat().chat(question)).isEqualTo(first);
    }

    @Test
    void theSamePromptIsDecodedOnce() {
        engine.labels().score(PROMPT, STARS);
        var text = engine.texts().score(PROMPT, "a film");
        var labels = engine.labels().score(PROMPT, GENRES);

        assertThat(text.usage().promptTokens()).isEqualTo(5);
        // "drag" and "drama" share "dra"; all labels share the leading space of their second spelling.
        assertThat(labels.usage().promptTokens()).isEqualTo(4 + 5 + 1 + 4 + 5);
    }

    @Test
    void markersInTheScoredTextStayText() {
        int[] tokens = engine.vocabulary().data("<|im_end|></s>");

        assertThat(tokens).hasSize(14);
        assertThat(IntStream.of(tokens)).noneMatch(token -> engine.vocabulary().isControl(token));
        assertThat(engine.texts().score(PROMPT, "<|im_end|></s>").tokens()).isEqualTo(14);
    }

    @Test
    void whatDoesNotFitIsRefusedBeforeDecodingWithTheCounts() {
        int prompt =
                engine.chunks(PROMPT).stream().mapToInt(chunk -> chunk.length).sum();

        assertThatThrownBy(() -> engine.texts().score(PROMPT, "x".repeat(600)))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("The prompt has " + prompt + " tokens, but the model's context holds 512")
                .hasMessageContaining("needs 599", "by at least " + (prompt + 599 - 512) + " tokens", "--context");
        assertThat(engine.texts().score(PROMPT, "x".repeat(512 - prompt + 1)).tokens())
                .isEqualTo(512 - prompt + 1);
    }

    @Test
    void labelsThatCannotBeToldApartAndEmptyTextsAreRefused() {
        assertThatThrownBy(() -> engine.labels().score(PROMPT, List.of("drama", "drama")))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("are the same tokens");
        assertThatThrownBy(() -> engine.texts().score(PROMPT, ""))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("The text to score is empty");
    }
}

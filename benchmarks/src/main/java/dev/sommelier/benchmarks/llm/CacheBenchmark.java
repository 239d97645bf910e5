package dev.sommelier.benchmarks.llm;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.sommelier.core.Provenance;
import dev.sommelier.core.Usage;
import dev.sommelier.llm.Capabilities;
import dev.sommelier.llm.CharacterTokens;
import dev.sommelier.llm.LabelScorer;
import dev.sommelier.llm.LabelScores;
import dev.sommelier.llm.LanguageModel;
import dev.sommelier.llm.TextScorer;
import dev.sommelier.llm.Tokens;
import dev.sommelier.llm.cache.CachedModel;
import dev.sommelier.llm.cache.ResponseStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/// Times hits of the response cache: `FILE ENTRIES HITS` fills FILE with ENTRIES answers of a model that costs nothing,
/// where it does not exist, and then asks for HITS of them again, drawn by a seed.
///
/// A prompt has an instruction of 50 words and a passage of 20; an answer is five label probabilities.
public final class CacheBenchmark {
    private static final int SEED = 7;
    private static final List<String> LABELS = List.of("0", "1", "2", "3", "4");
    private static final String INSTRUCTION = "You grade how well a passage answers a question. ".repeat(6);

    private CacheBenchmark() {}

    /// @param arguments the file, the number of answers, the number of hits
    public static void main(String[] arguments) {
        var file = Path.of(arguments[0]);
        int entries = Integer.parseInt(arguments[1]);
        int hits = Integer.parseInt(arguments[2]);
        boolean there = Files.exists(file);
        try (var model = new CachedModel("free", new FreeModel(), ResponseStore.open(file, "cache", Long.MAX_VALUE))) {
            var labels = model.labels();
            if (!there) {
                long start = System.nanoTime();
                for (int i = 0; i < entries; i++) {
                    labels.score(prompt(i), LABELS);
                }
                System.out.printf(
                        Locale.ROOT, "%d answers kept, %.1f us each%n", entries, micros(start) / (double) entries);
            }
            var random = new SplittableRandom(SEED);
            var times = new double[hits];
            long before = model.hits();
            for (int i = 0; i < hits; i++) {
                var prompt = prompt(random.nextInt(entries));
                long start = System.nanoTime();
                labels.score(prompt, LABELS);
                times[i] = micros(start);
            }
            if (model.hits() - before != hits) {
                throw new IllegalStateException("not every answer was there; remove " + file + " and run again");
            }
            Arrays.sort(times);
            System.out.printf(
                    Locale.ROOT,
                    "%d hits among %d answers: median %.1f us, 99 of 100 within %.1f us%n",
                    hits,
                    entries,
                    times[hits / 2],
                    times[hits * 99 / 100]);
        }
    }

    private static double micros(long start) {
        return (System.nanoTime() - start) / 1e3;
    }

    private static List<ChatMessage> prompt(int i) {
        return List.of(
                SystemMessage.from(INSTRUCTION),
                UserMessage.from("Passage " + i + ": " + "some words of a passage that is judged here ".repeat(2) + i));
    }

    /// Answers at once.
    private static final class FreeModel implements LanguageModel {
        @Override
        public LabelScorer labels() {
            return (messages, labels) -> new LabelScores(
                    labels,
                    List.of(-1.25, -2.5, -0.75, -3.125, -4.5),
                    0.01,
                    new Usage(1, 40, 60, 0, Duration.ofMillis(20)));
        }

        @Override
        public ChatModel chat() {
            throw new UnsupportedOperationException("only labels are timed");
        }

        @Override
        public TextScorer texts() {
            throw new UnsupportedOperationException("only labels are timed");
        }

        @Override
        public String description() {
            return "a model that costs nothing";
        }

        @Override
        public Provenance provenance() {
            return new Provenance(Map.of("model", "free"));
        }

        @Override
        public Capabilities capabilities() {
            return new Capabilities(Integer.MAX_VALUE, false, false, false);
        }

        @Override
        public Tokens tokens() {
            return new CharacterTokens();
        }

        @Override
        public void close() {}
    }
}

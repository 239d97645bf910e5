package dev.sommelier.cli.wiring;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.sommelier.core.Usage;
import dev.sommelier.io.Progress;
import dev.sommelier.llm.MeasuredTokenUsage;
import dev.sommelier.llm.local.EngineOptions;
import dev.sommelier.llm.local.LocalEngine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;

/// Measures the in-process engine with one model. Every round opens the engine anew and asks the same; the first round
/// warms up and is not counted.
public final class ModelBench {
    private static final String TASK = "bench";
    private static final int READINGS = 2;
    private static final int SCORINGS = 4;
    private static final int GENERATED = 32;
    private static final int MOST_REPLIES = 8;
    private static final SystemMessage SYSTEM =
            SystemMessage.from("You judge how well a passage answers a question. ".repeat(4));
    private static final String SENTENCE = "The harbour was quiet when the old ship came in from the north. ";
    private static final List<String> LABELS = List.of("1", "2", "3", "4", "5");
    private static final String TEXT = "when did the old ship come into the harbour";

    private final Path model;
    private final EngineOptions options;
    private final Progress progress;

    /// @param progress told after each step
    public ModelBench(Path model, EngineOptions options, Progress progress) {
        this.model = model;
        this.options = options;
        this.progress = progress;
    }

    /// The middle, least and greatest value of the rounds.
    public record Measure(double median, double least, double greatest) {
        static Measure of(List<Double> values) {
            var sorted = values.stream().sorted().toList();
            int half = sorted.size() / 2;
            double median = sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
            return new Measure(median, sorted.getFirst(), sorted.getLast());
        }
    }

    /// What one round found.
    record Round(double load, double reading, Optional<Double> writing, double labels, double texts) {}

    /// What all rounds found.
    ///
    /// @param engine model and engine in one line
    /// @param rounds the number of counted rounds
    /// @param loadSeconds from nothing to an engine that answers; the file is in the system's cache
    /// @param promptTokensPerSecond tokens read that no earlier call had read
    /// @param generatedTokensPerSecond tokens of replies without a schema; absent if the model ends all at once
    /// @param labelScoringsPerSecond passages with one of five labels, the instruction shared
    /// @param textScoringsPerSecond passages with a question, the instruction shared
    /// @param scoredPassageTokens the tokens of a passage that a label scoring reads
    /// @param peakMemoryMegabytes of the whole process; absent where the system does not tell
    public record Result(
            String engine,
            int rounds,
            Measure loadSeconds,
            Measure promptTokensPerSecond,
            Optional<Measure> generatedTokensPerSecond,
            Measure labelScoringsPerSecond,
            Measure textScoringsPerSecond,
            long scoredPassageTokens,
            Optional<Long> peakMemoryMegabytes) {}

    /// Runs one round to warm up and then those that count.
    ///
    /// @param rounds at least 1
    public Result run(int rounds) {
        var found = new ArrayList<Round>();
        String engineName = "";
        long passage = 0;
        for (int round = 0; round <= rounds; round++) {
            progress.update(TASK, round, rounds + 1L);
            long start = System.nanoTime();
            try (var engine = LocalEngine.open(model, options)) {
                double load = (System.nanoTime() - start) / 1e9;
                var one = round(engine, load);
                if (round > 0) {
                    found.add(one);
                } else {
                    engineName = engine.description();
                    passage = label(engine, "Passage.").promptTokens();
                }
            }
        }
        progress.update(TASK, rounds + 1L, rounds + 1L);
        var writing = found.stream().flatMap(round -> round.writing().stream()).toList();
        return new Result(
                engineName,
                rounds,
                measure(found, Round::load),
                measure(found, Round::reading),
                writing.isEmpty() ? Optional.empty() : Optional.of(Measure.of(writing)),
                measure(found, Round::labels),
                measure(found, Round::texts),
                passage,
                Host.peakMemoryBytes().map(bytes -> Math.round(bytes / 1e6)));
    }

    private static Measure measure(List<Round> rounds, ToDoubleFunction<Round> value) {
        return Measure.of(rounds.stream().map(value::applyAsDouble).toList());
    }

    private static Round round(LocalEngine engine, double load) {
        var read = Usage.NONE;
        for (int i = 0; i < READINGS; i++) {
            read = read.plus(engine.labels()
                    .score(List.of(UserMessage.from("Story " + i + ". " + SENTENCE.repeat(12))), LABELS)
                    .usage());
        }
        label(engine, "First.");
        double labels = rate(i -> label(engine, "Label " + i));
        double texts = rate(i -> text(engine, "Text " + i));
        return new Round(load, perSecond(read.promptTokens(), read.time()), writing(engine), labels, texts);
    }

    private static double rate(IntFunction<Usage> scoring) {
        var all = Usage.NONE;
        for (int i = 0; i < SCORINGS; i++) {
            all = all.plus(scoring.apply(i));
        }
        return perSecond(SCORINGS, all.time());
    }

    private static List<ChatMessage> passage(String start) {
        return List.of(SYSTEM, UserMessage.from(start + " " + SENTENCE.repeat(6)));
    }

    private static Usage label(LocalEngine engine, String start) {
        return engine.labels().score(passage(start), LABELS).usage();
    }

    private static Usage text(LocalEngine engine, String start) {
        return engine.texts().score(passage(start), TEXT).usage();
    }

    /// A prompt is read first, so that the reply's time is that of writing alone. Its first token needs no step.
    private static Optional<Double> writing(LocalEngine engine) {
        long steps = 0;
        var time = Duration.ZERO;
        for (int i = 0; i < MOST_REPLIES && steps < GENERATED; i++) {
            var ask = UserMessage.from("Tell a long story about ship number " + i + ".");
            engine.labels().score(List.of(ask), LABELS);
            var reply = engine.chat()
                    .chat(ChatRequest.builder()
                            .messages(ask)
                            .maxOutputTokens(GENERATED + 1)
                            .build());
            var usage = MeasuredTokenUsage.of(reply);
            if (usage.generatedTokens() > 1) {
                steps += usage.generatedTokens() - 1;
                time = time.plus(usage.time());
            }
        }
        return steps == 0 ? Optional.empty() : Optional.of(perSecond(steps, time));
    }

    private static double perSecond(long count, Duration time) {
        return count / (time.toNanos() / 1e9);
    }
}

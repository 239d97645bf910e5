package dev.sommelier.cli.wiring;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.sommelier.cli.wiring.ModelBench.Measure;
import dev.sommelier.core.Usage;
import dev.sommelier.io.Progress;
import dev.sommelier.llm.MeasuredTokenUsage;
import dev.sommelier.llm.server.ServerEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/// Measures a model server as its callers meet it: the network, the queue and the protocol count. The first round warms
/// up and is not counted. No prompt is asked twice, so that a server's own cache does not answer.
public final class ServerBench {
    private static final String TASK = "bench";
    private static final int GENERATED = 64;
    private static final int SIDE_BY_SIDE = 8;
    private static final int CALLS = 16;
    private static final List<String> LABELS = List.of("1", "2", "3", "4", "5");
    private static final String SENTENCE = "The harbour was quiet when the old ship came in from the north. ";

    private final ServerEngine engine;
    private final Progress progress;
    private int asked;

    public ServerBench(ServerEngine engine, Progress progress) {
        this.engine = engine;
        this.progress = progress;
    }

    /// What was found.
    ///
    /// @param engine model and server in one line
    /// @param rounds the number of counted rounds
    /// @param roundTripMilliseconds a call that no model takes part in, which is the least that any call costs
    /// @param promptTokensPerSecond tokens of a long prompt with a reply of one token, without those that the server
    ///     says it had
    /// @param generatedTokensPerSecond tokens of a longer reply beyond those of a short one, by the time it took
    /// longer;
    ///     absent if the server does not count them or the model ends at once
    /// @param labelScoringsPerSecond passages with one of five labels, eight calls in flight; absent where the server
    ///     tells no probabilities
    public record Result(
            String engine,
            int rounds,
            Measure roundTripMilliseconds,
            Optional<Measure> promptTokensPerSecond,
            Optional<Measure> generatedTokensPerSecond,
            Optional<Measure> labelScoringsPerSecond) {}

    /// Runs one round to warm up and then those that count.
    ///
    /// @param rounds at least 1
    public Result run(int rounds) {
        boolean labels = engine.capabilities().labels() > 0;
        var trips = new ArrayList<Double>();
        var reading = new ArrayList<Double>();
        var writing = new ArrayList<Double>();
        var scoring = new ArrayList<Double>();
        for (int round = 0; round <= rounds; round++) {
            progress.update(TASK, round, rounds + 1L);
            trips.add(engine.roundTrip().toNanos() / 1e6);
            var read = reply(SENTENCE.repeat(60), 1);
            perSecond(read.promptTokens(), seconds(read)).ifPresent(reading::add);
            var brief = reply("Tell a long story.", 1);
            var story = reply("Tell a long story.", GENERATED);
            perSecond(story.generatedTokens() - brief.generatedTokens(), seconds(story) - seconds(brief))
                    .ifPresent(writing::add);
            if (labels) {
                scoring.add(sideBySide());
            }
            if (round == 0) {
                List.of(trips, reading, writing, scoring).forEach(List::clear);
            }
        }
        progress.update(TASK, rounds + 1L, rounds + 1L);
        return new Result(
                engine.description(), rounds, Measure.of(trips), measure(reading), measure(writing), measure(scoring));
    }

    private Usage reply(String text, int tokens) {
        return MeasuredTokenUsage.of(engine.chat()
                .chat(ChatRequest.builder()
                        .messages(UserMessage.from("Number " + asked++ + ". " + text))
                        .maxOutputTokens(tokens)
                        .build()));
    }

    private double sideBySide() {
        var system = SystemMessage.from("You judge how well a passage answers a question, from 1 to 5.");
        var scorer = engine.labels();
        int first = asked;
        asked += CALLS;
        long start = System.nanoTime();
        var failures = new ConcurrentLinkedQueue<RuntimeException>();
        var places = new Semaphore(SIDE_BY_SIDE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = first; i < asked; i++) {
                var passage = UserMessage.from("Passage " + i + ". " + SENTENCE.repeat(6));
                threads.execute(() -> {
                    places.acquireUninterruptibly();
                    try {
                        scorer.score(List.of(system, passage), LABELS);
                    } catch (RuntimeException e) {
                        failures.add(e);
                    } finally {
                        places.release();
                    }
                });
            }
        }
        if (!failures.isEmpty()) {
            throw failures.remove();
        }
        return CALLS / ((System.nanoTime() - start) / 1e9);
    }

    private static double seconds(Usage usage) {
        return usage.time().toNanos() / 1e9;
    }

    private static Optional<Double> perSecond(long count, double seconds) {
        return count > 0 && seconds > 0 ? Optional.of(count / seconds) : Optional.empty();
    }

    private static Optional<Measure> measure(List<Double> values) {
        return values.isEmpty() ? Optional.empty() : Optional.of(Measure.of(values));
    }
}

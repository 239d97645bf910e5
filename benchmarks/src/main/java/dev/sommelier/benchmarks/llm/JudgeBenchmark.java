package dev.sommelier.benchmarks.llm;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.sommelier.core.Usage;
import dev.sommelier.io.Home;
import dev.sommelier.llm.LabelScorer;
import dev.sommelier.llm.LabelScores;
import dev.sommelier.llm.TextScorer;
import dev.sommelier.llm.ffi.Llama;
import dev.sommelier.llm.ffi.NativeLibraryFile;
import dev.sommelier.llm.local.EngineOptions;
import dev.sommelier.llm.local.LocalEngine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Judgements of passages of about 100 tokens after an instruction of about 250, in four ways, against the native
/// library's own speed on the passages' tokens. Rounds are interleaved; every number is the median.
///
/// Arguments: the number of rounds, then GGUF files.
public final class JudgeBenchmark {
    private static final int PASSAGES = 15;
    private static final int REPLIES = 5;
    private static final int INSTRUCTION_TOKENS = 250;
    private static final int PASSAGE_TOKENS = 100;
    private static final int RAW_BATCH = 512;
    private static final List<String> GRADES = List.of("0", "1", "2", "3");
    private static final List<String> WORDS = List.of(
            "harbour", "ship", "north", "quiet", "letter", "grain", "river", "winter", "market", "stone", "paper",
            "garden", "engine", "wood", "salt", "bridge", "the", "of", "and", "in", "was", "with", "old", "came");
    private static final String QUERY = "when did the old ship come into the harbour in winter";

    private final Map<String, List<Double>> found = new TreeMap<>();
    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(7);

    private JudgeBenchmark() {}

    /// Runs it.
    public static void main(String[] arguments) {
        var benchmark = new JudgeBenchmark();
        int rounds = Integer.parseInt(arguments[0]);
        for (int round = 0; round < rounds; round++) {
            for (int i = 1; i < arguments.length; i++) {
                benchmark.round(Path.of(arguments[i]), i == 1);
            }
        }
        benchmark.found.forEach((name, values) -> System.out.printf(
                Locale.ROOT,
                "%-70s %10.2f  (%s)%n",
                name,
                values.stream().sorted().toList().get(values.size() / 2),
                String.join(
                        " ",
                        values.stream()
                                .map(value -> String.format(Locale.ROOT, "%.2f", value))
                                .toList())));
        // The native library's threads would keep the process alive.
        System.exit(0);
    }

    private void round(Path file, boolean whole) {
        String model = String.valueOf(file.getFileName()) + ": ";
        try (var engine = LocalEngine.open(file, EngineOptions.defaults())) {
            var system = SystemMessage.from(text(engine, INSTRUCTION_TOKENS));
            var passages = new ArrayList<String>();
            for (int i = 0; i < PASSAGES; i++) {
                passages.add(text(engine, PASSAGE_TOKENS));
            }
            var questions = passages.stream()
                    .map(passage -> new LabelScorer.Question(List.of(system, UserMessage.from(passage)), GRADES))
                    .toList();
            // The instruction is read before the clock starts: it is shared by all judgements of a job.
            engine.labels().score(List.of(system, UserMessage.from("First.")), GRADES);
            long start = System.nanoTime();
            var together = engine.labels().scoreAll(questions);
            double batched = seconds(start);
            long tokens = together.stream()
                    .map(LabelScores::usage)
                    .mapToLong(Usage::promptTokens)
                    .sum();
            double raw = raw(file, Math.toIntExact(tokens));
            add(model + "native library alone, tokens/s", raw);
            add(model + "labels in batches, unshared tokens/s", tokens / batched);
            add(model + "labels in batches / native library alone", tokens / batched / raw);
            add(model + "labels in batches, judgements/minute", 60 * PASSAGES / batched);
            if (whole) {
                others(engine, model, system, passages, questions, together, 60 * PASSAGES / batched);
            }
        }
    }

    private void others(
            LocalEngine engine,
            String model,
            SystemMessage system,
            List<String> passages,
            List<LabelScorer.Question> questions,
            List<LabelScores> together,
            double batchedPerMinute) {
        long start = System.nanoTime();
        double difference = 0;
        for (int i = 0; i < questions.size(); i++) {
            var alone = engine.labels().score(questions.get(i).messages(), GRADES);
            for (int grade = 0; grade < GRADES.size(); grade++) {
                difference = Math.max(
                        difference,
                        Math.abs(alone.logProbabilities().get(grade)
                                - together.get(i).logProbabilities().get(grade)));
            }
        }
        add(model + "labels one by one, judgements/minute", 60 * PASSAGES / seconds(start));
        add(model + "greatest difference of a log-probability, batch to alone", difference);
        texts(engine, model, questions);
        start = System.nanoTime();
        for (int i = 0; i < REPLIES; i++) {
            reply(engine, UserMessage.from(system.text() + "\n\n" + passages.get(i)));
        }
        double perMinute = 60 * REPLIES / seconds(start);
        add(model + "JSON replies without shared prefix, judgements/minute", perMinute);
        add(model + "labels in batches / JSON replies", batchedPerMinute / perMinute);
    }

    private void texts(LocalEngine engine, String model, List<LabelScorer.Question> questions) {
        var asked = questions.stream()
                .map(question -> new TextScorer.Question(question.messages(), QUERY))
                .toList();
        long start = System.nanoTime();
        engine.texts().scoreAll(asked);
        add(model + "texts in batches, judgements/minute", 60 * PASSAGES / seconds(start));
        start = System.nanoTime();
        asked.forEach(question -> engine.texts().score(question.messages(), question.text()));
        add(model + "texts one by one, judgements/minute", 60 * PASSAGES / seconds(start));
    }

    /// The shortest useful reply: an object with a grade.
    private static void reply(LocalEngine engine, ChatMessage message) {
        var schema = JsonObjectSchema.builder()
                .addEnumProperty("grade", GRADES)
                .required("grade")
                .build();
        engine.chat()
                .chat(ChatRequest.builder()
                        .messages(message)
                        .maxOutputTokens(32)
                        .responseFormat(ResponseFormat.builder()
                                .type(ResponseFormatType.JSON)
                                .jsonSchema(JsonSchema.builder()
                                        .name("grade")
                                        .rootElement(schema)
                                        .build())
                                .build())
                        .build());
    }

    /// Decodes so many tokens by native calls alone, in batches after a prefix of the instruction's length.
    private static double raw(Path file, int tokens) {
        var options = EngineOptions.defaults();
        var llama = Llama.open(
                NativeLibraryFile.locate(Home.fromEnvironment().cache().resolve("native")));
        try (var model = llama.load(file, 0).orElseThrow();
                var context = model.newContext(options.contextTokens(), RAW_BATCH, options.threads(), true)
                        .orElseThrow()) {
            int[] source = model.tokenize(String.join(" ", WORDS).repeat(40), false, false);
            check(context.decode(source, 0, INSTRUCTION_TOKENS, 0, false));
            long start = System.nanoTime();
            for (int from = 0; from < tokens; from += RAW_BATCH) {
                context.truncate(INSTRUCTION_TOKENS);
                int count = Math.min(RAW_BATCH, tokens - from);
                check(context.decode(source, 0, count, INSTRUCTION_TOKENS, true));
            }
            return tokens / seconds(start);
        }
    }

    private static void check(int status) {
        if (status != 0) {
            throw new IllegalStateException("llama_decode returned " + status);
        }
    }

    private String text(LocalEngine engine, int tokens) {
        var text = new StringBuilder();
        for (int i = 0; i < 2 * tokens; i++) {
            text.append(WORDS.get(random.nextInt(WORDS.size()))).append(' ');
        }
        return engine.tokens().head(text.toString(), tokens).strip();
    }

    private void add(String name, double value) {
        found.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}

package dev.sommelier.cli.commands;

import dev.sommelier.cli.terminal.BaseCommand;
import dev.sommelier.cli.terminal.Output;
import dev.sommelier.cli.wiring.ModelBench;
import dev.sommelier.cli.wiring.ModelBench.Measure;
import dev.sommelier.cli.wiring.ServerBench;
import dev.sommelier.cli.wiring.ServerSettings;
import dev.sommelier.experiments.report.TextTable;
import dev.sommelier.io.Home;
import dev.sommelier.llm.local.EngineOptions;
import dev.sommelier.llm.server.ServerEngine;
import dev.sommelier.llm.store.ModelCatalog;
import dev.sommelier.llm.store.ModelStore;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Measures how fast a model runs here.
@Command(
        name = "bench",
        description = "Measure how fast a model reads, writes and scores, in this process or behind a server.",
        footer = {
            "",
            "Every round opens the model anew and asks the same; one more round before them warms up. A label",
            "scoring reads one passage after a shared instruction and the probabilities of five answers; a text",
            "scoring reads such a passage and the likelihood of a question. Memory is that of the whole process.",
            "With --server the network and the queue count, as they do in a job.",
            "",
            "Examples:",
            "  sommelier model bench --rounds 5",
            "  sommelier model bench --server http://127.0.0.1:8000/v1 --server-model qwen2.5-7b"
        })
public final class ModelBenchCommand extends BaseCommand {
    private static final int LEAST_CONTEXT = 1024;

    @Parameters(
            paramLabel = "MODEL",
            arity = "0..1",
            defaultValue = ModelCatalog.DEFAULT_ID,
            description = "A model of 'sommelier model list', or a GGUF file (default: ${DEFAULT-VALUE}).")
    String model = "";

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "3",
            description = "Rounds that count (default: ${DEFAULT-VALUE}).")
    int rounds;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads of the engine (default: one a processor, at most 8).")
    Optional<Integer> threads = Optional.empty();

    @Option(
            names = "--context",
            paramLabel = "TOKENS",
            defaultValue = "4096",
            description = "Context of the engine (default: ${DEFAULT-VALUE}).")
    int context;

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "Measure an OpenAI-compatible server instead of the in-process engine.")
    Optional<URI> server = Optional.empty();

    @Option(
            names = "--server-model",
            paramLabel = "NAME",
            defaultValue = "default",
            description = "The server's name of the model (default: ${DEFAULT-VALUE}).")
    String serverModel = "";

    @Mixin
    ServerSettings settings = new ServerSettings();

    @Override
    protected void run(Output output) {
        if (rounds < 1) {
            throw wrongUsage("--rounds must be at least 1, got " + rounds);
        }
        if (threads.orElse(1) < 1) {
            throw wrongUsage("--threads must be at least 1, got " + threads.orElse(1));
        }
        if (context < LEAST_CONTEXT) {
            throw wrongUsage("--context must be at least " + LEAST_CONTEXT + ", got " + context);
        }
        if (server.isPresent()) {
            try (var engine = ServerEngine.connect(server.get(), serverModel, settings.options(output::note))) {
                var result = new ServerBench(engine, output.progress()).run(rounds);
                output.result(result, text(result));
            }
            return;
        }
        var file = new ModelStore(Home.fromEnvironment()).get(model, output.progress());
        var options = EngineOptions.defaults().withContextTokens(context);
        if (threads.isPresent()) {
            options = options.withThreads(threads.get());
        }
        if (output.verbose()) {
            options = options.withLog(output::note);
        }
        var result = new ModelBench(file, options, output.progress()).run(rounds);
        output.result(result, text(result));
    }

    private static String text(ModelBench.Result result) {
        var table = TextTable.of(List.of("Work"), List.of("Median", "Least", "Greatest"));
        row(table, "Load, seconds", result.loadSeconds());
        row(table, "Prompt, tokens/s", result.promptTokensPerSecond());
        result.generatedTokensPerSecond()
                .ifPresentOrElse(
                        measure -> row(table, "Reply, tokens/s", measure),
                        () -> table.row(List.of("Reply, tokens/s", "no reply", "", "")));
        row(table, "Label scorings/s", result.labelScoringsPerSecond());
        row(table, "Text scorings/s", result.textScoringsPerSecond());
        return result.engine() + "\n\n" + table.render() + "\n" + rounds(result.rounds()) + "; a scored passage has "
                + result.scoredPassageTokens() + " tokens after the shared instruction"
                + result.peakMemoryMegabytes()
                        .map(megabytes -> String.format(Locale.ROOT, "; peak memory %,d MB", megabytes))
                        .orElse("")
                + "\n";
    }

    private static String text(ServerBench.Result result) {
        var table = TextTable.of(List.of("Work"), List.of("Median", "Least", "Greatest"));
        row(table, "Round trip without the model, ms", result.roundTripMilliseconds());
        row(table, "Prompt, tokens/s", result.promptTokensPerSecond());
        row(table, "Reply, tokens/s", result.generatedTokensPerSecond());
        row(table, "Label scorings/s, 8 in flight", result.labelScoringsPerSecond());
        return result.engine() + "\n\n" + table.render() + "\n" + rounds(result.rounds()) + "\n";
    }

    private static String rounds(int rounds) {
        return rounds + (rounds == 1 ? " round" : " rounds");
    }

    private static void row(TextTable table, String work, Optional<Measure> measure) {
        measure.ifPresentOrElse(found -> row(table, work, found), () -> table.row(List.of(work, "not told", "", "")));
    }

    private static void row(TextTable table, String work, Measure measure) {
        table.row(List.of(work, number(measure.median()), number(measure.least()), number(measure.greatest())));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%,.0f", value);
    }
}

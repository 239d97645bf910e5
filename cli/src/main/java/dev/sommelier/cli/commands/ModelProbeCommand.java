package dev.sommelier.cli.commands;

import dev.sommelier.cli.terminal.BaseCommand;
import dev.sommelier.cli.terminal.Output;
import dev.sommelier.cli.wiring.ServerSettings;
import dev.sommelier.experiments.report.TextTable;
import dev.sommelier.llm.server.ServerEngine;
import dev.sommelier.llm.server.ServerProbe;
import java.net.URI;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Tells what a model server can do.
@Command(
        name = "probe",
        description = "Find out by a few short calls what a model server can do.",
        footer = {"", "Example:", "  sommelier model probe http://127.0.0.1:8000/v1 --server-model qwen2.5-7b"})
public final class ModelProbeCommand extends BaseCommand {
    @Parameters(paramLabel = "URL", description = "The address of an OpenAI-compatible server.")
    URI url = URI.create("");

    @Option(
            names = "--server-model",
            paramLabel = "NAME",
            defaultValue = "default",
            description = "The server's name of the model (default: ${DEFAULT-VALUE}).")
    String model = "";

    @Mixin
    ServerSettings settings = new ServerSettings();

    @Override
    protected void run(Output output) {
        try (var engine = ServerEngine.connect(url, model, settings.options(output::note))) {
            var found = engine.probe();
            output.result(found, text(found));
        }
    }

    private static String text(ServerProbe found) {
        var table = TextTable.of(List.of("The server", "Found"), List.of());
        table.row(List.of("Kind", found.kind()));
        table.row(List.of("Models", found.models().isEmpty() ? "not told" : String.join(", ", found.models())));
        table.row(List.of("Log-probabilities of a reply's token", most(found.topLogprobs())));
        table.row(List.of("Log-probabilities of the prompt", yes(found.promptLogprobs())));
        table.row(List.of("/completion with n_probs", yes(found.completionProbs())));
        table.row(List.of("/tokenize with parse_special", yes(found.plainTokenize())));
        table.row(List.of("/tokenize with messages", yes(found.chatTokenize())));
        table.row(List.of("Replies bound to a JSON schema", yes(found.schema())));
        table.row(List.of("Tool calls", yes(found.tools())));
        int dimensions = found.embeddingDimensions();
        table.row(List.of("Embeddings", dimensions == 0 ? "no" : dimensions + " dimensions"));
        var text = new StringBuilder(table.render())
                .append("\nUsable here: ")
                .append(found.capabilities().text())
                .append(".\n");
        if (found.topLogprobs() == 0) {
            text.append("Methods that read probabilities of answers need the in-process engine.\n");
        }
        if (!found.capabilities().texts()) {
            text.append("Methods that read the likelihood of texts need the in-process engine.\n");
        }
        found.notes().forEach(note -> text.append("Refused: ").append(note).append('\n'));
        return text.toString();
    }

    private static String most(int top) {
        return top == 0 ? "no" : "the " + top + " most probable";
    }

    private static String yes(boolean found) {
        return found ? "yes" : "no";
    }
}

package dev.sommelier.cli.commands;

import dev.sommelier.cli.terminal.BaseCommand;
import dev.sommelier.cli.terminal.Output;
import dev.sommelier.io.Home;
import dev.sommelier.llm.store.ModelSource;
import dev.sommelier.llm.store.ModelStore;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Tells where a model comes from and what it must be.
@Command(
        name = "show",
        description = "Show a model's licence, size, hash, sources and file.",
        footer = {"", "Example:", "  sommelier model show smollm2-135m-instruct-q8_0"})
public final class ModelShowCommand extends BaseCommand {
    @Parameters(paramLabel = "ID", description = "A model of 'sommelier model list'.")
    String id = "";

    @Override
    protected void run(Output output) {
        var store = new ModelStore(Home.fromEnvironment());
        var model = store.show(id);
        var text = new StringBuilder();
        line(text, "Model", model.id());
        line(text, "Title", model.title());
        line(text, "Licence", model.licence());
        line(text, "Size", ModelListCommand.megabytes(model.bytes()));
        line(text, "SHA-256", model.sha256().orElse("the hub's own, asked when it is fetched"));
        line(text, "Context", model.contextTokens() + " tokens");
        line(
                text,
                "Sources",
                model.sources().stream().map(ModelSource::toString).collect(Collectors.joining(", then ")));
        line(text, "File", store.path(id).map(Path::toString).orElse("not fetched; 'sommelier model get " + id + "'"));
        output.result(model, text.toString());
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(String.format(Locale.ROOT, "%-9s %s%n", name, value));
    }
}

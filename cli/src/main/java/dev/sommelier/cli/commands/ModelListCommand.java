package dev.sommelier.cli.commands;

import dev.sommelier.cli.terminal.BaseCommand;
import dev.sommelier.cli.terminal.Output;
import dev.sommelier.experiments.report.TextTable;
import dev.sommelier.io.Home;
import dev.sommelier.llm.store.ModelEntry;
import dev.sommelier.llm.store.ModelStore;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;

/// Lists what can be named with `--model`.
@Command(
        name = "list",
        description = "List the models that are here or can be fetched. Any GGUF file can be named by its path too.")
public final class ModelListCommand extends BaseCommand {
    /// A model of the catalogue and whether its file is here.
    record Listed(ModelEntry model, boolean here) {}

    @Override
    protected void run(Output output) {
        var store = new ModelStore(Home.fromEnvironment());
        var models = store.list().stream()
                .map(model -> new Listed(model, store.path(model.id()).isPresent()))
                .toList();
        var table = TextTable.ofNames("Model", List.of("Title", "Licence", "Here"), List.of("Size", "Context"));
        models.forEach(listed -> {
            var model = listed.model();
            table.row(List.of(
                    model.id(),
                    model.title(),
                    model.licence(),
                    listed.here() ? "yes" : "no",
                    megabytes(model.bytes()),
                    Integer.toString(model.contextTokens())));
        });
        output.result(models, table.render());
    }

    static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%,d MB", Math.round(bytes / 1e6));
    }
}

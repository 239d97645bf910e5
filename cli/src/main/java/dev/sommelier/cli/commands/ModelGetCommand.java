package dev.sommelier.cli.commands;

import dev.sommelier.cli.terminal.BaseCommand;
import dev.sommelier.cli.terminal.Output;
import dev.sommelier.io.Home;
import dev.sommelier.llm.store.ModelStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Fetches a model.
@Command(
        name = "get",
        description = "Fetch a model and check it.",
        footer = {"", "Example:", "  sommelier model get smollm2-135m-instruct-q4_1"})
public final class ModelGetCommand extends BaseCommand {
    @Parameters(paramLabel = "ID", description = "A model of 'sommelier model list'.")
    String id = "";

    record Result(String id, String file) {}

    @Override
    protected void run(Output output) {
        var file = new ModelStore(Home.fromEnvironment()).get(id, output.progress());
        output.result(new Result(id, file.toString()), id + ": " + file + "\n");
    }
}

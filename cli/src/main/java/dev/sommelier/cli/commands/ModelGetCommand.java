package dev.sommelier.cli.commands;

import dev.sommelier.cli.terminal.BaseCommand;
import dev.sommelier.cli.terminal.Output;
import dev.sommelier.io.Home;
import dev.sommelier.llm.store.ModelStore;
import dev.sommelier.llm.store.Quantization;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Fetches a model.
@Command(
        name = "get",
        description = "Fetch a model and check it, or make it anew with other weights.",
        footer = {
            "",
            "What is made with --requantize is a model of its own with its own hash, listed with its origin. Q4_0",
            "is read fastest on a CPU; weights that were rounded once are rounded again, so judge its answers anew.",
            "",
            "Examples:",
            "  sommelier model get smollm2-135m-instruct-q8_0",
            "  sommelier model get smollm2-135m-instruct-q4_1 --requantize q4_0"
        })
public final class ModelGetCommand extends BaseCommand {
    @Parameters(
            paramLabel = "ID|FILE",
            description = "A model of 'sommelier model list'; with --requantize also a GGUF file.")
    String id = "";

    @Option(
            names = "--requantize",
            paramLabel = "WEIGHTS",
            description = "Write the model anew with these weights: q4_0, q4_1, q5_0, q5_1, q8_0 or f16.")
    Optional<String> weights = Optional.empty();

    record Result(String id, String file) {}

    @Override
    protected void run(Output output) {
        var store = new ModelStore(Home.fromEnvironment());
        String made = weights.map(Quantization::of)
                .map(kind -> store.requantize(id, kind, output.progress()).id())
                .orElse(id);
        var file = store.get(made, output.progress());
        output.result(new Result(made, file.toString()), made + ": " + file + "\n");
    }
}

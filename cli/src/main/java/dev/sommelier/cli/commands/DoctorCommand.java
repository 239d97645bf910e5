package dev.sommelier.cli.commands;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.sommelier.cli.terminal.BaseCommand;
import dev.sommelier.cli.terminal.Output;
import dev.sommelier.cli.wiring.Host;
import dev.sommelier.cli.wiring.ModelOptions;
import dev.sommelier.cli.wiring.OpenedModel;
import dev.sommelier.core.SommelierException;
import dev.sommelier.datasets.DatasetStore;
import dev.sommelier.io.AtomicFiles;
import dev.sommelier.io.Home;
import dev.sommelier.llm.store.ModelStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Checks what Sommelier needs on this machine.
@Command(
        name = "doctor",
        description = DoctorCommand.DESCRIPTION,
        footer = {
            "",
            "Exits with 1 when something that is needed does not work; a missing model or data set is no fault."
        })
public final class DoctorCommand extends BaseCommand {
    /// What it does, for the list of commands.
    public static final String DESCRIPTION = "Check the JDK, memory, caches, data sets, the model and the engine.";

    @Mixin
    ModelOptions model;

    /// How one check ended.
    enum State {
        OK,
        MISSING,
        FAILED
    }

    record Check(String what, State state, String detail) {}

    @Override
    protected void run(Output output) {
        var checks = new ArrayList<Check>();
        var home = Home.fromEnvironment();
        checks.add(new Check("JDK", State.OK, Runtime.version() + " at " + System.getProperty("java.home")));
        checks.add(new Check(
                "Machine",
                State.OK,
                Host.processor() + ", " + Runtime.getRuntime().availableProcessors() + " processors, "
                        + System.getProperty("os.name") + " " + System.getProperty("os.arch")));
        checks.add(new Check(
                "Memory", State.OK, gigabytes(Runtime.getRuntime().maxMemory()) + " for the JVM, more for the model"));
        checks.add(checked("Home", () -> writable(home)));
        checks.add(checked("Data sets", () -> datasets(home)));
        checks.add(checked("Model", () -> modelFile(home)));
        if (checks.getLast().state() == State.OK) {
            checks.add(checked("Engine", () -> answer(output)));
        } else {
            checks.add(new Check("Engine", State.MISSING, "not tried without a model"));
        }
        var text = new StringBuilder();
        checks.forEach(check -> text.append(String.format(
                Locale.ROOT,
                "%-8s %-10s %s%n",
                check.state().name().toLowerCase(Locale.ROOT),
                check.what(),
                check.detail())));
        output.result(checks, text.toString());
        if (checks.stream().anyMatch(check -> check.state() == State.FAILED)) {
            throw new SommelierException("something that is needed does not work; see the lines that say 'failed'.");
        }
    }

    private static Check checked(String what, Supplier<Check> check) {
        try {
            return check.get();
        } catch (SommelierException e) {
            return new Check(what, State.FAILED, String.valueOf(e.getMessage()));
        }
    }

    private static Check writable(Home home) {
        var probe = home.data().resolve("doctor.probe");
        try {
            AtomicFiles.write(probe, "writable");
            Files.delete(probe);
            long free = Files.getFileStore(home.data()).getUsableSpace();
            return new Check("Home", State.OK, home.data() + ", " + gigabytes(free) + " free");
        } catch (IOException e) {
            throw new SommelierException(
                    home.data() + " cannot be written: " + e.getMessage()
                            + "; set SOMMELIER_HOME to a folder that can.",
                    e);
        }
    }

    private static Check datasets(Home home) {
        List<String> here = new DatasetStore(home)
                .list().stream()
                        .filter(set -> set.manifest().isPresent())
                        .map(set -> set.name())
                        .toList();
        return here.isEmpty()
                ? new Check("Data sets", State.MISSING, "none yet; 'sommelier data get ml-100k'")
                : new Check("Data sets", State.OK, String.join(", ", here));
    }

    private Check modelFile(Home home) {
        return new ModelStore(home)
                .path(model.model())
                .map(Path::toString)
                .map(file -> new Check("Model", State.OK, file))
                .orElseGet(() -> new Check(
                        "Model", State.MISSING, "not fetched yet; 'sommelier model get " + model.model() + "'"));
    }

    /// A model that writes one token runs: the library loads, the file is whole, memory is enough.
    private Check answer(Output output) {
        try (var engine = OpenedModel.engine(model, output)) {
            long start = System.nanoTime();
            var scores = engine.labels()
                    .score(
                            List.of(
                                    SystemMessage.from("You answer with one word."),
                                    UserMessage.from("Is water wet? Answer yes or no.")),
                            List.of("yes", "no"));
            return new Check(
                    "Engine",
                    State.OK,
                    String.format(
                            Locale.ROOT,
                            "read %d tokens in %.2f s",
                            scores.usage().promptTokens() + scores.usage().sharedTokens(),
                            (System.nanoTime() - start) / 1e9));
        }
    }

    private static String gigabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }
}

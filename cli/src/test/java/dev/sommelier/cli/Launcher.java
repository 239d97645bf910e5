package dev.sommelier.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Runs the launcher as a person does: in a process of its own, with a fresh home in the test's folder.
final class Launcher {
    private static final Path ROOT =
            Path.of(System.getProperty("sommelier.root", "..")).toAbsolutePath();
    private static final int SECONDS = 120;

    private final Path folder;
    private final Map<String, String> environment;
    private final int seconds;

    private Launcher(Path folder, Map<String, String> environment, int seconds) {
        this.folder = folder;
        this.environment = environment;
        this.seconds = seconds;
    }

    /// How a process ended and what it printed.
    record Result(int code, String out, String err) {}

    /// The launcher with its home in a folder; skips the test where the jar is not built.
    static Launcher in(Path folder) {
        assumeTrue(Files.exists(ROOT.resolve("cli/target/dist/sommelier.jar")), "the launcher's jar is not built");
        return new Launcher(
                folder, Map.of("SOMMELIER_HOME", folder.resolve("home").toString()), SECONDS);
    }

    /// The same with these variables in place of its own.
    Launcher with(Map<String, String> variables) {
        return new Launcher(folder, variables, seconds);
    }

    /// The same for commands that take longer.
    Launcher within(int limit) {
        return new Launcher(folder, environment, limit);
    }

    /// The script's path.
    static String script() {
        return ROOT.resolve("sommelier").toString();
    }

    Result run(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(script());
        command.addAll(List.of(arguments));
        return start(command);
    }

    /// Runs any command to its end.
    Result start(List<String> command) throws IOException, InterruptedException {
        var process = process(command);
        assertThat(process.waitFor(seconds, TimeUnit.SECONDS))
                .as("%s ends", command)
                .isTrue();
        return new Result(
                process.exitValue(), Files.readString(folder.resolve("out")), Files.readString(folder.resolve("err")));
    }

    /// Starts any command.
    Process process(List<String> command) throws IOException {
        var builder = new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile());
        builder.environment().remove("NO_COLOR");
        builder.environment().putAll(environment);
        return builder.start();
    }
}

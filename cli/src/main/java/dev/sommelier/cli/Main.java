package dev.sommelier.cli;

import dev.sommelier.cli.terminal.Colors;
import dev.sommelier.cli.terminal.StandardError;
import dev.sommelier.core.SommelierException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;

/// The entry point: reads the arguments, runs one command and ends the process with its exit code.
public final class Main {
    private Main() {}

    /// Runs a command and exits: 0 done, 1 failed, 2 wrong usage, 130 interrupted.
    public static void main(String[] arguments) {
        StandardError.takeBack();
        var out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = run(out, err, arguments);
        out.flush();
        err.flush();
        // Libraries leave threads behind that are no daemons.
        System.exit(code);
    }

    /// Runs a command with its own streams; what [#main] does without ending the process.
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        var line = commandLine(List.of(arguments));
        line.setOut(out);
        line.setErr(err);
        int code = line.execute(arguments);
        out.flush();
        if (out.checkError() && code == ExitCode.OK) {
            err.println("sommelier: standard output could not be written (closed pipe or full disk).");
            return ExitCode.SOFTWARE;
        }
        return code;
    }

    /// The command tree, configured; see [Subcommands] for what of it is built.
    static CommandLine commandLine(List<String> arguments) {
        var line = new CommandLine(new SommelierCommand());
        Subcommands.addTo(line, arguments);
        line.setColorScheme(Colors.scheme());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler(Main::report);
        line.setParameterExceptionHandler(Main::usage);
        return line;
    }

    private static int usage(CommandLine.ParameterException failure, String[] arguments) {
        var command = failure.getCommandLine();
        var err = command.getErr();
        err.println("sommelier: " + failure.getMessage());
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(failure, err)) {
            err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        }
        return ExitCode.USAGE;
    }

    private static int report(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        var err = command.getErr();
        boolean verbose = parsed.originalArgs().contains("--verbose");
        var message =
                switch (failure) {
                    case SommelierException known -> known.getMessage();
                    default ->
                        "unexpected failure: " + failure
                                + (verbose ? "" : " (run again with --verbose for the place, and report it)");
                };
        err.println("sommelier: " + message);
        if (verbose) {
            failure.printStackTrace(err);
        }
        return ExitCode.SOFTWARE;
    }
}

package dev.sommelier.cli;

import dev.sommelier.cli.terminal.Colors;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;

/// The command tree, configured; see [Subcommands] for what of it is built.
final class CommandTree {
    private CommandTree() {}

    static CommandLine of(List<String> arguments) {
        var line = new CommandLine(new SommelierCommand());
        Subcommands.addTo(line, arguments);
        line.setColorScheme(Colors.scheme());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler(CommandTree::report);
        line.setParameterExceptionHandler(CommandTree::usage);
        return line;
    }

    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        var line = of(List.of(arguments));
        line.setOut(out);
        line.setErr(err);
        return line.execute(arguments);
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
        return Main.report(failure, command.getErr(), parsed.originalArgs().contains("--verbose"));
    }
}

package dev.sommelier.cli;

import dev.sommelier.cli.terminal.Colors;
import dev.sommelier.cli.terminal.PlainTypes;
import dev.sommelier.cli.terminal.SectionedHelp;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.UnmatchedArgumentException;

/// The command tree, configured; see [Subcommands] for what of it is built.
final class CommandTree {
    private CommandTree() {}

    static CommandLine of(List<String> arguments) {
        var line = new CommandLine(new SommelierCommand());
        Subcommands.addTo(line, arguments);
        PlainTypes.addTo(line);
        SectionedHelp.addTo(line);
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
        err.println("sommelier: " + message(failure, command));
        if (!UnmatchedArgumentException.printSuggestions(failure, err)) {
            err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        }
        return ExitCode.USAGE;
    }

    /// What stands where a command is expected is no argument.
    private static String message(CommandLine.ParameterException failure, CommandLine command) {
        boolean commands = !command.getSubcommands().isEmpty();
        return commands && failure instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()
                ? "there is no command '" + command.getCommandSpec().qualifiedName() + " "
                        + unmatched.getUnmatched().getFirst() + "'"
                : String.valueOf(failure.getMessage());
    }

    private static int report(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        return Main.report(failure, command.getErr(), parsed.originalArgs().contains("--verbose"));
    }
}

package dev.sommelier.cli.terminal;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// What every subcommand has: help, an exit code and the output that the user asked for.
@Command(mixinStandardHelpOptions = true, versionProvider = Version.class)
public abstract class BaseCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    /// Runs the command.
    ///
    /// @return the exit code, normally 0
    @Override
    public final Integer call() {
        run(output());
        return 0;
    }

    /// Does the work; failures that the user can act on are thrown as `SommelierException`.
    protected abstract void run(Output output);

    /// Ends the command with exit code 2 and a sentence about the arguments.
    protected RuntimeException wrongUsage(String message) {
        return new CommandLine.ParameterException(spec.commandLine(), message);
    }

    /// What was given on the command line.
    protected final CommandLine.ParseResult parsed() {
        return spec.commandLine().getParseResult();
    }

    private Output output() {
        var flags = (GlobalFlags) spec.root().userObject();
        var line = spec.commandLine();
        return new Output(line.getOut(), line.getErr(), flags.json(), flags.verbose());
    }
}

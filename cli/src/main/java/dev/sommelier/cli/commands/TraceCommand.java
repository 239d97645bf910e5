package dev.sommelier.cli.commands;

import picocli.CommandLine.Command;

/// Traces of agent runs.
@Command(
        name = "trace",
        mixinStandardHelpOptions = true,
        description = TraceCommand.DESCRIPTION,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = TraceShowCommand.class)
public final class TraceCommand {
    /// What it does, for the list of commands.
    public static final String DESCRIPTION = "Read the traces of agent runs.";
}

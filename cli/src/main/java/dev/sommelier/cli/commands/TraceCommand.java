package dev.sommelier.cli.commands;

import picocli.CommandLine.Command;

/// Traces of agent runs.
@Command(
        name = "trace",
        mixinStandardHelpOptions = true,
        description = "Read the traces of agent runs.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = TraceShowCommand.class)
public final class TraceCommand {}

package dev.sommelier.cli.commands;

import picocli.CommandLine.Command;

/// Data sets: the known ones and the user's own.
@Command(
        name = "data",
        mixinStandardHelpOptions = true,
        description = "List, fetch, add and describe data sets.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {DataListCommand.class, DataGetCommand.class, DataAddCommand.class, DataDescribeCommand.class})
public final class DataCommand {}

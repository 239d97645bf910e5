package dev.sommelier.cli.commands;

import picocli.CommandLine.Command;

/// Data sets: the known ones and the user's own.
@Command(
        name = "data",
        mixinStandardHelpOptions = true,
        description = DataCommand.DESCRIPTION,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DataListCommand.class,
            DataGetCommand.class,
            DataAddCommand.class,
            DataFilterCommand.class,
            DataDescribeCommand.class,
            DataCheckCommand.class,
            DataExportPairsCommand.class
        })
public final class DataCommand {
    /// What it does, for the list of commands.
    public static final String DESCRIPTION =
            "List, fetch, add, filter, describe and check data sets; export training pairs.";
}

package dev.sommelier.cli.commands;

import picocli.CommandLine.Command;

/// The response cache.
@Command(
        name = "cache",
        mixinStandardHelpOptions = true,
        description = CacheCommand.DESCRIPTION,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {CacheStatsCommand.class, CachePruneCommand.class, CacheExportCommand.class})
public final class CacheCommand {
    /// What it does, for the list of commands.
    public static final String DESCRIPTION = "Show, shrink and export the cache of model answers, or a recording.";
}

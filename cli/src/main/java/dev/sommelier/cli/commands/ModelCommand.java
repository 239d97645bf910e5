package dev.sommelier.cli.commands;

import picocli.CommandLine.Command;

/// Language models of the in-process engine.
@Command(
        name = "model",
        mixinStandardHelpOptions = true,
        description = ModelCommand.DESCRIPTION,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ModelListCommand.class,
            ModelGetCommand.class,
            ModelShowCommand.class,
            ModelBenchCommand.class,
            ModelProbeCommand.class
        })
public final class ModelCommand {
    /// What it does, for the list of commands.
    public static final String DESCRIPTION = "List, fetch, show and measure language models; probe servers.";
}

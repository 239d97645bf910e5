package dev.sommelier.cli.commands;

import picocli.CommandLine.Command;

/// Language models of the in-process engine.
@Command(
        name = "model",
        mixinStandardHelpOptions = true,
        description = "List, fetch and show language models.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ModelListCommand.class, ModelGetCommand.class, ModelShowCommand.class})
public final class ModelCommand {}

package dev.sommelier.cli.commands;

import picocli.CommandLine.Command;

/// The surrogate user.
@Command(
        name = "agent",
        mixinStandardHelpOptions = true,
        description = "Let a language model explore a catalogue as a surrogate user.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = AgentRunCommand.class)
public final class AgentCommand {}

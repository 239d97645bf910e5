package dev.sommelier.cli.commands;

import picocli.CommandLine.Command;

/// The surrogate user.
@Command(
        name = "agent",
        mixinStandardHelpOptions = true,
        description = AgentCommand.DESCRIPTION,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = AgentRunCommand.class)
public final class AgentCommand {
    /// What it does, for the list of commands.
    public static final String DESCRIPTION = "Let a language model explore a catalogue as a surrogate user.";
}

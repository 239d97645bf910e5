package dev.sommelier.cli.commands;

import picocli.CommandLine.Command;

/// Complaints about conversations.
@Command(
        name = "feedback",
        mixinStandardHelpOptions = true,
        description = FeedbackCommand.DESCRIPTION,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = FeedbackReportCommand.class)
public final class FeedbackCommand {
    /// What it does, for the list of commands.
    public static final String DESCRIPTION = "Tell which step of conversations people complain of most.";
}

package dev.sommelier.cli.commands;

import picocli.CommandLine.Command;

/// The model as a judge.
@Command(
        name = "judge",
        mixinStandardHelpOptions = true,
        description = "Let a language model judge, beside classic predictors.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = JudgeRateCommand.class)
public final class JudgeCommand {}

package dev.sommelier.cli.commands;

import picocli.CommandLine.Command;

/// The model as a judge.
@Command(
        name = "judge",
        mixinStandardHelpOptions = true,
        description = JudgeCommand.DESCRIPTION,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            JudgePlanCommand.class,
            JudgeRunCommand.class,
            JudgeStatusCommand.class,
            JudgeResumeCommand.class,
            JudgeRetryFailedCommand.class,
            JudgeExportCommand.class,
            JudgeReportCommand.class,
            JudgeMergeCommand.class,
            JudgeAuditCommand.class,
            JudgeCalibrateCommand.class,
            JudgeRateCommand.class,
            JudgeSatisfactionCommand.class,
            JudgePreferenceCommand.class
        })
public final class JudgeCommand {
    /// What it does, for the list of commands.
    public static final String DESCRIPTION =
            "Let a language model judge: relevance labels as resumable jobs, audits, ratings beside classic predictors,"
                    + " satisfaction, answers.";
}

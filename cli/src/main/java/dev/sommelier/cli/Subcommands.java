package dev.sommelier.cli;

import dev.sommelier.cli.commands.AgentCommand;
import dev.sommelier.cli.commands.AgreeCommand;
import dev.sommelier.cli.commands.CacheCommand;
import dev.sommelier.cli.commands.ChatCommand;
import dev.sommelier.cli.commands.CompareCommand;
import dev.sommelier.cli.commands.DataCommand;
import dev.sommelier.cli.commands.DemoCommand;
import dev.sommelier.cli.commands.DoctorCommand;
import dev.sommelier.cli.commands.EvalCommand;
import dev.sommelier.cli.commands.FeedbackCommand;
import dev.sommelier.cli.commands.JudgeCommand;
import dev.sommelier.cli.commands.ModelCommand;
import dev.sommelier.cli.commands.RecommendCommand;
import dev.sommelier.cli.commands.ReportCommand;
import dev.sommelier.cli.commands.SignificanceCommand;
import dev.sommelier.cli.commands.SimilarCommand;
import dev.sommelier.cli.commands.TraceCommand;
import dev.sommelier.cli.commands.TrainCommand;
import dev.sommelier.cli.commands.TuneCommand;
import java.util.List;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/// The commands under the root, in the order of the help text.
///
/// Reading the annotations of every command takes most of a short command's time, so only the one that is named on the
/// command line is built; the others are a name and a description.
enum Subcommands {
    DEMO("demo", DemoCommand.DESCRIPTION),
    DATA("data", DataCommand.DESCRIPTION),
    MODEL("model", ModelCommand.DESCRIPTION),
    TRAIN("train", TrainCommand.DESCRIPTION),
    RECOMMEND("recommend", RecommendCommand.DESCRIPTION),
    SIMILAR("similar", SimilarCommand.DESCRIPTION),
    AGENT("agent", AgentCommand.DESCRIPTION),
    TRACE("trace", TraceCommand.DESCRIPTION),
    CHAT("chat", ChatCommand.DESCRIPTION),
    FEEDBACK("feedback", FeedbackCommand.DESCRIPTION),
    JUDGE("judge", JudgeCommand.DESCRIPTION),
    COMPARE("compare", CompareCommand.DESCRIPTION),
    TUNE("tune", TuneCommand.DESCRIPTION),
    REPORT("report", ReportCommand.DESCRIPTION),
    EVAL("eval", EvalCommand.DESCRIPTION),
    AGREE("agree", AgreeCommand.DESCRIPTION),
    SIGNIFICANCE("significance", SignificanceCommand.DESCRIPTION),
    CACHE("cache", CacheCommand.DESCRIPTION),
    DOCTOR("doctor", DoctorCommand.DESCRIPTION),
    GENERATE_COMPLETION("generate-completion", "Generate bash/zsh completion script for sommelier.");

    private final String command;
    private final String description;

    Subcommands(String command, String description) {
        this.command = command;
        this.description = description;
    }

    /// Adds all commands to the root, whole where the arguments name them. The completion script needs every one.
    static void addTo(CommandLine root, List<String> arguments) {
        boolean all = arguments.contains(GENERATE_COMPLETION.command);
        for (var subcommand : values()) {
            boolean named = all || arguments.contains(subcommand.command);
            root.addSubcommand(subcommand.command, named ? subcommand.whole() : subcommand.line());
        }
    }

    private CommandLine whole() {
        return new CommandLine(
                switch (this) {
                    case DEMO -> new DemoCommand();
                    case DATA -> new DataCommand();
                    case MODEL -> new ModelCommand();
                    case TRAIN -> new TrainCommand();
                    case RECOMMEND -> new RecommendCommand();
                    case SIMILAR -> new SimilarCommand();
                    case AGENT -> new AgentCommand();
                    case TRACE -> new TraceCommand();
                    case CHAT -> new ChatCommand();
                    case FEEDBACK -> new FeedbackCommand();
                    case JUDGE -> new JudgeCommand();
                    case COMPARE -> new CompareCommand();
                    case TUNE -> new TuneCommand();
                    case REPORT -> new ReportCommand();
                    case EVAL -> new EvalCommand();
                    case AGREE -> new AgreeCommand();
                    case SIGNIFICANCE -> new SignificanceCommand();
                    case CACHE -> new CacheCommand();
                    case DOCTOR -> new DoctorCommand();
                    case GENERATE_COMPLETION -> new GenerateCompletion();
                });
    }

    private CommandLine line() {
        var spec = CommandSpec.create().name(command);
        spec.usageMessage().description(description);
        return new CommandLine(spec);
    }
}

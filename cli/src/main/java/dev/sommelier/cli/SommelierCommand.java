package dev.sommelier.cli;

import dev.sommelier.cli.commands.AgentCommand;
import dev.sommelier.cli.commands.DataCommand;
import dev.sommelier.cli.commands.DemoCommand;
import dev.sommelier.cli.commands.DoctorCommand;
import dev.sommelier.cli.commands.EvalCommand;
import dev.sommelier.cli.commands.JudgeCommand;
import dev.sommelier.cli.commands.ModelCommand;
import dev.sommelier.cli.commands.RecommendCommand;
import dev.sommelier.cli.commands.TraceCommand;
import dev.sommelier.cli.terminal.GlobalFlags;
import dev.sommelier.cli.terminal.Version;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// The root of the command tree and the options that every command has.
@Command(
        name = "sommelier",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "A local LLM as surrogate user and judge over classic recommenders.",
        subcommands = {
            DemoCommand.class,
            DataCommand.class,
            ModelCommand.class,
            RecommendCommand.class,
            AgentCommand.class,
            TraceCommand.class,
            JudgeCommand.class,
            EvalCommand.class,
            DoctorCommand.class,
            GenerateCompletion.class
        },
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  sommelier demo",
            "  sommelier recommend --data ml-100k --liked \"Toy Story (1995)\" -k 5",
            "  sommelier agent run --data ml-100k --users 5 --seed 7 --out runs/first",
            "  source <(sommelier generate-completion)",
            "",
            "Data sets and models are kept in $SOMMELIER_HOME (default: the XDG data folder).",
            "Exit codes: 0 done, 1 failed, 2 wrong usage, 130 interrupted."
        })
public final class SommelierCommand implements GlobalFlags {
    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "Show native and technical messages, and the place of an error.")
    boolean verbose;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "Print the result as JSON.")
    boolean json;

    @Override
    public boolean json() {
        return json;
    }

    @Override
    public boolean verbose() {
        return verbose;
    }
}

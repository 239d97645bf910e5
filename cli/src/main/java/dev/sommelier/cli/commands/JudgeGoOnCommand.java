package dev.sommelier.cli.commands;

import dev.sommelier.cli.terminal.BaseCommand;
import dev.sommelier.cli.terminal.Output;
import dev.sommelier.cli.wiring.CallOptions;
import dev.sommelier.cli.wiring.ServerSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Works on a job that is planned already, by the judge that it was planned with.
abstract class JudgeGoOnCommand extends BaseCommand {
    @Parameters(paramLabel = "DIR", description = "The job's folder.")
    Path folder = Path.of("");

    @Mixin
    JudgeRunOptions running;

    @Mixin
    CallOptions calls;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads of the in-process engine (default: those that the job was planned with).")
    Optional<Integer> threads = Optional.empty();

    @Option(
            names = "--server",
            paramLabel = "URL",
            description =
                    "Where the server with the job's model is now (default: where it was when the job was planned).")
    Optional<URI> server = Optional.empty();

    @Mixin
    ServerSettings serverSettings = new ServerSettings();

    /// What to do with the job; its options are filled in from the plan.
    abstract JudgeRunCommand work();

    @Override
    protected final void run(Output output) {
        var wrong = running.wrong(calls);
        if (!wrong.isEmpty()) {
            throw wrongUsage(wrong);
        }
        var command = JudgeRunCommand.planned(folder, work(), running, calls);
        threads.ifPresent(command.model::useThreads);
        command.model.useServer(server, serverSettings);
        command.work(true, List.of(), output);
    }
}

package dev.sommelier.cli.commands;

import dev.sommelier.cli.terminal.Output;
import dev.sommelier.cli.wiring.OpenedJob;
import picocli.CommandLine.Command;

/// Goes on with a job.
@Command(
        name = "resume",
        description = "Go on with a judging job where it was stopped, by the judge that it was planned with.")
public final class JudgeResumeCommand extends JudgeGoOnCommand {
    @Override
    JudgeRunCommand work() {
        return new Resuming();
    }

    /// The planned run, which keeps the number of pairs that was wanted unless told otherwise.
    private static final class Resuming extends JudgeRunCommand {
        @Override
        void use(OpenedJob opened, Output output) {
            long wanted = opened.job().counts().wanted();
            judge(opened, wanted == 0 ? opened.job().plan().size() : wanted, output);
        }
    }
}

package dev.sommelier.cli.commands;

import dev.sommelier.cli.terminal.BaseCommand;
import dev.sommelier.cli.terminal.Output;
import dev.sommelier.cli.wiring.Classics;
import dev.sommelier.cli.wiring.EncoderOptions;
import dev.sommelier.cli.wiring.Host;
import dev.sommelier.cli.wiring.ModelFiles;
import dev.sommelier.core.SommelierException;
import dev.sommelier.recommenders.Described;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Trains a classic model on all of a data set and keeps it in a file.
@Command(
        name = "train",
        description = TrainCommand.DESCRIPTION,
        footer = {
            "",
            "Examples:",
            "  sommelier train --data ml-100k --model-kind ease --out ease.model",
            "  sommelier train --data ml-100k --model-kind itemknn --param neighbours=50 --param similarity=jaccard \\",
            "      --out knn.model",
            "  sommelier recommend --model-file ease.model --user 42"
        })
public final class TrainCommand extends BaseCommand {
    /// What it does, for the list of commands.
    public static final String DESCRIPTION = "Train a classic recommender and keep it in a model file.";

    @Mixin
    DataOptions data;

    @Option(
            names = "--model-kind",
            paramLabel = "KIND",
            required = true,
            description = "One of ${COMPLETION-CANDIDATES}.")
    Classics kind = Classics.EASE;

    @Option(
            names = "--param",
            paramLabel = "NAME=VALUE",
            description = "A hyper-parameter other than the preset's; may be given several times.")
    Map<String, String> parameters = new LinkedHashMap<>();

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "The model file.")
    Path out = Path.of("");

    @Mixin
    EncoderOptions encoder = new EncoderOptions();

    /// What was trained and what it cost.
    ///
    /// @param peakMemory of the whole process, as the system tells it
    record Result(
            String data,
            String model,
            String parameters,
            int users,
            int items,
            int interactions,
            double seconds,
            String peakMemory,
            String file,
            long bytes) {}

    @Override
    protected void run(Output output) {
        // before the work, not after it
        var chosen = kind.preset().with(parameters);
        if (Files.isDirectory(out)) {
            throw new SommelierException("--out " + out + " is a folder; name a file.");
        }
        var study = data.study();
        var train = ScorerOptions.allOf(study.dataset());
        long start = System.nanoTime();
        var task = "Training " + kind;
        output.progress().update(task, 0, 1);
        var scorer = kind.train(train, chosen, encoder.open(output), data.seed);
        output.progress().update(task, 1, 1);
        double seconds = (System.nanoTime() - start) / 1e9;
        ModelFiles.write(out, scorer, Host.trained(study));
        var result = new Result(
                study.dataset().name(),
                scorer.name(),
                scorer instanceof Described described ? described.parameters() : "",
                train.histories().size(),
                train.catalog().size(),
                train.interactions(),
                seconds,
                Host.peakMemory().orElse("unknown"),
                out.toString(),
                size(out));
        output.result(result, text(result));
    }

    private static String text(Result result) {
        return String.format(
                Locale.ROOT,
                "%s (%s) on %s: %,d users, %,d items, %,d interactions%n%.2f s, peak memory %s, %s: %,d bytes%n",
                result.model(),
                result.parameters().isEmpty() ? "no parameters" : result.parameters(),
                result.data(),
                result.users(),
                result.items(),
                result.interactions(),
                result.seconds(),
                result.peakMemory(),
                result.file(),
                result.bytes());
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new SommelierException(
                    "the model file " + file + " is gone after it was written: " + e.getMessage(), e);
        }
    }
}

package dev.sommelier.cli.commands;

import dev.sommelier.cli.terminal.BaseCommand;
import dev.sommelier.cli.terminal.Output;
import dev.sommelier.cli.wiring.OpenedModel;
import dev.sommelier.llm.cache.ResponseStore;
import dev.sommelier.llm.cache.StoreContents;
import dev.sommelier.llm.encode.VectorFile;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Makes the cache smaller.
@Command(
        name = "prune",
        description = "Remove the answers of the response cache that were not used for the longest time, and give the"
                + " space back to the disk.",
        footer = {
            "",
            "Examples:",
            "  sommelier cache prune --keep-mb 500",
            "  sommelier cache prune --keep-mb 0 --vectors"
        })
public final class CachePruneCommand extends BaseCommand {
    private static final long MEGABYTE = 1_000_000;

    @Option(
            names = "--keep-mb",
            paramLabel = "N",
            required = true,
            description = "How many megabytes of answers may stay; 0 removes all.")
    long keep;

    @Option(names = "--vectors", description = "Remove all vectors of texts too; they are encoded again when needed.")
    boolean vectors;

    record Result(long answers, long bytes, Optional<VectorFile.Stats> vectors) {}

    @Override
    protected void run(Output output) {
        if (keep < 0 || keep > Long.MAX_VALUE / MEGABYTE) {
            throw wrongUsage("--keep-mb must be at least 0, got " + keep);
        }
        var pruned = answers();
        var gone = vectors ? Optional.of(CacheOptions.vectorFile().clear()) : Optional.<VectorFile.Stats>empty();
        output.result(
                new Result(pruned.answers(), pruned.bytes(), gone),
                removed(pruned.answers(), "answers", pruned.bytes())
                        + gone.map(all -> removed(all.vectors(), "vectors", all.bytes()))
                                .orElse(""));
    }

    private StoreContents.Pruned answers() {
        var path = OpenedModel.cacheFile();
        if (!Files.exists(path)) {
            return new StoreContents.Pruned(0, 0);
        }
        try (var store = ResponseStore.open(path, OpenedModel.CACHE, OpenedModel.CACHE_BYTES)) {
            return store.contents().prune(keep * MEGABYTE);
        }
    }

    private static String removed(long count, String what, long bytes) {
        return String.format(Locale.ROOT, "%,d %s removed (%s)%n", count, what, CacheStatsCommand.size(bytes));
    }
}

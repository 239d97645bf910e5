package dev.sommelier.cli.commands;

import dev.sommelier.cli.terminal.BaseCommand;
import dev.sommelier.cli.terminal.Output;
import dev.sommelier.cli.wiring.OpenedModel;
import dev.sommelier.llm.cache.ResponseStore;
import dev.sommelier.llm.cache.StoreContents;
import java.nio.file.Files;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Makes the cache smaller.
@Command(
        name = "prune",
        description = "Remove the answers of the response cache that were not used for the longest time, and give the"
                + " space back to the disk.",
        footer = {"", "Examples:", "  sommelier cache prune --keep-mb 500", "  sommelier cache prune --keep-mb 0"})
public final class CachePruneCommand extends BaseCommand {
    private static final long MEGABYTE = 1_000_000;

    @Option(
            names = "--keep-mb",
            paramLabel = "N",
            required = true,
            description = "How many megabytes of answers may stay; 0 removes all.")
    long keep;

    @Override
    protected void run(Output output) {
        if (keep < 0 || keep > Long.MAX_VALUE / MEGABYTE) {
            throw wrongUsage("--keep-mb must be at least 0, got " + keep);
        }
        var path = OpenedModel.cacheFile();
        if (!Files.exists(path)) {
            output.result(new StoreContents.Pruned(0, 0), path + ": no answers\n");
            return;
        }
        try (var store = ResponseStore.open(path, OpenedModel.CACHE, OpenedModel.CACHE_BYTES)) {
            var pruned = store.contents().prune(keep * MEGABYTE);
            output.result(
                    pruned,
                    String.format(
                            Locale.ROOT,
                            "%,d answers removed (%s)%n",
                            pruned.answers(),
                            CacheStatsCommand.size(pruned.bytes())));
        }
    }
}

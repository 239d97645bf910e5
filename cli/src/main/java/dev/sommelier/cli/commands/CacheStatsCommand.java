package dev.sommelier.cli.commands;

import dev.sommelier.cli.terminal.BaseCommand;
import dev.sommelier.cli.terminal.Output;
import dev.sommelier.experiments.report.TextTable;
import dev.sommelier.llm.cache.StoreContents;
import dev.sommelier.llm.encode.VectorFile;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Says what the cache holds.
@Command(name = "stats", description = "Say how many answers are kept, of which models, and what they take.")
public final class CacheStatsCommand extends BaseCommand {
    @Mixin
    CacheOptions cache;

    /// The file and what it holds, and the vectors that are kept beside the response cache.
    record Result(String file, StoreContents.Stats contents, Optional<VectorFile.Stats> vectors) {}

    @Override
    protected void run(Output output) {
        // A cache that was never used is no fault, a recording that is not there is.
        if (cache.file.isEmpty() && !Files.exists(cache.path())) {
            var nothing = new StoreContents.Stats(0, 0, Optional.empty(), List.of());
            output.result(
                    new Result(cache.path().toString(), nothing, vectors()),
                    cache.path() + ": no answers\n" + vectorsLine());
            return;
        }
        try (var store = cache.openToRead()) {
            var stats = store.contents().stats();
            var table = TextTable.of(List.of("Model", "Calls"), List.of("Answers", "Size"));
            stats.parts()
                    .forEach(part -> table.row(List.of(
                            part.model(),
                            part.kind(),
                            String.format(Locale.ROOT, "%,d", part.answers()),
                            size(part.bytes()))));
            var summary = String.format(Locale.ROOT, "%s: %,d answers", cache.path(), stats.answers())
                    + (stats.answers() == 0 ? "" : ", " + size(stats.bytes()))
                    + stats.lastUsed().map(time -> ", last used " + time).orElse("") + "\n";
            output.result(
                    new Result(cache.path().toString(), stats, vectors()),
                    summary + vectorsLine() + (stats.parts().isEmpty() ? "" : "\n" + table.render()));
        }
    }

    private Optional<VectorFile.Stats> vectors() {
        return cache.file.isPresent()
                ? Optional.empty()
                : Optional.of(CacheOptions.vectorFile().stats());
    }

    private String vectorsLine() {
        return vectors()
                .map(found -> String.format(
                        Locale.ROOT,
                        "%s: %,d vectors%s%n",
                        CacheOptions.vectorFile().path(),
                        found.vectors(),
                        found.vectors() == 0 ? "" : ", " + size(found.bytes())))
                .orElse("");
    }

    static String size(long bytes) {
        return String.format(Locale.ROOT, "%,.1f MB", bytes / 1e6);
    }
}

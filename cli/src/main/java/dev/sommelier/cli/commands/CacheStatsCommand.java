package dev.sommelier.cli.commands;

import dev.sommelier.cli.terminal.BaseCommand;
import dev.sommelier.cli.terminal.Output;
import dev.sommelier.experiments.report.TextTable;
import dev.sommelier.llm.cache.StoreContents;
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

    /// The file and what it holds.
    record Result(String file, StoreContents.Stats contents) {}

    @Override
    protected void run(Output output) {
        // A cache that was never used is no fault, a recording that is not there is.
        if (cache.file.isEmpty() && !Files.exists(cache.path())) {
            var nothing = new StoreContents.Stats(0, 0, Optional.empty(), List.of());
            output.result(new Result(cache.path().toString(), nothing), cache.path() + ": no answers\n");
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
                    new Result(cache.path().toString(), stats),
                    summary + (stats.parts().isEmpty() ? "" : "\n" + table.render()));
        }
    }

    static String size(long bytes) {
        return String.format(Locale.ROOT, "%,.1f MB", bytes / 1e6);
    }
}

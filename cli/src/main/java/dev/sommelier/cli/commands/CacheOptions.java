package dev.sommelier.cli.commands;

import dev.sommelier.cli.wiring.OpenedModel;
import dev.sommelier.llm.cache.ResponseStore;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/// Which file of model answers.
final class CacheOptions {
    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "A recording (default: the response cache in $SOMMELIER_HOME).")
    Optional<Path> file = Optional.empty();

    Path path() {
        return file.orElseGet(OpenedModel::cacheFile);
    }

    String what() {
        return file.isPresent() ? "recording" : OpenedModel.CACHE;
    }

    ResponseStore openToRead() {
        return ResponseStore.openToRead(path(), what());
    }
}

package dev.sommelier.cli.commands;

import dev.sommelier.cli.wiring.OpenedModel;
import dev.sommelier.io.Home;
import dev.sommelier.llm.cache.ResponseStore;
import dev.sommelier.llm.encode.CachedEncoder;
import dev.sommelier.llm.encode.VectorFile;
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

    /// Where vectors of texts are kept.
    static VectorFile vectorFile() {
        return new VectorFile(CachedEncoder.file(Home.fromEnvironment()));
    }

    String what() {
        return file.isPresent() ? "recording" : OpenedModel.CACHE;
    }

    ResponseStore openToRead() {
        return ResponseStore.openToRead(path(), what());
    }
}

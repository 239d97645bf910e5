package dev.sommelier.datasets.format;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The file format of a published data set: which two files it needs, and how to read them.
public sealed interface FolderFormat permits MovieLens100k, MovieLensCsv, MovieLens100kOfRecBole {
    /// The name of the items' file.
    String itemsFile();

    /// The name of the interactions' file.
    String interactionsFile();

    /// Reads both files.
    ///
    /// @throws dev.sommelier.core.SommelierException if a line breaks the format
    Content read(Path items, Path interactions);

    /// The two files among these paths, wherever their folder is.
    ///
    /// @param paths paths with `/` between folders
    default Optional<Files> find(List<String> paths) {
        var items = first(paths, itemsFile());
        var interactions = first(paths, interactionsFile());
        return items.flatMap(item -> interactions.map(interaction -> new Files(item, interaction)));
    }

    private static Optional<String> first(List<String> paths, String name) {
        return paths.stream()
                .filter(path -> path.equals(name) || path.endsWith("/" + name))
                .findFirst();
    }

    /// The paths of a format's files.
    record Files(String items, String interactions) {}
}

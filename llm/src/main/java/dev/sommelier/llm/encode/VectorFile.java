package dev.sommelier.llm.encode;

import dev.sommelier.io.sqlite.SqliteFile;
import dev.sommelier.io.sqlite.SqliteFile.Durability;
import dev.sommelier.io.sqlite.SqliteSchema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The file in which a [CachedEncoder] keeps vectors, for whoever looks after its size.
///
/// @param path where it lies
public record VectorFile(Path path) {
    static final SqliteSchema SCHEMA = new SqliteSchema(
            "vector cache",
            "SMvc",
            1,
            List.of("CREATE TABLE vectors(key BLOB PRIMARY KEY, vector BLOB NOT NULL) WITHOUT ROWID"));

    /// What is in it.
    ///
    /// @param vectors how many
    /// @param bytes of their keys and numbers
    public record Stats(long vectors, long bytes) {}

    /// What is in the file; nothing where there is none.
    ///
    /// @throws dev.sommelier.core.SommelierException if the file is something else
    public Stats stats() {
        if (!Files.exists(path)) {
            return new Stats(0, 0);
        }
        try (var file = SqliteFile.openToRead(path, SCHEMA)) {
            return stats(file);
        }
    }

    /// Removes all vectors and gives their space back to the disk. They are encoded again when needed.
    ///
    /// @return what was removed
    /// @throws dev.sommelier.core.SommelierException if the file is something else
    public Stats clear() {
        if (!Files.exists(path)) {
            return new Stats(0, 0);
        }
        try (var file = SqliteFile.open(path, SCHEMA, Durability.PROCESS)) {
            var before = stats(file);
            file.write(connection -> {
                try (var delete = connection.prepareStatement("DELETE FROM vectors")) {
                    delete.executeUpdate();
                }
            });
            file.shrink();
            return before;
        }
    }

    private static Stats stats(SqliteFile file) {
        return file.read(connection -> {
            try (var select = connection.prepareStatement(
                            "SELECT COUNT(*), COALESCE(SUM(LENGTH(key) + LENGTH(vector)), 0) FROM vectors");
                    var rows = select.executeQuery()) {
                return new Stats(rows.getLong(1), rows.getLong(2));
            }
        });
    }
}

package dev.sommelier.datasets.collection;

import dev.sommelier.core.Document;
import dev.sommelier.core.SommelierException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/// Documents of a Parquet file, streamed by DuckDB in the file's order; columns are found by their names.
final class Parquet {
    private static final String MAGIC = "PAR1";

    private Parquet() {}

    /// Whether a file is Parquet, told by its first bytes.
    static boolean begins(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(MAGIC.length()), StandardCharsets.ISO_8859_1).equals(MAGIC);
        } catch (IOException e) {
            throw new SommelierException(file + ": cannot be read (" + e.getMessage() + "); check the path", e);
        }
    }

    /// Hands over every document.
    ///
    /// @throws SommelierException naming file, row, rule and value
    static void read(Path file, DocumentFiles.Receiver receiver) {
        try (var connection = open()) {
            var columns = columns(connection, file);
            var id = column(file, columns, DocumentFiles.IDS, "an id");
            var text = column(file, columns, DocumentFiles.TEXTS, "a text");
            var title = columns.contains("title") ? "\"title\"" : "NULL";
            var sql = "SELECT CAST(\"" + id + "\" AS VARCHAR), CAST(\"" + text + "\" AS VARCHAR), CAST(" + title
                    + " AS VARCHAR) FROM read_parquet(?)";
            try (var statement = connection.prepareStatement(sql)) {
                statement.setString(1, file.toString());
                try (var rows = statement.executeQuery()) {
                    for (long row = 1; rows.next(); row++) {
                        receiver.document(document(file, row, rows, id, text), file + ": row " + row);
                    }
                }
            }
        } catch (SQLException e) {
            throw new SommelierException(
                    file + ": is no readable Parquet file ("
                            + String.valueOf(e.getMessage()).strip() + "); check that it is whole",
                    e);
        }
    }

    /// Rows stream, and nothing is fetched from a network.
    private static Connection open() throws SQLException {
        var settings = new Properties();
        settings.setProperty("jdbc_stream_results", "true");
        settings.setProperty("autoinstall_known_extensions", "false");
        return DriverManager.getConnection("jdbc:duckdb:", settings);
    }

    private static List<String> columns(Connection connection, Path file) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT * FROM read_parquet(?) LIMIT 0")) {
            statement.setString(1, file.toString());
            try (var none = statement.executeQuery()) {
                var columns = new ArrayList<String>();
                for (int i = 1; i <= none.getMetaData().getColumnCount(); i++) {
                    columns.add(none.getMetaData().getColumnName(i));
                }
                return columns;
            }
        }
    }

    private static String column(Path file, List<String> columns, List<String> wanted, String what) {
        return wanted.stream()
                .filter(columns::contains)
                .findFirst()
                .orElseThrow(() -> new SommelierException(file + ": expected a column that holds " + what + " ("
                        + String.join(", ", wanted) + "), got the columns " + String.join(", ", columns)
                        + "; rename one"));
    }

    private static Document document(Path file, long row, ResultSet rows, String id, String text) throws SQLException {
        var found = Optional.ofNullable(rows.getString(1));
        var words = Optional.ofNullable(rows.getString(2));
        if (found.isEmpty() || words.isEmpty()) {
            throw new SommelierException(file + ": row " + row + ": expected " + id + " and " + text + ", got null in "
                    + (found.isEmpty() ? id : text) + "; mend the row");
        }
        return DocumentFiles.document(
                rule -> new SommelierException(file + ": row " + row + ": " + rule),
                found.get(),
                Optional.ofNullable(rows.getString(3)),
                words.get());
    }
}

package dev.sommelier.datasets.format;

import dev.sommelier.core.SommelierException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/// Queries over one file by DuckDB, streamed in the file's order. The file's path is always a bound parameter.
final class Duck {
    /// What one row of a result is for.
    @FunctionalInterface
    interface Each {
        void row(ResultSet row) throws SQLException;
    }

    /// Lines that are no rows.
    ///
    /// @param rule what is wrong with them
    /// @param lines how many
    /// @param first the number of the first
    record Rejected(String rule, long lines, long first) {}

    private static final String REJECTED = """
            SELECT rule, count(*), min(line) FROM (
              SELECT line, min(CASE error_type
                  WHEN 'CAST' THEN 'a ' || column_name || ' that is no number'
                  WHEN 'MISSING COLUMNS' THEN 'too few columns'
                  WHEN 'TOO MANY COLUMNS' THEN 'too many columns'
                  ELSE lower(error_type) END) AS rule
              FROM reject_errors GROUP BY line)
            GROUP BY rule ORDER BY rule""";

    private Duck() {}

    /// Hands over every row of a query over a CSV file that has `store_rejects=true`.
    ///
    /// @param sql with one parameter, the file
    /// @return the lines that were no rows
    static List<Rejected> csv(Path file, String sql, Each each) {
        try (var connection = open()) {
            rows(connection, file, sql, each);
            var rejected = new ArrayList<Rejected>();
            try (var statement = connection.prepareStatement(REJECTED);
                    var rows = statement.executeQuery()) {
                while (rows.next()) {
                    rejected.add(new Rejected(rows.getString(1), rows.getLong(2), rows.getLong(3)));
                }
            }
            return List.copyOf(rejected);
        } catch (SQLException e) {
            throw unreadable(file, e);
        }
    }

    /// Hands over every row of a query over a file of JSON lines or a Parquet file.
    ///
    /// @param sql with one parameter, the file
    static void rows(Path file, String sql, Each each) {
        try (var connection = open()) {
            rows(connection, file, sql, each);
        } catch (SQLException e) {
            throw unreadable(file, e);
        }
    }

    /// A column of a Parquet file.
    ///
    /// @param type as DuckDB names it, such as `VARCHAR` or `VARCHAR[]`
    record Column(String name, String type) {}

    /// The columns of a Parquet file.
    static List<Column> columns(Path file) {
        var columns = new ArrayList<Column>();
        rows(
                file,
                "SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM read_parquet(?))",
                row -> columns.add(new Column(row.getString(1), row.getString(2))));
        return List.copyOf(columns);
    }

    private static void rows(Connection connection, Path file, String sql, Each each) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, file.toString());
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    each.row(rows);
                }
            }
        }
    }

    /// Rows stream, and nothing is fetched from a network.
    private static Connection open() throws SQLException {
        var settings = new Properties();
        settings.setProperty("jdbc_stream_results", "true");
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("memory_limit", "1GB");
        return DriverManager.getConnection("jdbc:duckdb:", settings);
    }

    private static SommelierException unreadable(Path file, SQLException e) {
        var lines = String.valueOf(e.getMessage()).strip().lines().toList();
        return new SommelierException(
                file + ": cannot be read (" + (lines.isEmpty() ? "" : lines.getFirst())
                        + "); check that the file is whole" + " and of this format",
                e);
    }
}

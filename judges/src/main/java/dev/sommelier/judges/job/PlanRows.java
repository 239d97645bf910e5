package dev.sommelier.judges.job;

import dev.sommelier.io.sqlite.SqliteFile;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;

/// Rows of one table that are written in chunks.
final class PlanRows implements AutoCloseable {
    private static final int CHUNK = 1000;

    private final PreparedStatement statement;
    private long count;

    PlanRows(PreparedStatement statement) {
        this.statement = statement;
    }

    /// Gives a row its values.
    interface Filling {
        void fill(PreparedStatement statement) throws SQLException;
    }

    /// Carries SQLite's failure through a caller that knows nothing of it.
    static final class Passing extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final SQLException sql;

        Passing(SQLException sql) {
            super(sql);
            this.sql = sql;
        }

        SQLException sql() {
            return sql;
        }
    }

    /// How many rows were added.
    long count() {
        return count;
    }

    void add(Filling filling) {
        try {
            filling.fill(statement);
            statement.addBatch();
            if (++count % CHUNK == 0) {
                statement.executeBatch();
            }
        } catch (SQLException e) {
            throw new Passing(e);
        }
    }

    /// Writes what waits, so that it can be read.
    void flush() throws SQLException {
        statement.executeBatch();
    }

    @Override
    public void close() throws SQLException {
        try (statement) {
            flush();
        }
    }

    static void text(PreparedStatement statement, int index, Optional<String> text) throws SQLException {
        if (text.isPresent()) {
            statement.setString(index, text.get());
        } else {
            statement.setNull(index, Types.VARCHAR);
        }
    }

    static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    static void fact(Connection connection, String key, String value) throws SQLException {
        run(connection, "INSERT INTO fact VALUES (?, ?)", key, value);
    }

    /// A fact as it was written; empty where there is none.
    static String fact(SqliteFile file, String key) {
        return file.read(connection -> {
            try (var statement = connection.prepareStatement("SELECT value FROM fact WHERE key = ?")) {
                statement.setString(1, key);
                try (var rows = statement.executeQuery()) {
                    return rows.next() ? rows.getString(1) : "";
                }
            }
        });
    }

    static long count(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.getLong(1);
        }
    }
}

package dev.sommelier.judges.job;

import dev.sommelier.core.SommelierException;
import dev.sommelier.core.Topic;
import dev.sommelier.io.sqlite.SqliteFile;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Fills a plan's tables; nothing but the topics is held in memory.
final class PlanWriter {
    private static final int CHUNK = 1000;
    private static final int LISTED = 10;

    private final SqliteFile file;

    PlanWriter(SqliteFile file) {
        this.file = file;
    }

    void write(JobSettings settings, List<String> arguments, PlanInputs inputs) {
        file.write(connection -> {
            int position = 0;
            for (var entry : settings.values().entrySet()) {
                run(connection, "INSERT INTO setting VALUES (?, ?, ?)", position++, entry.getKey(), entry.getValue());
            }
            topics(connection, inputs.topics());
            pairs(connection, inputs);
            refuseTwice(connection);
            run(
                    connection,
                    "INSERT INTO needed SELECT NULL, document FROM (SELECT document, min(position) AS first FROM pair"
                            + " GROUP BY document ORDER BY first)");
            documents(connection, inputs);
            fact(connection, "arguments", String.join("\n", arguments));
            fact(connection, "pairs", count(connection, "SELECT count(*) FROM pair"));
            missing(connection, inputs.missing());
        });
    }

    private static void missing(Connection connection, PlanInputs.MissingText policy) throws SQLException {
        var missing = count(
                connection,
                "SELECT count(*) FROM pair p JOIN needed n ON n.id = p.document"
                        + " WHERE n.number NOT IN (SELECT number FROM document)");
        fact(connection, "missing", missing);
        if (policy == PlanInputs.MissingText.REFUSED && !missing.equals("0")) {
            var some = PlanFile.missingDocuments(connection, LISTED + 1);
            throw new SommelierException(missing + " of " + count(connection, "SELECT count(*) FROM pair")
                    + " pairs have no text; documents that are not there: "
                    + some.stream().limit(LISTED).collect(Collectors.joining(", "))
                    + (some.size() > LISTED ? ", ..." : "")
                    + "; give every file of the collection to --docs, or count them as failed by --missing-text skip");
        }
    }

    private static void topics(Connection connection, List<Topic> topics) throws SQLException {
        int position = 0;
        for (var topic : topics) {
            try (var statement = connection.prepareStatement("INSERT INTO topic VALUES (?, ?, ?, ?, ?)")) {
                statement.setInt(1, position++);
                statement.setString(2, topic.id());
                statement.setString(3, topic.text());
                text(statement, 4, topic.description());
                text(statement, 5, topic.narrative());
                statement.executeUpdate();
            }
        }
    }

    private static void text(PreparedStatement statement, int index, Optional<String> text) throws SQLException {
        if (text.isPresent()) {
            statement.setString(index, text.get());
        } else {
            statement.setNull(index, Types.VARCHAR);
        }
    }

    private static void pairs(Connection connection, PlanInputs inputs) throws SQLException {
        var known = inputs.topics().stream().map(Topic::id).collect(Collectors.toCollection(HashSet::new));
        try (var rows = new Rows(connection.prepareStatement("INSERT INTO pair VALUES (?, ?, ?, ?)"))) {
            inputs.pairs().accept((topic, document, human) -> {
                if (!known.contains(topic)) {
                    throw new SommelierException("pair " + (rows.count + 1) + " (" + topic + " " + document
                            + "): the topics have none of the id " + topic
                            + "; give the topics that belong to the pairs, or remove the pair");
                }
                rows.add(statement -> {
                    statement.setLong(1, rows.count);
                    statement.setString(2, topic);
                    statement.setString(3, document);
                    if (human.isPresent()) {
                        statement.setInt(4, human.getAsInt());
                    } else {
                        statement.setNull(4, Types.INTEGER);
                    }
                });
            });
        } catch (Passing e) {
            throw e.sql;
        }
    }

    private static void refuseTwice(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var twice = statement.executeQuery("SELECT topic, document, min(position), max(position) FROM pair"
                        + " GROUP BY topic, document HAVING count(*) > 1 LIMIT 1")) {
            if (twice.next()) {
                throw new SommelierException("a pair must be listed once, got " + twice.getString(1) + " "
                        + twice.getString(2) + " as pair " + (twice.getLong(3) + 1) + " and "
                        + (twice.getLong(4) + 1) + "; remove one");
            }
        }
    }

    private static void documents(Connection connection, PlanInputs inputs) throws SQLException {
        try (var find = connection.prepareStatement("SELECT number FROM needed WHERE id = ?");
                var rows = new Rows(connection.prepareStatement("INSERT OR IGNORE INTO document VALUES (?, ?, ?)"))) {
            inputs.documents().accept(document -> {
                try {
                    find.setString(1, document.id());
                    try (var found = find.executeQuery()) {
                        if (found.next()) {
                            long number = found.getLong(1);
                            rows.add(statement -> {
                                statement.setLong(1, number);
                                text(statement, 2, document.title());
                                statement.setString(3, document.text());
                            });
                        }
                    }
                } catch (SQLException e) {
                    throw new Passing(e);
                }
            });
        } catch (Passing e) {
            throw e.sql;
        }
    }

    private static void fact(Connection connection, String key, String value) throws SQLException {
        run(connection, "INSERT INTO fact VALUES (?, ?)", key, value);
    }

    private static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private static String count(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return Long.toString(rows.getLong(1));
        }
    }

    private interface Filling {
        void fill(PreparedStatement statement) throws SQLException;
    }

    /// Carries SQLite's failure through a caller that knows nothing of it.
    private static final class Passing extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final SQLException sql;

        Passing(SQLException sql) {
            super(sql);
            this.sql = sql;
        }
    }

    /// Rows that are written in chunks.
    private static final class Rows implements AutoCloseable {
        private final PreparedStatement statement;
        private long count;

        Rows(PreparedStatement statement) {
            this.statement = statement;
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

        @Override
        public void close() throws SQLException {
            try (statement) {
                statement.executeBatch();
            }
        }
    }
}

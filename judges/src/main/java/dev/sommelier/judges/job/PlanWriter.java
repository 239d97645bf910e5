package dev.sommelier.judges.job;

import dev.sommelier.core.SommelierException;
import dev.sommelier.core.Topic;
import dev.sommelier.io.sqlite.SqliteFile;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;

/// Fills a plan's tables; nothing but the topics is held in memory.
final class PlanWriter {
    private final SqliteFile file;

    PlanWriter(SqliteFile file) {
        this.file = file;
    }

    void write(JobSettings settings, List<String> arguments, PlanInputs inputs) {
        file.write(connection -> {
            int position = 0;
            for (var entry : settings.values().entrySet()) {
                PlanRows.run(
                        connection,
                        "INSERT INTO setting VALUES (?, ?, ?)",
                        position++,
                        entry.getKey(),
                        entry.getValue());
            }
            topics(connection, inputs.topics());
            pairs(connection, inputs);
            refuseTwice(connection);
            PlanRows.run(
                    connection,
                    "INSERT INTO needed SELECT NULL, document FROM (SELECT document, min(position) AS first FROM pair"
                            + " GROUP BY document ORDER BY first)");
            PlanDocuments.write(connection, inputs);
            PlanRows.fact(connection, "arguments", String.join("\n", arguments));
            number(connection, "pairs", "SELECT count(*) FROM pair");
            number(connection, "missing", MissingTexts.PAIRS);
        });
    }

    private static void number(Connection connection, String fact, String sql) throws SQLException {
        PlanRows.fact(connection, fact, Long.toString(PlanRows.count(connection, sql)));
    }

    private static void topics(Connection connection, List<Topic> topics) throws SQLException {
        int position = 0;
        for (var topic : topics) {
            try (var statement = connection.prepareStatement("INSERT INTO topic VALUES (?, ?, ?, ?, ?)")) {
                statement.setInt(1, position++);
                statement.setString(2, topic.id());
                statement.setString(3, topic.text());
                PlanRows.text(statement, 4, topic.description());
                PlanRows.text(statement, 5, topic.narrative());
                statement.executeUpdate();
            }
        }
    }

    private static void pairs(Connection connection, PlanInputs inputs) throws SQLException {
        try (var rows = new PlanRows(connection.prepareStatement("INSERT INTO pair VALUES (?, ?, ?, ?)"))) {
            inputs.pairs()
                    .accept((topic, document, human) -> rows.add(statement -> {
                        statement.setLong(1, rows.count());
                        statement.setString(2, topic);
                        statement.setString(3, document);
                        if (human.isPresent()) {
                            statement.setInt(4, human.getAsInt());
                        } else {
                            statement.setNull(4, Types.INTEGER);
                        }
                    }));
        } catch (PlanRows.Passing e) {
            throw e.sql();
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
}

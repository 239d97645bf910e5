package dev.sommelier.io.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The statements about the outcomes of units.
final class UnitRows {
    private UnitRows() {}

    /// Adds outcomes or replaces earlier ones. A failure never replaces a result, which a merge may have brought while
    /// the
    /// unit was worked on again.
    static void insert(Connection connection, List<Unit> units) throws SQLException {
        try (var statement =
                connection.prepareStatement("INSERT INTO unit VALUES (?, ?, ?) ON CONFLICT(position) DO UPDATE"
                        + " SET cause = excluded.cause, content = excluded.content"
                        + " WHERE unit.cause <> '' OR excluded.cause = ''")) {
            for (var unit : units) {
                statement.setLong(1, unit.position());
                statement.setString(2, unit.cause());
                statement.setString(3, unit.content());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /// The outcomes from position `first` to before `end`, in order.
    static List<Unit> units(Connection connection, long first, long end) throws SQLException {
        var units = new ArrayList<Unit>();
        try (var statement = connection.prepareStatement(
                "SELECT position, cause, content FROM unit WHERE position >= ? AND position < ? ORDER BY position")) {
            statement.setLong(1, first);
            statement.setLong(2, end);
            try (var found = statement.executeQuery()) {
                while (found.next()) {
                    units.add(new Unit(found.getLong(1), found.getString(2), found.getString(3)));
                }
            }
        }
        return units;
    }

    static long containing(Connection connection, String part) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT count(*) FROM unit WHERE instr(content, ?) > 0")) {
            statement.setString(1, part);
            try (var found = statement.executeQuery()) {
                return found.getLong(1);
            }
        }
    }

    static Counts counts(Connection connection) throws SQLException {
        var causes = new TreeMap<String, Long>();
        try (var statement = connection.createStatement();
                var found =
                        statement.executeQuery("SELECT cause, count(*) FROM unit WHERE cause <> '' GROUP BY cause")) {
            while (found.next()) {
                causes.put(found.getString(1), found.getLong(2));
            }
        }
        long failed = causes.values().stream().mapToLong(Long::longValue).sum();
        var state = JournalRows.state(connection);
        return new Counts(
                JournalRows.number(state, "wanted"),
                outcomes(connection, state) - failed,
                failed,
                JournalRows.leases(connection),
                causes);
    }

    /// Every batch below `next` has its outcome, but for leased ones that had none before. Counting the rows would read
    /// the whole file.
    private static long outcomes(Connection connection, Map<String, String> state) throws SQLException {
        long batch = JournalRows.number(state, "batch");
        long size = JournalRows.number(state, "size");
        long all = Math.min(JournalRows.number(state, "next") * batch, size);
        try (var statement = connection.prepareStatement("SELECT batch FROM lease WHERE NOT EXISTS"
                + " (SELECT 1 FROM unit WHERE position = lease.batch * ?)")) {
            statement.setLong(1, batch);
            try (var found = statement.executeQuery()) {
                while (found.next()) {
                    all -= Math.min(batch, size - found.getLong(1) * batch);
                }
            }
        }
        return all;
    }
}

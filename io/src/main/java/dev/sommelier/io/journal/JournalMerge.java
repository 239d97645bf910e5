package dev.sommelier.io.journal;

import dev.sommelier.io.sqlite.SqliteFile;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Brings the batches of one journal into another of the same plan.
final class JournalMerge {
    private JournalMerge() {}

    /// Batches without an outcome here and with a whole one there; all in one transaction.
    static long merge(SqliteFile from, SqliteFile to) {
        long theirs = from.read(connection -> JournalRows.number(JournalRows.state(connection), "next"));
        return to.writeAndGet(connection -> {
            var state = JournalRows.state(connection);
            long size = JournalRows.number(state, "batch");
            long next = JournalRows.number(state, "next");
            // Batches that nobody took are opened as free ones, so that `next` keeps its meaning.
            for (long batch = next; batch < theirs; batch++) {
                JournalRows.run(connection, "INSERT INTO lease VALUES (?, '', 0, 0, 0)", batch);
            }
            JournalRows.set(connection, "next", Long.toString(Math.max(next, theirs)));
            long positions = Math.min(JournalRows.number(state, "size"), theirs * size);
            JournalRows.want(connection, positions);
            long added = 0;
            for (long batch : free(connection)) {
                long length = Math.min((batch + 1) * size, JournalRows.number(state, "size")) - batch * size;
                var units = from.read(other -> units(other, batch * size, batch * size + length));
                if (units.size() == length) {
                    JournalRows.run(connection, "DELETE FROM lease WHERE batch = ?", batch);
                    JournalRows.insert(connection, units);
                    added++;
                }
            }
            return added;
        });
    }

    private static List<Long> free(Connection connection) throws SQLException {
        var batches = new ArrayList<Long>();
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("SELECT batch FROM lease ORDER BY batch")) {
            while (found.next()) {
                batches.add(found.getLong(1));
            }
        }
        return batches;
    }

    private static List<Unit> units(Connection connection, long first, long end) throws SQLException {
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
}

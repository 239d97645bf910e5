package dev.sommelier.io.journal;

import dev.sommelier.core.SommelierException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The statements of a journal. A batch below `next` without a lease has its outcome.
final class JournalRows {
    private final Worker worker;
    private final Clock clock;
    private long taken;

    JournalRows(Worker worker, Clock clock) {
        this.worker = worker;
        this.clock = clock;
    }

    static void begin(Connection connection, Path path, String plan, long size, int batch) throws SQLException {
        var wanted = Map.of("plan", plan, "size", Long.toString(size), "batch", Integer.toString(batch));
        var known = state(connection);
        if (known.isEmpty()) {
            for (var entry : wanted.entrySet()) {
                set(connection, entry.getKey(), entry.getValue());
            }
            set(connection, "wanted", "0");
            set(connection, "next", "0");
            return;
        }
        if (!wanted.entrySet().stream().allMatch(entry -> entry.getValue().equals(known.get(entry.getKey())))) {
            throw new SommelierException("the journal " + path + " belongs to another plan than the one beside it;"
                    + " restore the plan, or give another folder");
        }
    }

    static Map<String, String> state(Connection connection) throws SQLException {
        var state = new HashMap<String, String>();
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("SELECT key, value FROM state")) {
            while (found.next()) {
                state.put(found.getString(1), found.getString(2));
            }
        }
        return state;
    }

    /// What two journals of one job have in common.
    static Map<String, String> plan(Connection connection) throws SQLException {
        var state = state(connection);
        state.keySet().retainAll(List.of("plan", "size", "batch"));
        return state;
    }

    static long number(Map<String, String> state, String key) throws SQLException {
        var value = state.get(key);
        if (value == null) {
            throw new SQLException("the journal has no " + key);
        }
        return Long.parseLong(value);
    }

    static void set(Connection connection, String key, String value) throws SQLException {
        run(connection, "INSERT OR REPLACE INTO state VALUES (?, ?)", key, value);
    }

    static int run(Connection connection, String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }

    static long want(Connection connection, long positions) throws SQLException {
        var state = state(connection);
        long batch = number(state, "batch");
        long whole = Math.ceilDiv(positions, batch) * batch;
        long wanted = Math.max(number(state, "wanted"), Math.min(number(state, "size"), whole));
        set(connection, "wanted", Long.toString(wanted));
        return wanted;
    }

    Optional<Lease> take(Connection connection) throws SQLException {
        var state = state(connection);
        long size = number(state, "batch");
        long batch = left(connection);
        if (batch < 0) {
            batch = number(state, "next");
            if (batch * size >= number(state, "wanted")) {
                return Optional.empty();
            }
            set(connection, "next", Long.toString(batch + 1));
        }
        var token = worker.id() + "-" + taken++;
        run(
                connection,
                "INSERT OR REPLACE INTO lease VALUES (?, ?, ?, ?, ?)",
                batch,
                token,
                worker.pid(),
                worker.started(),
                clock.millis());
        return Optional.of(new Lease(batch, batch * size, Math.min((batch + 1) * size, number(state, "size")), token));
    }

    /// The first batch whose worker is gone, or -1.
    private long left(Connection connection) throws SQLException {
        long oldest = clock.millis() - Journal.EXPIRY.toMillis();
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("SELECT batch, pid, started, beat FROM lease ORDER BY batch")) {
            while (found.next()) {
                long pid = found.getLong(2);
                boolean ours = pid == worker.pid() && found.getLong(3) == worker.started();
                if (found.getLong(4) < oldest || (!ours && !Worker.alive(pid, found.getLong(3)))) {
                    return found.getLong(1);
                }
            }
        }
        return -1;
    }

    void beat(Connection connection) throws SQLException {
        run(
                connection,
                "UPDATE lease SET beat = ? WHERE token LIKE ? AND beat > 0",
                clock.millis(),
                worker.id() + "-%");
    }

    static boolean commit(Connection connection, Lease lease, List<Unit> units) throws SQLException {
        int held = run(connection, "DELETE FROM lease WHERE batch = ? AND token = ?", lease.batch(), lease.token());
        if (held == 0) {
            return false;
        }
        UnitRows.insert(connection, units);
        return true;
    }

    static void release(Connection connection, Lease lease) throws SQLException {
        run(connection, "UPDATE lease SET beat = 0 WHERE batch = ? AND token = ?", lease.batch(), lease.token());
    }

    static int retryFailed(Connection connection, Set<String> except) throws SQLException {
        var values = new ArrayList<Object>(List.of(number(state(connection), "batch")));
        values.addAll(except);
        return run(
                connection,
                "INSERT OR IGNORE INTO lease SELECT DISTINCT position / ?, '', 0, 0, 0 FROM unit WHERE cause <> ''"
                        + " AND cause NOT IN (" + String.join(", ", Collections.nCopies(except.size(), "?")) + ")",
                values.toArray());
    }

    /// The numbers of all leased batches, ascending.
    static List<Long> leased(Connection connection) throws SQLException {
        var batches = new ArrayList<Long>();
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("SELECT batch FROM lease ORDER BY batch")) {
            while (found.next()) {
                batches.add(found.getLong(1));
            }
        }
        return batches;
    }

    static boolean finished(Connection connection) throws SQLException {
        var state = state(connection);
        return number(state, "next") * number(state, "batch") >= number(state, "wanted") && leases(connection) == 0;
    }

    static long leases(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("SELECT count(*) FROM lease")) {
            return found.getLong(1);
        }
    }
}

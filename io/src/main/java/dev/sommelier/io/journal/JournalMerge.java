package dev.sommelier.io.journal;

import dev.sommelier.io.sqlite.SqliteFile;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/// Brings the batches of one journal into another of the same plan. No result is ever lost or changed by it: a batch
/// without an outcome here is taken whole, and of one with an outcome only units that failed here and not there.
final class JournalMerge {
    private static final int LISTED = 10;

    private final BiPredicate<Unit, Unit> sameResult;
    private final List<Merged.Conflict> conflicts = new ArrayList<>();
    private long added;
    private long repaired;
    private long same;
    private long failedThere;
    private long conflicting;

    private JournalMerge(BiPredicate<Unit, Unit> sameResult) {
        this.sameResult = sameResult;
    }

    /// All in one transaction.
    static Merged merge(SqliteFile from, SqliteFile to, BiPredicate<Unit, Unit> sameResult) {
        long theirs = from.read(connection -> JournalRows.number(JournalRows.state(connection), "next"));
        return to.writeAndGet(connection -> {
            var merge = new JournalMerge(sameResult);
            long size = opened(connection, theirs);
            long batch = JournalRows.number(JournalRows.state(connection), "batch");
            for (long number = 0; number < theirs; number++) {
                long first = number * batch;
                long end = Math.min(first + batch, size);
                var brought = from.read(other -> UnitRows.units(other, first, end));
                if (brought.size() == end - first) {
                    merge.batch(connection, number, brought, UnitRows.units(connection, first, end));
                }
            }
            return new Merged(
                    merge.added, merge.repaired, merge.same, merge.failedThere, merge.conflicting, merge.conflicts);
        });
    }

    /// Batches that nobody took are opened as free ones, so that `next` keeps its meaning.
    ///
    /// @return how many positions the plan has
    private static long opened(Connection connection, long theirs) throws SQLException {
        var state = JournalRows.state(connection);
        long next = JournalRows.number(state, "next");
        long size = JournalRows.number(state, "size");
        for (long number = next; number < theirs; number++) {
            JournalRows.run(connection, "INSERT INTO lease VALUES (?, '', 0, 0, 0)", number);
        }
        JournalRows.set(connection, "next", Long.toString(Math.max(next, theirs)));
        JournalRows.want(connection, Math.min(size, theirs * JournalRows.number(state, "batch")));
        return size;
    }

    private void batch(Connection connection, long number, List<Unit> theirs, List<Unit> ours) throws SQLException {
        if (ours.isEmpty()) {
            UnitRows.insert(connection, theirs);
            added += theirs.size();
            close(connection, number);
            return;
        }
        var better = new ArrayList<Unit>();
        boolean failuresStay = false;
        for (int i = 0; i < ours.size(); i++) {
            var here = ours.get(i);
            var there = theirs.get(i);
            if (here.failed() && !there.failed()) {
                better.add(there);
            } else {
                failuresStay |= here.failed();
                count(here, there);
            }
        }
        repaired += better.size();
        UnitRows.insert(connection, better);
        if (!better.isEmpty() && !failuresStay) {
            close(connection, number);
        }
    }

    /// Nobody need work on the batch any more; what somebody who does brings later is dropped.
    private static void close(Connection connection, long number) throws SQLException {
        JournalRows.run(connection, "DELETE FROM lease WHERE batch = ?", number);
    }

    private void count(Unit here, Unit there) {
        if (here.failed()) {
            same++;
        } else if (there.failed()) {
            failedThere++;
        } else if (here.content().equals(there.content()) || sameResult.test(here, there)) {
            same++;
        } else {
            conflicting++;
            if (conflicts.size() < LISTED) {
                conflicts.add(new Merged.Conflict(here, there));
            }
        }
    }
}

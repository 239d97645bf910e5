package dev.sommelier.io.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.LongStream;

/// The batches that are still to be worked on, in the order of the plan: without an outcome, or marked to be worked on
/// again.
public final class OpenBatches {
    private final long[] numbers;
    private final int begun;
    private final long batch;
    private final long size;

    private OpenBatches(long[] numbers, int begun, long batch, long size) {
        this.numbers = numbers;
        this.begun = begun;
        this.batch = batch;
        this.size = size;
    }

    static OpenBatches of(Connection connection, long positions) throws SQLException {
        var state = JournalRows.state(connection);
        long batch = JournalRows.number(state, "batch");
        long size = JournalRows.number(state, "size");
        long next = JournalRows.number(state, "next");
        long end = Math.ceilDiv(Math.min(positions, size), batch);
        var leased = JournalRows.leased(connection).stream()
                .mapToLong(Long::longValue)
                .filter(number -> number < end)
                .toArray();
        var rest = LongStream.range(next, Math.max(next, end));
        return new OpenBatches(LongStream.concat(LongStream.of(leased), rest).toArray(), leased.length, batch, size);
    }

    /// How many batches.
    public int count() {
        return numbers.length;
    }

    /// How many of them somebody has taken before; these come first, the others follow each other without a gap.
    public int begun() {
        return begun;
    }

    /// How many positions they have together.
    public long positions() {
        long last = Math.ceilDiv(size, batch) - 1;
        boolean cut = numbers.length > 0 && numbers[numbers.length - 1] == last;
        return numbers.length * batch - (cut ? (last + 1) * batch - size : 0);
    }

    /// The first position of one of the batches.
    ///
    /// @param index from 0 to below [#count()]
    public long first(int index) {
        return numbers[index] * batch;
    }

    /// The position after the last of one of the batches.
    ///
    /// @param index from 0 to below [#count()]
    public long end(int index) {
        return Math.min((numbers[index] + 1) * batch, size);
    }
}

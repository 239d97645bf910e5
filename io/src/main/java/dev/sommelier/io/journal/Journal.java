package dev.sommelier.io.journal;

import dev.sommelier.core.SommelierException;
import dev.sommelier.io.sqlite.SqliteFile;
import dev.sommelier.io.sqlite.SqliteFile.Durability;
import dev.sommelier.io.sqlite.SqliteSchema;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Consumer;

/// The journal of a job over positions 0, 1, 2, ... of a plan.
///
/// Positions are cut into batches of a fixed size. A worker takes a batch ([#take()]), works on it and commits the
/// outcome of all its units at once ([#commit(Lease, List)]); what a killed worker had taken is taken again whole. So
/// each unit counts once, and the outcome does not depend on when a job was interrupted.
///
/// A commit survives the end of the process. A power failure may undo the last moments of commits, in order, so that
/// their batches are pending again; the journal stays whole.
///
/// Safe for use by several threads and processes of one host.
///
/// ```java
/// for (var lease = journal.take(); lease.isPresent(); lease = journal.take()) {
///     journal.commit(lease.get(), work(lease.get().first(), lease.get().end()));
/// }
/// ```
public final class Journal implements AutoCloseable {
    /// A lease without a sign of life for so long is free, also when its process still exists.
    public static final Duration EXPIRY = Duration.ofSeconds(60);

    private static final SqliteSchema SCHEMA = new SqliteSchema(
            "journal",
            "SJob",
            1,
            List.of(
                    "CREATE TABLE state(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
                    "CREATE TABLE lease(batch INTEGER PRIMARY KEY, token TEXT NOT NULL, pid INTEGER NOT NULL,"
                            + " started INTEGER NOT NULL, beat INTEGER NOT NULL)",
                    "CREATE TABLE unit(position INTEGER PRIMARY KEY, cause TEXT NOT NULL, content TEXT NOT NULL)",
                    "CREATE INDEX failed ON unit(cause) WHERE cause <> ''"));

    private final SqliteFile file;
    private final JournalRows rows;

    private Journal(SqliteFile file, Clock clock) {
        this.file = file;
        this.rows = new JournalRows(Worker.here(), clock);
    }

    /// Opens a journal, and makes it where there is none.
    ///
    /// @param plan the hash of the plan whose positions it counts
    /// @param size the number of positions
    /// @param batch how many positions a batch has
    /// @throws SommelierException if the file cannot be used, or is the journal of another plan
    public static Journal open(Path path, String plan, long size, int batch) {
        return open(path, plan, size, batch, Clock.systemUTC());
    }

    static Journal open(Path path, String plan, long size, int batch, Clock clock) {
        var file = SqliteFile.open(path, SCHEMA, Durability.PROCESS);
        try {
            file.write(connection -> JournalRows.begin(connection, path, plan, size, batch));
            return new Journal(file, clock);
        } catch (SommelierException e) {
            file.close();
            throw e;
        }
    }

    /// Opens an existing journal to look at it, also in a folder that cannot be written.
    public static Journal openToRead(Path path) {
        return new Journal(SqliteFile.openToRead(path, SCHEMA), Clock.systemUTC());
    }

    /// Sets how many positions are wanted, from the first; rounded up to whole batches, so that a later, larger wish
    /// cuts the same batches. A smaller wish than an earlier one changes nothing.
    ///
    /// @return how many are wanted now
    public long want(long positions) {
        return file.writeAndGet(connection -> JournalRows.want(connection, positions));
    }

    /// Takes the next batch: one that a dead worker left, else the next of the plan. Empty when nothing is free; others
    /// may still be working ([#counts()]).
    public Optional<Lease> take() {
        return file.writeAndGet(rows::take);
    }

    /// Tells that the work on this journal's batches goes on.
    public void beat() {
        file.write(rows::beat);
    }

    /// Keeps the outcome of a whole batch; a failure does not replace a result that is there.
    ///
    /// @param units one for each position of the lease, in order
    /// @return false if the lease had expired and another worker took the batch; then nothing is kept
    public boolean commit(Lease lease, List<Unit> units) {
        if (units.size() != lease.end() - lease.first()) {
            throw new IllegalArgumentException(
                    "batch " + lease.batch() + " has " + (lease.end() - lease.first()) + " units, got " + units.size());
        }
        for (int i = 0; i < units.size(); i++) {
            if (units.get(i).position() != lease.first() + i) {
                throw new IllegalArgumentException("expected position " + (lease.first() + i) + ", got "
                        + units.get(i).position());
            }
        }
        return file.writeAndGet(connection -> JournalRows.commit(connection, lease, units));
    }

    /// Gives a batch back without an outcome; the next worker takes it.
    public void release(Lease lease) {
        file.write(connection -> JournalRows.release(connection, lease));
    }

    /// Marks every batch with a failed unit to be worked on again; earlier outcomes stay until new ones replace them.
    ///
    /// @return how many batches were not marked before
    public int retryFailed() {
        return retryFailed(Set.of());
    }

    /// The same, without batches that failed for these causes only.
    ///
    /// @param except causes that another attempt cannot mend
    public int retryFailed(Set<String> except) {
        return file.writeAndGet(connection -> JournalRows.retryFailed(connection, except));
    }

    /// The outcomes so far of the positions from `first` to before `end`, in order.
    public List<Unit> units(long first, long end) {
        return file.read(connection -> UnitRows.units(connection, first, end));
    }

    /// The batches among the first `positions` positions that are still to be worked on, by whomever.
    public OpenBatches open(long positions) {
        return file.read(connection -> OpenBatches.of(connection, positions));
    }

    /// How far the job is; fast also for millions of units.
    public Counts counts() {
        return file.read(UnitRows::counts);
    }

    /// How many outcomes have a content with this part; reads the whole file.
    public long containing(String part) {
        return file.read(connection -> UnitRows.containing(connection, part));
    }

    /// Whether every wanted batch has its outcome.
    public boolean finished() {
        return file.read(JournalRows::finished);
    }

    /// Every outcome so far, in the order of positions.
    public void forEach(Consumer<Unit> consumer) {
        file.read(connection -> {
            each(connection, consumer);
            return true;
        });
    }

    private static void each(Connection connection, Consumer<Unit> consumer) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("SELECT position, cause, content FROM unit ORDER BY position")) {
            while (found.next()) {
                consumer.accept(new Unit(found.getLong(1), found.getString(2), found.getString(3)));
            }
        }
    }

    /// Adds the outcomes of another journal of the same plan where this one has none, or a failure where the other has
    /// a
    /// result. A result of this one is never changed.
    ///
    /// @param sameResult whether two results of one unit say the same; asked where their contents differ
    /// @throws SommelierException if there is no such journal, or it is of another plan
    public Merged merge(Path other, BiPredicate<Unit, Unit> sameResult) {
        try (var source = openToRead(other)) {
            var theirs = source.file.read(JournalRows::plan);
            var ours = file.read(JournalRows::plan);
            if (!theirs.equals(ours)) {
                throw new SommelierException(other + " is the journal of another plan; merge only parts of one job"
                        + " (the same topics, documents, pairs and settings)");
            }
            return JournalMerge.merge(source.file, file, sameResult);
        }
    }

    /// Closes the file; leases stay until they are committed, released or expire.
    @Override
    public void close() {
        file.close();
    }
}

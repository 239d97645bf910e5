package dev.sommelier.io.sqlite;

import dev.sommelier.core.SommelierException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;

/// An open SQLite file in WAL mode: readers and one writer of several processes side by side, and a process that is
/// killed leaves every committed row.
///
/// Safe for use by several threads; work runs one after another on one connection. Every failure of SQLite becomes a
/// [SommelierException] with the next step.
///
/// ```java
/// try (var file = SqliteFile.open(path, SCHEMA, Durability.POWER)) {
///     file.write(connection -> insert(connection, row));
///     long rows = file.read(connection -> count(connection));
/// }
/// ```
public final class SqliteFile implements AutoCloseable {
    /// What a committed row survives.
    public enum Durability {
        /// The end of the process, however it ends. Rows of the last moments may be missing after a power failure; the
        /// file is whole even then. Commits cost microseconds.
        PROCESS,
        /// Power failures too: every commit waits for the disk.
        POWER
    }

    /// Work on the connection.
    @FunctionalInterface
    public interface Work<T> {
        /// @param connection not to be closed, committed or kept
        T on(Connection connection) throws SQLException;
    }

    /// Work without a result.
    @FunctionalInterface
    public interface Action {
        /// @param connection not to be closed, committed or kept
        void on(Connection connection) throws SQLException;
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Path path;
    private final SqliteFailures failures;
    private final Connection connection;

    private SqliteFile(Path path, SqliteFailures failures, Connection connection) {
        this.path = path;
        this.failures = failures;
        this.connection = connection;
    }

    /// Opens a file, and makes it with its folders where there is none.
    ///
    /// @throws SommelierException if it cannot be read or written, is damaged, or is a file of another kind or version
    public static SqliteFile open(Path path, SqliteSchema schema, Durability durability) {
        var failures = new SqliteFailures(path, schema);
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw failures.folder(e);
        }
        return opened(path, failures, () -> SqliteOpening.writable(path, schema, durability));
    }

    /// Opens an existing file to read it only, also from a folder that cannot be written.
    ///
    /// @throws SommelierException if there is none, if it cannot be read, is damaged, or is of another kind or version
    public static SqliteFile openToRead(Path path, SqliteSchema schema) {
        var failures = new SqliteFailures(path, schema);
        if (!Files.isRegularFile(path)) {
            throw new SommelierException("there is no " + schema.what() + " at " + path + "; check the path");
        }
        return opened(path, failures, () -> SqliteOpening.readOnly(path, schema));
    }

    private interface Opening {
        Connection connection() throws SQLException;
    }

    private static SqliteFile opened(Path path, SqliteFailures failures, Opening opening) {
        try {
            return new SqliteFile(path, failures, opening.connection());
        } catch (SQLException e) {
            throw failures.explain(e);
        }
    }

    /// Where the file lies.
    public Path path() {
        return path;
    }

    /// Reads. Several statements may see different states when another process writes in between.
    public <T> T read(Work<T> work) {
        lock.lock();
        try {
            return work.on(connection);
        } catch (SQLException e) {
            throw failures.explain(e);
        } finally {
            lock.unlock();
        }
    }

    /// One transaction: all of the work is kept, or none of it when it throws. Waits up to
    /// {@value SqliteOpening#BUSY_MILLISECONDS} ms for other processes to end theirs.
    public <T> T writeAndGet(Work<T> work) {
        lock.lock();
        try {
            execute("BEGIN IMMEDIATE");
            boolean done = false;
            try {
                var result = work.on(connection);
                execute("COMMIT");
                done = true;
                return result;
            } finally {
                if (!done) {
                    rollBack();
                }
            }
        } catch (SQLException e) {
            throw failures.explain(e);
        } finally {
            lock.unlock();
        }
    }

    /// [#writeAndGet] without a result.
    public void write(Action action) {
        this.<Boolean>writeAndGet(connection -> {
            action.on(connection);
            return true;
        });
    }

    /// Gives the space of deleted rows back to the disk; rewrites the whole file.
    public void shrink() {
        read(open -> {
            execute("VACUUM");
            return true;
        });
    }

    /// SQLite has ended the transaction itself after some failures; only the first failure is of interest.
    private void rollBack() throws SQLException {
        if (!SqliteOpening.inTransaction(connection)) {
            return;
        }
        execute("ROLLBACK");
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// Closes the file; does nothing the second time. The last process to close it leaves a single file behind.
    @Override
    public void close() {
        lock.lock();
        try {
            connection.close();
        } catch (SQLException e) {
            throw failures.explain(e);
        } finally {
            lock.unlock();
        }
    }
}

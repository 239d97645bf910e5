package dev.sommelier.io.sqlite;

import dev.sommelier.io.sqlite.SqliteFile.Durability;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.sqlite.SQLiteOpenMode;

/// Opens connections and checks that they lead to a file of the right kind.
final class SqliteOpening {
    static final int BUSY_MILLISECONDS = 10_000;
    private static final long RETRY_NANOS = Duration.ofMillis(20).toNanos();

    private SqliteOpening() {}

    static Connection writable(Path path, SqliteSchema schema, Durability durability) throws SQLException {
        var config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLISECONDS);
        config.setSynchronous(durability == Durability.POWER ? SynchronousMode.FULL : SynchronousMode.NORMAL);
        var connection = config.createConnection("jdbc:sqlite:" + path.toAbsolutePath());
        return checked(connection, () -> {
            // A foreign file is refused before anything in it is changed.
            if (!isNew(connection)) {
                check(connection, schema);
            }
            useLog(connection);
            make(connection, schema);
        });
    }

    static Connection readOnly(Path path, SqliteSchema schema) throws SQLException {
        var config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLISECONDS);
        var absolute = path.toAbsolutePath();
        // SQLite keeps a lock file beside a file in WAL mode. Where none can be made, nobody else can write either.
        boolean still = !Files.isWritable(absolute.getParent()) || !Files.isWritable(absolute);
        if (!still) {
            config.resetOpenMode(SQLiteOpenMode.CREATE);
            var connection = config.createConnection("jdbc:sqlite:" + absolute);
            return checked(connection, () -> {
                check(connection, schema);
                execute(connection, "PRAGMA query_only=1");
            });
        }
        config.setReadOnly(true);
        boolean logged = Files.exists(absolute.resolveSibling(absolute.getFileName() + "-wal"));
        var connection =
                config.createConnection("jdbc:sqlite:" + (logged ? absolute : absolute.toUri() + "?immutable=1"));
        return checked(connection, () -> check(connection, schema));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private interface Step {
        void run() throws SQLException;
    }

    private static Connection checked(Connection connection, Step step) throws SQLException {
        boolean good = false;
        try {
            step.run();
            good = true;
            return connection;
        } finally {
            if (!good) {
                connection.close();
            }
        }
    }

    static boolean inTransaction(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("BEGIN");
            statement.execute("ROLLBACK");
            return false;
        } catch (SQLiteException e) {
            if (e.getResultCode() == SQLiteErrorCode.SQLITE_ERROR) {
                return true;
            }
            throw e;
        }
    }

    private static boolean isNew(Connection connection) throws SQLException {
        return number(connection, "PRAGMA application_id") == 0
                && number(connection, "PRAGMA user_version") == 0
                && number(connection, "SELECT count(*) FROM sqlite_schema") == 0;
    }

    private static void check(Connection connection, SqliteSchema schema) throws SQLException {
        int id = number(connection, "PRAGMA application_id");
        int version = number(connection, "PRAGMA user_version");
        if (id != schema.applicationId()) {
            throw new OtherFile("it is a SQLite file of another program or purpose");
        }
        if (version != schema.version()) {
            throw new OtherFile("it has version " + version + ", this program reads version " + schema.version());
        }
    }

    /// The file is none of ours.
    static final class OtherFile extends SQLException {
        private static final long serialVersionUID = 1L;

        OtherFile(String reason) {
            super(reason);
        }
    }

    /// The switch to WAL needs the file alone and does not wait by itself when two processes make the same file.
    private static void useLog(Connection connection) throws SQLException {
        long end = System.nanoTime() + Duration.ofMillis(BUSY_MILLISECONDS).toNanos();
        while (true) {
            try (var statement = connection.createStatement()) {
                statement.execute("PRAGMA journal_mode=WAL");
                return;
            } catch (SQLiteException e) {
                if (e.getResultCode() != SQLiteErrorCode.SQLITE_BUSY || System.nanoTime() > end) {
                    throw e;
                }
                LockSupport.parkNanos(RETRY_NANOS);
            }
        }
    }

    private static void make(Connection connection, SqliteSchema schema) throws SQLException {
        if (!isNew(connection)) {
            return;
        }
        try (var statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            if (isNew(connection)) {
                for (var table : schema.tables()) {
                    statement.execute(table);
                }
                statement.execute("PRAGMA application_id=" + schema.applicationId());
                statement.execute("PRAGMA user_version=" + schema.version());
            } else {
                // Another process was faster; its version may be another.
                check(connection, schema);
            }
            statement.execute("COMMIT");
        }
    }

    private static int number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.getInt(1);
        }
    }
}

package dev.sommelier.io.sqlite;

import dev.sommelier.core.SommelierException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// Turns SQLite's errors into sentences with a next step.
final class SqliteFailures {
    private static final String READ_ONLY = "the file, its folder or its disk is read-only for you";
    private static final int PRIMARY_CODE = 0xFF;

    private final Path path;
    private final SqliteSchema schema;

    SqliteFailures(Path path, SqliteSchema schema) {
        this.path = path;
        this.schema = schema;
    }

    SommelierException folder(IOException cause) {
        return failure("cannot be made: its folder cannot be made; check the path and its permissions", cause);
    }

    SommelierException explain(SQLException cause) {
        if (cause instanceof SqliteOpening.OtherFile) {
            return failure(
                    "cannot be used: " + cause.getMessage() + "; give another path, or move that file away", cause);
        }
        if (!(cause instanceof SQLiteException sqlite)) {
            return failure("cannot be used: " + cause.getMessage() + "; check the file", cause);
        }
        return switch (primary(sqlite.getResultCode())) {
            case SQLITE_FULL ->
                failure("cannot be written: no space left on its disk; free some and run the same again", cause);
            case SQLITE_READONLY, SQLITE_PERM ->
                failure("cannot be written: " + READ_ONLY + "; check them, or give another path", cause);
            case SQLITE_CANTOPEN ->
                failure(
                        Files.isWritable(path.toAbsolutePath().getParent())
                                ? "cannot be opened; check the path and the permissions of the file"
                                : "cannot be written: " + READ_ONLY + "; check them, or work on a copy of the folder",
                        cause);
            case SQLITE_CORRUPT -> failure("is damaged; move it away and run the same again to start a new one", cause);
            case SQLITE_NOTADB ->
                failure(
                        "cannot be used: it is no SQLite file, or it is damaged; give another path, or move it away",
                        cause);
            case SQLITE_BUSY, SQLITE_LOCKED ->
                failure(
                        "is held by another process for more than " + SqliteOpening.BUSY_MILLISECONDS / 1000
                                + " s; end that process or wait for it, and run the same again",
                        cause);
            case SQLITE_IOERR ->
                failure("cannot be read or written: the disk failed or is full; check it, then run the same", cause);
            case SQLITE_TOOBIG -> failure("does not take a row that large; send shorter texts", cause);
            default -> failure("failed: " + cause.getMessage() + "; check the file", cause);
        };
    }

    private SommelierException failure(String rest, Exception cause) {
        return new SommelierException("the " + schema.what() + " " + path + " " + rest, cause);
    }

    /// SQLite refines its codes in the upper bytes.
    private static SQLiteErrorCode primary(SQLiteErrorCode code) {
        return SQLiteErrorCode.getErrorCode(code.code & PRIMARY_CODE);
    }
}

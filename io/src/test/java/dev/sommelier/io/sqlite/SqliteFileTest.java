package dev.sommelier.io.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sommelier.core.SommelierException;
import dev.sommelier.io.sqlite.SqliteFile.Durability;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteFileTest {
    private static final SqliteSchema SCHEMA =
            new SqliteSchema("test file", "STst", 2, List.of("CREATE TABLE rows(n INTEGER PRIMARY KEY, text TEXT)"));

    @TempDir
    Path folder;

    private SqliteFile open(Path file) {
        return SqliteFile.open(file, SCHEMA, Durability.PROCESS);
    }

    private static void insert(Connection connection, int n) throws SQLException {
        try (var statement = connection.prepareStatement("INSERT INTO rows VALUES (?, 'x')")) {
            statement.setInt(1, n);
            statement.executeUpdate();
        }
    }

    private static int count(SqliteFile file) {
        return file.read(connection -> {
            try (var rows = connection.createStatement().executeQuery("SELECT count(*) FROM rows")) {
                return rows.getInt(1);
            }
        });
    }

    @Test
    void keepsRowsAndLeavesASingleFile() throws IOException {
        var path = folder.resolve("new/rows.db");
        try (var file = open(path)) {
            file.write(connection -> insert(connection, 1));
        }
        try (var file = SqliteFile.openToRead(path, SCHEMA)) {
            assertThat(count(file)).isEqualTo(1);
        }
        try (var files = Files.list(path.getParent())) {
            assertThat(files).containsExactly(path);
        }
    }

    @Test
    void transactionThatThrowsLeavesNothing() {
        try (var file = open(folder.resolve("rows.db"))) {
            assertThatThrownBy(() -> file.write(connection -> {
                        insert(connection, 1);
                        throw new IllegalStateException("no");
                    }))
                    .hasMessage("no");
            assertThatThrownBy(() -> file.write(connection -> {
                        insert(connection, 2);
                        insert(connection, 2);
                    }))
                    .isInstanceOf(SommelierException.class);
            assertThat(count(file)).isZero();
            file.write(connection -> insert(connection, 3));
            assertThat(count(file)).isEqualTo(1);
        }
    }

    @Test
    void severalConnectionsMakeAndFillOneFile() throws Exception {
        var path = folder.resolve("rows.db");
        try (var threads = Executors.newFixedThreadPool(4)) {
            var all = threads.invokeAll(IntStream.range(0, 4)
                    .<Callable<Boolean>>mapToObj(worker -> () -> {
                        try (var file = open(path)) {
                            for (int i = 0; i < 20; i++) {
                                int n = worker * 100 + i;
                                file.write(connection -> insert(connection, n));
                            }
                        }
                        return true;
                    })
                    .toList());
            for (Future<Boolean> one : all) {
                one.get();
            }
        }
        try (var file = open(path)) {
            assertThat(count(file)).isEqualTo(80);
        }
    }

    @Test
    void refusesAFileOfAnotherVersion() {
        var path = folder.resolve("rows.db");
        open(path).close();
        var newer = new SqliteSchema("test file", "STst", 3, List.of());

        assertThatThrownBy(() -> SqliteFile.open(path, newer, Durability.POWER))
                .isInstanceOf(SommelierException.class)
                .hasMessage("the test file " + path
                        + " cannot be used: it has version 2, this program reads version 3; give another path, or move"
                        + " that file away");
    }

    @Test
    void refusesAForeignDatabaseAndLeavesItAlone() throws Exception {
        var path = folder.resolve("foreign.db");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + path)) {
            connection.createStatement().execute("CREATE TABLE mine(x)");
        }
        var before = Files.readAllBytes(path);

        assertThatThrownBy(() -> open(path)).hasMessageContaining("of another program or purpose");
        assertThat(Files.readAllBytes(path)).isEqualTo(before);
    }

    @Test
    void saysWhatIsWrongWithATextFileADamagedFileAndAFolder() throws IOException {
        var text =
                Files.writeString(folder.resolve("text.db"), "not a database, but long enough to look at. ".repeat(50));
        assertThatThrownBy(() -> open(text)).hasMessageContaining("it is no SQLite file, or it is damaged");
        assertThatThrownBy(() -> SqliteFile.openToRead(text, SCHEMA)).hasMessageContaining("it is no SQLite file");

        var damaged = folder.resolve("damaged.db");
        try (var file = open(damaged)) {
            for (int i = 0; i < 2000; i++) {
                int n = i;
                file.write(connection -> insert(connection, n));
            }
        }
        var bytes = Files.readAllBytes(damaged);
        Arrays.fill(bytes, 4096, bytes.length, (byte) 7);
        Files.write(damaged, bytes);
        try (var file = open(damaged)) {
            assertThatThrownBy(() -> count(file)).hasMessageContaining("is damaged");
        }

        var directory = Files.createDirectory(folder.resolve("folder.db"));
        assertThatThrownBy(() -> open(directory)).hasMessageContaining("cannot be opened");
        assertThatThrownBy(() -> open(text.resolve("below.db"))).hasMessageContaining("its folder cannot be made");
        assertThatThrownBy(() -> SqliteFile.openToRead(folder.resolve("none.db"), SCHEMA))
                .hasMessageContaining("there is no test file at");
    }

    @Test
    void saysThatTheDiskIsFull() {
        try (var file = open(folder.resolve("rows.db"))) {
            file.read(connection -> connection.createStatement().execute("PRAGMA max_page_count=3"));
            assertThatThrownBy(() -> file.write(connection -> {
                        for (int i = 0; i < 5000; i++) {
                            insert(connection, i);
                        }
                    }))
                    .hasMessageContaining("no space left on its disk");
            assertThat(count(file)).isZero();
        }
    }

    @Test
    void readsFromAFolderThatCannotBeWritten() throws IOException {
        var path = folder.resolve("closed/rows.db");
        try (var file = open(path)) {
            file.write(connection -> insert(connection, 1));
        }
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("r--r--r--"));
        Files.setPosixFilePermissions(path.getParent(), PosixFilePermissions.fromString("r-xr-xr-x"));
        try (var file = SqliteFile.openToRead(path, SCHEMA)) {
            assertThat(count(file)).isEqualTo(1);
            assertThatThrownBy(() -> file.write(connection -> insert(connection, 2)))
                    .hasMessageContaining("cannot be written");
        } finally {
            Files.setPosixFilePermissions(path.getParent(), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}

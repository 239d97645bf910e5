package dev.sommelier.llm.cache;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sommelier.core.SommelierException;
import dev.sommelier.io.Hashes;
import dev.sommelier.io.sqlite.SqliteFile;
import dev.sommelier.io.sqlite.SqliteFile.Durability;
import dev.sommelier.io.sqlite.SqliteSchema;
import dev.sommelier.llm.call.Call;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Calls and their answers in one SQLite file, shared by threads and processes.
///
/// A file is bounded: when its answers take more bytes than allowed, those that were not used for the longest time go.
/// The time of a use is kept to the minute and written with the next answers, so that a hit only reads.
public final class ResponseStore implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long MINUTE = 60_000;
    /// What a row takes beside its texts: key in the index, numbers, page overhead.
    private static final int ROW_BYTES = 120;
    private static final int TOUCHES = 1000;
    private static final int KEEPS_BETWEEN_CHECKS = 500;
    private static final double AFTER_PRUNING = 0.9;

    private static final List<String> TABLES = List.of(
            "CREATE TABLE sources(id INTEGER PRIMARY KEY, identity TEXT NOT NULL UNIQUE, json TEXT NOT NULL)",
            """
            CREATE TABLE answers(id INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, source INTEGER NOT NULL,
                kind TEXT NOT NULL, call TEXT NOT NULL, answer TEXT NOT NULL, made INTEGER NOT NULL,
                used INTEGER NOT NULL, bytes INTEGER NOT NULL)""",
            "CREATE INDEX answers_used ON answers(used, bytes)");

    private final SqliteFile file;
    private final long limit;
    private final Clock clock;
    private final Map<Long, Long> touched = new LinkedHashMap<>();
    private long keepsSinceCheck;

    private ResponseStore(SqliteFile file, long limit, Clock clock) {
        this.file = file;
        this.limit = limit;
        this.clock = clock;
    }

    /// Opens a store, and makes one where there is none.
    ///
    /// @param what what the file is for people, such as `response cache`
    /// @param limit the most bytes that calls and answers may take
    /// @throws SommelierException if it cannot be used
    public static ResponseStore open(Path path, String what, long limit) {
        return open(path, what, limit, Clock.systemUTC());
    }

    static ResponseStore open(Path path, String what, long limit, Clock clock) {
        return new ResponseStore(SqliteFile.open(path, schema(what), Durability.PROCESS), limit, clock);
    }

    /// Opens an existing store to read it only.
    ///
    /// @throws SommelierException if there is none, or it cannot be used
    public static ResponseStore openToRead(Path path, String what) {
        return new ResponseStore(SqliteFile.openToRead(path, schema(what)), 0, Clock.systemUTC());
    }

    private static SqliteSchema schema(String what) {
        return new SqliteSchema(what, "SMrs", 1, TABLES);
    }

    /// Where the file lies.
    public Path path() {
        return file.path();
    }

    /// Tells the file about a model before its answers are kept.
    public void register(Source source) {
        file.write(connection -> {
            try (var insert =
                    connection.prepareStatement("INSERT OR IGNORE INTO sources(identity, json) VALUES (?, ?)")) {
                insert.setString(1, source.identity());
                insert.setString(2, source.json());
                insert.executeUpdate();
            }
        });
    }

    /// The models whose answers are here, in the order of their first answers.
    public List<Source> sources() {
        return file.read(connection -> {
            var sources = new ArrayList<Source>();
            try (var rows = connection.createStatement().executeQuery("SELECT json FROM sources ORDER BY id")) {
                while (rows.next()) {
                    sources.add(Source.read(rows.getString(1)));
                }
            } catch (JsonProcessingException e) {
                throw unreadable(e);
            }
            return sources;
        });
    }

    private SommelierException unreadable(Exception cause) {
        return new SommelierException(
                path() + " holds a row that is not readable; move the file away and run the same again", cause);
    }

    /// The key of a call put to a source.
    public byte[] key(Source source, Call<?> call) {
        var whole = new ByteArrayOutputStream();
        for (var part : List.of(source.identity(), call.kind().word(), call.text())) {
            var bytes = part.getBytes(StandardCharsets.UTF_8);
            // Lengths keep the parts apart.
            whole.writeBytes((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            whole.writeBytes(bytes);
        }
        return HexFormat.of().parseHex(Hashes.sha256(whole.toByteArray()));
    }

    /// The answer of an earlier call.
    public Optional<JsonNode> find(byte[] key) {
        var row = file.read(connection -> {
            try (var select = connection.prepareStatement("SELECT id, answer, used FROM answers WHERE key = ?")) {
                select.setBytes(1, key);
                try (var rows = select.executeQuery()) {
                    return rows.next()
                            ? Optional.of(new Row(rows.getLong(1), rows.getString(2), rows.getLong(3)))
                            : Optional.<Row>empty();
                }
            }
        });
        row.ifPresent(this::touch);
        return row.map(found -> {
            try {
                return JSON.readTree(found.answer());
            } catch (JsonProcessingException e) {
                throw unreadable(e);
            }
        });
    }

    private record Row(long id, String answer, long used) {}

    private long minute() {
        return Math.floorDiv(clock.millis(), MINUTE) * MINUTE;
    }

    private void touch(Row row) {
        if (limit == 0 || row.used() >= minute()) {
            return;
        }
        boolean many;
        synchronized (touched) {
            touched.put(row.id(), minute());
            many = touched.size() >= TOUCHES;
        }
        if (many) {
            file.write(this::writeTouches);
        }
    }

    private void writeTouches(Connection connection) throws SQLException {
        synchronized (touched) {
            try (var update = connection.prepareStatement("UPDATE answers SET used = ? WHERE id = ?")) {
                for (var touch : touched.entrySet()) {
                    update.setLong(1, touch.getValue());
                    update.setLong(2, touch.getKey());
                    update.addBatch();
                }
                update.executeBatch();
            }
            touched.clear();
        }
    }

    /// Keeps an answer; where another process was faster, its answer stays.
    public void keep(byte[] key, Source source, Call<?> call, JsonNode answer) {
        var text = answer.toString();
        long bytes = (long) key.length + call.text().length() + text.length() + ROW_BYTES;
        file.write(connection -> {
            writeTouches(connection);
            try (var insert = connection.prepareStatement("""
                    INSERT OR IGNORE INTO answers(key, source, kind, call, answer, made, used, bytes)
                    SELECT ?, id, ?, ?, ?, ?, ?, ? FROM sources WHERE identity = ?""")) {
                insert.setBytes(1, key);
                insert.setString(2, call.kind().word());
                insert.setString(3, call.text());
                insert.setString(4, text);
                insert.setLong(5, minute());
                insert.setLong(6, minute());
                insert.setLong(7, bytes);
                insert.setString(8, source.identity());
                insert.executeUpdate();
            }
            if (keepsSinceCheck++ % KEEPS_BETWEEN_CHECKS == 0) {
                StoreContents.prune(connection, limit, (long) (limit * AFTER_PRUNING));
            }
        });
    }

    /// Looks into the file and makes it smaller.
    public StoreContents contents() {
        return new StoreContents(file);
    }

    @Override
    public void close() {
        try (file) {
            if (limit > 0 && !touched.isEmpty()) {
                file.write(this::writeTouches);
            }
        }
    }
}

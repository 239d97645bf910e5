package dev.sommelier.llm.cache;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sommelier.core.SommelierException;
import dev.sommelier.io.sqlite.SqliteFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a store holds, and how it is made smaller.
public final class StoreContents {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SqliteFile file;

    StoreContents(SqliteFile file) {
        this.file = file;
    }

    /// The answers of one model and one way of asking.
    ///
    /// @param model what the user called the model
    /// @param kind the way of asking, such as `chat`
    /// @param answers how many
    /// @param bytes what they take
    public record Part(String model, String kind, long answers, long bytes) {}

    /// @param answers how many in all
    /// @param bytes what they take
    /// @param lastUsed when an answer was last made or used; empty without answers
    /// @param parts by model and way of asking
    public record Stats(long answers, long bytes, Optional<Instant> lastUsed, List<Part> parts) {
        public Stats {
            parts = List.copyOf(parts);
        }
    }

    /// What was removed.
    ///
    /// @param answers how many
    /// @param bytes what they took
    public record Pruned(long answers, long bytes) {}

    /// Receives entries.
    @FunctionalInterface
    public interface Sink {
        /// @param line one JSON object, without a line feed
        void line(String line) throws IOException;
    }

    /// Counts everything.
    public Stats stats() {
        return file.read(connection -> {
            var parts = new ArrayList<Part>();
            long last = -1;
            try (var rows = connection.createStatement().executeQuery("""
                    SELECT sources.json, kind, count(*), sum(bytes), max(used) FROM answers
                    JOIN sources ON sources.id = answers.source GROUP BY sources.id, kind ORDER BY sources.id, kind""")) {
                while (rows.next()) {
                    var model = Source.read(rows.getString(1)).name();
                    parts.add(new Part(model, rows.getString(2), rows.getLong(3), rows.getLong(4)));
                    last = Math.max(last, rows.getLong(5));
                }
            } catch (JsonProcessingException e) {
                throw unreadable(e);
            }
            return new Stats(
                    parts.stream().mapToLong(Part::answers).sum(),
                    parts.stream().mapToLong(Part::bytes).sum(),
                    last < 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(last)),
                    parts);
        });
    }

    /// Removes the answers that were not used for the longest time, until the others take at most so many bytes, and
    /// gives the space back to the disk.
    public Pruned prune(long most) {
        var pruned = file.writeAndGet(connection -> prune(connection, most, most));
        file.shrink();
        return pruned;
    }

    /// @param limit what calls for pruning
    /// @param most what may stay then
    static Pruned prune(Connection connection, long limit, long most) throws SQLException {
        long bytes = number(connection, "SELECT coalesce(sum(bytes), 0) FROM answers");
        if (bytes <= limit) {
            return new Pruned(0, 0);
        }
        var old = new ArrayList<Long>();
        long left = bytes;
        try (var rows =
                connection.createStatement().executeQuery("SELECT id, bytes FROM answers ORDER BY used, bytes, id")) {
            while (left > most && rows.next()) {
                old.add(rows.getLong(1));
                left -= rows.getLong(2);
            }
        }
        try (var delete = connection.prepareStatement("DELETE FROM answers WHERE id = ?")) {
            for (long id : old) {
                delete.setLong(1, id);
                delete.executeUpdate();
            }
        }
        return new Pruned(old.size(), bytes - left);
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.getLong(1);
        }
    }

    /// Every call with its answer as a line of JSON: `model`, `provenance`, `kind`, `call`, `answer`, in the order in
    /// which they were kept.
    ///
    /// @throws UncheckedIOException if the sink throws
    public void export(Sink sink) {
        file.read(connection -> {
            try (var rows = connection.createStatement().executeQuery("""
                    SELECT sources.json, kind, call, answer FROM answers
                    JOIN sources ON sources.id = answers.source ORDER BY answers.id""")) {
                while (rows.next()) {
                    var source = JSON.readTree(rows.getString(1));
                    var line = JsonNodeFactory.instance.objectNode();
                    line.set("model", source.required("name"));
                    line.set("provenance", source.required("provenance"));
                    line.put("kind", rows.getString(2));
                    line.set("call", JSON.readTree(rows.getString(3)));
                    line.set("answer", JSON.readTree(rows.getString(4)));
                    sink.line(line.toString());
                }
                return true;
            } catch (JsonProcessingException e) {
                throw unreadable(e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /// The calls of one kind, in the order in which they were kept.
    ///
    /// @param most how many to read
    public List<String> calls(String kind, int most) {
        return file.read(connection -> {
            try (var select =
                    connection.prepareStatement("SELECT call FROM answers WHERE kind = ? ORDER BY id LIMIT ?")) {
                select.setString(1, kind);
                select.setInt(2, most);
                var calls = new ArrayList<String>();
                try (var rows = select.executeQuery()) {
                    while (rows.next()) {
                        calls.add(rows.getString(1));
                    }
                }
                return calls;
            }
        });
    }

    private SommelierException unreadable(Exception cause) {
        return new SommelierException(
                file.path() + " holds a row that is not readable; move the file away and run the same again", cause);
    }
}

package dev.sommelier.llm.encode;

import dev.sommelier.core.SommelierException;
import dev.sommelier.core.TextEncoder;
import dev.sommelier.io.Hashes;
import dev.sommelier.io.Home;
import dev.sommelier.io.sqlite.SqliteFile;
import dev.sommelier.io.sqlite.SqliteFile.Durability;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Takes vectors of texts that were encoded before from a file, and loads the encoder only for others.
///
/// The key is the SHA-256 of the encoder's name and the text; a vector comes back with every bit. Texts that are
/// missing are encoded together. A file that cannot be used is no failure: it only saves time, so everything is encoded
/// then. Safe for use by several threads when the encoder is.
public final class CachedEncoder implements TextEncoder {
    private final String name;
    private final Supplier<TextEncoder> loading;
    private final Path file;
    private Optional<TextEncoder> loaded = Optional.empty();

    /// @param name the encoder's
    /// @param loading loads the encoder, at most once
    /// @param file where vectors are kept
    public CachedEncoder(String name, Supplier<TextEncoder> loading, Path file) {
        this.name = name;
        this.loading = loading;
        this.file = file;
    }

    /// Where vectors are kept by default.
    public static Path file(Home home) {
        return home.cache().resolve("vectors.db");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public float[][] encode(List<String> texts) {
        var keys = new LinkedHashMap<String, byte[]>();
        texts.forEach(text -> keys.computeIfAbsent(text, this::key));
        var vectors = find(keys);
        var missing = keys.keySet().stream()
                .filter(text -> !vectors.containsKey(text))
                .toList();
        if (!missing.isEmpty()) {
            var encoded = encoder().encode(missing);
            var fresh = new LinkedHashMap<String, float[]>();
            for (int i = 0; i < encoded.length; i++) {
                fresh.put(missing.get(i), encoded[i]);
            }
            keep(fresh, keys);
            vectors.putAll(fresh);
        }
        var result = new ArrayList<float[]>();
        texts.forEach(
                text -> result.add(vectors.getOrDefault(text, new float[0]).clone()));
        return result.toArray(float[][]::new);
    }

    private synchronized TextEncoder encoder() {
        if (loaded.isEmpty()) {
            loaded = Optional.of(loading.get());
        }
        return loaded.get();
    }

    private byte[] key(String text) {
        return HexFormat.of().parseHex(Hashes.sha256(name.length() + ":" + name + text));
    }

    private Map<String, float[]> find(Map<String, byte[]> keys) {
        var vectors = new HashMap<String, float[]>();
        try (var open = SqliteFile.open(file, VectorFile.SCHEMA, Durability.PROCESS)) {
            open.read(connection -> {
                try (var select = connection.prepareStatement("SELECT vector FROM vectors WHERE key = ?")) {
                    for (var key : keys.entrySet()) {
                        select.setBytes(1, key.getValue());
                        try (var rows = select.executeQuery()) {
                            if (rows.next()) {
                                vectors.put(key.getKey(), floats(rows.getBytes(1)));
                            }
                        }
                    }
                    return true;
                }
            });
        } catch (SommelierException e) {
            // Nothing is lost: what was not found is encoded.
            return vectors;
        }
        return vectors;
    }

    private void keep(Map<String, float[]> fresh, Map<String, byte[]> keys) {
        try (var open = SqliteFile.open(file, VectorFile.SCHEMA, Durability.PROCESS)) {
            open.write(connection -> {
                try (var insert = connection.prepareStatement("INSERT OR IGNORE INTO vectors VALUES (?, ?)")) {
                    for (var vector : fresh.entrySet()) {
                        insert.setBytes(1, keys.get(vector.getKey()));
                        insert.setBytes(2, bytes(vector.getValue()));
                        insert.executeUpdate();
                    }
                }
            });
        } catch (SommelierException e) {
            // Nothing is lost: the vectors are here, and are encoded again another time.
            return;
        }
    }

    private static byte[] bytes(float[] vector) {
        var buffer = ByteBuffer.allocate(vector.length * Float.BYTES);
        buffer.asFloatBuffer().put(vector);
        return buffer.array();
    }

    private static float[] floats(byte[] bytes) {
        var vector = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).asFloatBuffer().get(vector);
        return vector;
    }
}

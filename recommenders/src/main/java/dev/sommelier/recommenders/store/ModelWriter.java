package dev.sommelier.recommenders.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32C;

/// Writes one model file from front to back, then its prefix.
final class ModelWriter {
    private static final int BUFFER = 1 << 16;

    private final SeekableByteChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
    private final CRC32C checksum = new CRC32C();
    private long position = ModelFile.PREFIX;

    ModelWriter(SeekableByteChannel channel) {
        this.channel = channel;
    }

    void write(StoredModel model) throws IOException {
        var arrays = new LinkedHashMap<String, StoredArray>();
        arrays.put(ModelFile.ITEMS, new TextArray(model.catalogue().items()));
        arrays.putAll(model.arrays());
        var header = header(model, arrays);
        var encoded = header.encode();

        channel.position(ModelFile.PREFIX);
        put(encoded);
        for (var entry : header.arrays()) {
            pad(entry.offset());
            switch (arrays.get(entry.name())) {
                case DoubleArray array -> doubles(array);
                case FloatArray array -> floats(array);
                case IntArray array -> ints(array);
                case TextArray array -> put(bytes(array));
                case null -> throw new IllegalStateException("no array " + entry.name());
            }
        }
        flush();
        prefix(encoded.length);
    }

    private static ModelHeader header(StoredModel model, Map<String, StoredArray> arrays) {
        var entries = new ArrayList<ModelHeader.Entry>();
        arrays.forEach((name, array) -> entries.add(
                switch (array) {
                    case DoubleArray some -> new ModelHeader.Entry(name, (byte) 1, some.size(), 0, 8 * some.size());
                    case FloatArray some -> new ModelHeader.Entry(name, (byte) 2, some.size(), 0, 4 * some.size());
                    case IntArray some -> new ModelHeader.Entry(name, (byte) 3, some.size(), 0, 4 * some.size());
                    case TextArray some -> new ModelHeader.Entry(name, (byte) 4, some.size(), 0, bytes(some).length);
                }));
        var header = new ModelHeader(
                model.kind(),
                model.parameters(),
                model.provenance(),
                model.catalogue().sha256(),
                entries);
        // Offsets have a fixed width, so the length is known before they are.
        long end = ModelFile.PREFIX + (long) header.encode().length;
        for (int i = 0; i < entries.size(); i++) {
            long start = Math.ceilDiv(end, (long) ModelFile.ALIGNMENT) * ModelFile.ALIGNMENT;
            entries.set(i, entries.get(i).at(start));
            end = start + entries.get(i).bytes();
        }
        return header;
    }

    private void prefix(int headerLength) throws IOException {
        var prefix = ByteBuffer.allocate(ModelFile.PREFIX).order(ByteOrder.LITTLE_ENDIAN);
        prefix.put(ModelFile.MAGIC).putInt(ModelFile.VERSION).putInt(headerLength);
        prefix.putLong(position).putInt((int) checksum.getValue()).putInt(0).flip();
        channel.position(0);
        send(prefix);
    }

    private static byte[] bytes(TextArray texts) {
        var out = new ByteArrayOutputStream();
        texts.values().forEach(text -> ModelHeader.text(out, text));
        return out.toByteArray();
    }

    private void doubles(DoubleArray array) throws IOException {
        var chunk = new double[BUFFER / Double.BYTES];
        for (long from = 0; from < array.size(); from += chunk.length) {
            int count = (int) Math.min(chunk.length, array.size() - from);
            array.copy(from, chunk, count);
            flush();
            buffer.asDoubleBuffer().put(chunk, 0, count);
            buffer.position(count * Double.BYTES);
        }
    }

    private void floats(FloatArray array) throws IOException {
        var chunk = new float[BUFFER / Float.BYTES];
        for (long from = 0; from < array.size(); from += chunk.length) {
            int count = (int) Math.min(chunk.length, array.size() - from);
            array.copy(from, chunk, count);
            flush();
            buffer.asFloatBuffer().put(chunk, 0, count);
            buffer.position(count * Float.BYTES);
        }
    }

    private void ints(IntArray array) throws IOException {
        var chunk = new int[BUFFER / Integer.BYTES];
        for (long from = 0; from < array.size(); from += chunk.length) {
            int count = (int) Math.min(chunk.length, array.size() - from);
            array.copy(from, chunk, count);
            flush();
            buffer.asIntBuffer().put(chunk, 0, count);
            buffer.position(count * Integer.BYTES);
        }
    }

    private void pad(long until) throws IOException {
        flush();
        put(new byte[Math.toIntExact(until - position)]);
    }

    private void put(byte[] bytes) throws IOException {
        for (int from = 0; from < bytes.length; from += BUFFER) {
            flush();
            buffer.put(bytes, from, Math.min(BUFFER, bytes.length - from));
        }
        flush();
    }

    private void flush() throws IOException {
        buffer.flip();
        checksum.update(buffer.array(), 0, buffer.limit());
        position += buffer.limit();
        send(buffer);
        buffer.clear();
    }

    private void send(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}

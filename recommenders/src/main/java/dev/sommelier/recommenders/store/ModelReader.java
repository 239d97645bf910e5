package dev.sommelier.recommenders.store;

import dev.sommelier.core.SommelierException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.zip.CRC32C;

/// Checks and maps one model file.
final class ModelReader {
    /// One mapping can hold less than 2 GB; this many bytes are whole elements of every type.
    private static final long MAPPED = 1 << 30;

    private final Path file;
    private final long mapped;

    ModelReader(Path file) {
        this(file, MAPPED);
    }

    /// @param mapped the most bytes of one mapping, a multiple of 8
    ModelReader(Path file, long mapped) {
        this.file = file;
        this.mapped = mapped;
    }

    StoredModel read() {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var prefix = prefix(channel);
            int headerLength = prefix.getInt(12);
            check(prefix, channel);
            var bytes = map(channel, ModelFile.PREFIX, headerLength);
            var header = ModelHeader.decode(bytes);
            if (bytes.hasRemaining()) {
                throw damaged("its header has " + bytes.remaining() + " bytes too many", null);
            }
            return model(channel, header);
        } catch (NoSuchFileException e) {
            throw new SommelierException(
                    "there is no model file " + file + "; 'sommelier train --help' says how to make one.", e);
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw damaged("its header is cut off", e);
        } catch (IOException e) {
            throw new SommelierException("model file " + file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private ByteBuffer prefix(FileChannel channel) throws IOException {
        var prefix = ByteBuffer.allocate(ModelFile.PREFIX).order(ByteOrder.LITTLE_ENDIAN);
        while (prefix.hasRemaining() && channel.read(prefix) >= 0) {
            // a channel may give fewer bytes than asked for
        }
        if (prefix.hasRemaining() || !Arrays.equals(prefix.array(), 0, 8, ModelFile.MAGIC, 0, 8)) {
            throw new SommelierException(
                    file
                            + " is not a model file: it does not begin with SOMMODEL; name a file that 'sommelier train' wrote.");
        }
        if (prefix.getInt(8) != ModelFile.VERSION) {
            throw new SommelierException("model file " + file + " has version " + prefix.getInt(8)
                    + ", this Sommelier reads version " + ModelFile.VERSION + "; train the model again.");
        }
        return prefix;
    }

    private void check(ByteBuffer prefix, FileChannel channel) throws IOException {
        long length = prefix.getLong(16);
        if (channel.size() != length) {
            throw new SommelierException(
                    "model file " + file + " is " + (channel.size() < length ? "cut off" : "too long") + ": it has "
                            + channel.size() + " bytes of " + length + "; copy it or train the model again.");
        }
        var checksum = new CRC32C();
        for (long from = ModelFile.PREFIX; from < length; from += mapped) {
            checksum.update(map(channel, from, Math.min(mapped, length - from)));
        }
        if ((int) checksum.getValue() != prefix.getInt(24)) {
            throw damaged("its checksum is wrong", null);
        }
    }

    private StoredModel model(FileChannel channel, ModelHeader header) throws IOException {
        var arrays = new LinkedHashMap<String, StoredArray>();
        for (var entry : header.arrays()) {
            arrays.put(entry.name(), array(channel, entry));
        }
        if (!(arrays.remove(ModelFile.ITEMS) instanceof TextArray items)) {
            throw damaged("it has no item ids", null);
        }
        return new StoredModel(
                header.kind(),
                header.parameters(),
                header.provenance(),
                new CatalogStamp(header.catalogue(), items.values()),
                arrays);
    }

    private StoredArray array(FileChannel channel, ModelHeader.Entry entry) throws IOException {
        int width =
                switch (entry.type()) {
                    case 1 -> Double.BYTES;
                    case 2 -> Float.BYTES;
                    case 3 -> Integer.BYTES;
                    case 4 -> 0;
                    default -> throw damaged("array " + entry.name() + " has the unknown type " + entry.type(), null);
                };
        boolean within = entry.offset() >= ModelFile.PREFIX
                && entry.bytes() >= 0
                && entry.count() >= 0
                && entry.bytes() <= channel.size() - entry.offset();
        // The count is at most the bytes once this holds, so the product cannot overflow unseen.
        if (!within || (width > 0 && (entry.bytes() % width != 0 || entry.bytes() / width != entry.count()))) {
            throw damaged("array " + entry.name() + " lies outside the file", null);
        }
        if (width == 0) {
            return texts(map(channel, entry.offset(), entry.bytes()), entry.count());
        }
        List<ByteBuffer> parts = new ArrayList<>();
        for (long from = 0; from < entry.bytes(); from += mapped) {
            parts.add(map(channel, entry.offset() + from, Math.min(mapped, entry.bytes() - from)));
        }
        long perBuffer = mapped / width;
        return switch (entry.type()) {
            case 1 ->
                new DoubleArray(parts.stream().map(ByteBuffer::asDoubleBuffer).toList(), perBuffer, entry.count());
            case 2 ->
                new FloatArray(parts.stream().map(ByteBuffer::asFloatBuffer).toList(), perBuffer, entry.count());
            default -> new IntArray(parts.stream().map(ByteBuffer::asIntBuffer).toList(), perBuffer, entry.count());
        };
    }

    private TextArray texts(ByteBuffer bytes, long count) throws IOException {
        var texts = new ArrayList<String>();
        for (long i = 0; i < count; i++) {
            texts.add(ModelHeader.text(bytes));
        }
        return new TextArray(texts);
    }

    private static ByteBuffer map(FileChannel channel, long from, long bytes) throws IOException {
        MappedByteBuffer buffer = channel.map(MapMode.READ_ONLY, from, bytes);
        return buffer.order(ByteOrder.LITTLE_ENDIAN);
    }

    private SommelierException damaged(String how, @org.jspecify.annotations.Nullable Throwable cause) {
        var message = "model file " + file + " is damaged: " + how + "; copy it or train the model again.";
        return cause == null ? new SommelierException(message) : new SommelierException(message, cause);
    }
}

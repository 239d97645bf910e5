package dev.sommelier.llm.gguf;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Walks through a GGUF header. Every length is checked against the file before it is used.
///
/// Format: <https://github.com/ggml-org/ggml/blob/master/docs/gguf.md>
final class GgufReader {
    static final int HEADER_BYTES = 24;
    private static final int MOST_ENTRIES = 1_000_000;
    private static final int MOST_DIMENSIONS = 4;
    private static final int DEFAULT_ALIGNMENT = 32;
    private static final int UNSIGNED_INT = 4;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    /// Says what is wrong with the file.
    static final class Damaged extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Damaged(String message) {
            super(message);
        }
    }

    private final MemorySegment file;
    private final LinkedHashMap<String, Object> metadata = new LinkedHashMap<>();
    private final ArrayList<GgufTensor> tensors = new ArrayList<>();
    private long position;
    private int version;
    private long fileTypeAt = -1;

    GgufReader(MemorySegment file) {
        this.file = file;
    }

    GgufFile read() {
        walk();
        var kinds = tensors.stream().map(tensor -> tensor.kind().kind()).collect(Collectors.toSet());
        return new GgufFile(version, metadata, tensors.size(), kinds);
    }

    /// Where things lie in the file; reads and checks it as [#read()] does.
    GgufLayout layout() {
        return walk();
    }

    private GgufLayout walk() {
        var magic = file.asSlice(0, 4).toArray(JAVA_BYTE);
        if (!new String(magic, StandardCharsets.ISO_8859_1).equals("GGUF")) {
            throw new Damaged("it starts with \"" + printable(magic) + "\", not with \"GGUF\"");
        }
        position = 4;
        version = int32();
        if (version != 2 && version != 3) {
            throw new Damaged("its format version is " + version + ", this engine reads 2 and 3");
        }
        int tensorCount = count("tensors");
        int entries = count("metadata entries");
        for (int i = 0; i < entries; i++) {
            String key = string();
            int type = int32();
            if (key.equals("general.file_type") && type == UNSIGNED_INT) {
                fileTypeAt = position;
            }
            metadata.put(key, value(type, key));
        }
        metadata.values().removeIf(value -> value == Skipped.ARRAY);
        long alignment = alignment(metadata.get("general.alignment"));
        long metadataEnd = position;
        checkTensors(tensorCount, alignment);
        return new GgufLayout(metadataEnd, fileTypeAt, alignment, GgufLayout.aligned(position, alignment), tensors);
    }

    private enum Skipped {
        ARRAY
    }

    private Object value(int type, String key) {
        return switch (type) {
            case 0, 1 -> (int) file.get(JAVA_BYTE, advance(1));
            case 2, 3 -> (int) file.get(SHORT, advance(2));
            case 4 -> Integer.toUnsignedLong(int32());
            case 5 -> int32();
            case 6 -> Float.intBitsToFloat(int32());
            case 7 -> file.get(JAVA_BYTE, advance(1)) != 0;
            case 8 -> string();
            case 9 -> array(key);
            case 10, 11 -> int64();
            case 12 -> Double.longBitsToDouble(int64());
            default -> throw new Damaged("metadata entry \"" + key + "\" has type " + type + ", known are 0 to 12");
        };
    }

    private Object array(String key) {
        int type = int32();
        long length = int64();
        if (length < 0 || length > file.byteSize()) {
            throw new Damaged("the array \"" + key + "\" claims " + length + " entries");
        }
        int bytes =
                switch (type) {
                    case 0, 1, 7 -> 1;
                    case 2, 3 -> 2;
                    case 4, 5, 6 -> 4;
                    case 10, 11, 12 -> 8;
                    default -> 0;
                };
        if (bytes > 0) {
            advance(Math.multiplyExact(bytes, length));
            return Skipped.ARRAY;
        }
        for (long i = 0; i < length; i++) {
            value(type, key);
        }
        return Skipped.ARRAY;
    }

    private void checkTensors(int count, long alignment) {
        long end = 0;
        for (int i = 0; i < count; i++) {
            String name = string();
            int dimensions = int32();
            if (dimensions < 1 || dimensions > MOST_DIMENSIONS) {
                throw new Damaged("tensor \"" + name + "\" has " + dimensions + " dimensions, 1 to 4 are allowed");
            }
            long elements = 1;
            var lengths = new ArrayList<Long>();
            for (int d = 0; d < dimensions; d++) {
                long length = int64();
                lengths.add(length);
                elements = product(elements, length, name);
            }
            int number = int32();
            var type = TensorType.of(number, name);
            long offset = int64();
            tensors.add(new GgufTensor(name, lengths, number, offset));
            if (offset < 0 || offset % alignment != 0 || offset > file.byteSize()) {
                throw new Damaged("tensor \"" + name + "\" lies at offset " + offset);
            }
            end = Math.max(end, offset + type.bytes(elements, name));
        }
        long dataStart = GgufLayout.aligned(position, alignment);
        if (dataStart + end > file.byteSize()) {
            throw new Damaged("it has " + file.byteSize() + " bytes, its tensor table needs " + (dataStart + end));
        }
    }

    private static long product(long elements, long dimension, String name) {
        if (dimension < 1 || Math.multiplyHigh(elements, dimension) != 0 || elements * dimension < 0) {
            throw new Damaged("tensor \"" + name + "\" has a dimension of " + dimension);
        }
        return elements * dimension;
    }

    private static long alignment(@Nullable Object value) {
        if (value == null) {
            return DEFAULT_ALIGNMENT;
        }
        if (value instanceof Number number && Long.bitCount(number.longValue()) == 1 && number.longValue() > 0) {
            return number.longValue();
        }
        throw new Damaged("its alignment is " + value + ", not a power of two");
    }

    private int count(String what) {
        long count = int64();
        if (count < 0 || count > MOST_ENTRIES) {
            throw new Damaged("it claims " + count + " " + what);
        }
        return (int) count;
    }

    private String string() {
        long length = int64();
        if (length < 0 || length > file.byteSize()) {
            throw new Damaged("a text at byte " + (position - 8) + " claims " + length + " bytes");
        }
        return new String(file.asSlice(advance(length), length).toArray(JAVA_BYTE), StandardCharsets.UTF_8);
    }

    private int int32() {
        return file.get(INT, advance(4));
    }

    private long int64() {
        return file.get(LONG, advance(8));
    }

    private long advance(long bytes) {
        if (bytes > file.byteSize() - position) {
            throw new Damaged("it ends at byte " + file.byteSize() + " in the middle of its header");
        }
        long before = position;
        position += bytes;
        return before;
    }

    private static String printable(byte[] magic) {
        return new String(magic, StandardCharsets.ISO_8859_1).replaceAll("[^ -~]", "?");
    }
}

package dev.sommelier.recommenders.store;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// Many `float` values in one or more buffers of equal size, so that they may be longer than a Java array.
///
/// Immutable as long as the arrays handed over are left alone; safe for use by several threads.
public final class FloatArray implements StoredArray {
    private final List<FloatBuffer> buffers;
    private final long perBuffer;
    private final long size;

    /// @param perBuffer the elements of each buffer but the last, which may have fewer; at least 1
    FloatArray(List<FloatBuffer> buffers, long perBuffer, long size) {
        this.buffers = List.copyOf(buffers);
        this.perBuffer = perBuffer;
        this.size = size;
    }

    /// These values; the array is not copied.
    public static FloatArray of(float[] values) {
        return new FloatArray(List.of(FloatBuffer.wrap(values)), Math.max(1, values.length), values.length);
    }

    /// The rows of a matrix one after the other; the rows are not copied.
    ///
    /// @throws IllegalArgumentException if the rows are not of one length
    public static FloatArray ofRows(float[][] rows) {
        int columns = rows.length == 0 ? 0 : rows[0].length;
        if (Arrays.stream(rows).anyMatch(row -> row.length != columns)) {
            throw new IllegalArgumentException("all rows must have " + columns + " columns");
        }
        return new FloatArray(
                Arrays.stream(rows).map(FloatBuffer::wrap).toList(),
                Math.max(1, columns),
                (long) rows.length * columns);
    }

    @Override
    public long size() {
        return size;
    }

    /// The value at an index from 0 to [#size()] - 1.
    public float get(long index) {
        return buffers.get((int) (index / perBuffer)).get((int) (index % perBuffer));
    }

    /// Copies `count` values from an index on to the beginning of an array.
    public void copy(long from, float[] into, int count) {
        Objects.checkFromIndexSize(from, count, size);
        int done = 0;
        while (done < count) {
            long at = from + done;
            int within = (int) (at % perBuffer);
            int length = (int) Math.min(count - done, perBuffer - within);
            buffers.get((int) (at / perBuffer)).get(within, into, done, length);
            done += length;
        }
    }

    /// All values as one new array.
    ///
    /// @throws ArithmeticException if there are more than an array can hold
    public float[] toArray() {
        var values = new float[Math.toIntExact(size)];
        copy(0, values, values.length);
        return values;
    }
}

package dev.sommelier.recommenders.store;

import java.nio.IntBuffer;
import java.util.List;
import java.util.Objects;

/// Many `int` values in one or more buffers of equal size, so that they may be longer than a Java array.
///
/// Immutable as long as the arrays handed over are left alone; safe for use by several threads.
public final class IntArray implements StoredArray {
    private final List<IntBuffer> buffers;
    private final long perBuffer;
    private final long size;

    /// @param perBuffer the elements of each buffer but the last, which may have fewer; at least 1
    IntArray(List<IntBuffer> buffers, long perBuffer, long size) {
        this.buffers = List.copyOf(buffers);
        this.perBuffer = perBuffer;
        this.size = size;
    }

    /// These values; the array is not copied.
    public static IntArray of(int[] values) {
        return new IntArray(List.of(IntBuffer.wrap(values)), Math.max(1, values.length), values.length);
    }

    @Override
    public long size() {
        return size;
    }

    /// The value at an index from 0 to [#size()] - 1.
    public int get(long index) {
        return buffers.get((int) (index / perBuffer)).get((int) (index % perBuffer));
    }

    /// Copies `count` values from an index on to the beginning of an array.
    public void copy(long from, int[] into, int count) {
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
    public int[] toArray() {
        var values = new int[Math.toIntExact(size)];
        copy(0, values, values.length);
        return values;
    }
}

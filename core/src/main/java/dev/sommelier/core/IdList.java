package dev.sommelier.core;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/// Identifiers in order, held as slices of one UTF-8 text, so that millions of them cost no object each.
///
/// Immutable as long as the arrays handed to [#slices(byte\[\], int\[\], int\[\])] are left alone; safe for many
/// threads.
public final class IdList {
    private static final int[] NO_HASHES = {};

    private final byte[] text;
    private final int[] starts;
    private final int[] ends;
    private final int from;
    private final int size;
    private final int[] hashes;

    private IdList(byte[] text, int[] starts, int[] ends, int[] hashes, int from, int size) {
        this.text = text;
        this.starts = starts;
        this.ends = ends;
        this.from = from;
        this.size = size;
        this.hashes = hashes;
    }

    /// A copy of the identifiers.
    public static IdList of(List<String> ids) {
        var parts = ids.stream().map(id -> id.getBytes(StandardCharsets.UTF_8)).toList();
        var text = new byte[parts.stream().mapToInt(part -> part.length).sum()];
        var starts = new int[parts.size()];
        var ends = new int[parts.size()];
        int end = 0;
        for (int i = 0; i < starts.length; i++) {
            var part = parts.get(i);
            System.arraycopy(part, 0, text, end, part.length);
            starts[i] = end;
            end += part.length;
            ends[i] = end;
        }
        return slices(text, starts, ends);
    }

    /// A view of slices; the arrays are not copied and must not change afterwards.
    ///
    /// @param text UTF-8
    /// @param starts the first byte of each identifier
    /// @param ends the byte after each identifier's last
    public static IdList slices(byte[] text, int[] starts, int[] ends) {
        if (starts.length != ends.length) {
            throw new IllegalArgumentException(
                    "slices need equal numbers of starts and ends, got " + starts.length + " and " + ends.length);
        }
        return new IdList(text, starts, ends, NO_HASHES, 0, starts.length);
    }

    /// A view of slices whose hashes are already known, which spares whoever looks them up to read the text again.
    ///
    /// @param hashes what [#hash(byte\[\], int, int)] gives for each slice
    public static IdList slices(byte[] text, int[] starts, int[] ends, int[] hashes) {
        if (hashes.length != starts.length) {
            throw new IllegalArgumentException(
                    "every slice needs a hash, got " + starts.length + " slices and " + hashes.length + " hashes");
        }
        return new IdList(text, starts, ends, hashes, 0, slices(text, starts, ends).size);
    }

    /// A view of the identifiers from `first` to before `last`.
    public IdList slice(int first, int last) {
        Objects.checkFromToIndex(first, last, size);
        return new IdList(text, starts, ends, hashes, from + first, last - first);
    }

    /// How many there are.
    public int size() {
        return size;
    }

    /// The identifier at a position from 0.
    public String get(int i) {
        int at = at(i);
        return new String(text, starts[at], ends[at] - starts[at], StandardCharsets.UTF_8);
    }

    /// All of them.
    public List<String> toList() {
        return IntStream.range(0, size).mapToObj(this::get).toList();
    }

    /// A hash of the bytes at a position; equal identifiers have equal hashes in every list.
    public int hash(int i) {
        int at = at(i);
        return hashes.length > 0 ? hashes[at] : hash(text, starts[at], ends[at]);
    }

    /// The hash of an identifier that is a slice of a text.
    public static int hash(byte[] text, int start, int end) {
        int hash = end - start;
        int j = start;
        for (; j + 4 <= end; j += 4) {
            int four = (text[j] & 0xff) | (text[j + 1] & 0xff) << 8 | (text[j + 2] & 0xff) << 16 | text[j + 3] << 24;
            hash = (hash ^ four) * 0x9e3779b1;
            hash ^= hash >>> 15;
        }
        for (; j < end; j++) {
            hash = (hash ^ text[j]) * 0x01000193;
        }
        hash = (hash ^ (hash >>> 16)) * 0x85ebca6b;
        return hash ^ (hash >>> 15);
    }

    /// Whether two positions hold the same identifier.
    public boolean same(int i, IdList other, int j) {
        int a = at(i);
        int b = other.at(j);
        if (hashes.length > 0 && other.hashes.length > 0 && hashes[a] != other.hashes[b]) {
            return false;
        }
        return Arrays.equals(text, starts[a], ends[a], other.text, other.starts[b], other.ends[b]);
    }

    /// Compares two identifiers byte by byte, unsigned, as C's `strcmp` does.
    public int compare(int i, IdList other, int j) {
        int a = at(i);
        int b = other.at(j);
        return Arrays.compareUnsigned(text, starts[a], ends[a], other.text, other.starts[b], other.ends[b]);
    }

    private int at(int i) {
        return from + Objects.checkIndex(i, size);
    }
}

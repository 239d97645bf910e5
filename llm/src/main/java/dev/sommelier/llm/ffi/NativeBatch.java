package dev.sommelier.llm.ffi;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.util.ArrayList;
import java.util.List;

/// Tokens of several sequences for one decode. A token may belong to many sequences: it is decoded once, sees what its
/// first sequence holds, and is seen by all of them.
public final class NativeBatch {
    private record Entry(int token, int position, List<Integer> sequences, boolean output) {}

    private final List<Entry> entries = new ArrayList<>();

    /// Adds a token.
    ///
    /// @param sequences at least one; every sequence that shall go on from this token
    /// @param output whether the logits after it are wanted
    public void add(int token, int position, List<Integer> sequences, boolean output) {
        entries.add(new Entry(token, position, List.copyOf(sequences), output));
    }

    /// The number of tokens.
    public int size() {
        return entries.size();
    }

    MemorySegment struct(SegmentAllocator allocator) {
        int count = entries.size();
        var tokens = allocator.allocate(JAVA_INT, count);
        var positions = allocator.allocate(JAVA_INT, count);
        var counts = allocator.allocate(JAVA_INT, count);
        var sequences = allocator.allocate(ADDRESS, count);
        var outputs = allocator.allocate(JAVA_BYTE, count);
        for (int i = 0; i < count; i++) {
            var entry = entries.get(i);
            tokens.setAtIndex(JAVA_INT, i, entry.token());
            positions.setAtIndex(JAVA_INT, i, entry.position());
            counts.setAtIndex(JAVA_INT, i, entry.sequences().size());
            sequences.setAtIndex(
                    ADDRESS,
                    i,
                    allocator.allocateFrom(
                            JAVA_INT,
                            entry.sequences().stream().mapToInt(id -> id).toArray()));
            outputs.set(JAVA_BYTE, i, (byte) (entry.output() ? 1 : 0));
        }
        var struct = allocator.allocate(Structs.BATCH);
        Structs.setInt(Structs.BATCH, struct, "n_tokens", count);
        Structs.setAddress(Structs.BATCH, struct, "token", tokens);
        Structs.setAddress(Structs.BATCH, struct, "pos", positions);
        Structs.setAddress(Structs.BATCH, struct, "n_seq_id", counts);
        Structs.setAddress(Structs.BATCH, struct, "seq_id", sequences);
        Structs.setAddress(Structs.BATCH, struct, "logits", outputs);
        return struct;
    }
}

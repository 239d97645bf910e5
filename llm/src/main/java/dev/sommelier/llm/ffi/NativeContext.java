package dev.sommelier.llm.ffi;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// A decoding context: one sequence that stays, and others for the time of a batch. Not safe for use by several threads
/// at once.
public final class NativeContext implements AutoCloseable {
    private static final int SEQUENCE = 0;

    private final ContextFunctions functions;
    private final MemorySegment context;
    private final int batchTokens;
    private final int vocabulary;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment tokens;
    private final MemorySegment positions;
    private final MemorySegment outputs;
    private final MemorySegment batch;

    NativeContext(ContextFunctions functions, MemorySegment context, int batchTokens, int vocabulary) {
        this.functions = functions;
        this.context = context;
        this.batchTokens = batchTokens;
        this.vocabulary = vocabulary;
        tokens = arena.allocate(JAVA_INT, batchTokens);
        positions = arena.allocate(JAVA_INT, batchTokens);
        outputs = arena.allocate(JAVA_BYTE, batchTokens);
        batch = batch();
    }

    private MemorySegment batch() {
        var counts = arena.allocate(JAVA_INT, batchTokens);
        var sequences = arena.allocate(ADDRESS, batchTokens);
        var sequence = arena.allocateFrom(JAVA_INT, SEQUENCE);
        for (int i = 0; i < batchTokens; i++) {
            counts.setAtIndex(JAVA_INT, i, 1);
            sequences.setAtIndex(ADDRESS, i, sequence);
        }
        var struct = arena.allocate(Structs.BATCH);
        Structs.setAddress(Structs.BATCH, struct, "token", tokens);
        Structs.setAddress(Structs.BATCH, struct, "pos", positions);
        Structs.setAddress(Structs.BATCH, struct, "n_seq_id", counts);
        Structs.setAddress(Structs.BATCH, struct, "seq_id", sequences);
        Structs.setAddress(Structs.BATCH, struct, "logits", outputs);
        return struct;
    }

    /// The most tokens of one call of [#decode].
    public int batchTokens() {
        return batchTokens;
    }

    /// Adds an adapter's changes to the weights in every decode from now on. To be called before anything is decoded:
    /// what the context holds already is not read again.
    ///
    /// @param scale what the changes are multiplied by; 0 leaves the weights as they are
    /// @throws IllegalStateException if the native engine could not
    public void use(NativeAdapter adapter, float scale) {
        int status = functions.setAdapter(context, adapter.pointer(), scale);
        if (status != 0) {
            throw new IllegalStateException("llama_set_adapter_lora returned " + status);
        }
    }

    /// Decodes tokens that follow what the context holds.
    ///
    /// @param position the number of tokens that the context holds
    /// @param wantLogits whether [#logits] shall be readable afterwards, for the token after the last one
    /// @return 0, or why it failed: 1 for no room, below 0 for an error
    public int decode(int[] source, int from, int count, int position, boolean wantLogits) {
        fill(source, from, count, position);
        outputs.fill((byte) 0);
        outputs.set(JAVA_BYTE, count - 1, (byte) (wantLogits ? 1 : 0));
        return functions.decode(context, batch);
    }

    /// Decodes tokens that follow what the context holds, so that [#logits(int, float\[\])] can be read after each.
    ///
    /// @param position the number of tokens that the context holds
    /// @return 0, or why it failed: 1 for no room, below 0 for an error
    public int decodeReadable(int[] source, int position) {
        fill(source, 0, source.length, position);
        outputs.fill((byte) 1);
        return functions.decode(context, batch);
    }

    /// Decodes tokens of several sequences at once. Sequence 0 is the one that the other methods use.
    ///
    /// @param others the sequences 1 to `others` begin with what sequence 0 holds
    /// @param position the number of tokens that sequence 0 holds
    /// @return 0, or why it failed: 1 for no room, below 0 for an error
    public int decode(NativeBatch several, int others, int position) {
        if (several.size() < 1 || several.size() > batchTokens) {
            throw new IllegalArgumentException("a batch has 1 to " + batchTokens + " tokens, got " + several.size());
        }
        if (position > 0) {
            for (int other = 1; other <= others; other++) {
                functions.copy(context, SEQUENCE, other, position);
            }
        }
        try (var scope = Arena.ofConfined()) {
            return functions.decode(context, several.struct(scope));
        }
    }

    /// Forgets all sequences but 0.
    public void dropOthers() {
        functions.keep(context, SEQUENCE);
    }

    private void fill(int[] source, int from, int count, int position) {
        if (count < 1 || count > batchTokens) {
            throw new IllegalArgumentException("a batch has 1 to " + batchTokens + " tokens, got " + count);
        }
        MemorySegment.copy(source, from, tokens, JAVA_INT, 0, count);
        for (int i = 0; i < count; i++) {
            positions.setAtIndex(JAVA_INT, i, position + i);
        }
        Structs.setInt(Structs.BATCH, batch, "n_tokens", count);
    }

    /// Copies the logits after the last token of the last decode.
    ///
    /// @param target one place for each token of the vocabulary
    public void logits(float[] target) {
        logits(-1, target);
    }

    /// Copies the logits after one token of the last decode.
    ///
    /// @param index the token's place in the batch, or -1 for the last one with logits
    /// @param target one place for each token of the vocabulary
    public void logits(int index, float[] target) {
        var source = functions.logits(context, index);
        if (source.equals(MemorySegment.NULL) || target.length != vocabulary) {
            throw new IllegalStateException("no logits were asked of the last decode, or " + target.length
                    + " places for " + vocabulary + " logits");
        }
        MemorySegment.copy(source.reinterpret((long) vocabulary * Float.BYTES), JAVA_FLOAT, 0, target, 0, vocabulary);
    }

    /// Forgets everything from a position on.
    public void truncate(int position) {
        functions.remove(context, SEQUENCE, position, -1);
    }

    /// A copy of the keys and values that the context holds, to bring back with [#restore].
    public byte[] save() {
        long size = functions.stateSize(context, SEQUENCE);
        try (var scope = Arena.ofConfined()) {
            var buffer = scope.allocate(size);
            long written = functions.stateGet(context, buffer, SEQUENCE);
            return buffer.asSlice(0, written).toArray(JAVA_BYTE);
        }
    }

    /// Replaces what the context holds by a copy of before.
    ///
    /// @return whether it fitted
    public boolean restore(byte[] state) {
        truncate(0);
        try (var scope = Arena.ofConfined()) {
            var buffer = scope.allocate(state.length);
            buffer.copyFrom(MemorySegment.ofArray(state));
            return functions.stateSet(context, buffer, SEQUENCE) != 0;
        }
    }

    @Override
    public void close() {
        functions.free(context);
        arena.close();
    }
}

package dev.sommelier.llm.ffi;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;

/// A context that turns the tokens of texts into vectors, several texts at once. Not safe for use by several threads at
/// once.
public final class NativeEmbedder implements AutoCloseable {
    private final ContextFunctions functions;
    private final MemorySegment context;
    private final int batchTokens;
    private final int width;

    NativeEmbedder(ContextFunctions functions, MemorySegment context, int batchTokens, int width) {
        this.functions = functions;
        this.context = context;
        this.batchTokens = batchTokens;
        this.width = width;
    }

    /// The most tokens of one call, over all texts.
    public int batchTokens() {
        return batchTokens;
    }

    /// The length of a vector.
    public int width() {
        return width;
    }

    /// One vector for each token of each text.
    ///
    /// @param texts at least one token each, at most [#batchTokens()] together
    /// @throws IllegalStateException if the native engine could not
    public float[][][] encode(List<int[]> texts) {
        var batch = new NativeBatch();
        for (int text = 0; text < texts.size(); text++) {
            int[] tokens = texts.get(text);
            for (int position = 0; position < tokens.length; position++) {
                batch.add(tokens[position], position, List.of(text), true);
            }
        }
        // Native code ends the process where these do not hold.
        if (batch.size() < 1 || batch.size() > batchTokens || texts.stream().anyMatch(text -> text.length == 0)) {
            throw new IllegalArgumentException("a batch has texts of 1 token or more and at most " + batchTokens
                    + " tokens together, got " + batch.size());
        }
        functions.clear(context);
        int status;
        try (var scope = Arena.ofConfined()) {
            status = functions.decode(context, batch.struct(scope));
        }
        if (status != 0) {
            throw new IllegalStateException("llama_decode returned " + status + " for " + batch.size() + " tokens");
        }
        float[][][] vectors = new float[texts.size()][][];
        int index = 0;
        for (int text = 0; text < vectors.length; text++) {
            vectors[text] = new float[texts.get(text).length][];
            for (int token = 0; token < vectors[text].length; token++) {
                vectors[text][token] = vector(index++);
            }
        }
        return vectors;
    }

    private float[] vector(int index) {
        var vector = functions.embeddings(context, index);
        if (vector.equals(MemorySegment.NULL)) {
            throw new IllegalStateException("the native engine gave no vector for token " + index + " of the batch");
        }
        return vector.reinterpret((long) width * Float.BYTES).toArray(JAVA_FLOAT);
    }

    @Override
    public void close() {
        functions.free(context);
    }
}

package dev.sommelier.llm.encode;

import dev.sommelier.core.SommelierException;
import dev.sommelier.core.TextEncoder;
import dev.sommelier.io.Home;
import dev.sommelier.llm.ModelFailure;
import dev.sommelier.llm.ffi.Llama;
import dev.sommelier.llm.ffi.NativeEmbedder;
import dev.sommelier.llm.ffi.NativeLibraryFile;
import dev.sommelier.llm.ffi.NativeModel;
import dev.sommelier.llm.gguf.GgufFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A GGUF embedding model in this process, through java-llama.cpp's native library: several texts in one decode, pooled
/// as the model says and by the mean where it says nothing.
///
/// A text longer than the model's context is encoded in parts, which are averaged by their tokens. Which texts share a
/// batch follows from the list alone. Safe for use by several threads; calls run one after another.
public final class GgufEncoder implements TextEncoder, AutoCloseable {
    private static final int MOST_BATCH_TOKENS = 2048;

    private final String name;
    private final Pooling pooling;
    private final NativeModel model;
    private final NativeEmbedder embedder;
    private boolean closed;

    private GgufEncoder(String name, Pooling pooling, NativeModel model, NativeEmbedder embedder) {
        this.name = name;
        this.pooling = pooling;
        this.model = model;
        this.embedder = embedder;
    }

    /// Loads a model.
    ///
    /// @param gguf the model file; checked in Java before native code sees it
    /// @throws SommelierException if the file is missing, damaged, of an unknown architecture or no model that gives
    ///     vectors, or if the native library does not load
    public static GgufEncoder open(Path gguf, int threads) {
        var header = GgufFile.read(gguf);
        var pooling = Pooling.of(header);
        var llama = Llama.open(
                NativeLibraryFile.locate(Home.fromEnvironment().cache().resolve("native")));
        var model = llama.load(gguf, 0)
                .orElseThrow(() -> new SommelierException(gguf + " (architecture " + header.architecture()
                        + ") is not loaded by llama.cpp b4916: " + Llama.lastError()
                        + "; choose a bert, nomic-bert or llama model or an embedding server."));
        try {
            int tokens = Math.min(model.trainedContext(), MOST_BATCH_TOKENS);
            var embedder = model.newEmbedder(tokens, threads)
                    .orElseThrow(() -> new SommelierException("There is not enough memory for " + tokens + " tokens of "
                            + gguf + "; choose a smaller model."));
            return new GgufEncoder(header.name().orElse(String.valueOf(gguf.getFileName())), pooling, model, embedder);
        } catch (RuntimeException e) {
            model.close();
            throw e;
        }
    }

    @Override
    public String name() {
        return name;
    }

    /// The length of a vector.
    public int dimensions() {
        return embedder.width();
    }

    /// @throws IllegalArgumentException if a text is blank
    /// @throws ModelFailure of kind ENGINE if native code fails
    @Override
    public synchronized float[][] encode(List<String> texts) {
        if (closed) {
            throw new IllegalStateException("the encoder " + name + " is closed");
        }
        var parts = new ArrayList<int[]>();
        var owners = new ArrayList<Integer>();
        for (int i = 0; i < texts.size(); i++) {
            if (texts.get(i).isBlank()) {
                throw new IllegalArgumentException("text " + i + " of " + texts.size() + " is blank");
            }
            int[] tokens = model.tokenize(texts.get(i), false, true);
            for (int from = 0; from < tokens.length; from += embedder.batchTokens()) {
                parts.add(Arrays.copyOfRange(tokens, from, Math.min(from + embedder.batchTokens(), tokens.length)));
                owners.add(i);
            }
        }
        float[][] vectors = new float[texts.size()][embedder.width()];
        int from = 0;
        while (from < parts.size()) {
            int to = end(parts, from);
            float[][][] encoded = encodeBatch(parts.subList(from, to));
            for (int part = from; part < to; part++) {
                add(vectors[owners.get(part)], pooling.pool(encoded[part - from]), parts.get(part).length);
            }
            from = to;
        }
        for (float[] vector : vectors) {
            normalise(vector);
        }
        return vectors;
    }

    private int end(List<int[]> parts, int from) {
        int to = from;
        int tokens = 0;
        while (to < parts.size() && tokens + parts.get(to).length <= embedder.batchTokens()) {
            tokens += parts.get(to).length;
            to++;
        }
        return to;
    }

    private float[][][] encodeBatch(List<int[]> batch) {
        try {
            return embedder.encode(batch);
        } catch (IllegalStateException e) {
            throw new ModelFailure(
                    ModelFailure.Kind.ENGINE,
                    "The encoder " + name + " failed (" + e.getMessage() + "); check the model file with another text.",
                    e);
        }
    }

    private static void add(float[] sum, float[] vector, int weight) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += weight * vector[i];
        }
    }

    private static void normalise(float[] vector) {
        double squares = 0;
        for (float value : vector) {
            squares += (double) value * value;
        }
        double length = Math.sqrt(squares);
        for (int i = 0; length > 0 && i < vector.length; i++) {
            vector[i] = (float) (vector[i] / length);
        }
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            embedder.close();
            model.close();
        }
    }
}

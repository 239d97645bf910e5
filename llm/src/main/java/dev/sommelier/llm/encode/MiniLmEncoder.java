package dev.sommelier.llm.encode;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import dev.sommelier.core.TextEncoder;
import java.util.List;

/// all-MiniLM-L6-v2 in process: 384 dimensions, weights on the class path.
///
/// Each text is encoded by itself, so that a vector does not depend on its neighbours. Texts of more than 510 word
/// pieces are encoded in parts and averaged. Safe for use by several threads. Loading takes about a second.
public final class MiniLmEncoder implements TextEncoder {
    /// The name that provenance shows.
    public static final String NAME = "all-MiniLM-L6-v2 (quantised)";

    private final AllMiniLmL6V2QuantizedEmbeddingModel model = new AllMiniLmL6V2QuantizedEmbeddingModel();

    @Override
    public String name() {
        return NAME;
    }

    /// @throws IllegalArgumentException if a text is blank
    @Override
    public float[][] encode(List<String> texts) {
        for (int i = 0; i < texts.size(); i++) {
            if (texts.get(i).isBlank()) {
                throw new IllegalArgumentException("text " + i + " of " + texts.size() + " is blank");
            }
        }
        if (texts.isEmpty()) {
            return new float[0][];
        }
        var segments = texts.stream().map(TextSegment::from).toList();
        return model.embedAll(segments).content().stream()
                .map(embedding -> normalised(embedding.vector()))
                .toArray(float[][]::new);
    }

    private static float[] normalised(float[] vector) {
        double squares = 0;
        for (float value : vector) {
            squares += (double) value * value;
        }
        double length = Math.sqrt(squares);
        float[] result = new float[vector.length];
        for (int i = 0; i < vector.length; i++) {
            result[i] = (float) (vector[i] / length);
        }
        return result;
    }
}

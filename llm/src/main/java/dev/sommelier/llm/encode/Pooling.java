package dev.sommelier.llm.encode;

import dev.sommelier.core.SommelierException;
import dev.sommelier.llm.gguf.GgufFile;

/// How the vectors of a text's tokens become the text's vector.
enum Pooling {
    MEAN,
    FIRST,
    LAST;

    /// What a model file asks for (`enum llama_pooling_type`); the mean where it says nothing.
    ///
    /// @throws SommelierException if it gives ranks and no vectors
    static Pooling of(GgufFile header) {
        int number = header.metadata().get(header.architecture() + ".pooling_type") instanceof Number value
                ? value.intValue()
                : 1;
        return switch (number) {
            case 0, 1 -> MEAN;
            case 2 -> FIRST;
            case 3 -> LAST;
            default ->
                throw new SommelierException("The model gives no vectors (pooling type " + number
                        + ", as rerankers have); choose an embedding model.");
        };
    }

    /// @param tokens at least one vector
    float[] pool(float[][] tokens) {
        return switch (this) {
            case FIRST -> tokens[0];
            case LAST -> tokens[tokens.length - 1];
            case MEAN -> mean(tokens);
        };
    }

    private static float[] mean(float[][] tokens) {
        double[] sum = new double[tokens[0].length];
        for (float[] token : tokens) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += token[i];
            }
        }
        float[] result = new float[sum.length];
        for (int i = 0; i < sum.length; i++) {
            result[i] = (float) (sum[i] / tokens.length);
        }
        return result;
    }
}

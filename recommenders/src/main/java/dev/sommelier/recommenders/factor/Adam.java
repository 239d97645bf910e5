package dev.sommelier.recommenders.factor;

import dev.sommelier.recommenders.Workers;

/// The Adam optimiser over one array of parameters.
///
/// Source: Kingma and Ba, *Adam: a method for stochastic optimization*, ICLR 2015; its constants are the paper's.
final class Adam {
    private static final float FIRST = 0.9f;
    private static final float SECOND = 0.999f;
    private static final float EPSILON = 1e-8f;
    private static final int BLOCK = 8192;

    private final double rate;
    private final float[] mean;
    private final float[] square;
    private int steps;

    Adam(double rate, int parameters) {
        this.rate = rate;
        this.mean = new float[parameters];
        this.square = new float[parameters];
    }

    /// Moves the parameters against their gradient, on all threads.
    void step(float[] parameters, float[] gradient) {
        steps++;
        float length = (float) (rate / (1 - Math.pow(FIRST, steps)));
        float correction = (float) (1 / (1 - Math.pow(SECOND, steps)));
        Workers.run((parameters.length + BLOCK - 1) / BLOCK, () -> 0, (none, block) -> {
            int end = Math.min((block + 1) * BLOCK, parameters.length);
            step(parameters, gradient, block * BLOCK, end, length, correction);
        });
    }

    private void step(float[] parameters, float[] gradient, int from, int end, float length, float correction) {
        for (int i = from; i < end; i++) {
            float g = gradient[i];
            mean[i] = FIRST * mean[i] + (1 - FIRST) * g;
            square[i] = SECOND * square[i] + (1 - SECOND) * g * g;
            parameters[i] -= length * mean[i] / ((float) Math.sqrt(square[i] * correction) + EPSILON);
        }
    }
}

package dev.sommelier.recommenders.factor;

import dev.sommelier.recommenders.store.ModelParameters;

/// How [LightGcn] is trained.
///
/// @param factors the length of all vectors, from 1 to 4,096
/// @param layers how often vectors are passed on to the neighbours, at least 1; 3 is usual
/// @param learningRate of Adam, above 0
/// @param regularization the weight of the squared start vectors of a contact, at least 0
/// @param batch the contacts of one step, at least 1
/// @param epochs how often every contact is visited, at least 1
/// @param seed of the start, of the order of contacts and of the negatives
public record LightGcnOptions(
        int factors, int layers, double learningRate, double regularization, int batch, int epochs, long seed) {
    public LightGcnOptions {
        if (factors < 1 || factors > Factors.MOST) {
            throw new IllegalArgumentException("factors must be from 1 to " + Factors.MOST + ", got " + factors);
        }
        if (layers < 1 || batch < 1 || epochs < 1) {
            throw new IllegalArgumentException(
                    "layers, batch and epochs must be at least 1, got " + layers + ", " + batch + " and " + epochs);
        }
        if (!(learningRate > 0) || Double.isInfinite(learningRate)) {
            throw new IllegalArgumentException("learningRate must be a number above 0, got " + learningRate);
        }
        if (!(regularization >= 0) || Double.isInfinite(regularization)) {
            throw new IllegalArgumentException("regularization must be a number of at least 0, got " + regularization);
        }
    }

    /// From named values as `LightGcn.parameters()` has them.
    ///
    /// @throws dev.sommelier.core.SommelierException if one is missing or not a number
    public static LightGcnOptions of(ModelParameters values) {
        return new LightGcnOptions(
                values.integer("factors"),
                values.integer("layers"),
                values.number("rate"),
                values.number("reg"),
                values.integer("batch"),
                values.integer("epochs"),
                values.whole("seed"));
    }

    /// 64 factors, 2 layers, learning rate .01, regularization .001, batches of 8,192, 160 epochs.
    public static LightGcnOptions defaults(long seed) {
        return new LightGcnOptions(64, 2, 0.01, 1e-3, 8192, 160, seed);
    }
}

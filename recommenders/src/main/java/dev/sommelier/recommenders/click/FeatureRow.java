package dev.sommelier.recommenders.click;

import java.util.Arrays;

/// The features that are not 0, in the order they were added. Reused from example to example.
final class FeatureRow {
    private int[] features = new int[64];
    private double[] values = new double[64];
    private int size;

    void clear() {
        size = 0;
    }

    void add(int feature, double value) {
        if (size == features.length) {
            features = Arrays.copyOf(features, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        features[size] = feature;
        values[size++] = value;
    }

    int size() {
        return size;
    }

    int feature(int i) {
        return features[i];
    }

    double value(int i) {
        return values[i];
    }
}

package dev.sommelier.recommenders.store;

/// An array of a [StoredModel], in memory or mapped from a file.
public sealed interface StoredArray permits DoubleArray, FloatArray, IntArray, TextArray {
    /// The number of elements.
    long size();
}

package dev.sommelier.core;

import java.util.List;

/// Turns texts into vectors whose dot product says how alike the texts are.
public interface TextEncoder {
    /// The name that provenance shows, such as `all-MiniLM-L6-v2 (quantised)`.
    String name();

    /// One vector of length 1 for each text, in order: `texts x dimensions`.
    float[][] encode(List<String> texts);
}

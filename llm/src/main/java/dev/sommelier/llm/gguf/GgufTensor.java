package dev.sommelier.llm.gguf;

import java.util.List;

/// A row of a file's tensor table.
///
/// @param dimensions the length of a row first
/// @param type ggml's number of the kind of weights
/// @param offset where its bytes begin, counted from the first tensor's
record GgufTensor(String name, List<Long> dimensions, int type, long offset) {
    GgufTensor {
        dimensions = List.copyOf(dimensions);
    }

    TensorType kind() {
        return TensorType.of(type, name);
    }

    long rowElements() {
        return dimensions.getFirst();
    }

    long rows() {
        return dimensions.stream().skip(1).reduce(1L, Math::multiplyExact);
    }

    long bytes() {
        return kind().bytes(Math.multiplyExact(rowElements(), rows()), name);
    }
}

package dev.sommelier.llm.store;

import dev.sommelier.core.SommelierException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// Kinds of weights that a model can be written anew with.
public enum Quantization {
    /// 4 bits and a factor for every 32 weights: smallest, and read fastest on a CPU.
    Q4_0(2, 2),
    /// The same with an offset.
    Q4_1(3, 3),
    /// 5 bits.
    Q5_0(8, 6),
    /// 5 bits with an offset.
    Q5_1(9, 7),
    /// 8 bits.
    Q8_0(7, 8),
    /// Half-precision floats: large, but read alike by every engine.
    F16(1, 1);

    private final int fileType;
    private final int tensorType;

    Quantization(int fileType, int tensorType) {
        this.fileType = fileType;
        this.tensorType = tensorType;
    }

    /// The number that llama.cpp gives a file of it (`enum llama_ftype`).
    int fileType() {
        return fileType;
    }

    /// The number that ggml gives such weights (`enum ggml_type`).
    int tensorType() {
        return tensorType;
    }

    /// Its name as users write it, such as `q4_0`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The kind of this name.
    ///
    /// @throws SommelierException if there is none, naming those there are
    public static Quantization of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new SommelierException("there are no weights \"" + word + "\"; known are "
                        + Arrays.stream(values()).map(Quantization::word).collect(Collectors.joining(", "))));
    }
}

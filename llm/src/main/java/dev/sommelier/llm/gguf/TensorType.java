package dev.sommelier.llm.gguf;

import java.util.Map;

/// How a tensor's numbers are packed: so many elements in a block of so many bytes. The kind is ggml's own word for it.
///
/// Numbers and sizes are those of `enum ggml_type` in llama.cpp b4916.
record TensorType(String kind, int elements, int bytes) {
    private static final Map<Integer, TensorType> TYPES = Map.ofEntries(
            Map.entry(0, new TensorType("f32", 1, 4)),
            Map.entry(1, new TensorType("f16", 1, 2)),
            Map.entry(2, new TensorType("q4_0", 32, 18)),
            Map.entry(3, new TensorType("q4_1", 32, 20)),
            Map.entry(6, new TensorType("q5_0", 32, 22)),
            Map.entry(7, new TensorType("q5_1", 32, 24)),
            Map.entry(8, new TensorType("q8_0", 32, 34)),
            Map.entry(10, new TensorType("q2_K", 256, 84)),
            Map.entry(11, new TensorType("q3_K", 256, 110)),
            Map.entry(12, new TensorType("q4_K", 256, 144)),
            Map.entry(13, new TensorType("q5_K", 256, 176)),
            Map.entry(14, new TensorType("q6_K", 256, 210)),
            Map.entry(16, new TensorType("iq2_xxs", 256, 66)),
            Map.entry(17, new TensorType("iq2_xs", 256, 74)),
            Map.entry(18, new TensorType("iq3_xxs", 256, 98)),
            Map.entry(19, new TensorType("iq1_s", 256, 50)),
            Map.entry(20, new TensorType("iq4_nl", 32, 18)),
            Map.entry(21, new TensorType("iq3_s", 256, 110)),
            Map.entry(22, new TensorType("iq2_s", 256, 82)),
            Map.entry(23, new TensorType("iq4_xs", 256, 136)),
            Map.entry(24, new TensorType("i8", 1, 1)),
            Map.entry(25, new TensorType("i16", 1, 2)),
            Map.entry(26, new TensorType("i32", 1, 4)),
            Map.entry(27, new TensorType("i64", 1, 8)),
            Map.entry(28, new TensorType("f64", 1, 8)),
            Map.entry(29, new TensorType("iq1_m", 256, 56)),
            Map.entry(30, new TensorType("bf16", 1, 2)),
            Map.entry(34, new TensorType("tq1_0", 256, 54)),
            Map.entry(35, new TensorType("tq2_0", 256, 66)));

    /// Whether it holds weights: integers do not.
    boolean isWeight() {
        return !kind.startsWith("i") || kind.startsWith("iq");
    }

    static TensorType of(int number, String tensor) {
        var type = TYPES.get(number);
        if (type == null) {
            throw new GgufReader.Damaged(
                    "tensor \"" + tensor + "\" has type " + number + ", which llama.cpp b4916 does not know");
        }
        return type;
    }

    /// The size of so many elements.
    long bytes(long count, String tensor) {
        if (count % elements != 0 || count / elements > Long.MAX_VALUE / 1024) {
            throw new GgufReader.Damaged(
                    "tensor \"" + tensor + "\" has " + count + " elements, not a multiple of " + elements);
        }
        return count / elements * bytes;
    }
}

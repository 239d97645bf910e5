package dev.sommelier.llm.ffi;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.HashMap;
import java.util.Map;

/// ggml's own conversions between kinds of weights, row by row. The library that java-llama.cpp ships has no
/// `llama_model_quantize`, but these are what that function calls. Not safe for use by several threads at once.
public final class NativeQuantizer {
    private final Functions functions;
    private final MethodHandle quantize;
    private final Map<String, MethodHandle> readers = new HashMap<>();

    NativeQuantizer(Functions functions) {
        this.functions = functions;
        this.quantize = functions.returning(
                JAVA_LONG, "ggml_quantize_chunk", JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, JAVA_LONG, JAVA_LONG, ADDRESS);
    }

    /// Turns weights into 32-bit floats.
    ///
    /// @param kind ggml's name of the packed kind, such as `q4_1`, `q6_K` or `f16`
    /// @param elements the number of weights
    public void read(String kind, MemorySegment packed, MemorySegment floats, long elements) {
        var reader = readers.computeIfAbsent(
                kind, name -> functions.returningNothing(reader(name), ADDRESS, ADDRESS, JAVA_LONG));
        try {
            reader.invokeExact(packed, floats, elements);
        } catch (Throwable e) {
            throw Functions.broken(e);
        }
    }

    private static String reader(String kind) {
        return switch (kind) {
            case "f16" -> "ggml_fp16_to_fp32_row";
            case "bf16" -> "ggml_bf16_to_fp32_row";
            default -> "dequantize_row_" + kind;
        };
    }

    /// Packs 32-bit floats.
    ///
    /// @param type ggml's number of the kind
    /// @param rowElements the number of weights of a row, a multiple of the kind's block
    /// @return the number of bytes written
    public long write(int type, MemorySegment floats, MemorySegment packed, long rows, long rowElements) {
        try {
            return (long) quantize.invokeExact(type, floats, packed, 0L, rows, rowElements, MemorySegment.NULL);
        } catch (Throwable e) {
            throw Functions.broken(e);
        }
    }
}

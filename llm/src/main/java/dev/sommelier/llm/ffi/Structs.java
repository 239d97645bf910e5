package dev.sommelier.llm.ffi;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.sommelier.core.SommelierException;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.util.List;

/// The structs of llama.cpp b4916 that cross the border by value, and the check that a library really has them.
final class Structs {
    static final StructLayout MODEL_PARAMS = MemoryLayout.structLayout(
            ADDRESS.withName("devices"),
            JAVA_INT.withName("n_gpu_layers"),
            JAVA_INT.withName("split_mode"),
            JAVA_INT.withName("main_gpu"),
            MemoryLayout.paddingLayout(4),
            ADDRESS.withName("tensor_split"),
            ADDRESS.withName("progress_callback"),
            ADDRESS.withName("progress_callback_user_data"),
            ADDRESS.withName("kv_overrides"),
            JAVA_BYTE.withName("vocab_only"),
            JAVA_BYTE.withName("use_mmap"),
            JAVA_BYTE.withName("use_mlock"),
            JAVA_BYTE.withName("check_tensors"),
            MemoryLayout.paddingLayout(4));

    static final StructLayout CONTEXT_PARAMS = MemoryLayout.structLayout(
            JAVA_INT.withName("n_ctx"),
            JAVA_INT.withName("n_batch"),
            JAVA_INT.withName("n_ubatch"),
            JAVA_INT.withName("n_seq_max"),
            JAVA_INT.withName("n_threads"),
            JAVA_INT.withName("n_threads_batch"),
            JAVA_INT.withName("rope_scaling_type"),
            JAVA_INT.withName("pooling_type"),
            JAVA_INT.withName("attention_type"),
            JAVA_FLOAT.withName("rope_freq_base"),
            JAVA_FLOAT.withName("rope_freq_scale"),
            JAVA_FLOAT.withName("yarn_ext_factor"),
            JAVA_FLOAT.withName("yarn_attn_factor"),
            JAVA_FLOAT.withName("yarn_beta_fast"),
            JAVA_FLOAT.withName("yarn_beta_slow"),
            JAVA_INT.withName("yarn_orig_ctx"),
            JAVA_FLOAT.withName("defrag_thold"),
            MemoryLayout.paddingLayout(4),
            ADDRESS.withName("cb_eval"),
            ADDRESS.withName("cb_eval_user_data"),
            JAVA_INT.withName("type_k"),
            JAVA_INT.withName("type_v"),
            JAVA_BYTE.withName("logits_all"),
            JAVA_BYTE.withName("embeddings"),
            JAVA_BYTE.withName("offload_kqv"),
            JAVA_BYTE.withName("flash_attn"),
            JAVA_BYTE.withName("no_perf"),
            MemoryLayout.paddingLayout(3),
            ADDRESS.withName("abort_callback"),
            ADDRESS.withName("abort_callback_data"));

    static final StructLayout BATCH = MemoryLayout.structLayout(
            JAVA_INT.withName("n_tokens"),
            MemoryLayout.paddingLayout(4),
            ADDRESS.withName("token"),
            ADDRESS.withName("embd"),
            ADDRESS.withName("pos"),
            ADDRESS.withName("n_seq_id"),
            ADDRESS.withName("seq_id"),
            ADDRESS.withName("logits"));

    static final StructLayout CHAT_MESSAGE =
            MemoryLayout.structLayout(ADDRESS.withName("role"), ADDRESS.withName("content"));

    /// The default context parameters of b4916 in struct order, from `n_ctx` to `yarn_orig_ctx` as raw 32-bit words.
    private static final List<Integer> CONTEXT_DEFAULTS =
            List.of(512, 2048, 512, 1, 4, 4, -1, -1, -1, 0, 0, bits(-1), bits(1), bits(32), bits(1), 0, bits(-1));

    private Structs() {}

    /// Refuses a library whose default parameters are not those of b4916: calling it would corrupt memory.
    static void check(MemorySegment modelDefaults, MemorySegment contextDefaults) {
        for (int i = 0; i < CONTEXT_DEFAULTS.size(); i++) {
            expect("context parameter word " + i, CONTEXT_DEFAULTS.get(i), contextDefaults.getAtIndex(JAVA_INT, i));
        }
        expect("context type_k", 1, getInt(CONTEXT_PARAMS, contextDefaults, "type_k"));
        expect("context type_v", 1, getInt(CONTEXT_PARAMS, contextDefaults, "type_v"));
        expect("context offload_kqv", 1, getByte(CONTEXT_PARAMS, contextDefaults, "offload_kqv"));
        expect("context no_perf", 1, getByte(CONTEXT_PARAMS, contextDefaults, "no_perf"));
        expect("model split_mode", 1, getInt(MODEL_PARAMS, modelDefaults, "split_mode"));
        expect("model vocab_only", 0, getByte(MODEL_PARAMS, modelDefaults, "vocab_only"));
        expect("model use_mmap", 1, getByte(MODEL_PARAMS, modelDefaults, "use_mmap"));
        expect("model check_tensors", 0, getByte(MODEL_PARAMS, modelDefaults, "check_tensors"));
    }

    /// Refuses a library that lays a batch out in another way: of an empty batch for 8 tokens with room made by the
    /// library itself, exactly the five arrays that b4916 has for tokens are there.
    static void checkBatch(MemorySegment batch) {
        expect("batch n_tokens", 0, getInt(BATCH, batch, "n_tokens"));
        expect("batch embd", 0, isSet(batch, "embd"));
        for (var field : List.of("token", "pos", "n_seq_id", "seq_id", "logits")) {
            expect("batch " + field, 1, isSet(batch, field));
        }
    }

    private static int isSet(MemorySegment batch, String field) {
        return batch.get(ADDRESS, offset(BATCH, field)).equals(MemorySegment.NULL) ? 0 : 1;
    }

    private static void expect(String what, int expected, int actual) {
        if (expected != actual) {
            throw new SommelierException("The native library is not llama.cpp b4916: default of " + what + " is "
                    + actual + ", expected " + expected
                    + "; use the library that java-llama.cpp 4.2.0 ships or builds, or serve the"
                    + " model and use --server URL.");
        }
    }

    static int getInt(StructLayout layout, MemorySegment struct, String field) {
        return struct.get(JAVA_INT, offset(layout, field));
    }

    static int getByte(StructLayout layout, MemorySegment struct, String field) {
        return struct.get(JAVA_BYTE, offset(layout, field));
    }

    static void setInt(StructLayout layout, MemorySegment struct, String field, int value) {
        struct.set(JAVA_INT, offset(layout, field), value);
    }

    static void setByte(StructLayout layout, MemorySegment struct, String field, int value) {
        struct.set(JAVA_BYTE, offset(layout, field), (byte) value);
    }

    static void setAddress(StructLayout layout, MemorySegment struct, String field, MemorySegment value) {
        struct.set(ADDRESS, offset(layout, field), value);
    }

    private static long offset(StructLayout layout, String field) {
        return layout.byteOffset(PathElement.groupElement(field));
    }

    private static int bits(float value) {
        return Float.floatToRawIntBits(value);
    }
}

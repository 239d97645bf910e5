package dev.sommelier.llm.ffi;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.sommelier.core.SommelierException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.invoke.MethodHandle;

/// The bound functions that take a context: decoding, logits, and the key-value cache.
final class ContextFunctions {
    private static final int POOLING_NONE = 0;

    private final MethodHandle defaultParams;
    private final MethodHandle init;
    private final MethodHandle free;
    private final MethodHandle decode;
    private final MethodHandle logits;
    private final MethodHandle remove;
    private final MethodHandle copy;
    private final MethodHandle keep;
    private final MethodHandle clear;
    private final MethodHandle embeddings;
    private final MethodHandle batchInit;
    private final MethodHandle batchFree;
    private final MethodHandle stateSize;
    private final MethodHandle stateGet;
    private final MethodHandle stateSet;
    private final MethodHandle setAdapter;

    ContextFunctions(Functions c) {
        defaultParams = c.returning(Structs.CONTEXT_PARAMS, "llama_context_default_params");
        init = c.returning(ADDRESS, "llama_init_from_model", ADDRESS, Structs.CONTEXT_PARAMS);
        free = c.returningNothing("llama_free", ADDRESS);
        decode = c.returning(JAVA_INT, "llama_decode", ADDRESS, Structs.BATCH);
        logits = c.returning(ADDRESS, "llama_get_logits_ith", ADDRESS, JAVA_INT);
        remove = c.returning(JAVA_BOOLEAN, "llama_kv_self_seq_rm", ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT);
        copy = c.returningNothing("llama_kv_self_seq_cp", ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT);
        keep = c.returningNothing("llama_kv_self_seq_keep", ADDRESS, JAVA_INT);
        clear = c.returningNothing("llama_kv_self_clear", ADDRESS);
        embeddings = c.returning(ADDRESS, "llama_get_embeddings_ith", ADDRESS, JAVA_INT);
        batchInit = c.returning(Structs.BATCH, "llama_batch_init", JAVA_INT, JAVA_INT, JAVA_INT);
        batchFree = c.returningNothing("llama_batch_free", Structs.BATCH);
        stateSize = c.returning(JAVA_LONG, "llama_state_seq_get_size", ADDRESS, JAVA_INT);
        stateGet = c.returning(JAVA_LONG, "llama_state_seq_get_data", ADDRESS, ADDRESS, JAVA_LONG, JAVA_INT);
        setAdapter = c.returning(JAVA_INT, "llama_set_adapter_lora", ADDRESS, ADDRESS, JAVA_FLOAT);
        stateSet = c.returning(JAVA_LONG, "llama_state_seq_set_data", ADDRESS, ADDRESS, JAVA_LONG, JAVA_INT);
    }

    MemorySegment defaultParams(SegmentAllocator allocator) {
        try {
            return (MemorySegment) defaultParams.invokeExact(allocator);
        } catch (Throwable e) {
            throw Functions.broken(e);
        }
    }

    MemorySegment create(MemorySegment model, int contextTokens, int batchTokens, int threads, boolean flashAttention) {
        try (var arena = Arena.ofConfined()) {
            var params = defaultParams(arena);
            Structs.setInt(Structs.CONTEXT_PARAMS, params, "n_ctx", contextTokens);
            Structs.setInt(Structs.CONTEXT_PARAMS, params, "n_batch", batchTokens);
            Structs.setInt(Structs.CONTEXT_PARAMS, params, "n_ubatch", batchTokens);
            Structs.setInt(Structs.CONTEXT_PARAMS, params, "n_threads", threads);
            Structs.setInt(Structs.CONTEXT_PARAMS, params, "n_threads_batch", threads);
            Structs.setByte(Structs.CONTEXT_PARAMS, params, "flash_attn", flashAttention ? 1 : 0);
            return (MemorySegment) init.invokeExact(model, params);
        } catch (Throwable e) {
            throw Functions.broken(e);
        }
    }

    /// A context that turns tokens into vectors, which are not pooled: b4916 ends the process (an assertion) when it
    /// shall pool by the mean with a model that also writes.
    MemorySegment createEmbedding(MemorySegment model, int tokens, int threads) {
        try (var arena = Arena.ofConfined()) {
            var params = defaultParams(arena);
            for (var field : new String[] {"n_ctx", "n_batch", "n_ubatch"}) {
                Structs.setInt(Structs.CONTEXT_PARAMS, params, field, tokens);
            }
            Structs.setInt(Structs.CONTEXT_PARAMS, params, "n_threads", threads);
            Structs.setInt(Structs.CONTEXT_PARAMS, params, "n_threads_batch", threads);
            Structs.setInt(Structs.CONTEXT_PARAMS, params, "pooling_type", POOLING_NONE);
            Structs.setByte(Structs.CONTEXT_PARAMS, params, "embeddings", 1);
            return (MemorySegment) init.invokeExact(model, params);
        } catch (Throwable e) {
            throw Functions.broken(e);
        }
    }

    /// Lets the library make a batch and checks how it lies in memory.
    void checkBatch() {
        try (var arena = Arena.ofConfined()) {
            var batch = (MemorySegment) batchInit.invokeExact((SegmentAllocator) arena, 8, 0, 1);
            Structs.checkBatch(batch);
            batchFree.invokeExact(batch);
        } catch (SommelierException e) {
            throw e;
        } catch (Throwable e) {
            throw Functions.broken(e);
        }
    }

    /// @return 0, or below 0 for an error
    int setAdapter(MemorySegment context, MemorySegment adapter, float scale) {
        try {
            return (int) setAdapter.invokeExact(context, adapter, scale);
        } catch (Throwable e) {
            throw Functions.broken(e);
        }
    }

    /// Forgets everything.
    void clear(MemorySegment context) {
        try {
            clear.invokeExact(context);
        } catch (Throwable e) {
            throw Functions.broken(e);
        }
    }

    /// @return NULL if there is none
    MemorySegment embeddings(MemorySegment context, int indexInBatch) {
        try {
            return (MemorySegment) embeddings.invokeExact(context, indexInBatch);
        } catch (Throwable e) {
            throw Functions.broken(e);
        }
    }

    void free(MemorySegment context) {
        try {
            free.invokeExact(context);
        } catch (Throwable e) {
            throw Functions.broken(e);
        }
    }

    /// @return 0, or why it did not decode: 1 for no room, below 0 for an error
    int decode(MemorySegment context, MemorySegment batch) {
        try {
            return (int) decode.invokeExact(context, batch);
        } catch (Throwable e) {
            throw Functions.broken(e);
        }
    }

    MemorySegment logits(MemorySegment context, int indexInBatch) {
        try {
            return (MemorySegment) logits.invokeExact(context, indexInBatch);
        } catch (Throwable e) {
            throw Functions.broken(e);
        }
    }

    boolean remove(MemorySegment context, int sequence, int from, int to) {
        try {
            return (boolean) remove.invokeExact(context, sequence, from, to);
        } catch (Throwable e) {
            throw Functions.broken(e);
        }
    }

    /// Lets a sequence also hold what another one holds from position 0 to `to`.
    void copy(MemorySegment context, int source, int target, int to) {
        try {
            copy.invokeExact(context, source, target, 0, to);
        } catch (Throwable e) {
            throw Functions.broken(e);
        }
    }

    /// Forgets all sequences but one.
    void keep(MemorySegment context, int sequence) {
        try {
            keep.invokeExact(context, sequence);
        } catch (Throwable e) {
            throw Functions.broken(e);
        }
    }

    long stateSize(MemorySegment context, int sequence) {
        try {
            return (long) stateSize.invokeExact(context, sequence);
        } catch (Throwable e) {
            throw Functions.broken(e);
        }
    }

    long stateGet(MemorySegment context, MemorySegment buffer, int sequence) {
        try {
            return (long) stateGet.invokeExact(context, buffer, buffer.byteSize(), sequence);
        } catch (Throwable e) {
            throw Functions.broken(e);
        }
    }

    long stateSet(MemorySegment context, MemorySegment state, int sequence) {
        try {
            return (long) stateSet.invokeExact(context, state, state.byteSize(), sequence);
        } catch (Throwable e) {
            throw Functions.broken(e);
        }
    }
}

package dev.sommelier.llm.ffi;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

/// The bound functions that take a model or its vocabulary.
final class ModelFunctions {
    private final MethodHandle defaultParams;
    private final MethodHandle load;
    private final MethodHandle free;
    private final MethodHandle vocab;
    private final MethodHandle contextTrain;
    private final MethodHandle metaValue;
    private final MethodHandle tokenCount;
    private final MethodHandle addBos;
    private final MethodHandle isEog;
    private final MethodHandle attributes;
    private final MethodHandle tokenize;
    private final MethodHandle piece;
    private final MethodHandle applyTemplate;
    private final MethodHandle width;
    private final MethodHandle adapterInit;
    private final MethodHandle adapterFree;

    ModelFunctions(Functions c) {
        defaultParams = c.returning(Structs.MODEL_PARAMS, "llama_model_default_params");
        load = c.returning(ADDRESS, "llama_model_load_from_file", ADDRESS, Structs.MODEL_PARAMS);
        free = c.returningNothing("llama_model_free", ADDRESS);
        vocab = c.returning(ADDRESS, "llama_model_get_vocab", ADDRESS);
        contextTrain = c.returning(JAVA_INT, "llama_model_n_ctx_train", ADDRESS);
        metaValue = c.returning(JAVA_INT, "llama_model_meta_val_str", ADDRESS, ADDRESS, ADDRESS, JAVA_LONG);
        tokenCount = c.returning(JAVA_INT, "llama_vocab_n_tokens", ADDRESS);
        addBos = c.returning(JAVA_BOOLEAN, "llama_vocab_get_add_bos", ADDRESS);
        isEog = c.returning(JAVA_BOOLEAN, "llama_vocab_is_eog", ADDRESS, JAVA_INT);
        attributes = c.returning(JAVA_INT, "llama_vocab_get_attr", ADDRESS, JAVA_INT);
        tokenize = c.returning(
                JAVA_INT, "llama_tokenize", ADDRESS, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT, JAVA_BOOLEAN, JAVA_BOOLEAN);
        piece = c.returning(
                JAVA_INT, "llama_token_to_piece", ADDRESS, JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, JAVA_BOOLEAN);
        width = c.returning(JAVA_INT, "llama_model_n_embd", ADDRESS);
        adapterInit = c.returning(ADDRESS, "llama_adapter_lora_init", ADDRESS, ADDRESS);
        adapterFree = c.returningNothing("llama_adapter_lora_free", ADDRESS);
        applyTemplate = c.returning(
                JAVA_INT, "llama_chat_apply_template", ADDRESS, ADDRESS, JAVA_LONG, JAVA_BOOLEAN, ADDRESS, JAVA_INT);
    }

    MemorySegment defaultParams(SegmentAllocator allocator) {
        try {
            return (MemorySegment) defaultParams.invokeExact(allocator);
        } catch (Throwable e) {
            throw Functions.broken(e);
        }
    }

    MemorySegment load(Path file, int gpuLayers) {
        try (var arena = Arena.ofConfined()) {
            var params = defaultParams(arena);
            Structs.setInt(Structs.MODEL_PARAMS, params, "n_gpu_layers", gpuLayers);
            return (MemorySegment) load.invokeExact(arena.allocateFrom(file.toString()), params);
        } catch (Throwable e) {
            throw Functions.broken(e);
        }
    }

    void free(MemorySegment model) {
        try {
            free.invokeExact(model);
        } catch (Throwable e) {
            throw Functions.broken(e);
        }
    }

    /// @return NULL if the file does not fit the model
    MemorySegment adapter(MemorySegment model, Path file) {
        try (var arena = Arena.ofConfined()) {
            return (MemorySegment) adapterInit.invokeExact(model, arena.allocateFrom(file.toString()));
        } catch (Throwable e) {
            throw Functions.broken(e);
        }
    }

    void freeAdapter(MemorySegment adapter) {
        try {
            adapterFree.invokeExact(adapter);
        } catch (Throwable e) {
            throw Functions.broken(e);
        }
    }

    MemorySegment vocab(MemorySegment model) {
        try {
            return (MemorySegment) vocab.invokeExact(model);
        } catch (Throwable e) {
            throw Functions.broken(e);
        }
    }

    int contextTrain(MemorySegment model) {
        try {
            return (int) contextTrain.invokeExact(model);
        } catch (Throwable e) {
            throw Functions.broken(e);
        }
    }

    int width(MemorySegment model) {
        try {
            return (int) width.invokeExact(model);
        } catch (Throwable e) {
            throw Functions.broken(e);
        }
    }

    /// @return the length of the value, negative if there is none; the buffer receives as much as fits
    int metaValue(MemorySegment model, MemorySegment key, MemorySegment buffer) {
        try {
            return (int) metaValue.invokeExact(model, key, buffer, buffer.byteSize());
        } catch (Throwable e) {
            throw Functions.broken(e);
        }
    }

    int tokenCount(MemorySegment vocab) {
        try {
            return (int) tokenCount.invokeExact(vocab);
        } catch (Throwable e) {
            throw Functions.broken(e);
        }
    }

    boolean addBos(MemorySegment vocab) {
        try {
            return (boolean) addBos.invokeExact(vocab);
        } catch (Throwable e) {
            throw Functions.broken(e);
        }
    }

    boolean isEog(MemorySegment vocab, int token) {
        try {
            return (boolean) isEog.invokeExact(vocab, token);
        } catch (Throwable e) {
            throw Functions.broken(e);
        }
    }

    int attributes(MemorySegment vocab, int token) {
        try {
            return (int) attributes.invokeExact(vocab, token);
        } catch (Throwable e) {
            throw Functions.broken(e);
        }
    }

    /// @return the number of tokens, or minus the number that would be needed
    int tokenize(MemorySegment vocab, MemorySegment utf8, MemorySegment tokens, boolean addSpecial, boolean special) {
        try {
            return (int) tokenize.invokeExact(
                    vocab,
                    utf8,
                    Math.toIntExact(utf8.byteSize()),
                    tokens,
                    Math.toIntExact(tokens.byteSize() / Integer.BYTES),
                    addSpecial,
                    special);
        } catch (Throwable e) {
            throw Functions.broken(e);
        }
    }

    /// @return the number of bytes, or minus the number that would be needed
    int piece(MemorySegment vocab, int token, MemorySegment buffer, boolean special) {
        try {
            return (int) piece.invokeExact(vocab, token, buffer, Math.toIntExact(buffer.byteSize()), 0, special);
        } catch (Throwable e) {
            throw Functions.broken(e);
        }
    }

    /// @return the length of the text, negative for a template that llama.cpp does not know
    int applyTemplate(MemorySegment template, MemorySegment messages, boolean openReply, MemorySegment buffer) {
        long count = messages.byteSize() / Structs.CHAT_MESSAGE.byteSize();
        try {
            return (int) applyTemplate.invokeExact(
                    template, messages, count, openReply, buffer, Math.toIntExact(buffer.byteSize()));
        } catch (Throwable e) {
            throw Functions.broken(e);
        }
    }
}

package dev.sommelier.llm.ffi;

import java.lang.foreign.MemorySegment;

/// Low-rank changes of a model's weights (LoRA), loaded for that model. To be closed after every context that uses it
/// and before the model.
public final class NativeAdapter implements AutoCloseable {
    private final ModelFunctions functions;
    private final MemorySegment adapter;

    NativeAdapter(ModelFunctions functions, MemorySegment adapter) {
        this.functions = functions;
        this.adapter = adapter;
    }

    MemorySegment pointer() {
        return adapter;
    }

    @Override
    public void close() {
        functions.freeAdapter(adapter);
    }
}

package dev.sommelier.llm.cache;

import dev.sommelier.core.Provenance;
import dev.sommelier.llm.Capabilities;
import dev.sommelier.llm.LanguageModel;
import dev.sommelier.llm.call.Call;
import dev.sommelier.llm.call.CallModel;
import java.util.concurrent.atomic.AtomicLong;

/// Answers calls that were answered before from a store, and keeps the engine's answers to the others before it gives
/// them away. A failed call is never kept.
public abstract class KeepingModel extends CallModel {
    private final LanguageModel engine;
    private final ResponseStore store;
    private final Source source;
    private final AtomicLong hits = new AtomicLong();

    /// @param source the engine, as the store knows it
    /// @param engine answers what the store does not; closed with this
    /// @param store closed with this
    protected KeepingModel(Source source, LanguageModel engine, ResponseStore store) {
        this.source = source;
        this.engine = engine;
        this.store = store;
        store.register(source);
    }

    @Override
    protected final <A> A answer(Call<A> call) {
        var key = store.key(source, call);
        var kept = store.find(key);
        if (kept.isPresent()) {
            hits.addAndGet(call.size());
            return call.form().read().apply(kept.get());
        }
        var answer = call.ask(engine);
        store.keep(key, source, call, call.form().write().apply(answer));
        return answer;
    }

    /// The number of prompts answered from the store.
    public final long hits() {
        return hits.get();
    }

    @Override
    public final String description() {
        return engine.description();
    }

    @Override
    public final Provenance provenance() {
        return source.provenance();
    }

    @Override
    public final Capabilities capabilities() {
        return engine.capabilities();
    }

    @Override
    public final void close() {
        try (store) {
            engine.close();
        }
    }
}

package dev.sommelier.llm.cache;

import dev.sommelier.core.Provenance;
import dev.sommelier.llm.Capabilities;
import dev.sommelier.llm.LanguageModel;
import dev.sommelier.llm.Tokens;
import dev.sommelier.llm.call.Call;
import dev.sommelier.llm.call.CallModel;
import java.util.concurrent.atomic.AtomicLong;

/// Answers calls that were answered before from a store, and puts the others to an engine.
///
/// The key of a call is the SHA-256 over everything that can change its answer: the engine's provenance (model file or
/// server model, engine and version, context, seed), the way of asking, messages with their roles, schema, decoding
/// parameters, labels or text. Prompts that were scored together are found together only.
///
/// A hit is told with the usage of the call that made the answer, its time included, so that loops that count tokens
/// go the same way again; how many answers were hits is [#hits()]. A failed call is never kept.
public final class CachedModel extends CallModel {
    private final LanguageModel engine;
    private final ResponseStore store;
    private final Source source;
    private final AtomicLong hits = new AtomicLong();

    /// @param name what the user calls the model
    /// @param engine answers what the store does not; closed with this
    /// @param store closed with this
    public CachedModel(String name, LanguageModel engine, ResponseStore store) {
        this.engine = engine;
        this.store = store;
        this.source = Source.of(name, engine);
        store.register(source);
    }

    @Override
    protected <A> A answer(Call<A> call) {
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
    public long hits() {
        return hits.get();
    }

    @Override
    public String description() {
        return engine.description();
    }

    @Override
    public Provenance provenance() {
        return source.provenance();
    }

    @Override
    public Capabilities capabilities() {
        return engine.capabilities();
    }

    /// Lengths are cheaper to measure than to look up.
    @Override
    public Tokens tokens() {
        return engine.tokens();
    }

    @Override
    public void close() {
        try (store) {
            engine.close();
        }
    }
}

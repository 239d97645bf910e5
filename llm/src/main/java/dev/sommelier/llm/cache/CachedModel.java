package dev.sommelier.llm.cache;

import dev.sommelier.llm.LanguageModel;
import dev.sommelier.llm.Tokens;

/// Answers calls that were answered before from a store that processes share, and puts the others to an engine.
///
/// The key of a call is the SHA-256 over everything that can change its answer: the engine's provenance (model file or
/// server model, engine and version, context, seed), the way of asking, messages with their roles, schema, decoding
/// parameters, labels or text. Prompts that were scored together are found together only.
///
/// A hit is told with the usage of the call that made the answer, its time included, so that loops that count tokens
/// go the same way again; how many answers were hits is [#hits()].
public final class CachedModel extends KeepingModel {
    private final LanguageModel engine;

    /// @param name what the user calls the model
    /// @param engine answers what the store does not; closed with this
    /// @param store closed with this
    public CachedModel(String name, LanguageModel engine, ResponseStore store) {
        super(Source.of(name, engine), engine, store);
        this.engine = engine;
    }

    /// Lengths are cheaper to measure than to look up.
    @Override
    public Tokens tokens() {
        return engine.tokens();
    }
}

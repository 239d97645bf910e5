package dev.sommelier.llm.record;

import dev.sommelier.core.Provenance;
import dev.sommelier.core.SommelierException;
import dev.sommelier.llm.Capabilities;
import dev.sommelier.llm.LanguageModel;
import dev.sommelier.llm.Tokens;
import dev.sommelier.llm.cache.ResponseStore;
import dev.sommelier.llm.cache.Source;
import dev.sommelier.llm.call.Call;
import dev.sommelier.llm.call.CallModel;
import java.nio.file.Path;

/// Keeps every call with its answer in a file, for [ReplayedModel]: replies, scores and also lengths in tokens, which a
/// replay has no tokenizer for. Each answer is in the file before the caller has it, so a kill loses none.
///
/// Calls that the file holds are answered from it: an interrupted recording goes on where it was. A failed call is not
/// recorded; it is asked again.
public final class RecordingModel extends CallModel {
    private final LanguageModel engine;
    private final ResponseStore store;
    private final Source source;

    /// @param name what the user calls the model
    /// @param engine answers; closed with this
    /// @throws SommelierException if the file cannot be written, or holds answers of another model
    public RecordingModel(String name, LanguageModel engine, Path file) {
        this.engine = engine;
        this.source = Source.of(name, engine);
        this.store = ResponseStore.open(file, ReplayedModel.WHAT, Long.MAX_VALUE);
        store.register(source);
        var first = store.sources().getFirst();
        if (!first.provenance().equals(source.provenance())) {
            store.close();
            throw new SommelierException("the recording " + file + " holds answers of " + first.description()
                    + ", or of that model with other settings; give another --record FILE.");
        }
    }

    @Override
    protected <A> A answer(Call<A> call) {
        var key = store.key(source, call);
        var kept = store.find(key);
        if (kept.isPresent()) {
            return call.form().read().apply(kept.get());
        }
        var answer = call.ask(engine);
        store.keep(key, source, call, call.form().write().apply(answer));
        return answer;
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

    @Override
    public Tokens tokens() {
        return tokensByCalls(source.tokens());
    }

    @Override
    public void close() {
        try (store) {
            engine.close();
        }
    }
}

package dev.sommelier.llm.record;

import dev.sommelier.core.Provenance;
import dev.sommelier.core.SommelierException;
import dev.sommelier.llm.Capabilities;
import dev.sommelier.llm.ModelFailure;
import dev.sommelier.llm.Tokens;
import dev.sommelier.llm.cache.ResponseStore;
import dev.sommelier.llm.cache.Source;
import dev.sommelier.llm.call.Call;
import dev.sommelier.llm.call.CallModel;
import java.nio.file.Path;

/// Answers from a recording, without any model. Name, description, provenance and capabilities are those of the model
/// that was recorded, so that results and traces are the same bytes.
///
/// A call that is not in the recording fails with [ModelFailure.Kind#NOT_RECORDED] and tells where the nearest recorded
/// call differs.
public final class ReplayedModel extends CallModel {
    static final String WHAT = "recording";

    private final ResponseStore store;
    private final Source source;

    private ReplayedModel(ResponseStore store, Source source) {
        this.store = store;
        this.source = source;
    }

    /// Opens a recording; it is only read.
    ///
    /// @throws SommelierException if there is none, if it cannot be read, or if it is empty
    public static ReplayedModel open(Path file) {
        var store = ResponseStore.openToRead(file, WHAT);
        var sources = store.sources();
        if (sources.isEmpty()) {
            store.close();
            throw new SommelierException("the recording " + file + " is empty; record the run with --record " + file);
        }
        return new ReplayedModel(store, sources.getFirst());
    }

    /// What the user called the model when it was recorded.
    public String name() {
        return source.name();
    }

    @Override
    protected <A> A answer(Call<A> call) {
        var kept = store.find(store.key(source, call)).orElseThrow(() -> missing(call));
        return call.form().read().apply(kept);
    }

    private ModelFailure missing(Call<?> call) {
        return new ModelFailure(
                ModelFailure.Kind.NOT_RECORDED,
                "the recording " + store.path() + " has no such call ("
                        + call.kind().word() + "). "
                        + NearestCall.difference(store.contents(), call)
                        + " Repeat the recorded command with the same options, or record this one with --record.");
    }

    @Override
    public String description() {
        return source.description();
    }

    @Override
    public Provenance provenance() {
        return source.provenance();
    }

    @Override
    public Capabilities capabilities() {
        return source.capabilities();
    }

    @Override
    public Tokens tokens() {
        return tokensByCalls(source.tokens());
    }

    @Override
    public void close() {
        store.close();
    }
}

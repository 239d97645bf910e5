package dev.sommelier.llm.record;

import dev.sommelier.core.SommelierException;
import dev.sommelier.llm.LanguageModel;
import dev.sommelier.llm.Tokens;
import dev.sommelier.llm.cache.KeepingModel;
import dev.sommelier.llm.cache.ResponseStore;
import dev.sommelier.llm.cache.Source;
import java.nio.file.Path;

/// Keeps every call with its answer in a file, for [ReplayedModel]: replies, scores and also lengths in tokens, which a
/// replay has no tokenizer for. Each answer is in the file before the caller has it, so a kill loses none.
///
/// Calls that the file holds are answered from it: an interrupted recording goes on where it was. A failed call is not
/// recorded; it is asked again.
public final class RecordingModel extends KeepingModel {
    private final Source source;

    /// @param name what the user calls the model
    /// @param engine answers; closed with this
    /// @throws SommelierException if the file cannot be written, or holds answers of another model
    public RecordingModel(String name, LanguageModel engine, Path file) {
        this(Source.of(name, engine), engine, ResponseStore.open(file, ReplayedModel.WHAT, Long.MAX_VALUE), file);
    }

    private RecordingModel(Source source, LanguageModel engine, ResponseStore store, Path file) {
        super(source, engine, store);
        this.source = source;
        var first = store.sources().getFirst();
        if (!first.isSameModel(source)) {
            store.close();
            throw new SommelierException("the recording " + file + " holds answers of " + first.description()
                    + ", or of that model with other settings; give another --record FILE.");
        }
    }

    @Override
    public Tokens tokens() {
        return tokensByCalls(source.tokens());
    }
}

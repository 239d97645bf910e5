package dev.sommelier.cli.wiring;

import dev.sommelier.cli.terminal.Output;
import dev.sommelier.core.SommelierException;
import dev.sommelier.io.Home;
import dev.sommelier.llm.LanguageModel;
import dev.sommelier.llm.budget.MeteredModel;
import dev.sommelier.llm.cache.CachedModel;
import dev.sommelier.llm.cache.ResponseStore;
import dev.sommelier.llm.local.EngineOptions;
import dev.sommelier.llm.local.LocalEngine;
import dev.sommelier.llm.local.LoraAdapter;
import dev.sommelier.llm.record.RecordingModel;
import dev.sommelier.llm.record.ReplayedModel;
import dev.sommelier.llm.server.ServerEngine;
import dev.sommelier.llm.store.ModelStore;
import java.nio.file.Path;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// A language model with what a job asked for around it.
///
/// The order, from the caller to the engine, is record, cache, meter, engine:
/// - the meter is innermost, so that answers of the cache cost nothing and do not count towards a budget;
/// - the recording is outermost, so that it holds answers of the cache too and replays on a machine without that cache.
///
/// A replay stands alone.
///
/// @param name what tables and traces call the model
/// @param model to be asked; closed with this
/// @param spending what was spent so far
public record OpenedModel(String name, LanguageModel model, Supplier<ModelCost> spending) implements AutoCloseable {
    /// The most bytes that the response cache takes.
    public static final long CACHE_BYTES = 2_000_000_000;

    /// What people call the file of [#cacheFile()].
    public static final String CACHE = "response cache";

    /// Where the response cache of all processes lies.
    public static Path cacheFile() {
        return Home.fromEnvironment().cache().resolve("cache.db");
    }

    /// Opens what the options name; a known model that is not here is fetched first. From now on progress shows what
    /// was spent.
    public static OpenedModel open(ModelOptions options, CallOptions calls, Output output) {
        var budget = calls.budget();
        var prices = calls.prices();
        var replay = calls.replayed();
        if (replay.isPresent()) {
            var recording = ReplayedModel.open(replay.get());
            return new OpenedModel(recording.name(), recording, () -> ModelCost.NONE);
        }
        var name = name(options);
        var metered = new MeteredModel(engine(options, output), budget, prices);
        LanguageModel model = metered;
        try {
            LongSupplier hits = () -> 0;
            if (calls.cache) {
                var cached = new CachedModel(name, model, ResponseStore.open(cacheFile(), CACHE, CACHE_BYTES));
                hits = cached::hits;
                model = cached;
            }
            if (calls.record.isPresent()) {
                model = new RecordingModel(name, model, calls.record.get());
            }
            var counted = hits;
            var opened = new OpenedModel(name, model, () -> ModelCost.of(metered.spent(), counted.getAsLong()));
            output.showInProgress(() -> opened.cost().brief());
            return opened;
        } catch (RuntimeException e) {
            model.close();
            throw e;
        }
    }

    private static String name(ModelOptions options) {
        return options.server.isPresent() ? options.serverModel.orElse(options.model) : options.model;
    }

    /// The bare engine that the options name.
    public static LanguageModel engine(ModelOptions options, Output output) {
        if (options.server.isPresent() && options.lora.isPresent()) {
            throw new SommelierException("--lora is for the in-process engine, but --server is " + options.server.get()
                    + "; give the adapter to the server, or leave --server out");
        }
        if (options.server.isPresent()) {
            var settings = options.serverSettings.options(output::note);
            return ServerEngine.connect(options.server.get(), name(options), settings);
        }
        var file = new ModelStore(Home.fromEnvironment()).get(options.model, output.progress());
        var settings = EngineOptions.defaults().withContextTokens(options.context);
        if (options.threads.isPresent()) {
            settings = settings.withThreads(options.threads.get());
        }
        if (options.lora.isPresent()) {
            settings = settings.withAdapter(LoraAdapter.parse(options.lora.get()));
        }
        if (output.verbose()) {
            settings = settings.withLog(output::note);
        }
        return LocalEngine.open(file, settings);
    }

    /// What was spent so far.
    public ModelCost cost() {
        return spending.get();
    }

    @Override
    public void close() {
        model.close();
    }
}

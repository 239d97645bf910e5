package dev.sommelier.cli.wiring;

import dev.langchain4j.model.chat.ChatModel;
import dev.sommelier.cli.terminal.Output;
import dev.sommelier.core.Provenance;
import dev.sommelier.io.Home;
import dev.sommelier.llm.LabelScorer;
import dev.sommelier.llm.LanguageModel;
import dev.sommelier.llm.local.EngineOptions;
import dev.sommelier.llm.local.LocalEngine;
import dev.sommelier.llm.server.ServerEngine;
import dev.sommelier.llm.server.ServerOptions;
import dev.sommelier.llm.store.ModelStore;
import java.util.Optional;

/// An opened language model, in process or served.
///
/// @param name what tables and traces call it
/// @param chat the model as a partner that writes replies
/// @param labels the model as a judge whose answers are read; absent where the engine cannot
/// @param provenance what must be known to get the same replies again
/// @param closing frees the engine
public record Engine(String name, ChatModel chat, Optional<LabelScorer> labels, Provenance provenance, Runnable closing)
        implements AutoCloseable {

    /// Opens what the options name; a known model that is not here is fetched first.
    public static Engine open(ModelOptions options, Output output) {
        return options.server.isPresent() ? served(options, output) : local(options, output);
    }

    /// The same as the one door to a model that judges use.
    public static LanguageModel model(ModelOptions options, Output output) {
        return options.server.isPresent() ? server(options, output) : engine(options, output);
    }

    private static ServerEngine server(ModelOptions options, Output output) {
        var name = options.serverModel.orElse(options.model);
        var settings = options.serverKey.apply(ServerOptions.defaults(), output::note);
        return ServerEngine.connect(options.server.orElseThrow(), name, settings);
    }

    private static Engine served(ModelOptions options, Output output) {
        var name = options.serverModel.orElse(options.model);
        var server = server(options, output);
        return new Engine(name, server.chat(), Optional.empty(), server.provenance(), () -> {});
    }

    private static Engine local(ModelOptions options, Output output) {
        var engine = engine(options, output);
        return new Engine(
                options.model, engine.chat(), Optional.of(engine.labels()), engine.provenance(), engine::close);
    }

    private static LocalEngine engine(ModelOptions options, Output output) {
        var file = new ModelStore(Home.fromEnvironment()).get(options.model, output.progress());
        var settings = EngineOptions.defaults().withContextTokens(options.context);
        if (options.threads.isPresent()) {
            settings = settings.withThreads(options.threads.get());
        }
        if (output.verbose()) {
            settings = settings.withLog(output::note);
        }
        return LocalEngine.open(file, settings);
    }

    @Override
    public void close() {
        closing.run();
    }
}

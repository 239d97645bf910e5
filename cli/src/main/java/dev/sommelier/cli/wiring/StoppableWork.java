package dev.sommelier.cli.wiring;

import dev.sommelier.cli.terminal.Output;
import dev.sommelier.llm.LanguageModel;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Work in a folder that goes on where it was stopped, with a language model where it needs one.
public final class StoppableWork {
    private StoppableWork() {}

    /// The language model of a job.
    ///
    /// @param language the model; throws where the job was said to need none
    /// @param facts what is known of it, for what tells two jobs apart; empty without one
    public record Asked(Supplier<LanguageModel> language, Map<String, String> facts) {
        public Asked {
            // in their order, which job files and reports keep
            facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        }
    }

    /// Opens the model where one is needed, works, and says how to go on if the work was stopped.
    ///
    /// @param needed whether a model is needed; without need none is opened, nor fetched
    /// @param work returns whether everything is done
    /// @return whether everything is done
    public static boolean run(
            boolean needed, ModelOptions model, CallOptions calls, Output output, Predicate<Asked> work) {
        boolean done = needed ? withModel(model, calls, output, work) : work.test(without());
        if (!done) {
            output.note("Stopped; the same command goes on.");
        }
        return done;
    }

    private static boolean withModel(ModelOptions model, CallOptions calls, Output output, Predicate<Asked> work) {
        try (var opened = OpenedModel.open(model, calls, output)) {
            return work.test(
                    new Asked(opened::model, opened.model().provenance().facts()));
        }
    }

    private static Asked without() {
        return new Asked(ContenderKinds.NO_MODEL, Map.of());
    }
}

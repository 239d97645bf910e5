package dev.sommelier.experiments.compare.spec;

import dev.sommelier.recommenders.store.ModelParameters;
import java.util.List;

/// One contender of an experiment.
///
/// @param name what tables show; distinct within the experiment
/// @param kind what it is made by
/// @param parameters every parameter of the kind, presets included
/// @param tasks the tasks that it takes part in, in the order of [TaskType]
public record ContenderSpec(String name, String kind, ModelParameters parameters, List<TaskType> tasks) {
    public ContenderSpec {
        tasks = List.copyOf(tasks);
    }

    /// Everything that could change an answer, in one line.
    public String text() {
        return (kind + " " + parameters).strip();
    }
}

package dev.sommelier.experiments.compare.spec;

import dev.sommelier.recommenders.store.ModelParameters;
import java.util.LinkedHashMap;
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

    /// The line without the parameters that an earlier line does not name and that have their preset value: an earlier
    /// version of the program did not know them, and worked as their presets do.
    ///
    /// @param earlier a line of [#text()]
    /// @param preset every parameter with the value that it has where the file gives none
    public String textAsIn(String earlier, ModelParameters preset) {
        var known = new LinkedHashMap<>(parameters.values());
        known.entrySet()
                .removeIf(parameter -> !earlier.contains(" " + parameter.getKey() + "=")
                        && parameter.getValue().equals(preset.values().get(parameter.getKey())));
        return new ContenderSpec(name, kind, new ModelParameters(known), tasks).text();
    }
}

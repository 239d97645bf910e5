package dev.sommelier.experiments.compare.spec;

import dev.sommelier.recommenders.store.ModelParameters;
import java.util.Set;

/// What an experiment file may say of one kind of contender.
///
/// @param preset every parameter with the value that it has where the file gives none
/// @param tasks what such contenders can be asked
public record KindFacts(ModelParameters preset, Set<TaskType> tasks) {
    public KindFacts {
        tasks = Set.copyOf(tasks);
    }
}

package dev.sommelier.experiments;

import java.util.List;

/// Asks [RatingEvaluation] for one more row: a linear stack of some contenders, fitted on the validation pairs.
///
/// @param name the row's name, such as `Bias + LLM`
/// @param members the contenders' names, at least one
public record StackOf(String name, List<String> members) {
    public StackOf {
        members = List.copyOf(members);
        if (members.isEmpty()) {
            throw new IllegalArgumentException("stack \"" + name + "\" needs at least one member");
        }
    }
}

package dev.sommelier.judges.preference;

import java.util.Optional;

/// An instruction with two answers to compare, in the manner of HREF (Lyu et al.,
/// [arXiv:2412.15524](https://arxiv.org/abs/2412.15524)).
///
/// @param category the kind of task, such as `Brainstorm`
/// @param reference an answer that a person has written, where there is one
/// @param human what a person prefers, where that is known
public record AnswerPair(
        String id,
        String category,
        String instruction,
        Optional<String> reference,
        String first,
        String second,
        Optional<Preference.Verdict> human) {
    public AnswerPair {
        if (id.isBlank() || instruction.isBlank()) {
            throw new IllegalArgumentException(
                    "a pair of answers needs an id and an instruction, got \"" + id + "\" and \"" + instruction + "\"");
        }
    }
}

package dev.sommelier.experiments.compare;

import dev.sommelier.experiments.ContenderKind;
import dev.sommelier.experiments.compare.spec.ContenderSpec;
import java.util.List;

/// Everything that one contender answered in one stage.
///
/// @param spec the contender
/// @param part the part it plays
/// @param training the seconds that fitting took
/// @param peak the most bytes in the heap while it was fitted and asked: a bound from above
/// @param probabilities whether its scores are probabilities of a click
/// @param answers one for each user of the stage, in their order
public record ContenderResult(
        ContenderSpec spec,
        ContenderKind part,
        double training,
        long peak,
        boolean probabilities,
        List<UserAnswer> answers) {
    public ContenderResult {
        answers = List.copyOf(answers);
    }

    /// How many users have no answer.
    public int failed() {
        return (int) answers.stream().filter(UserAnswer::failed).count();
    }

    /// Whether there is no answer at all.
    public boolean broken() {
        return failed() == answers.size();
    }
}

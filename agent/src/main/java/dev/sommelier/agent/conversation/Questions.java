package dev.sommelier.agent.conversation;

import java.util.List;
import java.util.Optional;

/// What could be asked in a turn. Computed where a policy wants it: to weigh all questions takes many rankings.
public interface Questions {
    /// The open question what else is liked; empty where it was left unanswered before.
    Optional<Question> titles();

    /// All questions, the most gain first.
    List<Question> all();

    /// The one with the most gain.
    default Optional<Question> best() {
        return all().stream().findFirst();
    }

    /// Questions that are known.
    static Questions of(List<Question> questions) {
        return new Questions() {
            @Override
            public Optional<Question> titles() {
                return questions.stream()
                        .filter(one -> one.pending() instanceof Pending.MoreTitles)
                        .findFirst();
            }

            @Override
            public List<Question> all() {
                return questions;
            }
        };
    }
}

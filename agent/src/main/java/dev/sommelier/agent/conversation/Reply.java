package dev.sommelier.agent.conversation;

import java.util.List;
import java.util.Optional;

/// An answer.
///
/// @param text the whole answer, for people
/// @param items the recommended items, best first
/// @param question the question asked, where there is one
/// @param notes what the speaker should know: corrections, relaxed constraints, what does not exist
public record Reply(String text, List<Shown> items, Optional<Question> question, List<String> notes) {
    /// A recommended item.
    ///
    /// @param reason why, in words that hold facts only
    public record Shown(String item, String title, String reason) {}

    public Reply {
        items = List.copyOf(items);
        notes = List.copyOf(notes);
    }
}

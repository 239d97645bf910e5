package dev.sommelier.agent.conversation;

import java.util.List;
import java.util.Optional;

/// One exchange as it is kept.
///
/// @param number from 1
/// @param said what was typed; cut after what is read
/// @param understood what it was understood as and by whom, in words
/// @param kind what it did to the state
/// @param state the state after it
/// @param reply the answer's text
/// @param items the items that it recommended
/// @param question the question that it asked, in words
/// @param steps how the answer came about
/// @param feedback a complaint about an earlier turn, with that turn's steps
public record Turn(
        int number,
        String said,
        List<String> understood,
        Kind kind,
        DialogueState state,
        String reply,
        List<String> items,
        Optional<String> question,
        List<Step> steps,
        Optional<Feedback> feedback) {
    /// What a turn did to the state.
    public enum Kind {
        /// The state is as before.
        SAME,
        /// The state is new and can be taken back.
        CHANGED,
        /// The state is the one before the last change.
        UNDONE
    }

    /// One step of making an answer.
    ///
    /// @param name `understand`, `filter`, `rank`, `explain` or `ask`
    /// @param what what it did, in words
    public record Step(String name, String what) {}

    public Turn {
        understood = List.copyOf(understood);
        items = List.copyOf(items);
        steps = List.copyOf(steps);
    }
}

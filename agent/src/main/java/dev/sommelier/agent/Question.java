package dev.sommelier.agent;

import dev.sommelier.prompts.Segment;
import java.util.List;

/// What the loop asks a [Decider]: choose one of these options.
///
/// @param stage what the choice is for
/// @param turn counts the questions of one stage from 1; of [Stage#ORDER], those of one ranking
/// @param news what happened since the last question: observations, and items that are shown for the first time
/// @param options the allowed decisions; at least one, labels distinct; items to pick stand in numeric order, best
/// first
/// @param wanted how many items are to be picked in this stage; 0 when exploring
/// @param retry whether the last answer to the same question was unusable
public record Question(Stage stage, int turn, List<Segment> news, List<Decision> options, int wanted, boolean retry) {
    /// What a choice is for.
    public enum Stage {
        /// The next exploring action.
        EXPLORE,
        /// The next best item of `rank myself`.
        ORDER,
        /// The next best item of the final list.
        FINISH
    }

    public Question {
        news = List.copyOf(news);
        options = List.copyOf(options);
        if (options.isEmpty()) {
            throw new IllegalArgumentException("a question needs at least one option: " + stage + " " + turn);
        }
    }

    Question again() {
        return new Question(stage, turn, news, options, wanted, true);
    }
}

package dev.sommelier.agent;

import dev.sommelier.core.Usage;
import java.time.Duration;
import java.util.List;

/// One question of a run: what was chosen, and what came of it.
///
/// @param number counts the run's questions from 1
/// @param stage what the choice was for
/// @param options the number of allowed decisions
/// @param decision the label of the decision, such as `retrieve genre=Comedy`, or the number of the picked item
/// @param thought the reason given, may be empty
/// @param replies the model's replies, unusable ones first; empty for a control
/// @param prompt id, version and hash of the template; empty for a control
/// @param promptHash SHA-256 of the message that was sent; empty for a control
/// @param observation what the tool gave, or the title of the picked item
/// @param repairs what was repaired here, in words
/// @param usage what the calls cost, their wall time included
/// @param ownTime everything but the model since the step before
public record TraceStep(
        int number,
        Question.Stage stage,
        int options,
        String decision,
        String thought,
        List<String> replies,
        String prompt,
        String promptHash,
        String observation,
        List<String> repairs,
        Usage usage,
        Duration ownTime) {
    public TraceStep {
        replies = List.copyOf(replies);
        repairs = List.copyOf(repairs);
    }
}

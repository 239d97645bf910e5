package dev.sommelier.experiments;

import dev.sommelier.agent.AgentRun;
import dev.sommelier.core.RankedList;
import dev.sommelier.core.Usage;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What a contender handed back for one user.
///
/// @param list the recommendations; ignored when the run failed
/// @param failure why the run failed, in words that many users can share; the user then counts as a miss
/// @param usage what the language model cost
/// @param repairs how often the list or the run was mended, by cause, such as `padded` or `relaxed`
/// @param ownTime the time spent outside the language model; empty when the contender does not tell
/// @param time the whole time, where the contender measured it itself, such as for an answer kept from an earlier run
public record Answer(
        RankedList list,
        Optional<String> failure,
        Usage usage,
        Map<String, Integer> repairs,
        Optional<Duration> ownTime,
        Optional<Duration> time) {
    public Answer {
        repairs = Collections.unmodifiableMap(new LinkedHashMap<>(repairs));
    }

    /// A plain list: no failure, no language model, nothing mended.
    public static Answer of(RankedList list) {
        return new Answer(list, Optional.empty(), Usage.NONE, Map.of(), Optional.empty(), Optional.empty());
    }

    /// What a surrogate user's run came to, with the times that it tells itself.
    public static Answer of(AgentRun run) {
        return new Answer(
                run.list(),
                run.failure(),
                run.usage(),
                run.repairs(),
                Optional.of(run.ownTime()),
                Optional.of(run.time()));
    }

    /// No list, for this reason.
    public static Answer failed(String cause) {
        return new Answer(
                RankedList.empty(), Optional.of(cause), Usage.NONE, Map.of(), Optional.empty(), Optional.empty());
    }
}

package dev.sommelier.experiments.pairs;

import dev.sommelier.agent.rerank.HistoryView;
import java.util.Optional;

/// Which pairs are made.
///
/// @param ask what is asked
/// @param format how a line looks
/// @param view what a prompt tells of the events before
/// @param perUser how many of a user's last training events are asked about, at least 1
/// @param users how many users, drawn by the seed, where a smaller number is the beginning of a larger one; empty for
///     all
/// @param seed of everything random
public record PairOptions(
        PairAsk ask, PairFormat format, HistoryView view, int perUser, Optional<Integer> users, long seed) {
    public PairOptions {
        if (perUser < 1 || users.orElse(1) < 1) {
            throw new IllegalArgumentException(
                    "per-user and users must be at least 1, got " + perUser + " and " + users.orElse(1));
        }
    }
}

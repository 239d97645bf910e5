package dev.sommelier.experiments.compare;

import java.util.List;

/// What one unit of answers holds.
///
/// @param training the seconds that fitting the contender took
/// @param peak the most bytes in the heap while it was fitted and asked, see [HeapPeak]
/// @param probabilities whether the scores are probabilities of a click
/// @param answers one for each user, in order
record Batch(double training, long peak, boolean probabilities, List<UserAnswer> answers) {
    Batch {
        answers = List.copyOf(answers);
    }
}

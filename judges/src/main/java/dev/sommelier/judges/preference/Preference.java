package dev.sommelier.judges.preference;

import dev.sommelier.core.Usage;
import dev.sommelier.llm.LabelScores;
import java.util.List;

/// How probable it is that the first of two texts is the better one, asked in both orders, so that the place where a
/// text is shown cancels out. Source: Qin et al., [arXiv:2306.17563](https://arxiv.org/abs/2306.17563).
///
/// @param inOrder the probability when the first text is shown first, 0 to 1
/// @param swapped the probability, still of the first text, when it is shown second, 0 to 1
/// @param usage what both questions cost
public record Preference(double inOrder, double swapped, Usage usage) {
    /// The answers that the model chooses from: the text shown first, and the other.
    public static final List<String> LABELS = List.of("A", "B");

    private static final double EVEN = .5;

    public Preference {
        if (!(inOrder >= 0 && inOrder <= 1 && swapped >= 0 && swapped <= 1)) {
            throw new IllegalArgumentException(
                    "preferences are probabilities from 0 to 1, got " + inOrder + " and " + swapped);
        }
    }

    /// What a comparison comes to.
    public enum Verdict {
        /// The first text is preferred in both orders.
        FIRST,
        /// The second text is preferred in both orders.
        SECOND,
        /// The place decided, or nothing did.
        TIE
    }

    /// From the scores of [#LABELS] in both orders.
    ///
    /// @throws IllegalArgumentException if a score is not finite
    public static Preference of(LabelScores inOrder, LabelScores swapped) {
        return new Preference(
                inOrder.probabilities().getFirst(),
                swapped.probabilities().getLast(),
                inOrder.usage().plus(swapped.usage()));
    }

    /// The probability that the first text is better: the mean of both orders.
    public double probability() {
        return (inOrder + swapped) / 2;
    }

    /// Which text is better in both orders.
    public Verdict verdict() {
        if (inOrder > EVEN && swapped > EVEN) {
            return Verdict.FIRST;
        }
        return inOrder < EVEN && swapped < EVEN ? Verdict.SECOND : Verdict.TIE;
    }

    /// What the first text wins: 1, a half for a tie, or 0.
    public double points() {
        return switch (verdict()) {
            case FIRST -> 1;
            case SECOND -> 0;
            case TIE -> EVEN;
        };
    }

    /// The same comparison seen from the second text.
    public Preference reversed() {
        return new Preference(1 - swapped, 1 - inOrder, usage);
    }
}

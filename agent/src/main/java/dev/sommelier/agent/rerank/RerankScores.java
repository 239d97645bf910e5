package dev.sommelier.agent.rerank;

import dev.sommelier.core.Usage;
import java.util.List;

/// Scores of some items and what they cost.
///
/// @param scores one for each item in order
/// @param usage the model's calls and tokens
public record RerankScores(List<Double> scores, Usage usage) {
    public RerankScores {
        scores = List.copyOf(scores);
    }
}

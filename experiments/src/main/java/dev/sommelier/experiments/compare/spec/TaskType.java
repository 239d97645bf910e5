package dev.sommelier.experiments.compare.spec;

import java.util.List;

/// What contenders can be asked, and how the answers are measured.
public enum TaskType {
    /// The best items of the whole catalogue, one held-out item each user (leave-last-out).
    RANKING,
    /// The order of candidates that all contenders are shown alike.
    RERANK,
    /// The held-out rating.
    RATING,
    /// Whether the user takes an item: the held-out one against sampled ones.
    CLICK;

    /// The metrics that fit the task, in the order of tables. The first is the one that is tested by default.
    public List<String> metrics() {
        return switch (this) {
            case RANKING, RERANK -> List.of("NDCG", "HR", "MRR");
            case RATING -> List.of("MAE", "RMSE");
            case CLICK -> List.of("GAUC", "AUC", "logloss");
        };
    }

    /// Whether higher values of a metric are better.
    public static boolean higher(String metric) {
        return !List.of("MAE", "RMSE", "logloss").contains(metric);
    }

    /// Whether the answer is a list, measured at a cut-off.
    public boolean lists() {
        return this == RANKING || this == RERANK;
    }
}

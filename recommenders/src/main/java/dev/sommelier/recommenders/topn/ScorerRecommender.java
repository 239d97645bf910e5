package dev.sommelier.recommenders.topn;

import dev.sommelier.core.ItemScorer;
import dev.sommelier.core.Query;
import dev.sommelier.core.RankedList;
import dev.sommelier.core.Recommender;
import dev.sommelier.core.TopK;
import dev.sommelier.recommenders.Described;

/// The recommender that ranks by a scorer's scores.
public final class ScorerRecommender implements Recommender, Described {
    private final ItemScorer scorer;

    /// @param scorer gives the scores and the name
    public ScorerRecommender(ItemScorer scorer) {
        this.scorer = scorer;
    }

    @Override
    public String name() {
        return scorer.name();
    }

    @Override
    public String parameters() {
        return scorer instanceof Described described ? described.parameters() : "";
    }

    @Override
    public RankedList recommend(Query query) {
        return TopK.list(scorer.catalog(), scorer.score(query.history()), query);
    }
}

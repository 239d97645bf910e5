package dev.sommelier.recommenders.topn;

import dev.sommelier.core.ItemScorer;
import dev.sommelier.core.TrainingSet;
import java.util.function.Function;

/// One model of a [Hybrid].
///
/// @param trainer trains it; called once on the part to learn weights on and once on everything
/// @param needsInteractions whether its score of an item without interactions means nothing
public record HybridMember(Function<TrainingSet, ItemScorer> trainer, boolean needsInteractions) {
    /// A model that learns from interactions.
    public static HybridMember collaborative(Function<TrainingSet, ItemScorer> trainer) {
        return new HybridMember(trainer, true);
    }

    /// A model that is made from the catalogue and serves every item; made once.
    public static HybridMember content(ItemScorer scorer) {
        return new HybridMember(train -> scorer, false);
    }
}

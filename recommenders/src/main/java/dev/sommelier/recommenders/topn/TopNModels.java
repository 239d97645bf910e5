package dev.sommelier.recommenders.topn;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.ItemScorer;
import dev.sommelier.recommenders.store.StoredModel;
import java.util.Optional;

/// Builds the models of this package from what a file holds; the scores are those of the model that was stored, bit by
/// bit.
public final class TopNModels {
    private TopNModels() {}

    /// The model, or empty if its kind is none of this package's.
    ///
    /// @throws dev.sommelier.core.SommelierException if it was trained on another catalogue or its arrays do not fit
    public static Optional<ItemScorer> load(StoredModel stored, Catalog catalog) {
        stored.catalogue().check(catalog);
        return find(stored, catalog);
    }

    static Optional<ItemScorer> find(StoredModel stored, Catalog catalog) {
        return switch (stored.kind()) {
            case Popularity.KIND, Popularity.RECENT -> Optional.of(Popularity.load(stored, catalog));
            case Ease.KIND, Slim.KIND, ItemKnn.KIND, TextKnn.KIND, RandomWalk.P3ALPHA, RandomWalk.RP3BETA ->
                Optional.of(ItemItemModel.load(stored, catalog));
            case UserKnn.KIND -> Optional.of(UserKnn.load(stored, catalog));
            case ItemTransitions.KIND -> Optional.of(ItemTransitions.load(stored, catalog));
            case ContentBased.TEXT, ContentBased.ATTRIBUTES -> Optional.of(ContentBased.load(stored, catalog));
            case TextMap.KIND -> Optional.of(TextMap.load(stored, catalog));
            case Hybrid.KIND -> Optional.of(Hybrid.load(stored, catalog));
            default -> Optional.empty();
        };
    }
}

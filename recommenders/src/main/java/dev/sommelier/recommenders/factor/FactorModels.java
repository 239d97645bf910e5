package dev.sommelier.recommenders.factor;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.ItemScorer;
import dev.sommelier.core.SommelierException;
import dev.sommelier.recommenders.store.StoredModel;
import java.util.Optional;

/// Builds the models of this package from what a file holds; the scores are those of the model that was stored, bit by
/// bit.
public final class FactorModels {
    private FactorModels() {}

    /// The model, or empty if its kind is none of this package's.
    ///
    /// @throws SommelierException if it was trained on another catalogue or its arrays or parameters do not fit
    public static Optional<ItemScorer> load(StoredModel stored, Catalog catalog) {
        stored.catalogue().check(catalog);
        try {
            return switch (stored.kind()) {
                case ImplicitAls.KIND -> Optional.of(ImplicitAls.load(stored, catalog));
                case Bpr.KIND -> Optional.of(Bpr.load(stored, catalog));
                case LightGcn.KIND -> Optional.of(LightGcn.load(stored, catalog));
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException e) {
            throw new SommelierException(
                    "this model of kind " + stored.kind() + " cannot serve: " + e.getMessage()
                            + "; train the model again.",
                    e);
        }
    }
}

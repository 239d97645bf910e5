package dev.sommelier.experiments.compare;

import dev.sommelier.datasets.Dataset;
import dev.sommelier.experiments.ContenderKind;
import dev.sommelier.experiments.compare.spec.KindFacts;
import dev.sommelier.recommenders.store.ModelParameters;
import java.util.function.Function;

/// A way to make contenders, by the name that experiment files use.
public interface Kind {
    /// What experiment files may say of it.
    KindFacts facts();

    /// The part that its contenders play; reports colour by it.
    ContenderKind part();

    /// How often a language model is called, and how much it reads, for one user.
    ///
    /// @param items how many items the user is asked about
    default Estimate estimate(ModelParameters parameters, int items) {
        return Estimate.NONE;
    }

    /// Refuses parameters that cannot work, before anything runs.
    ///
    /// @throws dev.sommelier.core.SommelierException with the rule and the received value
    default void check(ModelParameters parameters) {}

    /// Refuses a data set that lacks what such a contender works on, before anything runs.
    ///
    /// @throws dev.sommelier.core.SommelierException with what is missing and what to do
    default void check(Dataset dataset) {}

    /// Fits a contender.
    ///
    /// @param others fits one of another kind with its preset parameters, once for all who ask
    Fitted fit(Material material, ModelParameters parameters, Function<String, Fitted> others);
}

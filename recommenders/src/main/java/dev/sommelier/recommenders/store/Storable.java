package dev.sommelier.recommenders.store;

/// A model that can be kept in a file.
public interface Storable {
    /// Everything that the model's loader needs to give the same scores, bit by bit; without provenance, which whoever
    /// trained it adds.
    StoredModel stored();
}

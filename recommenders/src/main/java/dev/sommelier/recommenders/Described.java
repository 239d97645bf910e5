package dev.sommelier.recommenders;

/// A model that can say how it was set up.
public interface Described {
    /// The parameters as tables show them, such as `lambda=250`; empty for a model that has none.
    String parameters();
}

package dev.sommelier.evaluation.recommendation;

/// A model that scores every item for blocks of users, so that no users x items matrix is held.
///
/// Called by several threads at once, each with rows of its own.
public interface ScoreSource {
    /// How many users there are.
    int users();

    /// How many items there are.
    int items();

    /// Fills one row for each user of a block with a score for each item in catalogue order, higher is better.
    ///
    /// Never NaN; negative infinity keeps an item off the list. The evaluator changes the rows afterwards.
    ///
    /// @param from the first user
    /// @param rows as many as the block has users, each as long as there are items; all values are to be written
    void score(int from, double[][] rows);
}

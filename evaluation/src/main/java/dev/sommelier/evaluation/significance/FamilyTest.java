package dev.sommelier.evaluation.significance;

/// Tests every pair of systems.
public sealed interface FamilyTest permits CorrectedTest, StudentisedTukeyHsd, TukeyHsd {
    /// The test's name with its correction.
    String name();

    /// The p-values, corrected for their number, of all pairs in the order (0,1), (0,2), ..., (1,2), ...
    ///
    /// @param table at least two systems and two topics
    double[] adjusted(ScoreTable table);
}

package dev.sommelier.evaluation.significance;

/// What becomes of a pair of systems when labels replace the human. The first letter: significant under both (A), one
/// (M) or neither (P) set of labels; the second: the same sign of the difference (A) or opposite signs (D).
///
/// Source: the classes of Ferro and Sanderson, as used in *Limitations of Automatic Relevance Assessments with Large
/// Language Models*.
public enum PairClass {
    /// Significant under both, the same sign.
    AA,
    /// Significant under both, opposite signs.
    AD,
    /// Significant under one, the same sign.
    MA,
    /// Significant under one, opposite signs.
    MD,
    /// Significant under neither, the same sign.
    PA,
    /// Significant under neither, opposite signs.
    PD;

    static PairClass of(boolean human, boolean label, boolean sameSign) {
        if (human && label) {
            return sameSign ? AA : AD;
        }
        if (human || label) {
            return sameSign ? MA : MD;
        }
        return sameSign ? PA : PD;
    }
}

package dev.sommelier.evaluation.agreement;

/// What becomes of pairs that cannot be compared as they are.
///
/// @param outOfRange of grades outside the scale, on either side
/// @param missing of pairs that the human judged and the label set does not grade, failed ones included
public record PairPolicy(OutOfRange outOfRange, Missing missing) {
    /// The policy that hides nothing.
    public static final PairPolicy STRICT = new PairPolicy(OutOfRange.FAIL, Missing.FAIL);

    /// What becomes of a grade outside the scale.
    public enum OutOfRange {
        /// It becomes the nearest grade on the scale.
        CLIP,
        /// The pair is left out.
        DROP,
        /// Nothing is compared; the counts are reported.
        FAIL
    }

    /// What becomes of a pair without a label.
    public enum Missing {
        /// The pair is left out.
        DROP,
        /// The label is 0, or the scale's nearest grade to it.
        ZERO,
        /// Nothing is compared; the counts are reported.
        FAIL
    }
}

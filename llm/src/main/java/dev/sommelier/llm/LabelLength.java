package dev.sommelier.llm;

/// How the number of a label's tokens enters its score.
public enum LabelLength {
    /// The sum over all tokens, which is the label's log-probability. Longer labels are less probable by nature, so
    /// give
    /// labels of like length, or take the mean.
    SUM,

    /// The sum divided by the number of tokens (of the shorter spelling, with or without a leading space). No
    /// probability of the model any more, but fair to labels of different lengths, such as titles.
    MEAN_PER_TOKEN
}

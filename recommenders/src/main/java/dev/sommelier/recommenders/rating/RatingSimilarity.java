package dev.sommelier.recommenders.rating;

import java.util.Locale;

/// How alike two users (or two items) rate. The sums run over what both rated unless said otherwise; `n` is how many
/// that are. A similarity whose denominator is 0, or with less than the minimum support, is 0.
public enum RatingSimilarity {
    /// Mean squared difference, `1 / (sum (r - s)^2 / n + 1)`.
    MSD,
    /// `sum r s / sqrt(sum r^2 * sum s^2)`.
    COSINE,
    /// Pearson's correlation, the means being those of the common ratings.
    PEARSON,
    /// The cosine of what a [Baseline] leaves unexplained, times `(n - 1) / (n - 1 + shrinkage)`; needs two common
    /// ratings. Source: Koren 2010 (see [Baseline]) in the form of the Recommender Systems Handbook and Surprise.
    PEARSON_BASELINE,
    /// The same times `n / (n + shrinkage)`, with one common rating or more: the form of Koren's paper itself.
    SHRUNK_CORRELATION,
    /// The cosine of the ratings minus the user's (for items, the item's) mean, with norms over *all* of their ratings:
    /// LensKit's.
    CENTRED_COSINE;

    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /// Whether ratings are taken as what a baseline leaves unexplained.
    boolean onResiduals() {
        return this == PEARSON_BASELINE || this == SHRUNK_CORRELATION;
    }
}

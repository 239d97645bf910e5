package dev.sommelier.core;

/// The closed range of a data set's ratings.
///
/// @param low the lowest rating
/// @param high the highest rating, above `low`
/// @param step the distance between neighbouring ratings, above 0
public record RatingScale(double low, double high, double step) {
    public RatingScale {
        if (!(low < high) || !(step > 0)) {
            throw new IllegalArgumentException(
                    "a rating scale needs low < high and step > 0, got " + low + ".." + high + " by " + step);
        }
    }

    /// The nearest value within the range.
    public double clip(double rating) {
        return Math.clamp(rating, low, high);
    }
}

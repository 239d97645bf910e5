package dev.sommelier.judges;

import dev.sommelier.core.RatingScale;
import java.util.List;
import java.util.stream.IntStream;

/// The single-digit answers that stand for a scale's ratings, in prompts and when the answer is read.
///
/// - *At face value* where the scale holds two to nine whole numbers from 0 to 9: they are the labels. Half steps in
///   between appear in the history as they are (`4.5`) and are reached by the expectation. On 0.5 to 5 the labels are 1
///   to 5, so nothing under 1 is predicted.
/// - *Mapped* everywhere else (1 to 10, 0 to 100, -1 to 1): the labels are 1 to 5, spread evenly from the lowest to the
///   highest rating, and ratings of the history are shown as the nearest label.
///
/// @param labels the answers, lowest first
/// @param low the rating that the first label stands for
/// @param high the rating that the last label stands for
/// @param faceValue whether a label means the number it shows
public record StarLabels(List<String> labels, double low, double high, boolean faceValue) {
    private static final int MAPPED = 5;

    public StarLabels {
        labels = List.copyOf(labels);
    }

    /// The labels for a scale.
    public static StarLabels of(RatingScale scale) {
        int first = (int) Math.ceil(scale.low());
        int last = (int) Math.floor(scale.high());
        if (first >= 0 && last <= 9 && last - first + 1 >= 2 && last - first + 1 <= 9) {
            return new StarLabels(digits(first, last), first, last, true);
        }
        return new StarLabels(digits(1, MAPPED), scale.low(), scale.high(), false);
    }

    private static List<String> digits(int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(Integer::toString).toList();
    }

    /// The rating that a label stands for, on the data set's scale.
    public double value(String label) {
        int digit = Integer.parseInt(label);
        return faceValue ? digit : low + (digit - 1) * (high - low) / (MAPPED - 1);
    }

    /// A rating as the prompt shows it, such as `4` or `4.5`.
    public String text(double rating) {
        if (faceValue) {
            return rating == Math.rint(rating) ? Long.toString(Math.round(rating)) : Double.toString(rating);
        }
        double share = Math.clamp((rating - low) / (high - low), 0, 1);
        return Long.toString(1 + Math.round(share * (MAPPED - 1)));
    }
}

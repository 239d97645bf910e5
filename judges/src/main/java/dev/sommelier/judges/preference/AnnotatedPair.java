package dev.sommelier.judges.preference;

import dev.sommelier.judges.preference.Preference.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// A pair of answers with what each annotator said of it.
///
/// @param pair instruction, answers and, as the human's preference, what most annotators say (a tie where as many are
///     for either)
/// @param annotations one for each annotator, at least one
public record AnnotatedPair(AnswerPair pair, List<Verdict> annotations) {
    public AnnotatedPair {
        annotations = List.copyOf(annotations);
        if (annotations.isEmpty()) {
            throw new IllegalArgumentException("a pair needs an annotation, got none for " + pair.id());
        }
    }

    /// @param pair its human preference is replaced
    public static AnnotatedPair of(AnswerPair pair, List<Verdict> annotations) {
        return new AnnotatedPair(
                new AnswerPair(
                        pair.id(),
                        pair.category(),
                        pair.instruction(),
                        pair.reference(),
                        pair.first(),
                        pair.second(),
                        Optional.of(most(annotations))),
                annotations);
    }

    private static Verdict most(List<Verdict> annotations) {
        long first = annotations.stream().filter(Verdict.FIRST::equals).count();
        long second = annotations.stream().filter(Verdict.SECOND::equals).count();
        if (first == second) {
            return Verdict.TIE;
        }
        return first > second ? Verdict.FIRST : Verdict.SECOND;
    }

    /// How far a verdict agrees with the annotators: the mean of 1 for each who says the same, a half where one of both
    /// says tie and the other does not, and 0 otherwise. From 0 to 1; tossing a coin gives a half on average.
    public double agreement(Verdict verdict) {
        return annotations.stream()
                .mapToDouble(annotation -> agreement(annotation, verdict))
                .average()
                .orElseThrow();
    }

    /// How far the annotators agree with each other, in the same way over all pairs of them; empty with one.
    public OptionalDouble among() {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < annotations.size(); i++) {
            for (int j = i + 1; j < annotations.size(); j++) {
                sum += agreement(annotations.get(i), annotations.get(j));
                count++;
            }
        }
        return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / count);
    }

    private static double agreement(Verdict one, Verdict other) {
        if (one == other) {
            return 1;
        }
        return one == Verdict.TIE || other == Verdict.TIE ? .5 : 0;
    }
}

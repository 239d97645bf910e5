package dev.sommelier.judges.relevance;

import dev.sommelier.core.Judgment;
import dev.sommelier.core.Usage;
import java.util.List;

/// The plain decision rule for a number from 0 to 1: equal parts, one for each grade.
final class Split {
    private Split() {}

    /// @param share from 0 (lowest grade) to 1
    /// @param score the number behind it
    static Judgment evenly(GradeScale scale, RelevancePair pair, double share, double score, Usage usage) {
        int grades = scale.values().size();
        int position = Math.min(grades - 1, (int) (share * grades));
        var probabilities = grades == 2 ? List.of(1 - share, share) : List.<Double>of();
        return new Judgment.Graded(
                pair.topic().id(), pair.document().id(), scale.values().get(position), probabilities, score, "", usage);
    }
}

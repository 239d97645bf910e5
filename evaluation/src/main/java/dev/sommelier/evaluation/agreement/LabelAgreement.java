package dev.sommelier.evaluation.agreement;

import java.util.List;

/// How far one label set agrees with the human.
///
/// @param name the label set, or the ensemble
/// @param counts what was paired and what was not
/// @param topics the number of topics
/// @param measures every measure with its interval
/// @param confusion rows are human grades, columns label grades, ascending
/// @param grades each grade's precision, recall and F1
/// @param perTopic each topic's measures, in the human file's order
/// @param byLength the measures for documents of similar length, where lengths are known
public record LabelAgreement(
        String name,
        PairCounts counts,
        int topics,
        List<MeasuredAgreement> measures,
        List<List<Long>> confusion,
        List<GradeAgreement> grades,
        List<GroupAgreement> perTopic,
        List<GroupAgreement> byLength) {
    public LabelAgreement {
        measures = List.copyOf(measures);
        confusion = List.copyOf(confusion);
        grades = List.copyOf(grades);
        perTopic = List.copyOf(perTopic);
        byLength = List.copyOf(byLength);
    }

    /// One measure by its name.
    public MeasuredAgreement measure(String measure) {
        return measures.stream()
                .filter(measured -> measured.measure().equals(measure))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no measure \"" + measure + "\""));
    }
}

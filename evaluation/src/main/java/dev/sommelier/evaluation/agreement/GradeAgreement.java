package dev.sommelier.evaluation.agreement;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// How one grade fares.
///
/// @param grade the grade
/// @param human how often the human gave it
/// @param label how often the label was it
/// @param both how often both agreed on it
/// @param precision `both / label`, absent if the label never was it
/// @param recall `both / human`, absent if the human never gave it
/// @param f1 `2 both / (human + label)`, absent if neither gave it
public record GradeAgreement(
        int grade,
        long human,
        long label,
        long both,
        OptionalDouble precision,
        OptionalDouble recall,
        OptionalDouble f1) {
    /// One row for each grade of the table.
    public static List<GradeAgreement> of(Confusion table) {
        var human = table.humanTotals();
        var label = table.labelTotals();
        return IntStream.range(0, table.size())
                .mapToObj(i -> new GradeAgreement(
                        table.scale().low() + i,
                        human[i],
                        label[i],
                        table.at(i, i),
                        share(table.at(i, i), label[i]),
                        share(table.at(i, i), human[i]),
                        share(2 * table.at(i, i), human[i] + label[i])))
                .toList();
    }

    private static OptionalDouble share(long part, long whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
    }
}

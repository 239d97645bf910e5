package dev.sommelier.judges.relevance;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The grades of a judgement and what they mean.
///
/// @param name what results call it, such as `trec4`
/// @param grades lowest first, at least two, values strictly rising
public record GradeScale(String name, List<Grade> grades) {
    /// One grade.
    ///
    /// @param value the number in qrels
    /// @param meaning what it says of a document, in a phrase that a prompt can show
    public record Grade(int value, String meaning) {}

    /// The four grades of the TREC Deep Learning tracks.
    public static final GradeScale TREC4 = new GradeScale(
            "trec4",
            List.of(
                    new Grade(0, "has nothing to do with the query"),
                    new Grade(1, "seems related to the query but does not answer it"),
                    new Grade(2, "has some answer for the query, but it is unclear or hidden among other information"),
                    new Grade(3, "is dedicated to the query and contains the exact answer")));

    /// Relevant or not.
    public static final GradeScale BINARY = new GradeScale(
            "binary", List.of(new Grade(0, "does not answer the query"), new Grade(1, "answers the query")));

    /// From 0 to 100.
    public static final GradeScale PERCENT = new GradeScale("0..100", percent());

    private static List<Grade> percent() {
        return IntStream.rangeClosed(0, 100)
                .mapToObj(value -> new Grade(
                        value,
                        value == 0
                                ? "has nothing to do with the query"
                                : value == 100 ? "answers the query completely" : "answers " + value + " % of it"))
                .toList();
    }

    public GradeScale {
        grades = List.copyOf(grades);
        if (grades.size() < 2) {
            throw new IllegalArgumentException("a scale has at least 2 grades, " + name + " has " + grades.size());
        }
        for (int i = 1; i < grades.size(); i++) {
            if (grades.get(i).value() <= grades.get(i - 1).value()) {
                throw new IllegalArgumentException("the grades of " + name + " must rise, got "
                        + grades.get(i - 1).value() + " before " + grades.get(i).value());
            }
        }
    }

    /// The values, lowest first.
    public List<Integer> values() {
        return grades.stream().map(Grade::value).toList();
    }

    /// Name and grades in a line, such as `binary: 0 does not answer the query; 1 answers the query`, as jobs keep it.
    public String words() {
        return name.replace(':', ' ') + ": "
                + grades.stream()
                        .map(grade -> grade.value() + " " + grade.meaning().replace(';', ','))
                        .collect(Collectors.joining("; "));
    }

    /// The values in a line of [#words()], lowest first; none if it is not such a line.
    public static List<Integer> valuesIn(String words) {
        var grades = words.substring(words.indexOf(':') + 1).split(";");
        try {
            return Arrays.stream(grades)
                    .map(grade -> Integer.valueOf(grade.strip().split(" ", 2)[0]))
                    .toList();
        } catch (NumberFormatException e) {
            return List.of();
        }
    }
}

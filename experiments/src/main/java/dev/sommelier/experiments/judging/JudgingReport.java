package dev.sommelier.experiments.judging;

import dev.sommelier.core.Usage;
import dev.sommelier.experiments.agreement.AgreementReport;
import dev.sommelier.io.journal.Counts;
import dev.sommelier.judges.job.ShortenedTexts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What came out of a job.
///
/// @param settings of the job, as planned
/// @param counts pairs by what became of them
/// @param grades the judge's and the human's labels by grade, lowest first
/// @param compared graded pairs with a human label on the job's scale; the human's counts are over these
/// @param notes what was left out of the agreement, and why
/// @param agreement as `agree` gives it; absent where no pair has a human label
/// @param disagreements the ones to read first
/// @param usage of all outcomes that count; work that a kill threw away is not in it
/// @param shortened how many texts the judge read only in part
public record JudgingReport(
        Map<String, String> settings,
        Counts counts,
        List<GradeCount> grades,
        long compared,
        List<String> notes,
        Optional<AgreementReport> agreement,
        List<Disagreement> disagreements,
        Usage usage,
        ShortenedTexts shortened) {
    /// How often a grade was given.
    ///
    /// @param label by the judge, over all graded pairs
    /// @param labelCompared by the judge, over the pairs that the human graded too
    /// @param human by the human, over the same pairs
    public record GradeCount(int grade, long label, long labelCompared, long human) {}

    public JudgingReport {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        grades = List.copyOf(grades);
        notes = List.copyOf(notes);
        disagreements = List.copyOf(disagreements);
    }

    /// Method, model, scale and truncation in a line.
    String judge() {
        var parts = new ArrayList<String>();
        parts.add("method " + settings.getOrDefault("method", "unknown"));
        for (var name : List.of("model", "scale", "truncation")) {
            var value = settings.getOrDefault(name, "");
            if (!value.isEmpty()) {
                parts.add(name + " " + (name.equals("scale") ? value.replaceAll(":.*", "") : value));
            }
        }
        return String.join(", ", parts);
    }

    /// Whether any grade came with a probability.
    boolean confident() {
        return disagreements.stream().anyMatch(pair -> pair.confidence() > 0);
    }
}

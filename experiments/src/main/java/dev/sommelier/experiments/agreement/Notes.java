package dev.sommelier.experiments.agreement;

import dev.sommelier.experiments.report.TextTable;
import dev.sommelier.experiments.report.Wrap;
import java.util.List;
import java.util.stream.Collectors;

/// Sentences under the tables.
final class Notes {
    private Notes() {}

    /// A paragraph for each sentence after a mark.
    static String each(String mark, List<String> sentences) {
        return sentences.stream()
                .map(sentence -> Wrap.hanging(mark, sentence, TextTable.WIDTH))
                .collect(Collectors.joining());
    }
}

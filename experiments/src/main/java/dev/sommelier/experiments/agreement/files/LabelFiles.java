package dev.sommelier.experiments.agreement.files;

import dev.sommelier.core.Qrels;
import dev.sommelier.datasets.trec.Loaded;
import dev.sommelier.datasets.trec.TrecFiles;
import dev.sommelier.evaluation.agreement.LabelSet;
import java.nio.file.Path;
import java.util.function.Consumer;

/// Reads a judge's labels: TREC qrels, or JSON lines with probabilities and failures, told by the first character.
public final class LabelFiles {
    private LabelFiles() {}

    /// Reads a file; the judge has the file's name.
    ///
    /// @param note receives a sentence about whatever was accepted though unusual
    /// @throws dev.sommelier.core.SommelierException naming file, line, rule and value
    public static LabelSet labels(Path file, Consumer<String> note) {
        var lines = TextLines.read(file);
        var first = lines.stream().filter(line -> !line.isBlank()).findFirst().orElse("");
        var name = FileNames.plain(file);
        return first.stripLeading().startsWith("{")
                ? JsonLabels.read(file, name, lines)
                : new LabelSet(name, qrels(file, note));
    }

    /// Reads judgements.
    public static Qrels qrels(Path file, Consumer<String> note) {
        return noted(file, TrecFiles.qrels(file), note);
    }

    static <T> T noted(Path file, Loaded<T> loaded, Consumer<String> note) {
        loaded.warnings().forEach(warning -> note.accept(warning.sentence(file)));
        return loaded.value();
    }
}

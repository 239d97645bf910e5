package dev.sommelier.datasets.trec;

import dev.sommelier.core.Qrels;
import dev.sommelier.core.Run;
import java.nio.file.Path;

/// Reads TREC's two files. Both may be gzip, which is told by the first bytes and not by the name.
///
/// - qrels: `topic iteration document grade`, the iteration is ignored, the grade is a whole number
/// - run: `topic Q0 document rank score name`, the second and the rank are ignored: who evaluates ranks by score
///
/// Fields are separated by white space. Documents keep the file's bytes, so that they compare as in C. Lines of a topic
/// need not be together; topics keep the order of their first line.
///
/// ```java
/// Loaded<Run> loaded = TrecFiles.run(Path.of("bm25.run.gz"));
/// loaded.warnings().forEach(warning -> System.err.println(warning.sentence(file)));
/// ```
public final class TrecFiles {
    private TrecFiles() {}

    /// Reads judgements.
    ///
    /// @throws dev.sommelier.core.SommelierException naming file, line, rule and value: unreadable, over 2 GB, empty,
    ///     cut short, not four fields, a grade that is no whole number, two different grades for one document
    public static Loaded<Qrels> qrels(Path file) {
        return QrelsParser.parse(TrecText.read(file));
    }

    /// Reads a run.
    ///
    /// @throws dev.sommelier.core.SommelierException naming file, line, rule and value: unreadable, over 2 GB, empty,
    ///     cut short, fewer than six fields, a score that is no finite decimal number, a document twice in a topic
    public static Loaded<Run> run(Path file) {
        return RunParser.parse(TrecText.read(file));
    }
}

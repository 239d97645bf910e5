package dev.sommelier.datasets.trec;

import dev.sommelier.core.Qrels;
import dev.sommelier.core.Run;
import dev.sommelier.core.TopicRun;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

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

    /// Reads a large run topic by topic, without holding it: for whoever needs each topic once only. Works for files of
    /// at least 1 MB that have nothing unusual (not packed, lines of a topic together, one run name, no warning, no
    /// error).
    ///
    /// @param takers gives one taker for each thread that reads. A taker must not keep what it is given, nor a part of
    ///     it
    /// @return empty where the file is not of that kind or not readable: what the takers have seen is then void, and
    ///     [#run] reads the file or says what is wrong
    public static Optional<StreamedRun> stream(Path file, Supplier<Consumer<TopicRun>> takers) {
        return RunStream.read(file, takers);
    }

    /// Reads a run.
    ///
    /// @throws dev.sommelier.core.SommelierException naming file, line, rule and value: unreadable, over 2 GB, empty,
    ///     cut short, fewer than six fields, a score that is no finite decimal number, a document twice in a topic
    public static Loaded<Run> run(Path file) {
        return RunParser.parse(TrecText.read(file));
    }
}

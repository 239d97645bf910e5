package dev.sommelier.datasets.collection;

import dev.sommelier.core.SommelierException;
import dev.sommelier.datasets.trec.TrecFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Streams the pairs of topic and document that are to be judged.
public final class PairFiles {
    private PairFiles() {}

    /// Receives pairs.
    @FunctionalInterface
    public interface Receiver {
        /// @param human the grade that a human gave, where the file has one
        void pair(String topic, String document, OptionalInt human);
    }

    /// The pairs of TREC qrels (`topic iteration document grade`; Cranfield's leave the iteration out), with the grades
    /// as they are as human labels, or those that are listed as `topic<TAB>document`; in the file's order.
    ///
    /// @throws SommelierException naming file, line, rule and value
    public static void read(Path file, Receiver receiver) {
        read(file, receiver, notice -> {});
    }

    /// The same.
    ///
    /// @param notices hears in a sentence of what was skipped: a first line that names the columns
    /// @throws SommelierException naming file, line, rule and value
    public static void read(Path file, Receiver receiver, Consumer<String> notices) {
        try (var lines = Lines.open(file)) {
            var first = lines.peek().orElse("").strip().split("\\s+");
            if (Headers.namesPairs(first)) {
                lines.next();
                Headers.tell(lines, first, notices);
            }
            boolean any = false;
            for (var next = lines.next(); next.isPresent(); next = lines.next()) {
                if (!next.get().isBlank()) {
                    any = true;
                    pair(lines, next.get(), receiver);
                }
            }
            if (!any) {
                throw new SommelierException(
                        file + ":1: expected at least one pair, got an empty file; check the path");
            }
        }
    }

    private static void pair(Lines lines, String line, Receiver receiver) {
        var fields = line.strip().split("\\s+");
        if (fields.length == 2) {
            receiver.pair(fields[0], fields[1], OptionalInt.empty());
            return;
        }
        if (fields.length != 4 && fields.length != 3) {
            throw lines.failure("expected 4 fields (topic, iteration, document, grade), 3 (topic, document, grade) or 2"
                    + " (topic, document), got "
                    + fields.length + " in " + Lines.shown(line) + "; mend the line");
        }
        var grade = fields[fields.length - 1];
        if (!Headers.isNumber(grade)) {
            throw lines.failure("a grade must be a whole number, got " + Lines.shown(grade) + "; mend the line"
                    + (lines.number() == 1 ? ", or remove it if it names the columns" : ""));
        }
        receiver.pair(fields[0], fields[fields.length - 2], OptionalInt.of(Integer.parseInt(grade)));
    }

    /// The pairs that some run of a folder has among a topic's first `depth`: topics in the order of the first run by
    /// name that has them, their documents in the order in which the runs by name bring them.
    ///
    /// @param depth at least 1
    /// @throws SommelierException if there is no run, or one cannot be read
    public static void pooled(Path folder, int depth, Receiver receiver) {
        var pool = new LinkedHashMap<String, Set<String>>();
        for (var file : runs(folder)) {
            for (var topic : TrecFiles.run(file).value().topics()) {
                var documents = pool.computeIfAbsent(topic.topic(), key -> new LinkedHashSet<>());
                // Equal scores as trec_eval orders them: the later identifier first.
                IntStream.range(0, topic.size())
                        .boxed()
                        .sorted(Comparator.comparingDouble((Integer i) -> topic.score(i))
                                .thenComparing(i -> topic.documents().get(i))
                                .reversed())
                        .limit(depth)
                        .forEach(i -> documents.add(topic.documents().get(i)));
            }
        }
        pool.forEach((topic, documents) ->
                documents.forEach(document -> receiver.pair(topic, document, OptionalInt.empty())));
    }

    private static List<Path> runs(Path folder) {
        try (var files = Files.list(folder)) {
            var found = files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new SommelierException(folder + ": expected runs, got an empty folder; check the path");
            }
            return found;
        } catch (IOException e) {
            throw new SommelierException(folder + ": cannot list the runs of this folder; check the path", e);
        }
    }
}

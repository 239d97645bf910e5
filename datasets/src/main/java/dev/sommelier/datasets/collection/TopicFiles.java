package dev.sommelier.datasets.collection;

import dev.sommelier.core.SommelierException;
import dev.sommelier.core.Topic;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads topics; the format is told by the first line.
///
/// - TSV: `id<TAB>text`
/// - JSON lines: `id` (or `qid`, `topic`, `query_id`, `_id`), `text` (or `query`, `title`), and where there are such
///   `description` and `narrative`
/// - TREC: `<top>` with `<num>`, `<title>`, `<desc>`, `<narr>`
/// - SMART, such as cran.qry: topics are numbered 1, 2, 3, ... in the file's order, as Cranfield's qrels count them
public final class TopicFiles {
    private static final List<String> IDS = List.of("id", "qid", "topic", "query_id", "_id");
    private static final List<String> TEXTS = List.of("text", "query", "title");
    private static final String FOLLOWERS = "num|title|desc|narr|dom|con|fac|def";

    private TopicFiles() {}

    /// Topics in the file's order.
    ///
    /// @throws SommelierException naming file, line, rule and value
    public static List<Topic> read(Path file) {
        return read(file, notice -> {});
    }

    /// Topics in the file's order.
    ///
    /// @param notices hears in a sentence of what was skipped: a first line of TSV that names the columns
    /// @throws SommelierException naming file, line, rule and value
    public static List<Topic> read(Path file, Consumer<String> notices) {
        var topics = new LinkedHashMap<String, Topic>();
        try (var lines = Lines.open(file)) {
            var first = lines.peek()
                    .orElseThrow(() -> new SommelierException(
                            file + ":1: expected at least one topic, got an empty file; check the path"));
            if (first.stripLeading().startsWith("{")) {
                each(lines, line -> add(lines, topics, json(lines, line)));
            } else if (Smart.begins(first)) {
                Smart.read(
                        lines,
                        (id, fields) -> add(
                                lines,
                                topics,
                                topic(
                                        lines,
                                        Integer.toString(topics.size() + 1),
                                        fields.getOrDefault("w", ""),
                                        Optional.empty(),
                                        Optional.empty())));
            } else if (first.isBlank() || first.stripLeading().startsWith("<")) {
                Sgml.blocks(lines, "top", (block, line) -> add(lines, topics, trec(lines, block)));
            } else {
                var fields = first.split("\t", -1);
                if (Headers.namesTexts(fields)) {
                    lines.next();
                    Headers.tell(lines, fields, notices);
                }
                each(lines, line -> add(lines, topics, tsv(lines, line)));
            }
        }
        return List.copyOf(topics.values());
    }

    private static void each(Lines lines, Consumer<String> consumer) {
        for (var line = lines.next(); line.isPresent(); line = lines.next()) {
            if (!line.get().isBlank()) {
                consumer.accept(line.get());
            }
        }
    }

    private static void add(Lines lines, Map<String, Topic> topics, Topic topic) {
        if (topics.putIfAbsent(topic.id(), topic) != null) {
            throw lines.failure("a topic must appear once, got " + Lines.shown(topic.id()) + " again; remove one");
        }
    }

    private static Topic tsv(Lines lines, String line) {
        var fields = line.split("\t", -1);
        if (fields.length != 2) {
            throw lines.failure("expected 2 tab-separated fields (id, text), got " + fields.length + " in "
                    + Lines.shown(line) + "; " + Json.mending(line));
        }
        return topic(lines, fields[0].strip(), fields[1].strip(), Optional.empty(), Optional.empty());
    }

    private static Topic json(Lines lines, String line) {
        var node = Json.object(lines, line);
        return topic(
                lines,
                Json.needed(lines, node, IDS),
                Json.needed(lines, node, TEXTS),
                Json.text(node, List.of("description")),
                Json.text(node, List.of("narrative")));
    }

    private static Topic trec(Lines lines, String block) {
        return topic(
                lines,
                Sgml.field(block, "num", FOLLOWERS).orElse("").replaceFirst("(?i)^number:\\s*", ""),
                Sgml.field(block, "title", FOLLOWERS).orElse("").replaceFirst("(?i)^topic:\\s*", ""),
                Sgml.field(block, "desc", FOLLOWERS).map(text -> text.replaceFirst("(?i)^description:\\s*", "")),
                Sgml.field(block, "narr", FOLLOWERS).map(text -> text.replaceFirst("(?i)^narrative:\\s*", "")));
    }

    private static Topic topic(
            Lines lines, String id, String text, Optional<String> description, Optional<String> narrative) {
        if (id.isBlank() || id.chars().anyMatch(Character::isWhitespace) || text.isBlank()) {
            throw lines.failure("a topic needs an id without white space and a text, got id " + Lines.shown(id)
                    + " and text " + Lines.shown(text) + "; mend the topic");
        }
        return new Topic(id, text, description, narrative);
    }
}

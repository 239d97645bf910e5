package dev.sommelier.datasets.collection;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/// Tells a first line that names the columns from one that holds data. Only words that tables are known to begin with
/// count, so that a damaged first line is never skipped.
final class Headers {
    private static final Set<String> IDS = Set.of(
            "id",
            "qid",
            "queryid",
            "query",
            "topic",
            "topicid",
            "topicno",
            "number",
            "docid",
            "docno",
            "doc",
            "pid",
            "documentid",
            "passageid",
            "corpusid",
            "document",
            "passage",
            "iteration",
            "iter",
            "q0");
    private static final Set<String> TEXTS = Set.of(
            "text",
            "query",
            "querytext",
            "question",
            "title",
            "topic",
            "topictext",
            "passage",
            "passagetext",
            "body",
            "doc",
            "doctext",
            "document",
            "documenttext",
            "contents",
            "content",
            "abstract",
            "url");
    private static final Set<String> GRADES = Set.of(
            "grade",
            "label",
            "relevance",
            "rel",
            "score",
            "judgment",
            "judgement",
            "rating",
            "qrel",
            "qrels",
            "relevancelabel",
            "relevancescore");

    private Headers() {}

    /// Whether these are the names of an identifier and of texts.
    static boolean namesTexts(String[] fields) {
        if (fields.length < 2 || !IDS.contains(word(fields[0]))) {
            return false;
        }
        return List.of(fields).subList(1, fields.length).stream().allMatch(field -> TEXTS.contains(word(field)));
    }

    /// Whether these are the names of a topic, a document and, where there are more than two, a grade.
    static boolean namesPairs(String[] fields) {
        int last = fields.length - 1;
        if (fields.length == 2) {
            return IDS.contains(word(fields[0])) && IDS.contains(word(fields[1]));
        }
        return (fields.length == 3 || fields.length == 4)
                && IDS.contains(word(fields[0]))
                && (GRADES.contains(word(fields[last])) || IDS.contains(word(fields[last - 1])))
                && !isNumber(fields[last]);
    }

    static boolean isNumber(String text) {
        return text.matches("[-+]?\\d{1,9}");
    }

    /// Says that the line that was taken last was skipped.
    static void tell(Lines lines, String[] fields, Consumer<String> notices) {
        notices.accept(lines.place() + ": 1 line that names the columns (" + String.join(", ", fields)
                + ") was skipped; it is no data");
    }

    private static String word(String field) {
        return field.strip().toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
    }
}

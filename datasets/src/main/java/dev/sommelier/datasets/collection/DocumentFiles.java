package dev.sommelier.datasets.collection;

import dev.sommelier.core.Document;
import dev.sommelier.core.SommelierException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// Streams documents; the format is told by the first line.
///
/// - TSV: `id<TAB>text` (MS MARCO v1 passages), `id<TAB>title<TAB>text`, or `id<TAB>url<TAB>title<TAB>text` (MS MARCO
/// v1
///   documents)
/// - JSON lines: the id is `docid` (or `pid`, `docno`, `doc_id`, `id`, `_id`), the text `passage` (MS MARCO v2),
/// `body`,
///   `doc` (LLMJudge), `text`, `contents` or `abstract`, the title `title`
/// - TREC SGML: `<DOC>` with `<DOCNO>`; the title is `<TITLE>`, `<HEADLINE>` or `<HL>`, the text what `<TEXT>` holds
/// - SMART, such as cran.all.1400: title `.T`, text `.W`
/// - Parquet: columns of the names that JSON lines have
public final class DocumentFiles {
    static final List<String> IDS = List.of("docid", "pid", "docno", "doc_id", "id", "_id");
    static final List<String> TEXTS = List.of("passage", "body", "doc", "text", "contents", "abstract");

    private DocumentFiles() {}

    /// Receives documents.
    @FunctionalInterface
    public interface Receiver {
        /// @param place the file and the line or row where the document ends, such as `docs.tsv:17`
        void document(Document document, String place);
    }

    /// Hands over every document in the file's order.
    ///
    /// @throws SommelierException naming file, line, rule and value
    public static void read(Path file, Consumer<Document> consumer) {
        read(file, (document, place) -> consumer.accept(document), notice -> {});
    }

    /// Hands over every document in the file's order, with its place.
    ///
    /// @param notices hears in a sentence of what was skipped: a first line of TSV that names the columns
    /// @throws SommelierException naming file, line, rule and value
    public static void read(Path file, Receiver receiver, Consumer<String> notices) {
        if (Parquet.begins(file)) {
            Parquet.read(file, receiver);
            return;
        }
        try (var lines = Lines.open(file)) {
            var first = lines.peek()
                    .orElseThrow(() -> new SommelierException(
                            file + ":1: expected at least one document, got an empty file; check the path"));
            if (Smart.begins(first)) {
                Smart.read(
                        lines,
                        (id, fields) -> receiver.document(
                                document(
                                        lines::failure,
                                        id,
                                        Optional.ofNullable(fields.get("t")),
                                        fields.getOrDefault("w", "")),
                                lines.place()));
            } else if (first.isBlank() || first.stripLeading().startsWith("<")) {
                Sgml.blocks(lines, "DOC", (block, line) -> receiver.document(trec(lines, block), lines.place()));
            } else if (first.stripLeading().startsWith("{")) {
                each(lines, line -> receiver.document(json(lines, line), lines.place()));
            } else {
                skipHeader(lines, first, notices);
                each(lines, line -> receiver.document(tsv(lines, line), lines.place()));
            }
        }
    }

    private static void each(Lines lines, Consumer<String> consumer) {
        for (var line = lines.next(); line.isPresent(); line = lines.next()) {
            if (!line.get().isBlank()) {
                consumer.accept(line.get());
            }
        }
    }

    private static void skipHeader(Lines lines, String first, Consumer<String> notices) {
        var fields = first.split("\t", -1);
        if (Headers.namesTexts(fields)) {
            lines.next();
            Headers.tell(lines, fields, notices);
        }
    }

    private static Document json(Lines lines, String line) {
        var node = Json.object(lines, line);
        return document(
                lines::failure,
                Json.needed(lines, node, IDS),
                Json.text(node, List.of("title")),
                Json.needed(lines, node, TEXTS));
    }

    private static Document tsv(Lines lines, String line) {
        var fields = line.split("\t", -1);
        return switch (fields.length) {
            case 2 -> document(lines::failure, fields[0], Optional.empty(), fields[1]);
            case 3 -> document(lines::failure, fields[0], Optional.of(fields[1]), fields[2]);
            case 4 -> document(lines::failure, fields[0], Optional.of(fields[2]), fields[3]);
            default ->
                throw lines.failure(
                        "expected 2, 3 or 4 tab-separated fields (id, text; id, title, text; id, url, title,"
                                + " text), got " + fields.length + " in " + Lines.shown(line) + "; "
                                + Json.mending(line));
        };
    }

    private static Document trec(Lines lines, String block) {
        var id = Sgml.field(block, "DOCNO", "DOCHDR|TEXT").orElse("");
        var title = Sgml.field(block, "TITLE", "TEXT")
                .or(() -> Sgml.field(block, "HEADLINE", "TEXT"))
                .or(() -> Sgml.field(block, "HL", "TEXT"));
        var text = Sgml.field(block, "TEXT", "TEXT")
                .orElseGet(() -> Sgml.plain(block.replaceFirst("(?is)<DOCNO>.*?</DOCNO>", "")));
        return document(lines::failure, id, title, text);
    }

    /// @param failure makes what is thrown, naming the place
    static Document document(
            Function<String, SommelierException> failure, String id, Optional<String> title, String text) {
        var name = id.strip();
        if (name.isEmpty() || name.chars().anyMatch(Character::isWhitespace)) {
            throw failure.apply("a document needs an id without white space, got " + Lines.shown(id)
                    + "; mend the document that ends here");
        }
        return new Document(name, title.map(String::strip).filter(t -> !t.isEmpty()), text.strip());
    }
}

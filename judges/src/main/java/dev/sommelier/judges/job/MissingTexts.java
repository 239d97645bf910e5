package dev.sommelier.judges.job;

import dev.sommelier.core.SommelierException;
import dev.sommelier.io.AtomicFiles;
import dev.sommelier.io.sqlite.SqliteFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What pairs name and no file has.
///
/// @param pairs how many pairs lack the text of their topic or document
/// @param topics identifiers of topics that are not there
/// @param documents identifiers of documents that are not there
public record MissingTexts(long pairs, Names topics, Names documents) {
    /// The files in the job's folder that hold all identifiers, one a line.
    public static final String TOPICS_FILE = "missing-topics.txt";

    /// See [#TOPICS_FILE].
    public static final String DOCUMENTS_FILE = "missing-documents.txt";

    private static final String EACH = "SELECT p.position FROM pair p JOIN needed n ON n.id = p.document"
            + " WHERE n.number NOT IN (SELECT number FROM document) OR p.topic NOT IN (SELECT id FROM topic)";

    static final String PAIRS = "SELECT count(*) FROM (" + EACH + ")";

    private static final int LISTED = 10;
    private static final String TOPICS =
            " FROM (SELECT topic AS id, min(position) AS first FROM pair WHERE topic NOT IN (SELECT id FROM topic)"
                    + " GROUP BY topic)";
    private static final String DOCUMENTS =
            " FROM (SELECT id, number AS first FROM needed WHERE number NOT IN (SELECT number FROM document))";

    /// Identifiers in the order of the plan.
    ///
    /// @param count of all
    /// @param some the first
    public record Names(long count, List<String> some) {
        public Names {
            some = List.copyOf(some);
        }

        private Stream<String> listed(String what, String file) {
            return count == 0
                    ? Stream.empty()
                    : Stream.of(what + " that are not there (" + count + ", all in " + file + "): "
                            + String.join(", ", some) + (count > some.size() ? ", ..." : ""));
        }
    }

    static MissingTexts of(SqliteFile file) {
        long pairs = Long.parseLong(PlanRows.fact(file, "missing"));
        var none = new Names(0, List.of());
        return pairs == 0
                ? new MissingTexts(0, none, none)
                : file.read(
                        connection -> new MissingTexts(pairs, names(connection, TOPICS), names(connection, DOCUMENTS)));
    }

    /// How many pairs from `first` to before `end` are without a text.
    static long count(SqliteFile file, long first, long end) {
        return file.read(connection -> {
            try (var statement = connection.prepareStatement(PAIRS + " WHERE position >= ? AND position < ?")) {
                statement.setLong(1, first);
                statement.setLong(2, end);
                try (var rows = statement.executeQuery()) {
                    return rows.getLong(1);
                }
            }
        });
    }

    private static Names names(Connection connection, String from) throws SQLException {
        var some = new ArrayList<String>();
        each(connection, from + " ORDER BY first LIMIT " + LISTED, some::add);
        return new Names(PlanRows.count(connection, "SELECT count(*)" + from), some);
    }

    private interface Each {
        void name(String name) throws IOException;
    }

    private static void each(Connection connection, String from, Each each) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT id" + from)) {
            while (rows.next()) {
                each.name(rows.getString(1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Writes the files of names for a new plan, or removes those of an earlier attempt.
    ///
    /// @throws SommelierException if something is missing and that is refused
    static void tell(SqliteFile file, Path folder, PlanInputs.MissingText policy) throws IOException {
        var missing = of(file);
        write(file, missing.topics(), TOPICS, folder.resolve(TOPICS_FILE));
        write(file, missing.documents(), DOCUMENTS, folder.resolve(DOCUMENTS_FILE));
        if (policy == PlanInputs.MissingText.REFUSED) {
            missing.refuse(PlanRows.fact(file, "pairs"), folder);
        }
    }

    private static void write(SqliteFile file, Names names, String from, Path target) throws IOException {
        if (names.count() == 0) {
            Files.deleteIfExists(target);
            return;
        }
        AtomicFiles.write(target, temporary -> {
            try (var out = Files.newBufferedWriter(temporary, StandardCharsets.UTF_8)) {
                file.<Boolean>read(connection -> {
                    each(
                            connection,
                            from + " ORDER BY first",
                            name -> out.append(name).append('\n'));
                    return true;
                });
            }
        });
    }

    private void refuse(String planned, Path folder) {
        if (pairs > 0) {
            throw new SommelierException(pairs + " of " + planned + " pairs have no text; " + listed(folder)
                    + "; give every file of the collection to --topics and --docs, or count such pairs as failed by"
                    + " --missing-text skip");
        }
    }

    /// That such pairs count as failed; empty where there is none.
    ///
    /// @param planned how many pairs there are
    /// @param folder the job's
    public String sentence(long planned, Path folder) {
        return pairs == 0
                ? ""
                : pairs + " of " + planned + " pairs have no text and count as failed; " + listed(folder);
    }

    private String listed(Path folder) {
        return Stream.concat(
                        topics.listed("topics", folder.resolve(TOPICS_FILE).toString()),
                        documents.listed(
                                "documents", folder.resolve(DOCUMENTS_FILE).toString()))
                .reduce((a, b) -> a + "; " + b)
                .orElse("");
    }
}

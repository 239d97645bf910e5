package dev.sommelier.judges.job;

import dev.sommelier.core.Document;
import dev.sommelier.core.SommelierException;
import dev.sommelier.core.Topic;
import dev.sommelier.io.AtomicFiles;
import dev.sommelier.io.sqlite.SqliteFile;
import dev.sommelier.io.sqlite.SqliteFile.Durability;
import dev.sommelier.io.sqlite.SqliteSchema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/// The plan of a job: what is to be judged, in which order and batches, with every text that is needed. It is made in
/// one piece and never changed. Safe for use by several threads.
public final class PlanFile implements AutoCloseable {
    static final String NAME = "plan.db";

    static final SqliteSchema SCHEMA = new SqliteSchema(
            "job plan",
            "SPln",
            1,
            List.of(
                    "CREATE TABLE setting(position INTEGER PRIMARY KEY, key TEXT NOT NULL, value TEXT NOT NULL)",
                    "CREATE TABLE fact(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
                    "CREATE TABLE topic(position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, text TEXT NOT NULL,"
                            + " description TEXT, narrative TEXT)",
                    "CREATE TABLE pair(position INTEGER PRIMARY KEY, topic TEXT NOT NULL, document TEXT NOT NULL,"
                            + " human INTEGER)",
                    "CREATE TABLE needed(number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE)",
                    "CREATE TABLE document(number INTEGER PRIMARY KEY, title TEXT, text TEXT NOT NULL)"));

    private final SqliteFile file;
    private final Map<String, Topic> topics;

    private PlanFile(SqliteFile file) {
        this.file = file;
        this.topics = file.read(connection -> {
            var found = new LinkedHashMap<String, Topic>();
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(
                            "SELECT id, text, description, narrative FROM topic ORDER BY position")) {
                while (rows.next()) {
                    found.put(
                            rows.getString(1),
                            new Topic(
                                    rows.getString(1),
                                    rows.getString(2),
                                    Optional.ofNullable(rows.getString(3)),
                                    Optional.ofNullable(rows.getString(4))));
                }
            }
            return found;
        });
    }

    /// Whether a folder holds a plan.
    public static boolean exists(Path folder) {
        return Files.exists(folder.resolve(NAME));
    }

    /// Opens the plan of a job's folder.
    ///
    /// @throws SommelierException if there is none, or it cannot be read
    public static PlanFile open(Path folder) {
        if (!exists(folder)) {
            throw new SommelierException(
                    folder + " holds no judging job; plan one by 'sommelier judge run ... --out " + folder + "'");
        }
        return new PlanFile(SqliteFile.openToRead(folder.resolve(NAME), SCHEMA));
    }

    /// Makes a plan; a kill leaves none. A plan that another process made meanwhile stays, since that one may judge by
    /// it
    /// already; compare its settings afterwards. What pairs name and no file has is written into the folder
    /// ([MissingTexts#TOPICS_FILE], [MissingTexts#DOCUMENTS_FILE]), also when no plan is made for it; a folder that was
    /// made for a plan that is refused and that holds nothing is removed.
    ///
    /// @param arguments what a later `resume` needs to open the same judge
    /// @throws SommelierException if a pair appears twice, a document has two texts, texts are missing
    ///     and that is refused, or the folder cannot be written
    public static void create(Path folder, JobSettings settings, List<String> arguments, PlanInputs inputs) {
        var made = NewFolders.on(folder);
        boolean done = false;
        try {
            AtomicFiles.writeNew(folder.resolve(NAME), temporary -> {
                Files.deleteIfExists(temporary);
                try (var file = SqliteFile.open(temporary, SCHEMA, Durability.PROCESS)) {
                    new PlanWriter(file).write(settings, arguments, inputs);
                    MissingTexts.tell(file, folder, inputs.missing());
                }
            });
            done = true;
        } finally {
            if (!done) {
                made.removeEmpty();
            }
        }
    }

    /// The settings as planned.
    public JobSettings settings() {
        return new JobSettings(file.read(connection -> {
            var values = new LinkedHashMap<String, String>();
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("SELECT key, value FROM setting ORDER BY position")) {
                while (rows.next()) {
                    values.put(rows.getString(1), rows.getString(2));
                }
            }
            return values;
        }));
    }

    private String fact(String key) {
        return PlanRows.fact(file, key);
    }

    /// The arguments that the plan was made with.
    public List<String> arguments() {
        var text = fact("arguments");
        return text.isEmpty() ? List.of() : List.of(text.split("\n"));
    }

    /// How many pairs there are.
    public long size() {
        return Long.parseLong(fact("pairs"));
    }

    /// How many pairs lack the text of their topic or document.
    public long missing() {
        return Long.parseLong(fact("missing"));
    }

    /// How many pairs from `first` to before `end` lack the text of their topic or document.
    public long missing(long first, long end) {
        return missing() == 0 ? 0 : MissingTexts.count(file, first, end);
    }

    /// What pairs name and no file had; reads the whole plan.
    public MissingTexts missingTexts() {
        return MissingTexts.of(file);
    }

    /// What was odd about the documents and yet accepted, in sentences.
    public List<String> oddities() {
        return fact(PlanDocuments.ODDITIES).lines().toList();
    }

    /// The topic of an identifier that pairs name.
    public Topic topic(String id) {
        var topic = topics.get(id);
        if (topic == null) {
            throw new IllegalArgumentException("the plan has no topic " + id);
        }
        return topic;
    }

    /// The pairs from `first` to before `end`.
    public List<PlannedPair> pairs(long first, long end) {
        var found = new ArrayList<PlannedPair>();
        forEach(first, end, found::add);
        return found;
    }

    /// Hands over the pairs from `first` to before `end`.
    public void forEach(long first, long end, Consumer<PlannedPair> consumer) {
        file.read(connection -> {
            try (var statement = connection.prepareStatement(
                    "SELECT p.position, p.topic, p.document, p.human, d.title, d.text FROM pair p"
                            + " JOIN needed n ON n.id = p.document LEFT JOIN document d ON d.number = n.number"
                            + " WHERE p.position >= ? AND p.position < ? ORDER BY p.position")) {
                statement.setLong(1, first);
                statement.setLong(2, end);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        consumer.accept(pair(rows));
                    }
                }
            }
            return true;
        });
    }

    private PlannedPair pair(ResultSet rows) throws SQLException {
        var topic = rows.getString(2);
        var document = rows.getString(3);
        int human = rows.getInt(4);
        var grade = rows.wasNull() ? OptionalInt.empty() : OptionalInt.of(human);
        var text = Optional.ofNullable(rows.getString(6)).filter(words -> topics.containsKey(topic));
        var title = Optional.ofNullable(rows.getString(5));
        return new PlannedPair(
                rows.getLong(1), topic, document, text.map(words -> new Document(document, title, words)), grade);
    }

    @Override
    public void close() {
        file.close();
    }
}

package dev.sommelier.datasets.format;

import dev.sommelier.core.RatingScale;
import dev.sommelier.core.SommelierException;
import dev.sommelier.datasets.table.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// The preprocessed data sets of RecBench: `items.parquet` (identifier and texts), `users.parquet` (identifier and
/// `history`, a list of items), `finetune.parquet` and `test.parquet` (user, item, label 0 or 1), and
/// `valid_user_set_0.1.txt` (the users of finetune who are for validation). The columns' names differ from set to set:
/// the user's is the one that users and test share, the item's the one that items and test share, the label the third.
///
/// Histories and finetune are the part train, test is the part test. There are no times.
///
/// @param shown whether rows with label 0 are kept too, with rating 0; else the data are implicit
record RecBench(boolean shown) implements Layout {
    private static final List<String> TITLES = List.of("title", "name", "book_title", "artist_name", "detail_desc");

    @Override
    public String name() {
        return shown ? "recbench-shown" : "recbench";
    }

    @Override
    public String files() {
        return "items.parquet, users.parquet, finetune.parquet and test.parquet";
    }

    @Override
    public String licence() {
        return "RecBench, github.com/Jyonn/RecBench: the terms of the data behind it hold; cite arxiv.org/abs/2503.05493";
    }

    @Override
    public boolean fits(Path folder) {
        var files = Folder.of(folder);
        return List.of("items.parquet", "users.parquet", "test.parquet").stream()
                .allMatch(name -> files.file(name).isPresent());
    }

    @Override
    public Imported read(Path folder) {
        var files = Folder.of(folder);
        var items = files.required("items.parquet");
        var users = files.required("users.parquet");
        var test = files.required("test.parquet");
        var names = Names.of(items, users, test);
        var rows = new ImportedRows();
        histories(users, names, rows);
        var validating = files.matching("valid_user_set_.*\\.txt").stream()
                .findFirst()
                .map(RecBench::lines)
                .orElse(Set.of());
        files.file("finetune.parquet")
                .ifPresent(file ->
                        labelled(file, names, rows, user -> validating.contains(user) ? Part.VALIDATION : Part.TRAIN));
        labelled(test, names, rows, user -> Part.TEST);
        var title = items(items, names, rows);
        return rows.done(
                names.texts().stream().filter(name -> !name.equals(title)).toList(),
                shown ? Optional.of(new RatingScale(0, 1, 1)) : Optional.empty());
    }

    private record Names(String user, String item, String label, String history, List<String> texts) {
        static Names of(Path items, Path users, Path test) {
            var ofItems = Duck.columns(items);
            var ofUsers = Duck.columns(users);
            var ofTest = Duck.columns(test);
            var user = only(test, ofTest, "shared with users.parquet", in(ofUsers));
            var item = only(test, ofTest, "shared with items.parquet", in(ofItems));
            var label = only(
                    test,
                    ofTest,
                    "for the label",
                    column -> !column.name().equals(user) && !column.name().equals(item) && !isIndex(column));
            var history = only(
                    users,
                    ofUsers,
                    "that holds lists, for the history",
                    column -> column.type().endsWith("[]"));
            var texts = ofItems.stream()
                    .filter(column -> column.type().equals("VARCHAR"))
                    .map(Duck.Column::name)
                    .filter(name -> !name.equals(item))
                    .toList();
            return new Names(user, item, label, history, texts);
        }

        private static boolean isIndex(Duck.Column column) {
            return column.name().startsWith("__index");
        }

        private static Predicate<Duck.Column> in(List<Duck.Column> others) {
            var names = others.stream()
                    .filter(column -> !isIndex(column))
                    .map(Duck.Column::name)
                    .toList();
            return column -> names.contains(column.name());
        }

        private static String only(
                Path file, List<Duck.Column> columns, String what, Predicate<Duck.Column> condition) {
            var fitting =
                    columns.stream().filter(condition).map(Duck.Column::name).toList();
            if (fitting.size() != 1) {
                throw new SommelierException(file + ": expected one column " + what + ", got "
                        + (fitting.isEmpty() ? "none" : String.join(", ", fitting)) + " of "
                        + String.join(
                                ", ", columns.stream().map(Duck.Column::name).toList())
                        + "; get the files again");
            }
            return fitting.getFirst();
        }
    }

    /// A column's name within a query.
    private static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    private static void histories(Path file, Names names, ImportedRows rows) {
        var sql = "SELECT CAST(" + quoted(names.user()) + " AS VARCHAR), array_to_string(CAST("
                + quoted(names.history()) + " AS VARCHAR[]), chr(31)) FROM read_parquet(?)";
        var seen = new HashSet<String>();
        Duck.rows(file, sql, row -> {
            var user = Optional.ofNullable(row.getString(1)).filter(id -> !id.isBlank());
            if (user.isEmpty() || !seen.add(user.get())) {
                rows.count("rows of users.parquet without a user or with one that came before, left out");
                return;
            }
            Optional.ofNullable(row.getString(2))
                    .ifPresent(joined -> List.of(joined.split(ImportedRows.SEPARATOR)).stream()
                            .filter(item -> !item.isBlank())
                            .forEach(item -> rows.interaction(user.get(), item, 1, 0, Part.TRAIN)));
        });
    }

    private interface PartOf {
        Part user(String user);
    }

    private void labelled(Path file, Names names, ImportedRows rows, PartOf part) {
        var sql = "SELECT CAST(" + quoted(names.user()) + " AS VARCHAR), CAST(" + quoted(names.item())
                + " AS VARCHAR), TRY_CAST(" + quoted(names.label()) + " AS DOUBLE) FROM read_parquet(?)";
        Duck.rows(file, sql, row -> {
            var user = Optional.ofNullable(row.getString(1)).filter(id -> !id.isBlank());
            var item = Optional.ofNullable(row.getString(2)).filter(id -> !id.isBlank());
            double label = row.getDouble(3);
            if (row.wasNull() || user.isEmpty() || item.isEmpty() || (label != 0 && label != 1)) {
                rows.count("rows of " + Folder.name(file) + " without user, item or a label of 0 or 1, left out");
            } else if (label == 1 || shown) {
                rows.interaction(user.get(), item.get(), label, 0, part.user(user.get()));
            } else {
                rows.count("rows with label 0, left out (--format recbench-shown keeps them)");
            }
        });
    }

    /// @return the column that holds the titles; empty if there is none
    private static String items(Path file, Names names, ImportedRows rows) {
        var title = TITLES.stream()
                .filter(names.texts()::contains)
                .findFirst()
                .or(() -> names.texts().stream().findFirst())
                .orElse("");
        var texts = names.texts().stream().filter(name -> !name.equals(title)).toList();
        var sql = new StringBuilder("SELECT CAST(" + quoted(names.item()) + " AS VARCHAR), ")
                .append(title.isEmpty() ? "NULL" : quoted(title));
        texts.forEach(name -> sql.append(", ").append(quoted(name)));
        Duck.rows(file, sql.append(" FROM read_parquet(?)").toString(), row -> {
            var attributes = new LinkedHashMap<String, List<String>>();
            for (int i = 0; i < texts.size(); i++) {
                attributes.put(texts.get(i), ImportedRows.values(Optional.ofNullable(row.getString(i + 3))));
            }
            rows.item(file, Optional.ofNullable(row.getString(1)), Optional.ofNullable(row.getString(2)), attributes);
        });
        return title;
    }

    private static Set<String> lines(Path file) {
        try {
            return Set.copyOf(new HashSet<>(
                    Files.readAllLines(file).stream().map(String::strip).toList()));
        } catch (IOException e) {
            throw new SommelierException(file + ": cannot be read (" + e.getMessage() + "); check the file", e);
        }
    }
}

package dev.sommelier.datasets.format;

import dev.sommelier.core.RatingScale;
import dev.sommelier.datasets.table.Part;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Microsoft News (MIND): `behaviors.tsv` (impression, user, time, history, impressions) and `news.tsv` (id, category,
/// subcategory, title, abstract, url, entities of title and abstract), tabs without a header, in one folder or in one
/// each for train and dev, which are then the parts train and test.
///
/// A click is an interaction at the time of its impression, read as UTC. A user's history is taken once, as clicks of
/// unknown time, which come first.
///
/// @param shown whether what was shown and not clicked is kept too, with rating 0, clicks having 1; else the data are
///     implicit
record Mind(boolean shown) implements Layout {
    private static final String BEHAVIORS = """
            SELECT "user", CAST(epoch(try_strptime("time", '%m/%d/%Y %I:%M:%S %p')) AS BIGINT), history, impressions
            FROM read_csv(?, delim='\t', quote='', escape='', header=false, auto_detect=false, store_rejects=true,
              columns={'impression': 'VARCHAR', 'user': 'VARCHAR', 'time': 'VARCHAR', 'history': 'VARCHAR',
                'impressions': 'VARCHAR'})""";
    private static final String NEWS = """
            SELECT id, title, category, subcategory
            FROM read_csv(?, delim='\t', quote='', escape='', header=false, auto_detect=false, store_rejects=true,
              columns={'id': 'VARCHAR', 'category': 'VARCHAR', 'subcategory': 'VARCHAR', 'title': 'VARCHAR',
                'abstract': 'VARCHAR', 'url': 'VARCHAR', 'title_entities': 'VARCHAR',
                'abstract_entities': 'VARCHAR'})""";

    @Override
    public String name() {
        return shown ? "mind-shown" : "mind";
    }

    @Override
    public String files() {
        return "behaviors.tsv and news.tsv";
    }

    @Override
    public String licence() {
        return "MIND, msnews.github.io: Microsoft Research Licence Terms, for research; cite Wu et al. 2020,"
                + " doi.org/10.18653/v1/2020.acl-main.331";
    }

    @Override
    public boolean fits(Path folder) {
        var files = Folder.of(folder);
        return files.file("behaviors.tsv").isPresent() && files.file("news.tsv").isPresent();
    }

    @Override
    public Imported read(Path folder) {
        var files = Folder.of(folder);
        var behaviors = files.matching("behaviors\\.tsv").stream()
                .sorted(java.util.Comparator.comparing(file -> part(folder, file)))
                .toList();
        var rows = new ImportedRows();
        var users = new HashSet<String>();
        for (var file : behaviors) {
            var part = behaviors.size() == 1 ? Part.TRAIN : part(folder, file);
            rows.rejected(file, Duck.csv(file, BEHAVIORS, row -> impression(row, part, users, rows)));
        }
        for (var file : files.matching("news\\.tsv")) {
            rows.rejected(file, Duck.csv(file, NEWS, row -> news(file, row, rows, behaviors.size() > 1)));
        }
        return rows.done(
                List.of("category", "subcategory"), shown ? Optional.of(new RatingScale(0, 1, 1)) : Optional.empty());
    }

    private static Part part(Path folder, Path file) {
        var within = folder.relativize(file).toString();
        return within.contains("dev") || within.contains("valid") || within.contains("test") ? Part.TEST : Part.TRAIN;
    }

    private void impression(ResultSet row, Part part, Set<String> users, ImportedRows rows) throws SQLException {
        var user = Optional.ofNullable(row.getString(1)).map(String::strip).filter(id -> !id.isEmpty());
        long time = row.getLong(2);
        if (row.wasNull() || user.isEmpty()) {
            rows.count("lines of behaviors.tsv without user or time, left out");
            return;
        }
        if (users.add(user.get())) {
            ids(Optional.ofNullable(row.getString(3)))
                    .forEach(id -> rows.interaction(user.get(), id, 1, 0, Part.TRAIN));
        }
        for (var impression : ids(Optional.ofNullable(row.getString(4)))) {
            int dash = impression.lastIndexOf('-');
            var label = dash <= 0 ? "" : impression.substring(dash + 1);
            if (label.equals("1")) {
                rows.interaction(user.get(), impression.substring(0, dash), 1, time, part);
            } else if (!label.equals("0")) {
                rows.count("impressions without a label, left out");
            } else if (shown) {
                rows.interaction(user.get(), impression.substring(0, dash), 0, time, part);
            } else {
                rows.count("impressions that were not clicked, left out (--format mind-shown keeps them)");
            }
        }
    }

    private static List<String> ids(Optional<String> field) {
        return field.map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text -> List.of(text.split(" +")))
                .orElse(List.of());
    }

    private static void news(Path file, ResultSet row, ImportedRows rows, boolean several) throws SQLException {
        var id = Optional.ofNullable(row.getString(1));
        // The folders of train and dev both list most news.
        if (several && id.filter(rows::hasItem).isPresent()) {
            return;
        }
        var attributes = new LinkedHashMap<String, List<String>>();
        attributes.put("category", ImportedRows.values(Optional.ofNullable(row.getString(3))));
        attributes.put("subcategory", ImportedRows.values(Optional.ofNullable(row.getString(4))));
        rows.item(file, id, Optional.ofNullable(row.getString(2)), attributes);
    }
}

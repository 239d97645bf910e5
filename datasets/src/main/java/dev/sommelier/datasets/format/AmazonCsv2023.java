package dev.sommelier.datasets.format;

import dev.sommelier.datasets.table.Part;
import java.nio.file.Path;
import java.util.List;

/// Amazon ratings of 2023 as their benchmark files: `CATEGORY.csv` with the header user_id, parent_asin, rating,
/// timestamp (milliseconds); or the three files of a split, `CATEGORY.train.csv`, `.valid.csv` and `.test.csv`, whose
/// parts are kept. A column `history` is left out: it repeats earlier lines. Titles come from `meta_CATEGORY.jsonl`.
record AmazonCsv2023() implements Layout {
    private static final String HEADER = "user_id,parent_asin,rating,timestamp";
    private static final String RATINGS = ratings("");
    private static final String RATINGS_WITH_HISTORY = ratings(", 'history': 'VARCHAR'");

    private static String ratings(String more) {
        return """
            SELECT user_id, parent_asin, rating, "timestamp" // 1000
            FROM read_csv(?, delim=',', quote='"', escape='"', header=true, auto_detect=false, store_rejects=true,
              columns={'user_id': 'VARCHAR', 'parent_asin': 'VARCHAR', 'rating': 'DOUBLE', 'timestamp': 'BIGINT'""" + more + "})";
    }

    @Override
    public String name() {
        return "amazon-2023-csv";
    }

    @Override
    public String files() {
        return "CATEGORY.csv or CATEGORY.{train,valid,test}.csv with " + HEADER + ", with meta_CATEGORY.jsonl(.gz)";
    }

    @Override
    public String licence() {
        return Amazon.LICENCE_2023;
    }

    private static List<Path> ratings(Folder files) {
        return files.matching(".*\\.csv(\\.gz)?").stream()
                .filter(file -> Folder.firstLine(file).startsWith(HEADER))
                .sorted(java.util.Comparator.comparing(AmazonCsv2023::part))
                .toList();
    }

    private static Part part(Path file) {
        var name = Folder.name(file);
        return name.contains(".test.") ? Part.TEST : name.contains(".valid.") ? Part.VALIDATION : Part.TRAIN;
    }

    @Override
    public boolean fits(Path folder) {
        return !ratings(Folder.of(folder)).isEmpty();
    }

    @Override
    public Imported read(Path folder) {
        var files = Folder.of(folder);
        var rows = new ImportedRows();
        for (var file : ratings(files)) {
            var sql = Folder.firstLine(file).endsWith(",history") ? RATINGS_WITH_HISTORY : RATINGS;
            rows.rejected(file, Duck.csv(file, sql, row -> rows.named(file, row, part(file))));
        }
        Amazon.items(rows, files.matching("meta_.*\\.jsonl(\\.gz)?"), Amazon.ITEMS_2023);
        return rows.done(Amazon.ATTRIBUTES, Amazon.STARS);
    }
}

package dev.sommelier.datasets.format;

import dev.sommelier.datasets.table.Part;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// Amazon ratings of 2018 without text: `CATEGORY.csv`, no header, item, user, rating, seconds; and
/// `meta_CATEGORY.json` where it is there.
record AmazonCsv2018() implements Layout {
    private static final Pattern LINE = Pattern.compile("[A-Z0-9]{10},A[A-Z0-9]{9,20},[1-5](\\.0)?,[0-9]{9,10}");
    private static final String RATINGS = """
            SELECT reviewer, asin, rating, "timestamp"
            FROM read_csv(?, delim=',', quote='"', escape='"', header=false, auto_detect=false, store_rejects=true,
              columns={'asin': 'VARCHAR', 'reviewer': 'VARCHAR', 'rating': 'DOUBLE', 'timestamp': 'BIGINT'})""";

    @Override
    public String name() {
        return "amazon-2018-csv";
    }

    @Override
    public String files() {
        return "CATEGORY.csv with item,user,rating,timestamp and no header, with meta_CATEGORY.json(.gz)";
    }

    @Override
    public String licence() {
        return Amazon.LICENCE_2018;
    }

    private static List<Path> ratings(Folder files) {
        return files.matching(".*\\.csv").stream()
                .filter(file -> LINE.matcher(Folder.firstLine(file)).matches())
                .toList();
    }

    @Override
    public boolean fits(Path folder) {
        return !ratings(Folder.of(folder)).isEmpty();
    }

    @Override
    public Imported read(Path folder) {
        var files = Folder.of(folder);
        var rows = new ImportedRows();
        ratings(files)
                .forEach(file ->
                        rows.rejected(file, Duck.csv(file, RATINGS, row -> rows.named(file, row, Part.TRAIN))));
        Amazon.items(rows, files.matching("meta_.*\\.json(\\.gz)?"), Amazon.ITEMS_2018);
        return rows.done(Amazon.ATTRIBUTES, Amazon.STARS);
    }
}

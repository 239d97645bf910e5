package dev.sommelier.datasets.format;

import dev.sommelier.datasets.table.Part;
import java.nio.file.Path;
import java.util.List;

/// Amazon reviews of 2023 as JSON lines: `CATEGORY.jsonl`, and `meta_CATEGORY.jsonl` where it is there; also packed as
/// `.jsonl.gz`. Times are in milliseconds there. The item is `parent_asin`, under which variants are one.
record AmazonJson2023() implements Layout {
    private static final String REVIEWS = """
            SELECT user_id, parent_asin, TRY_CAST(rating AS DOUBLE), TRY_CAST("timestamp" AS BIGINT) // 1000
            FROM read_json(?, format='newline_delimited', ignore_errors=true,
              columns={user_id: 'VARCHAR', parent_asin: 'VARCHAR', rating: 'VARCHAR', "timestamp": 'VARCHAR'})""";

    @Override
    public String name() {
        return "amazon-2023";
    }

    @Override
    public String files() {
        return "CATEGORY.jsonl(.gz), with meta_CATEGORY.jsonl(.gz)";
    }

    @Override
    public String licence() {
        return Amazon.LICENCE_2023;
    }

    private static List<Path> reviews(Folder files) {
        return files.matching("(?!meta_).*\\.jsonl(\\.gz)?").stream()
                .filter(file -> Folder.firstLine(file).contains("\"parent_asin\""))
                .toList();
    }

    @Override
    public boolean fits(Path folder) {
        return !reviews(Folder.of(folder)).isEmpty();
    }

    @Override
    public Imported read(Path folder) {
        var files = Folder.of(folder);
        var rows = new ImportedRows();
        reviews(files).forEach(file -> Duck.rows(file, REVIEWS, row -> rows.named(file, row, Part.TRAIN)));
        Amazon.items(rows, files.matching("meta_.*\\.jsonl(\\.gz)?"), Amazon.ITEMS_2023);
        return rows.done(Amazon.ATTRIBUTES, Amazon.STARS);
    }
}

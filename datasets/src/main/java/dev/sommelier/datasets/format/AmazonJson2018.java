package dev.sommelier.datasets.format;

import dev.sommelier.datasets.table.Part;
import java.nio.file.Path;
import java.util.List;

/// Amazon reviews of 2018 as JSON lines, whole or 5-core: `CATEGORY.json` or `CATEGORY_5.json`, and
/// `meta_CATEGORY.json`
/// where it is there; also packed as `.json.gz`.
record AmazonJson2018() implements Layout {
    private static final String REVIEWS = """
            SELECT reviewerID, asin, TRY_CAST(overall AS DOUBLE), TRY_CAST(unixReviewTime AS BIGINT)
            FROM read_json(?, format='newline_delimited', ignore_errors=true,
              columns={reviewerID: 'VARCHAR', asin: 'VARCHAR', overall: 'VARCHAR', unixReviewTime: 'VARCHAR'})""";

    @Override
    public String name() {
        return "amazon-2018";
    }

    @Override
    public String files() {
        return "CATEGORY.json(.gz), with meta_CATEGORY.json(.gz)";
    }

    @Override
    public String licence() {
        return Amazon.LICENCE_2018;
    }

    private static List<Path> reviews(Folder files) {
        return files.matching("(?!meta_).*\\.json(\\.gz)?").stream()
                .filter(file -> Folder.firstLine(file).contains("\"reviewerID\""))
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
        Amazon.items(rows, files.matching("meta_.*\\.json(\\.gz)?"), Amazon.ITEMS_2018);
        return rows.done(Amazon.ATTRIBUTES, Amazon.STARS);
    }
}

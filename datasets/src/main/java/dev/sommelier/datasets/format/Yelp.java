package dev.sommelier.datasets.format;

import dev.sommelier.core.RatingScale;
import dev.sommelier.datasets.table.Part;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// The Yelp open data set: `yelp_academic_dataset_review.json` and `yelp_academic_dataset_business.json`, JSON lines.
/// A review's date is read as UTC.
record Yelp() implements Layout {
    private static final String REVIEW = "yelp_academic_dataset_review.json";
    private static final String BUSINESS = "yelp_academic_dataset_business.json";
    private static final String REVIEWS = """
            SELECT user_id, business_id, TRY_CAST(stars AS DOUBLE),
              CAST(epoch(try_strptime("date", ['%Y-%m-%d %H:%M:%S', '%Y-%m-%d'])) AS BIGINT)
            FROM read_json(?, format='newline_delimited', ignore_errors=true,
              columns={user_id: 'VARCHAR', business_id: 'VARCHAR', stars: 'VARCHAR', "date": 'VARCHAR'})""";
    private static final String BUSINESSES = """
            SELECT business_id, "name", categories, city
            FROM read_json(?, format='newline_delimited', ignore_errors=true,
              columns={business_id: 'VARCHAR', "name": 'VARCHAR', categories: 'VARCHAR', city: 'VARCHAR'})""";

    @Override
    public String name() {
        return "yelp";
    }

    @Override
    public String files() {
        return REVIEW + " and " + BUSINESS;
    }

    @Override
    public String licence() {
        return "Yelp Open Dataset, business.yelp.com/data/resources/open-dataset: for education and research under its"
                + " terms of use, no redistribution";
    }

    @Override
    public boolean fits(Path folder) {
        var files = Folder.of(folder);
        return files.file(REVIEW).isPresent() && files.file(BUSINESS).isPresent();
    }

    @Override
    public Imported read(Path folder) {
        var files = Folder.of(folder);
        var reviews = files.required(REVIEW);
        var businesses = files.required(BUSINESS);
        var rows = new ImportedRows();
        Duck.rows(reviews, REVIEWS, row -> rows.named(reviews, row, Part.TRAIN));
        Duck.rows(businesses, BUSINESSES, row -> {
            var attributes = new LinkedHashMap<String, List<String>>();
            attributes.put(
                    "category",
                    Optional.ofNullable(row.getString(3))
                            .map(text -> MappedFiles.split(text, ","))
                            .orElse(List.of()));
            attributes.put("city", ImportedRows.values(Optional.ofNullable(row.getString(4))));
            rows.item(
                    businesses,
                    Optional.ofNullable(row.getString(1)),
                    Optional.ofNullable(row.getString(2)),
                    attributes);
        });
        return rows.done(List.of("category", "city"), Optional.of(new RatingScale(1, 5, 1)));
    }
}

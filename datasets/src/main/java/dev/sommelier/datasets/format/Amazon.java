package dev.sommelier.datasets.format;

import dev.sommelier.core.RatingScale;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// What the Amazon review data of 2018 and 2023 have in common.
final class Amazon {
    static final List<String> ATTRIBUTES = List.of("category", "brand");
    static final Optional<RatingScale> STARS = Optional.of(new RatingScale(1, 5, 1));
    static final String LICENCE_2018 =
            "Amazon review data 2018, nijianmo.github.io/amazon: for research; cite Ni et al."
                    + " 2019, doi.org/10.18653/v1/D19-1018";
    static final String LICENCE_2023 = "Amazon Reviews 2023, amazon-reviews-2023.github.io: for research; cite Hou et"
            + " al. 2024, arxiv.org/abs/2403.03952";

    static final String ITEMS_2018 = """
            SELECT asin, title, array_to_string(TRY_CAST(category AS VARCHAR[]), chr(31)), brand
            FROM read_json(?, format='newline_delimited', ignore_errors=true,
              columns={asin: 'VARCHAR', title: 'VARCHAR', category: 'JSON', brand: 'VARCHAR'})""";
    static final String ITEMS_2023 = """
            SELECT parent_asin, title, array_to_string(TRY_CAST(categories AS VARCHAR[]), chr(31)), store
            FROM read_json(?, format='newline_delimited', ignore_errors=true,
              columns={parent_asin: 'VARCHAR', title: 'VARCHAR', categories: 'JSON', store: 'VARCHAR'})""";

    private Amazon() {}

    /// Adds the products that were reviewed.
    ///
    /// @param sql asks for identifier, title, categories, brand
    static void items(ImportedRows rows, List<Path> files, String sql) {
        rows.onlyTouchedItems();
        for (var file : files) {
            Duck.rows(file, sql, row -> {
                var attributes = new LinkedHashMap<String, List<String>>();
                attributes.put("category", ImportedRows.values(Optional.ofNullable(row.getString(3))));
                attributes.put("brand", ImportedRows.values(Optional.ofNullable(row.getString(4))));
                rows.item(
                        file, Optional.ofNullable(row.getString(1)), Optional.ofNullable(row.getString(2)), attributes);
            });
        }
    }
}

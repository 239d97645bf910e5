package dev.sommelier.datasets.format;

import dev.sommelier.core.RatingScale;
import dev.sommelier.datasets.table.Part;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// "Game Recommendations on Steam" of Kaggle: `recommendations.csv` (app_id, helpful, funny, date, is_recommended,
/// hours, user_id, review_id) and `games.csv` (app_id, title, date_release, ...). The rating is 1 where the user
/// recommends the game and 0 where not; the date is read as midnight UTC.
record SteamReviews() implements Layout {
    private static final String REVIEWS = """
            SELECT user_id, app_id, CASE lower(is_recommended) WHEN 'true' THEN 1.0 WHEN 'false' THEN 0.0 END,
              CAST(epoch(try_strptime("date", '%Y-%m-%d')) AS BIGINT)
            FROM read_csv(?, delim=',', quote='"', escape='"', header=true, auto_detect=false, store_rejects=true,
              columns={'app_id': 'BIGINT', 'helpful': 'VARCHAR', 'funny': 'VARCHAR', 'date': 'VARCHAR',
                'is_recommended': 'VARCHAR', 'hours': 'VARCHAR', 'user_id': 'BIGINT', 'review_id': 'VARCHAR'})""";
    private static final String GAMES = """
            SELECT app_id, title, "year"(try_strptime(date_release, '%Y-%m-%d')), rating
            FROM read_csv(?, delim=',', quote='"', escape='"', header=true, auto_detect=false, store_rejects=true,
              columns={'app_id': 'VARCHAR', 'title': 'VARCHAR', 'date_release': 'VARCHAR', 'win': 'VARCHAR',
                'mac': 'VARCHAR', 'linux': 'VARCHAR', 'rating': 'VARCHAR', 'positive_ratio': 'VARCHAR',
                'user_reviews': 'VARCHAR', 'price_final': 'VARCHAR', 'price_original': 'VARCHAR',
                'discount': 'VARCHAR', 'steam_deck': 'VARCHAR'})""";

    @Override
    public String name() {
        return "steam";
    }

    @Override
    public String files() {
        return "games.csv and recommendations.csv";
    }

    @Override
    public String licence() {
        return "Game Recommendations on Steam, kaggle.com/datasets/antonkozyriev/game-recommendations-on-steam: see its"
                + " page for the terms";
    }

    @Override
    public boolean fits(Path folder) {
        var files = Folder.of(folder);
        return files.file("games.csv").isPresent()
                && files.file("recommendations.csv")
                        .map(Folder::firstLine)
                        .filter(line -> line.startsWith("app_id,helpful,funny,date,is_recommended,hours,user_id"))
                        .isPresent();
    }

    @Override
    public Imported read(Path folder) {
        var files = Folder.of(folder);
        var reviews = files.required("recommendations.csv");
        var games = files.required("games.csv");
        var rows = new ImportedRows();
        rows.rejected(reviews, Duck.csv(reviews, REVIEWS, row -> rows.numbered(reviews, row, Part.TRAIN)));
        rows.rejected(games, Duck.csv(games, GAMES, row -> {
            var attributes = new LinkedHashMap<String, List<String>>();
            attributes.put("year", ImportedRows.values(Optional.ofNullable(row.getString(3))));
            attributes.put("reception", ImportedRows.values(Optional.ofNullable(row.getString(4))));
            rows.item(games, Optional.ofNullable(row.getString(1)), Optional.ofNullable(row.getString(2)), attributes);
        }));
        return rows.done(List.of("reception"), Optional.of(new RatingScale(0, 1, 1)));
    }
}

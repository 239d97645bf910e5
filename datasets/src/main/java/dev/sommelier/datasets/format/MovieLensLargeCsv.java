package dev.sommelier.datasets.format;

import dev.sommelier.core.RatingScale;
import dev.sommelier.datasets.table.Part;
import java.nio.file.Path;
import java.util.Optional;

/// MovieLens 20M, 25M, 32M and the `latest` ones: `movies.csv` (movieId, title, genres) and `ratings.csv` (userId,
/// movieId, rating, timestamp in seconds), both with a header.
record MovieLensLargeCsv() implements Layout {
    private static final String RATINGS = """
            SELECT userId, movieId, rating, "timestamp"
            FROM read_csv(?, delim=',', quote='"', escape='"', header=true, auto_detect=false, store_rejects=true,
              columns={'userId': 'BIGINT', 'movieId': 'BIGINT', 'rating': 'DOUBLE', 'timestamp': 'BIGINT'})""";
    private static final String MOVIES = """
            SELECT movieId, title, genres
            FROM read_csv(?, delim=',', quote='"', escape='"', header=true, auto_detect=false, store_rejects=true,
              columns={'movieId': 'VARCHAR', 'title': 'VARCHAR', 'genres': 'VARCHAR'})""";

    @Override
    public String name() {
        return "movielens-csv";
    }

    @Override
    public String files() {
        return "movies.csv and ratings.csv";
    }

    @Override
    public String licence() {
        return MovieLens.LICENCE;
    }

    @Override
    public boolean fits(Path folder) {
        var files = Folder.of(folder);
        return files.file("movies.csv").isPresent()
                && files.file("ratings.csv")
                        .map(Folder::firstLine)
                        .filter(line -> line.startsWith("userId,movieId,rating,timestamp"))
                        .isPresent();
    }

    @Override
    public Imported read(Path folder) {
        var files = Folder.of(folder);
        var ratings = files.required("ratings.csv");
        var movies = files.required("movies.csv");
        var rows = new ImportedRows();
        rows.rejected(ratings, Duck.csv(ratings, RATINGS, row -> rows.numbered(ratings, row, Part.TRAIN)));
        rows.rejected(movies, Duck.csv(movies, MOVIES, row -> MovieLens.add(rows, movies, row)));
        return rows.done(MovieLens.ATTRIBUTES, Optional.of(new RatingScale(0.5, 5, 0.5)));
    }
}

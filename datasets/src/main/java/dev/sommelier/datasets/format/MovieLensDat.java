package dev.sommelier.datasets.format;

import dev.sommelier.core.RatingScale;
import dev.sommelier.datasets.table.Part;
import java.nio.file.Path;
import java.util.Optional;

/// MovieLens 1M and 10M: `movies.dat` (id, title, genres) and `ratings.dat` (user, item, rating, seconds), `::` between
/// the fields. The titles of 1M are Latin-1, those of 10M are UTF-8; `users.dat` is in 1M alone and tells them apart.
record MovieLensDat() implements Layout {
    private static final String RATINGS = """
            SELECT userId, movieId, rating, "timestamp"
            FROM read_csv(?, delim='::', quote='', escape='', header=false, auto_detect=false, store_rejects=true,
              columns={'userId': 'BIGINT', 'movieId': 'BIGINT', 'rating': 'DOUBLE', 'timestamp': 'BIGINT'})""";
    private static final String MOVIES_1M = movies(", encoding='latin-1'");
    private static final String MOVIES_10M = movies("");

    private static String movies(String encoding) {
        return """
            SELECT movieId, title, genres
            FROM read_csv(?, delim='::', quote='', escape='', header=false, auto_detect=false, store_rejects=true,
              columns={'movieId': 'VARCHAR', 'title': 'VARCHAR', 'genres': 'VARCHAR'}""" + encoding + ")";
    }

    @Override
    public String name() {
        return "movielens-dat";
    }

    @Override
    public String files() {
        return "movies.dat and ratings.dat";
    }

    @Override
    public String licence() {
        return MovieLens.LICENCE;
    }

    @Override
    public boolean fits(Path folder) {
        var files = Folder.of(folder);
        return files.file("movies.dat").isPresent() && files.file("ratings.dat").isPresent();
    }

    @Override
    public Imported read(Path folder) {
        var files = Folder.of(folder);
        var ratings = files.required("ratings.dat");
        var movies = files.required("movies.dat");
        boolean of1M = files.file("users.dat").isPresent();
        var rows = new ImportedRows();
        rows.rejected(ratings, Duck.csv(ratings, RATINGS, row -> rows.numbered(ratings, row, Part.TRAIN)));
        rows.rejected(movies, Duck.csv(movies, of1M ? MOVIES_1M : MOVIES_10M, row -> MovieLens.add(rows, movies, row)));
        return rows.done(
                MovieLens.ATTRIBUTES, Optional.of(of1M ? new RatingScale(1, 5, 1) : new RatingScale(0.5, 5, 0.5)));
    }
}

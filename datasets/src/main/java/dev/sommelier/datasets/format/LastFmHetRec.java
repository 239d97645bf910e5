package dev.sommelier.datasets.format;

import dev.sommelier.datasets.table.Part;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Last.fm of the HetRec 2011 workshop: `user_artists.dat` (userID, artistID, weight) and `artists.dat` (id, name, url,
/// pictureURL), tabs and a header. The weight is how often the user listened to the artist; it is kept as the rating,
/// without a scale, so that the data count as implicit. There are no times.
record LastFmHetRec() implements Layout {
    private static final String LISTENED = """
            SELECT userID, artistID, weight, 0
            FROM read_csv(?, delim='\t', quote='', escape='', header=true, auto_detect=false, store_rejects=true,
              columns={'userID': 'BIGINT', 'artistID': 'BIGINT', 'weight': 'DOUBLE'})""";
    private static final String ARTISTS = """
            SELECT id, "name"
            FROM read_csv(?, delim='\t', quote='', escape='', header=true, auto_detect=false, store_rejects=true,
              columns={'id': 'VARCHAR', 'name': 'VARCHAR', 'url': 'VARCHAR', 'pictureURL': 'VARCHAR'})""";

    @Override
    public String name() {
        return "lastfm-hetrec";
    }

    @Override
    public String files() {
        return "artists.dat and user_artists.dat";
    }

    @Override
    public String licence() {
        return "Last.fm of HetRec 2011, grouplens.org/datasets/hetrec-2011: for non-commercial use; cite"
                + " doi.org/10.1145/2043932.2044016";
    }

    @Override
    public boolean fits(Path folder) {
        var files = Folder.of(folder);
        return files.file("artists.dat").isPresent()
                && files.file("user_artists.dat").isPresent();
    }

    @Override
    public Imported read(Path folder) {
        var files = Folder.of(folder);
        var listened = files.required("user_artists.dat");
        var artists = files.required("artists.dat");
        var rows = new ImportedRows();
        rows.rejected(listened, Duck.csv(listened, LISTENED, row -> rows.numbered(listened, row, Part.TRAIN)));
        rows.rejected(
                artists,
                Duck.csv(
                        artists,
                        ARTISTS,
                        row -> rows.item(
                                artists,
                                Optional.ofNullable(row.getString(1)),
                                Optional.ofNullable(row.getString(2)),
                                Map.of())));
        return rows.done(List.of(), Optional.empty());
    }
}

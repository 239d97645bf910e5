package dev.sommelier.datasets.format;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The files of the newer MovieLens data sets (`latest`, `latest-small`, 20M and up): `movies.csv` with quoted titles
/// and
/// genres separated by `|`, and `ratings.csv`.
public record MovieLensCsv() implements FolderFormat {
    private static final String NEXT = "get the file again";
    private static final String NO_GENRES = "(no genres listed)";

    @Override
    public String itemsFile() {
        return "movies.csv";
    }

    @Override
    public String interactionsFile() {
        return "ratings.csv";
    }

    @Override
    public Content read(Path items, Path interactions) {
        var reader = new EventReader(items);
        Table.named(items, Dialect.CSV, (header, row) -> {
            var id = row.required(header.require("item", List.of("movieId"), NEXT), "item");
            var title = row.required(header.require("title", List.of("title"), NEXT), "title");
            var genres = row.field(header.require("genres", List.of("genres"), NEXT));
            reader.item(
                    row,
                    MovieLens.item(id, title, genres.equals(NO_GENRES) ? List.of() : MappedFiles.split(genres, "|")));
        });
        Table.named(
                interactions,
                Dialect.CSV,
                (header, row) -> reader.interaction(
                        row,
                        header.require("user", List.of("userId"), NEXT),
                        header.require("item", List.of("movieId"), NEXT),
                        Optional.of(header.require("rating", List.of("rating"), NEXT)),
                        Optional.of(header.require("time", List.of("timestamp"), NEXT))));
        return reader.content(MovieLens.ATTRIBUTES, true);
    }
}

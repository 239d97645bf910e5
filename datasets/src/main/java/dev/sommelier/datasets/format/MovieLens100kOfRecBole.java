package dev.sommelier.datasets.format;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// MovieLens 100K as RecBole's atomic files, `ml-100k.item` and `ml-100k.inter`: tabs and a typed header; title and
/// release year apart, genres with spaces between them. [MovieLens] puts the original form together again.
public record MovieLens100kOfRecBole() implements FolderFormat {
    private static final String NEXT = "get the file again";

    @Override
    public String itemsFile() {
        return "ml-100k.item";
    }

    @Override
    public String interactionsFile() {
        return "ml-100k.inter";
    }

    @Override
    public Content read(Path items, Path interactions) {
        var reader = new EventReader(items);
        Table.named(items, Dialect.PLAIN_TSV, (header, row) -> {
            var title = row.required(header.require("title", List.of("movie_title"), NEXT), "title");
            var year = row.required(header.require("year", List.of("release_year"), NEXT), "year");
            var genres = row.field(header.require("genres", List.of("class"), NEXT));
            var id = row.required(header.require("item", List.of("item_id"), NEXT), "item");
            reader.item(row, MovieLens.item(id, MovieLens.titleOfRecBole(title, year), MappedFiles.split(genres, " ")));
        });
        Table.named(
                interactions,
                Dialect.PLAIN_TSV,
                (header, row) -> reader.interaction(
                        row,
                        header.require("user", List.of("user_id"), NEXT),
                        header.require("item", List.of("item_id"), NEXT),
                        Optional.of(header.require("rating", List.of("rating"), NEXT)),
                        Optional.of(header.require("time", List.of("timestamp"), NEXT))));
        return reader.content(MovieLens.ATTRIBUTES, true);
    }
}

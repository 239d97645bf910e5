package dev.sommelier.datasets.format;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// GroupLens's own files of MovieLens 100K: `u.item` (Latin-1, `|` between 24 fields) and `u.data` (tabs: user, item,
/// rating, seconds).
public record MovieLens100k() implements FolderFormat {
    /// The genres in the order of the flags, as the data set's README lists them.
    private static final List<String> GENRES = List.of(
            "unknown",
            "Action",
            "Adventure",
            "Animation",
            "Children's",
            "Comedy",
            "Crime",
            "Documentary",
            "Drama",
            "Fantasy",
            "Film-Noir",
            "Horror",
            "Musical",
            "Mystery",
            "Romance",
            "Sci-Fi",
            "Thriller",
            "War",
            "Western");

    private static final int FIRST_FLAG = 5;
    private static final Dialect ITEMS = new Dialect('|', Dialect.NO_QUOTES, StandardCharsets.ISO_8859_1);

    @Override
    public String itemsFile() {
        return "u.item";
    }

    @Override
    public String interactionsFile() {
        return "u.data";
    }

    @Override
    public Content read(Path items, Path interactions) {
        var reader = new EventReader(items);
        Table.rows(items, ITEMS, row -> {
            row.requireFields(FIRST_FLAG + GENRES.size());
            reader.item(row, MovieLens.item(row.required(0, "item"), row.required(1, "title"), genres(row)));
        });
        Table.rows(
                interactions,
                Dialect.PLAIN_TSV,
                row -> reader.interaction(row.requireFields(4), 0, 1, Optional.of(2), Optional.of(3)));
        return reader.content(MovieLens.ATTRIBUTES, true);
    }

    private static List<String> genres(Row row) {
        return IntStream.range(0, GENRES.size())
                .filter(i -> flag(row, FIRST_FLAG + i))
                .mapToObj(GENRES::get)
                .toList();
    }

    private static boolean flag(Row row, int index) {
        return switch (row.field(index)) {
            case "0" -> false;
            case "1" -> true;
            default -> throw row.error("a genre's flag must be 0 or 1", row.field(index), "get the file again");
        };
    }
}

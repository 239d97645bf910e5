package dev.sommelier.datasets.format;

import dev.sommelier.core.Item;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The canonical form of MovieLens items, the same from every source.
///
/// **The title** is GroupLens's own, as `movies.csv` and `u.item` state it: `Usual Suspects, The (1995)`, with its
/// article
/// behind; as NFC, every run of white space one space, none at the ends. RecBole's `ml-100k.item` was made from
/// `u.item`
/// by cutting off the last parenthesis of the title and keeping what stood in it as `release_year`; so
/// `title + " (" + release_year + ")"` gives back the original, also where the last parenthesis is no year: `Land
/// Before
/// Time III: The Time of the Great Giving (1995)` and `V`. The one title without a parenthesis, item 267 `unknown`,
/// became `Unkonwn` and `Unkonwn` there, and is `unknown` here.
///
/// **The year** is that of the title's last parenthesis of four digits, also of a range such as `(2006-2007)`: never
/// the
/// release date of `u.item`, which often differs and which RecBole lacks. **The period** is the decade, `1990s`, and
/// `before 1950` for all earlier ones; an item without a year has none. **The genres** are in the order of `u.item`'s
/// columns, `unknown` being one of them.
final class MovieLens {
    /// The attributes that tools may use. The year is carried too, but has too many values to choose among.
    static final List<String> ATTRIBUTES = List.of("genre", "period");

    static final String LICENCE =
            "MovieLens by GroupLens: for research, no redistribution; cite doi.org/10.1145/2827872";

    private static final String NO_GENRES = "(no genres listed)";
    private static final String NO_TITLE = "unknown";
    private static final String NO_TITLE_OF_RECBOLE = "unkonwn";
    private static final int FIRST_DECADE = 1950;

    private MovieLens() {}

    /// An item in canonical form.
    ///
    /// @param statedTitle the title with its last parenthesis
    static Item item(String id, String statedTitle, List<String> genres) {
        var title = title(statedTitle);
        var attributes = new LinkedHashMap<String, List<String>>();
        attributes.put("genre", genres);
        TitleYear.of(title).ifPresent(year -> {
            attributes.put("period", List.of(period(Integer.parseInt(year))));
            attributes.put("year", List.of(year));
        });
        return new Item(id, title, attributes);
    }

    /// Adds an item: columns identifier, title, genres with `|` between.
    static void add(ImportedRows rows, Path file, ResultSet row) throws SQLException {
        var id = Optional.ofNullable(row.getString(1)).map(String::strip).filter(text -> !text.isEmpty());
        var title = Optional.ofNullable(row.getString(2)).filter(text -> !text.isBlank());
        var genres = Optional.ofNullable(row.getString(3)).filter(text -> !text.equals(NO_GENRES));
        if (id.isEmpty() || title.isEmpty()) {
            rows.count("lines of " + Folder.name(file) + " without identifier or title, left out");
            return;
        }
        rows.item(item(
                id.get(),
                title.get(),
                genres.map(text -> MappedFiles.split(text, "|")).orElse(List.of())));
    }

    /// The title that RecBole's two columns came from.
    static String titleOfRecBole(String title, String releaseYear) {
        return isUnknown(title) && isUnknown(releaseYear) ? NO_TITLE : title + " (" + releaseYear + ")";
    }

    private static boolean isUnknown(String text) {
        var lower = text.strip().toLowerCase(Locale.ROOT);
        return lower.equals(NO_TITLE_OF_RECBOLE) || lower.equals(NO_TITLE);
    }

    private static String title(String stated) {
        return Normalizer.normalize(stated, Normalizer.Form.NFC)
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String period(int year) {
        return year < FIRST_DECADE ? "before " + FIRST_DECADE : year / 10 + "0s";
    }
}

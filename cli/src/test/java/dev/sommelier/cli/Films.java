package dev.sommelier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A small cinema as a person adds it: forty films of four genres and four decades, forty people who each watch one
/// genre.
final class Films {
    private static final List<String> GENRES = List.of("Comedy", "Drama", "Horror", "Western");
    private static final List<String> NAMES =
            List.of("Amber", "Birch", "Cedar", "Dahlia", "Elder", "Fern", "Garnet", "Hazel", "Indigo", "Jasper");
    private static final List<String> PLACES = List.of("Harbour", "Bridge", "Tower", "Garden");

    private Films() {}

    /// Adds the data set `films` to the home of a folder.
    static void add(Path folder) throws Exception {
        var items = new StringBuilder("item,title,genre,year\n");
        var ratings = new StringBuilder("user,item,rating,time\n");
        for (int i = 0; i < 40; i++) {
            items.append(
                    "%d,%s %s,%s,%d%n".formatted(i, NAMES.get(i % 10), PLACES.get(i / 10), GENRES.get(i % 4), year(i)));
        }
        for (int user = 0; user < 40; user++) {
            for (int i = user % 4; i < 40; i += 4) {
                if ((user + i) % 3 != 0) {
                    ratings.append("u%d,%d,%d,%d%n".formatted(user, i, 4 + i % 2, i));
                }
            }
        }
        var added = Launcher.in(folder)
                .run(
                        "data",
                        "add",
                        "films",
                        "--items",
                        Files.writeString(folder.resolve("items.csv"), items).toString(),
                        "--interactions",
                        Files.writeString(folder.resolve("ratings.csv"), ratings)
                                .toString(),
                        "--attributes",
                        "genre,year");
        assertThat(added.code()).as(added.err()).isZero();
    }

    /// The year of a film.
    static int year(int item) {
        return 1960 + 10 * (item / 4 % 4) + item % 10;
    }
}

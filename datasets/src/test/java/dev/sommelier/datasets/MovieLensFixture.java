package dev.sommelier.datasets;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// The same few rows as GroupLens and as RecBole state them, the awkward ones among them. The RecBole rows are what its
/// converter made of the rows beside them, spelling mistake included.
final class MovieLensFixture {
    private static final String NO_GENRES = "0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0";

    private static final List<String> GROUPLENS_ITEMS = List.of(
            "1|Toy Story (1995)|01-Jan-1995||http://a/?Toy%20Story%20(1995)|" + flags(3, 4, 5),
            "10|Richard III (1995)|22-Jan-1996||http://a/|" + flags(8, 17),
            "11|Seven (Se7en) (1995)|01-Jan-1995||http://a/|" + flags(6, 16),
            "12|Usual Suspects, The (1995)|14-Aug-1995||http://a/|" + flags(6, 16),
            "95|Aladdin (1992)|01-Jan-1992||http://a/|" + flags(3, 4, 5, 12),
            "267|unknown||||" + flags(0),
            "543|Mis\u00e9rables, Les (1995)|01-Jan-1995||http://a/|" + flags(8, 12),
            "675|Nosferatu (Nosferatu, eine Symphonie des Grauens) (1922)|01-Jan-1922||http://a/|" + flags(11),
            "1201|Marlene Dietrich: Shadow and Light (1996) |02-Apr-1996||http://a/|" + flags(7),
            "1373|Good Morning (1971)|4-Feb-1971||http://a/|" + flags(0),
            "1412|Land Before Time III: The Time of the Great Giving (1995) (V)|01-Jan-1995||http://a/|" + flags(3, 4),
            "1633|\u00c1 k\u00f6ldum klaka (Cold Fever) (1994)|08-Mar-1996||http://a/|" + flags(5, 8));

    private static final List<String> RECBOLE_ITEMS = List.of(
            "item_id:token\tmovie_title:token_seq\trelease_year:token\tclass:token_seq",
            "1\tToy Story\t1995\tAnimation Children's Comedy",
            "10\tRichard III\t1995\tDrama War",
            "11\tSeven (Se7en)\t1995\tCrime Thriller",
            "12\tUsual Suspects, The\t1995\tCrime Thriller",
            "95\tAladdin\t1992\tAnimation Children's Comedy Musical",
            "267\tUnkonwn\tUnkonwn\tunknown",
            "543\tMis\u00e9rables, Les\t1995\tDrama Musical",
            "675\tNosferatu (Nosferatu, eine Symphonie des Grauens)\t1922\tHorror",
            "1201\tMarlene Dietrich: Shadow and Light\t1996\tDocumentary",
            "1373\tGood Morning\t1971\tunknown",
            "1412\tLand Before Time III: The Time of the Great Giving (1995)\tV\tAnimation Children's",
            "1633\t\u00c1 k\u00f6ldum klaka (Cold Fever)\t1994\tComedy Drama");

    static final List<String> RATINGS = List.of(
            "196\t12\t3\t881250949",
            "186\t1\t3\t891717742",
            "196\t95\t5\t881250949",
            "196\t1\t4\t881250900",
            "7\t1412\t1\t891717700");

    private MovieLensFixture() {}

    static Path groupLens(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("ml-100k"));
        Files.writeString(folder.resolve("ml-100k/u.item"), lines(GROUPLENS_ITEMS), StandardCharsets.ISO_8859_1);
        Files.writeString(folder.resolve("ml-100k/u.data"), lines(RATINGS));
        return folder;
    }

    static Path recBole(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("ml-100k.item"), lines(RECBOLE_ITEMS));
        Files.writeString(
                folder.resolve("ml-100k.inter"),
                "user_id:token\titem_id:token\trating:float\ttimestamp:float\n" + lines(RATINGS));
        return folder;
    }

    /// A zip archive or wheel with every file of a folder under a prefix.
    static Path zip(Path zip, Path folder, String prefix) throws IOException {
        try (var out = new ZipOutputStream(Files.newOutputStream(zip));
                var walk = Files.walk(folder)) {
            for (var file : walk.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(new ZipEntry(prefix + folder.relativize(file)));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
        return zip;
    }

    private static String flags(int... set) {
        var flags = new StringBuilder(NO_GENRES);
        for (int i : set) {
            flags.setCharAt(2 * i, '1');
        }
        return flags.toString();
    }

    private static String lines(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }
}

package dev.sommelier.recommenders;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sommelier.core.Interaction;
import dev.sommelier.io.Home;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;

/// MovieLens 100K's rows for tests, from the file that `-Dsommelier.ml100k=FILE` names: `u.data`, RecBole's
/// `ml-100k.inter`, or the wheel of RecBole that holds the latter; without it, the data set `ml-100k` of this machine,
/// whose rows are in the same order.
public final class Ml100kFile {
    private static final String PROPERTY = "sommelier.ml100k";
    private static final String MEMBER = "recbole/dataset_example/ml-100k/ml-100k.inter";

    private Ml100kFile() {}

    /// All rows in file order; skips the test where the file is missing.
    public static List<Interaction> read() throws IOException {
        var own = Home.fromEnvironment().datasets().resolve("ml-100k").resolve("interactions.tsv");
        var file = Path.of(System.getProperty(PROPERTY, own.toString()));
        assumeTrue(
                Files.exists(file),
                file + " is missing: run 'sommelier data get ml-100k', or name a file with -D" + PROPERTY);
        return text(file)
                .lines()
                .filter(line -> !line.startsWith("user"))
                .map(line -> line.split("\t", -1))
                .map(row -> new Interaction(row[0], row[1], Double.parseDouble(row[2]), Long.parseLong(row[3])))
                .toList();
    }

    private static String text(Path file) throws IOException {
        if (!file.toString().endsWith(".whl")) {
            return Files.readString(file);
        }
        try (var zip = new ZipFile(file.toFile());
                var member = zip.getInputStream(zip.getEntry(MEMBER))) {
            return new String(member.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

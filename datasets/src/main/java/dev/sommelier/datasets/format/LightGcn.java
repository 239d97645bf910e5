package dev.sommelier.datasets.format;

import dev.sommelier.core.SommelierException;
import dev.sommelier.datasets.table.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The files of NGCF and LightGCN (Gowalla, Yelp2018, Amazon-Book): `train.txt` and `test.txt`, a line for each user
/// with the user's number and the numbers of the items, white space between. The split is kept. With `item_list.txt`
/// (org_id, remap_id) the original identifier is the item's title. There are no times: the order is that of the file.
record LightGcn() implements Layout {
    private static final Pattern LINE = Pattern.compile("[0-9]+([ \t]+[0-9]+)*[ \t]*");

    @Override
    public String name() {
        return "lightgcn";
    }

    @Override
    public String files() {
        return "train.txt and test.txt, with item_list.txt";
    }

    @Override
    public String licence() {
        return "as in github.com/kuandeng/LightGCN: the terms of the data behind it (Gowalla: snap.stanford.edu; Yelp;"
                + " Amazon) hold; cite He et al. 2020, doi.org/10.1145/3397271.3401063";
    }

    @Override
    public boolean fits(Path folder) {
        var files = Folder.of(folder);
        return List.of("train.txt", "test.txt").stream()
                .allMatch(name -> files.file(name)
                        .map(Folder::firstLine)
                        .filter(line -> LINE.matcher(line).matches())
                        .isPresent());
    }

    @Override
    public Imported read(Path folder) {
        var files = Folder.of(folder);
        var rows = new ImportedRows();
        read(files.required("train.txt"), Part.TRAIN, rows);
        read(files.required("test.txt"), Part.TEST, rows);
        files.file("item_list.txt").ifPresent(file -> titles(file, rows));
        return rows.done(List.of(), Optional.empty());
    }

    private static void read(Path file, Part part, ImportedRows rows) {
        lines(file, (number, line) -> {
            if (line.isBlank()) {
                return;
            }
            if (!LINE.matcher(line).matches()) {
                rows.count("lines of " + Folder.name(file) + " that are not numbers with spaces between, left out");
                return;
            }
            var fields = line.strip().split("[ \t]+");
            if (fields.length == 1) {
                rows.count("users of " + Folder.name(file) + " without an item, left out");
            }
            for (int i = 1; i < fields.length; i++) {
                rows.interaction(fields[0], fields[i], 1, 0, part);
            }
        });
    }

    private static void titles(Path file, ImportedRows rows) {
        lines(file, (number, line) -> {
            var fields = line.strip().split("[ \t]+");
            if (number == 1 || line.isBlank()) {
                return;
            }
            if (fields.length < 2) {
                rows.count("lines of " + Folder.name(file) + " without two columns, left out");
                return;
            }
            rows.item(file, Optional.of(fields[1]), Optional.of(fields[0]), Map.of());
        });
    }

    private interface Line {
        void read(long number, String line);
    }

    private static void lines(Path file, Line each) {
        try (var text = Files.newBufferedReader(file)) {
            long number = 0;
            for (var line = text.readLine(); line != null; line = text.readLine()) {
                each.read(++number, line);
            }
        } catch (IOException e) {
            throw new SommelierException(file + ": cannot be read (" + e.getMessage() + "); check the file", e);
        }
    }
}

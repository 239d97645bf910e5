package dev.sommelier.experiments.agreement.files;

import java.nio.file.Path;
import java.util.List;

/// Names of judges and systems that come from files.
public final class FileNames {
    private static final List<String> ENDINGS =
            List.of(".gz", ".txt", ".tsv", ".csv", ".jsonl", ".json", ".qrels", ".run", ".eval");

    private FileNames() {}

    /// A file's name without its folder and the usual endings.
    public static String plain(Path file) {
        var name = String.valueOf(file.getFileName());
        for (var ending : ENDINGS) {
            if (name.endsWith(ending) && name.length() > ending.length()) {
                name = name.substring(0, name.length() - ending.length());
            }
        }
        return name;
    }
}

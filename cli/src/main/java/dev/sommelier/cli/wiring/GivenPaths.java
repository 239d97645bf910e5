package dev.sommelier.cli.wiring;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// Looks at the paths of options before anything costly starts. Each tells in a sentence what is wrong; empty where
/// nothing is.
public final class GivenPaths {
    private GivenPaths() {}

    /// What is wrong with the first of the inputs that are not as they should be.
    static Optional<String> wrong(JudgeInputs inputs) {
        return Stream.of(
                        inputs.topics.map(path -> file("--topics", path)).stream(),
                        inputs.documents.stream().map(path -> file("--docs", path)),
                        inputs.pairs.map(path -> file("--pairs", path)).stream(),
                        inputs.runs.map(path -> folder("--runs", path)).stream())
                .flatMap(each -> each)
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    /// What is wrong with a file that is to be read.
    private static String file(String option, Path path) {
        if (Files.isDirectory(path)) {
            return option + " takes a file, and " + path + " is a folder; name the file in it";
        }
        if (!Files.exists(path)) {
            return option + ": there is no file " + path + "; check the path";
        }
        // Inputs are hashed before they are read, and a pipe would be empty by then.
        return Files.isRegularFile(path)
                ? ""
                : option + " takes a file that can be read more than once, and " + path
                        + " is a pipe or a device; write it to a file first";
    }

    /// What is wrong with a folder that is to be read.
    private static String folder(String option, Path path) {
        if (!Files.exists(path)) {
            return option + ": there is no folder " + path + "; check the path";
        }
        return target(option, path);
    }

    /// What is wrong with a folder that is to be made or written.
    public static String target(String option, Path path) {
        if (path.toString().isEmpty()) {
            return option + " takes a folder, got an empty name; name one, or give . for the folder that you are in";
        }
        return Files.exists(path) && !Files.isDirectory(path)
                ? option + " takes a folder, and " + path + " is a file; name a folder"
                : "";
    }
}

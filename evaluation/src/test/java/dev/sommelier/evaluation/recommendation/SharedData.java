package dev.sommelier.evaluation.recommendation;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/// The folder of data that tests may read.
final class SharedData {
    private SharedData() {}

    /// A folder in it; the test is skipped where it is missing.
    static Path folder(String name) {
        var folder = Path.of(System.getProperty("sommelier.shared", "none"), name);
        assumeTrue(Files.exists(folder), "the shared folder with " + name + " is missing (sommelier.shared)");
        return folder;
    }
}

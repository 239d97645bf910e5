package dev.sommelier.judges.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The folders on a path that are not there yet, so that a refused plan leaves nothing behind that it made.
final class NewFolders {
    private final List<Path> absent = new ArrayList<>();

    private NewFolders() {}

    static NewFolders on(Path folder) {
        var found = new NewFolders();
        var at = folder.toAbsolutePath().normalize();
        while (at != null && !Files.exists(at)) {
            found.absent.add(at);
            at = at.getParent();
        }
        return found;
    }

    /// Removes those that were made since and are empty.
    void removeEmpty() {
        for (var folder : absent) {
            try {
                Files.deleteIfExists(folder);
            } catch (IOException e) {
                // Somebody uses it, or it cannot be removed; the failure that led here is the one to tell.
                return;
            }
        }
    }
}

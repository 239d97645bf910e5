package dev.sommelier.cli.chat;

import dev.sommelier.agent.conversation.Turn;
import dev.sommelier.agent.conversation.session.SessionFile;
import dev.sommelier.core.SommelierException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where a conversation is kept: in a file, or nowhere. Not safe for use by several threads.
final class Kept implements AutoCloseable {
    /// How many turns of a conversation without a file can still be saved.
    private static final int MOST_UNSAVED = 500;

    private final Map<String, String> facts;
    private final Deque<Turn> unsaved = new ArrayDeque<>();
    private Optional<SessionFile> file = Optional.empty();

    /// @param facts how the conversation is made
    Kept(Map<String, String> facts) {
        this.facts = Map.copyOf(facts);
    }

    /// Goes on in a file; what was kept elsewhere stays there.
    ///
    /// @return the turns that the file holds
    /// @throws SommelierException if it is no conversation, one about other data, or in use
    List<Turn> open(Path path) {
        var opened = SessionFile.open(path, facts);
        close();
        unsaved.clear();
        file = Optional.of(opened);
        return opened.turns();
    }

    /// Keeps a turn; with a file it is on the disk when this returns.
    void keep(Turn turn) {
        file.ifPresent(open -> open.append(turn));
        if (file.isEmpty()) {
            unsaved.add(turn);
            if (unsaved.size() > MOST_UNSAVED) {
                unsaved.remove();
            }
        }
    }

    /// Writes the conversation to another file. Without one so far, it is kept there from now on.
    ///
    /// @throws SommelierException if there is such a file, or it cannot be written
    void save(Path path) {
        if (Files.exists(path)) {
            throw new SommelierException(path + " exists; name another file, or /load it.");
        }
        var turns = file.map(open -> SessionFile.read(open.file()).turns()).orElseGet(() -> List.copyOf(unsaved));
        var copy = SessionFile.open(path, facts);
        turns.forEach(copy::append);
        if (file.isEmpty()) {
            file = Optional.of(copy);
            unsaved.clear();
        } else {
            copy.close();
        }
    }

    /// Deletes the file; from now on nothing is kept.
    ///
    /// @return the file that is no more
    Optional<Path> forget() {
        var path = file.map(SessionFile::file);
        file.ifPresent(SessionFile::forget);
        file = Optional.empty();
        unsaved.clear();
        return path;
    }

    /// The file.
    Optional<Path> path() {
        return file.map(SessionFile::file);
    }

    @Override
    public void close() {
        file.ifPresent(SessionFile::close);
        file = Optional.empty();
    }

    /// A new file's place among the others of this user, whose folder nobody else may read.
    static Path fresh(Path folder, String name) {
        try {
            Files.createDirectories(folder);
            var attributes = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
            if (attributes != null) {
                attributes.setPermissions(PosixFilePermissions.fromString("rwx------"));
            }
        } catch (IOException e) {
            throw new SommelierException(
                    "cannot make " + folder + " for conversations: " + e.getMessage()
                            + "; set SOMMELIER_HOME to a folder of yours, or name a file with --session.",
                    e);
        }
        return folder.resolve(name);
    }
}

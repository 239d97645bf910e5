package dev.sommelier.agent.conversation.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.sommelier.agent.conversation.Turn;
import dev.sommelier.core.SommelierException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A conversation's file: a line of facts, then one line a turn.
///
/// A turn is appended and forced to the disk before [#append(Turn)] returns, so a process that is killed loses no turn
/// whose reply was shown. A last line without its end is the trace of a kill and is cut off. One process at a time has
/// the file. Not safe for use by several threads.
public final class SessionFile implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;
    private final List<Turn> turns;

    private SessionFile(Path file, FileChannel channel, List<Turn> turns) {
        this.file = file;
        this.channel = channel;
        this.turns = turns;
    }

    /// A conversation as it was kept.
    ///
    /// @param facts how it was made: data set, recommender, policy
    public record Kept(Map<String, String> facts, List<Turn> turns) {
        public Kept {
            facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
            turns = List.copyOf(turns);
        }
    }

    /// Opens a file to go on with, or makes it.
    ///
    /// @param facts how the conversation is made; a file that says otherwise is refused
    /// @throws SommelierException if the file is of another conversation, damaged, in use, or cannot be written
    public static SessionFile open(Path file, Map<String, String> facts) {
        try {
            var parent = file.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            var channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            try {
                return open(file, channel, facts);
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    private static SessionFile open(Path file, FileChannel channel, Map<String, String> facts) throws IOException {
        lock(file, channel);
        var bytes = wholeLines(file);
        channel.truncate(bytes.length);
        channel.position(bytes.length);
        var whole = new String(bytes, StandardCharsets.UTF_8);
        if (whole.isEmpty()) {
            var session = new SessionFile(file, channel, List.of());
            var node = TurnJson.JSON.createObjectNode().put("type", "session").put("version", 1);
            var known = node.putObject("facts");
            facts.forEach(known::put);
            session.write(TurnJson.line(node));
            return session;
        }
        var kept = parse(file, whole);
        facts.forEach((name, value) -> {
            var before = kept.facts().getOrDefault(name, "");
            if (!before.equals(value)) {
                throw new SommelierException(file + " holds a conversation with " + name + " " + before + ", not "
                        + value + "; name another file or go on with the same settings.");
            }
        });
        return new SessionFile(file, channel, kept.turns());
    }

    /// Without what a kill left of a line, which may end within a character.
    private static byte[] wholeLines(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return Arrays.copyOf(bytes, end);
    }

    private static void lock(Path file, FileChannel channel) throws IOException {
        boolean free;
        try {
            free = channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            free = false;
        }
        if (!free) {
            throw new SommelierException(
                    file + " is in use by another conversation; end that one or name another file.");
        }
    }

    /// Reads a file without opening it for writing.
    ///
    /// @throws SommelierException if it is no conversation
    public static Kept read(Path file) {
        try {
            return parse(file, new String(wholeLines(file), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    private static Kept parse(Path file, String text) {
        var facts = new LinkedHashMap<String, String>();
        var turns = new ArrayList<Turn>();
        var lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            try {
                var node = TurnJson.JSON.readTree(lines.get(i));
                var type = node.path("type").asText();
                if (i == 0 && type.equals("session")) {
                    node.path("facts")
                            .properties()
                            .forEach(fact ->
                                    facts.put(fact.getKey(), fact.getValue().asText()));
                } else if (i > 0 && type.equals("turn")) {
                    turns.add(TurnJson.read(node));
                } else {
                    throw damaged(file, i, "found \"" + type + "\"");
                }
            } catch (JsonProcessingException | IllegalArgumentException e) {
                throw damaged(file, i, e instanceof JsonProcessingException ? "found no JSON" : "found other fields");
            }
        }
        if (lines.isEmpty()) {
            throw damaged(file, 0, "the file is empty");
        }
        return new Kept(facts, turns);
    }

    /// The turns that were kept before.
    public List<Turn> turns() {
        return turns;
    }

    /// Where it is.
    public Path file() {
        return file;
    }

    /// Keeps a turn.
    ///
    /// @throws SommelierException if it cannot be written
    public void append(Turn turn) {
        write(TurnJson.write(turn));
    }

    private void write(String line) {
        try {
            var bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(false);
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    /// Deletes the file: nothing of the conversation is left on the disk.
    public void forget() {
        close();
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    private static SommelierException damaged(Path file, int line, String found) {
        return new SommelierException(
                file + ":" + (line + 1) + ": expected a line of a conversation, " + found + "; name another file.");
    }

    private static SommelierException failed(Path file, IOException cause) {
        return new SommelierException(
                "cannot use " + file + " for the conversation: " + cause.getMessage() + "; name another file.", cause);
    }
}

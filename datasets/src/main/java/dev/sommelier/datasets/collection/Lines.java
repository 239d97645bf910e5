package dev.sommelier.datasets.collection;

import dev.sommelier.core.SommelierException;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// The lines of a UTF-8 file, unpacked where it is gzip, with one line to look ahead.
final class Lines implements AutoCloseable {
    private static final int BUFFER = 1 << 16;
    private static final int SHOWN = 60;

    private final Path file;
    private final BufferedReader reader;
    private Optional<String> ahead = Optional.empty();
    private long number;

    private Lines(Path file, BufferedReader reader) {
        this.file = file;
        this.reader = reader;
    }

    static Lines open(Path file) {
        if (Files.isDirectory(file)) {
            throw new SommelierException(file + ": expected a file, got a folder; give the file in it");
        }
        try {
            var stream = new BufferedInputStream(Files.newInputStream(file), BUFFER);
            stream.mark(2);
            boolean packed = stream.read() == 0x1f && stream.read() == 0x8b;
            stream.reset();
            var bytes = packed ? new GZIPInputStream(stream, BUFFER) : stream;
            var lines = new Lines(
                    file,
                    new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder()), BUFFER));
            lines.ahead = lines.fetch();
            return lines;
        } catch (IOException e) {
            throw unreadable(file, 1, e);
        }
    }

    /// The line that [#next()] returns, without taking it.
    Optional<String> peek() {
        return ahead;
    }

    /// The next line; empty at the end.
    Optional<String> next() {
        var line = ahead;
        if (line.isPresent()) {
            number++;
            ahead = fetch();
        }
        return line;
    }

    /// The number, from 1, of the line that was taken last.
    long number() {
        return number;
    }

    private Optional<String> fetch() {
        try {
            var line = Optional.ofNullable(reader.readLine());
            return number == 0 ? line.map(text -> text.startsWith("\uFEFF") ? text.substring(1) : text) : line;
        } catch (IOException e) {
            throw unreadable(file, number + 1, e);
        }
    }

    /// Where the line that was taken last is, such as `docs.tsv:17`.
    String place() {
        return file + ":" + number;
    }

    /// A failure at the line that was taken last.
    SommelierException failure(String ruleValueAndStep) {
        return new SommelierException(place() + ": " + ruleValueAndStep);
    }

    /// A text as it can be shown: short, and without control characters.
    static String shown(String text) {
        var clean = new StringBuilder();
        text.codePoints().limit(SHOWN).forEach(c -> clean.appendCodePoint(Character.isISOControl(c) ? '\uFFFD' : c));
        return "\"" + clean + (text.length() > SHOWN ? "..." : "") + "\"";
    }

    private static SommelierException unreadable(Path file, long line, IOException e) {
        return switch (e) {
            case NoSuchFileException missing ->
                new SommelierException(file + ": there is no such file; check the path", missing);
            case EOFException end ->
                new SommelierException(
                        file + ":" + line + ": the gzip data must be whole, got an early end; copy the file again",
                        end);
            case ZipException zip ->
                new SommelierException(
                        file + ":" + line + ": the gzip data must be sound, got \"" + zip.getMessage()
                                + "\"; copy the file again",
                        zip);
            case CharacterCodingException coding ->
                new SommelierException(
                        file + ":" + line
                                + ": the text must be UTF-8, got other bytes near this line; convert the file,"
                                + " for example: iconv -f latin1 -t utf-8",
                        coding);
            default ->
                new SommelierException(
                        "cannot read " + file + " (" + e.getClass().getSimpleName() + "); check the path", e);
        };
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw unreadable(file, number, e);
        }
    }
}

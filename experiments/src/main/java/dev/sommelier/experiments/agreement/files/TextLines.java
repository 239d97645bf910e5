package dev.sommelier.experiments.agreement.files;

import dev.sommelier.core.SommelierException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/// The lines of a text file, plain or gzip, told by its first bytes.
final class TextLines {
    private static final int GZIP = 0x1f8b;

    private TextLines() {}

    /// The lines without line ends; a byte-order mark is taken off.
    ///
    /// @throws SommelierException if the file is missing, unreadable, cut short, empty or not UTF-8
    static List<String> read(Path file) {
        String text;
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(plain(in).readAllBytes()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new SommelierException(file + ": the text is not UTF-8; convert it and try again.", e);
        } catch (IOException e) {
            throw new SommelierException(
                    file + ": cannot be read (" + e.getClass().getSimpleName()
                            + "); check that it exists and is whole.",
                    e);
        }
        var lines =
                (text.startsWith("\uFEFF") ? text.substring(1) : text).lines().toList();
        if (lines.stream().allMatch(String::isBlank)) {
            throw new SommelierException(file + ": the file is empty; name a file with results.");
        }
        return lines;
    }

    private static InputStream plain(BufferedInputStream in) throws IOException {
        in.mark(2);
        int magic = in.read() << 8 | in.read();
        in.reset();
        return magic == GZIP ? new GZIPInputStream(in) : in;
    }
}

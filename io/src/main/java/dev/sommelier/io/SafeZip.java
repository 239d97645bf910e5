package dev.sommelier.io;

import dev.sommelier.core.SommelierException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// Reads zip archives, wheels included, that nobody has vetted: no member leaves its target, none grows past its limit.
public final class SafeZip {
    private SafeZip() {}

    /// The names of all files in the archive, in archive order.
    ///
    /// @throws SommelierException if the archive is unreadable or holds a name that would leave a target folder
    public static List<String> members(Path zip) {
        try (var archive = new ZipFile(zip.toFile())) {
            var names = archive.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .toList();
            names.forEach(name -> requireSafe(zip, name));
            return names;
        } catch (IOException e) {
            throw unreadable(zip, e);
        }
    }

    /// Extracts one member, found by its exact name, to a target that appears whole or not at all.
    ///
    /// @param maxBytes the most bytes that the member may have; what its header claims is not trusted
    /// @throws SommelierException if the archive is unreadable, the member is missing, unsafe or too large, or the
    /// target
    ///     cannot be written
    public static void extract(Path zip, String member, Path target, long maxBytes) {
        AtomicFiles.write(target, temporary -> copy(zip, member, temporary, maxBytes));
    }

    static void copy(Path zip, String member, Path temporary, long maxBytes) throws IOException {
        requireSafe(zip, member);
        try (var archive = open(zip)) {
            var entry = archive.getEntry(member);
            if (entry == null || entry.isDirectory()) {
                throw new SommelierException(
                        zip + ": holds no file \"" + member + "\"; check that it is the right archive");
            }
            try (var in = archive.getInputStream(entry);
                    var out = Files.newOutputStream(temporary)) {
                copy(zip, member, in, out, maxBytes);
            }
        }
    }

    private static void copy(Path zip, String member, InputStream in, OutputStream out, long maxBytes)
            throws IOException {
        var buffer = new byte[1 << 16];
        long written = 0;
        for (int n = read(zip, in, buffer); n >= 0; n = read(zip, in, buffer)) {
            written += n;
            if (written > maxBytes) {
                throw new SommelierException(zip + ": file \"" + member + "\" is larger than the " + maxBytes
                        + " bytes allowed; get the archive from its publisher again");
            }
            out.write(buffer, 0, n);
        }
    }

    private static int read(Path zip, InputStream in, byte[] buffer) {
        try {
            return in.read(buffer);
        } catch (IOException e) {
            throw unreadable(zip, e);
        }
    }

    private static ZipFile open(Path zip) {
        try {
            return new ZipFile(zip.toFile());
        } catch (IOException e) {
            throw unreadable(zip, e);
        }
    }

    private static SommelierException unreadable(Path zip, IOException e) {
        return e instanceof ZipException
                ? new SommelierException(zip + ": is no readable zip archive; fetch it again", e)
                : Failures.reading(zip, e);
    }

    private static void requireSafe(Path zip, String name) {
        var unsafe = name.isEmpty()
                || name.startsWith("/")
                || name.contains("\\")
                || name.indexOf(0) >= 0
                || name.matches("[A-Za-z]:.*")
                || List.of(name.split("/", -1)).contains("..");
        if (unsafe) {
            throw new SommelierException(zip + ": refuses the name \"" + name.replace('\0', '?')
                    + "\", a member must stay inside its folder; get the archive from its publisher again");
        }
    }
}

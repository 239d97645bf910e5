package dev.sommelier.llm.ffi;

import dev.sommelier.core.SommelierException;
import dev.sommelier.io.AtomicFiles;
import dev.sommelier.io.Hashes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// Puts java-llama.cpp's native library, which its jar carries, into a cache folder under the hash of its content.
public final class NativeLibraryFile {
    /// Names a library of the user's own (for example one built for a GPU) in place of the shipped one.
    public static final String OVERRIDE = "sommelier.llama.library";

    /// The same by java-llama.cpp's own name: the folder that holds its library.
    public static final String FOLDER = "de.kherud.llama.lib.path";

    private NativeLibraryFile() {}

    /// The library for this machine; extracted on first use, whole or not at all.
    ///
    /// @param cache the folder to extract into; created when missing
    /// @throws SommelierException if java-llama.cpp has no library for this machine or the folder cannot be written
    public static Path locate(Path cache) {
        var own = System.getProperty(OVERRIDE);
        if (own != null) {
            return existing(OVERRIDE, own, Path.of(own));
        }
        var folder = System.getProperty(FOLDER);
        return folder == null
                ? extract(platform(), cache)
                : existing(FOLDER, folder, Path.of(folder).resolve(System.mapLibraryName("jllama")));
    }

    private static Path existing(String property, String value, Path file) {
        if (!Files.isRegularFile(file)) {
            throw new SommelierException("-D" + property + "=" + value + ": there is no file " + file
                    + "; give java-llama.cpp 4.2.0's library as you built it, or remove the option");
        }
        return file;
    }

    private static Path extract(String name, Path cache) {
        try (var in = NativeLibraryFile.class.getResourceAsStream("/de/kherud/llama/" + name)) {
            if (in == null) {
                throw new SommelierException("the in-process engine has no native library for "
                        + System.getProperty("os.name") + " " + System.getProperty("os.arch")
                        + "; use a model server with --server URL");
            }
            byte[] content = in.readAllBytes();
            Path target = cache.resolve(Hashes.sha256(content).substring(0, 16))
                    .resolve(name.substring(name.lastIndexOf('/') + 1));
            if (!Files.isRegularFile(target) || Files.size(target) != content.length) {
                AtomicFiles.write(target, content);
            }
            return target;
        } catch (IOException e) {
            throw new SommelierException(
                    "cannot read the native library from its jar (" + e.getMessage() + "); build or install again", e);
        }
    }

    private static String platform() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String cpu = arch.equals("amd64") ? "x86_64" : arch;
        return os.startsWith("mac")
                ? "Mac/" + cpu + "/libjllama.dylib"
                : os.startsWith("win") ? "Windows/" + cpu + "/jllama.dll" : "Linux/" + cpu + "/libjllama.so";
    }
}

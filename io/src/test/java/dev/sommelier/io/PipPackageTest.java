package dev.sommelier.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sommelier.core.SommelierException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs a real process in place of Python: a script that gets pip's arguments.
class PipPackageTest {
    private static final String MEMBER = "pkg/data.txt";
    private static final Checksum SUM = new Checksum(Hashes.sha256("payload"), 7);

    @TempDir
    Path folder;

    @Test
    void takesOneFileOutOfTheWheelAndLeavesNothingElse() throws Exception {
        var wheel = wheel(MEMBER, "payload");
        var python = script("printf '%s\\n' \"$@\" > " + folder + "/arguments\ncp " + wheel + " \"$DEST\"/");
        var target = folder.resolve("cache/data.txt");
        var tasks = new ArrayList<String>();

        new PipPackage("some-pkg", "1.2.1", python)
                .member(MEMBER, target, Optional.of(SUM), (task, done, total) -> tasks.add(task));

        assertThat(target).hasContent("payload");
        assertThat(folder.resolve("cache").toFile().list()).containsExactly("data.txt");
        assertThat(tasks).contains("some-pkg==1.2.1 (pip)");
        assertThat(Files.readAllLines(folder.resolve("arguments")))
                .startsWith("-m", "pip", "download", "--no-deps", "--only-binary=:all:")
                .endsWith("some-pkg==1.2.1");
    }

    @Test
    void startsNothingWhenTheFileIsThere() throws Exception {
        var target = folder.resolve("data.txt");
        AtomicFiles.write(target, "payload");

        new PipPackage("p", "1", folder.resolve("no-such-python").toString())
                .member(MEMBER, target, Optional.of(SUM), Progress.silent());

        assertThat(target).hasContent("payload");
    }

    @Test
    void deletesAFileOfAnotherHash() throws Exception {
        var python = script("cp " + wheel(MEMBER, "PAYLOAD") + " \"$DEST\"/");

        assertThatThrownBy(() -> fetch(python))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("p==1, file pkg/data.txt: expected SHA-256");
        assertThat(folder.resolve("cache")).isEmptyDirectory();
    }

    @Test
    void saysWhenPythonIsMissing() {
        assertThatThrownBy(() -> fetch(folder.resolve("no-such-python").toString()))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("cannot start")
                .hasMessageContaining("install Python 3 with pip");
        assertThat(folder.resolve("cache")).isEmptyDirectory();
    }

    @Test
    void saysWhenPipIsMissing() throws Exception {
        var python = script("echo \"$0: No module named pip\" >&2\nexit 1");

        assertThatThrownBy(() -> fetch(python))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("has no pip, which fetches p==1; install it");
    }

    @Test
    void passesOnWhatPipSaysWithoutAddresses() throws Exception {
        var python = script("""
                echo "Looking in indexes: https://user:secret@host/simple"
                echo "ERROR: HTTP error 404 while getting https://user:secret@host/p.whl" >&2
                exit 1
                """);

        assertThatThrownBy(() -> fetch(python))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("pip could not fetch p==1: HTTP error 404 while getting (address);")
                .hasMessageNotContaining("secret");
        assertThat(folder.resolve("cache")).isEmptyDirectory();
    }

    @Test
    void saysWhenPipFillsTheDisk() throws Exception {
        var python = script("echo 'ERROR: Could not install: [Errno 28] No space left on device'\nexit 1");

        assertThatThrownBy(() -> fetch(python)).hasMessageContaining("no space left on the disk of");
    }

    @Test
    void passesOnTheLastLineOfAPythonStackTrace() throws Exception {
        var python = script("printf 'ERROR: Exception:\\nTraceback:\\nOSError: it broke\\n'\nexit 2");

        assertThatThrownBy(() -> fetch(python)).hasMessageContaining("could not fetch p==1: OSError: it broke;");
    }

    @Test
    void refusesNamesThatPipWouldReadAsOptions() {
        assertThatThrownBy(() -> new PipPackage("--index-url", "1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PipPackage("p", "1 --pre")).isInstanceOf(IllegalArgumentException.class);
    }

    private void fetch(String python) {
        new PipPackage("p", "1", python)
                .members(
                        List.of(new PipPackage.Member(MEMBER, folder.resolve("cache/data.txt"), Optional.of(SUM))),
                        Progress.silent());
    }

    private String script(String body) throws Exception {
        var text = "#!/bin/sh\nDEST=\nprevious=\nfor a in \"$@\"; do\n"
                + "  if [ \"$previous\" = -d ]; then DEST=$a; fi\n  previous=$a\ndone\n" + body + "\n";
        var script = Files.writeString(folder.resolve("python"), text);
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return script.toString();
    }

    private Path wheel(String member, String content) throws Exception {
        var wheel = folder.resolve("p-1-py3-none-any.whl");
        try (var out = new ZipOutputStream(Files.newOutputStream(wheel))) {
            out.putNextEntry(new ZipEntry(member));
            out.write(content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            out.closeEntry();
        }
        return wheel;
    }
}

package dev.sommelier.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.sommelier.core.SommelierException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {
    private static final Path FULL_DEVICE = Path.of("/dev/full");

    @TempDir
    Path folder;

    @Test
    void replacesAFileAndMakesItsFolders() {
        var target = folder.resolve("a/b/file.txt");

        AtomicFiles.write(target, "old");
        AtomicFiles.write(target, "new é");

        assertThat(target).hasContent("new é");
        assertThat(folder.resolve("a/b").toFile().list()).containsExactly("file.txt");
    }

    @Test
    void keepsTheEarlierFileWhenTheWriterFails() {
        var target = folder.resolve("file.txt");
        AtomicFiles.write(target, "old");

        assertThatThrownBy(() -> AtomicFiles.write(target, temporary -> {
                    Files.writeString(temporary, "half");
                    throw new IOException("broken");
                }))
                .isInstanceOf(SommelierException.class);

        assertThat(target).hasContent("old");
        assertThat(folder.toFile().list()).containsExactly("file.txt");
    }

    @Test
    void saysThatTheDiskIsFullAndLeavesNothing() {
        assumeThat(FULL_DEVICE).as("a device that is always full").exists();
        var target = folder.resolve("file.txt");

        assertThatThrownBy(() -> AtomicFiles.write(target, temporary -> Files.writeString(FULL_DEVICE, "x")))
                .isInstanceOf(SommelierException.class)
                .hasMessage(
                        "no space left on the disk of " + target + "; free some space and run the same command again");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void saysWhenAFileStandsWhereAFolderIsNeeded() throws Exception {
        var file = Files.writeString(folder.resolve("plain"), "x");

        assertThatThrownBy(() -> AtomicFiles.write(file.resolve("below/file.txt"), "text"))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("cannot write " + file.resolve("below/file.txt"))
                .hasMessageContaining("Not a directory")
                .hasMessageContaining("or name another one")
                .hasMessageNotContaining("SOMMELIER_HOME");
    }

    @Test
    void whatSommelierHomeDecidesOnIsToldSo() throws Exception {
        var home = Home.at(folder.resolve("home"));

        assertThat(home.holds(folder.resolve("home/models/m.gguf"))).isTrue();
        assertThat(home.holds(folder.resolve("home/../job/plan.db"))).isFalse();
        assertThat(Failures.writing(Home.fromEnvironment().models().resolve("m.gguf"), new IOException("x")))
                .hasMessageContaining("set SOMMELIER_HOME");
    }

    @Test
    void aTargetThatCannotBeWrittenIsToldBeforehand() throws Exception {
        var file = Files.writeString(folder.resolve("plain"), "x");

        AtomicFiles.requireWritable(folder.resolve("new/below/file.txt"));
        AtomicFiles.requireWritable(file);
        assertThat(folder.toFile().list()).containsExactly("plain");
        assertThatThrownBy(() -> AtomicFiles.requireWritable(file.resolve("below/file.txt")))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining(file + " is a file and no folder");
        assertThatThrownBy(() -> AtomicFiles.requireWritable(folder))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("it is a folder");
    }

    @Test
    void replacesAWholeFolder() {
        var target = folder.resolve("set");
        AtomicFiles.writeFolder(target, fresh -> Files.writeString(fresh.resolve("old.txt"), "1"));
        AtomicFiles.writeFolder(target, fresh -> Files.writeString(fresh.resolve("new.txt"), "2"));

        assertThat(target.toFile().list()).containsExactly("new.txt");
        assertThat(folder.toFile().list()).containsExactly("set");
    }

    @Test
    void keepsTheEarlierFolderWhenTheWriterFails() {
        var target = folder.resolve("set");
        AtomicFiles.writeFolder(target, fresh -> Files.writeString(fresh.resolve("old.txt"), "1"));

        assertThatThrownBy(() -> AtomicFiles.writeFolder(target, fresh -> {
                    Files.writeString(fresh.resolve("half.txt"), "2");
                    throw new SommelierException("bad line");
                }))
                .hasMessage("bad line");

        assertThat(target.toFile().list()).containsExactly("old.txt");
        assertThat(folder.toFile().list()).containsExactly("set");
    }
}

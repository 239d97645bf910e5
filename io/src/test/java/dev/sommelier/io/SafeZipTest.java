package dev.sommelier.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sommelier.core.SommelierException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeZipTest {
    @TempDir
    Path folder;

    @Test
    void takesOneMemberByItsExactName() throws Exception {
        var zip = zip(List.of("a/data.txt", "b/data.txt"), "hello");
        var target = folder.resolve("out/data.txt");

        SafeZip.extract(zip, "b/data.txt", target, 5);

        assertThat(target).hasContent("hello");
        assertThat(SafeZip.members(zip)).containsExactly("a/data.txt", "b/data.txt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil.txt", "a/../../evil.txt", "/etc/evil", "a\\..\\evil", "C:/evil", ".."})
    void refusesNamesThatLeaveTheFolder(String name) throws Exception {
        var zip = zip(List.of("good.txt", name), "x");

        assertThatThrownBy(() -> SafeZip.members(zip))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("refuses the name \"" + name + "\"");
        assertThatThrownBy(() -> SafeZip.extract(zip, name, folder.resolve("out.txt"), 100))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("a member must stay inside its folder");
        assertThat(folder.resolve("out.txt")).doesNotExist();
    }

    @Test
    void refusesAMemberThatGrowsPastItsLimitAndLeavesNothing() throws Exception {
        var zip = zip(List.of("bomb.txt"), "0".repeat(1_000_000));

        assertThatThrownBy(() -> SafeZip.extract(zip, "bomb.txt", folder.resolve("out/bomb.txt"), 999_999))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("larger than the 999999 bytes allowed");
        assertThat(folder.resolve("out")).isEmptyDirectory();
    }

    @Test
    void saysWhenTheMemberIsMissing() throws Exception {
        var zip = zip(List.of("a.txt"), "x");

        assertThatThrownBy(() -> SafeZip.extract(zip, "b.txt", folder.resolve("b.txt"), 10))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("holds no file \"b.txt\"");
    }

    @Test
    void saysWhenTheArchiveIsCorrupt() throws Exception {
        var cut = folder.resolve("cut.zip");
        var bytes = Files.readAllBytes(zip(List.of("a.txt"), "hello"));
        Files.write(cut, java.util.Arrays.copyOf(bytes, bytes.length / 2));

        assertThatThrownBy(() -> SafeZip.members(cut))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("is no readable zip archive; fetch it again");
        assertThatThrownBy(() -> SafeZip.extract(folder.resolve("none.zip"), "a", folder.resolve("a"), 10))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("there is no such file");
    }

    private Path zip(List<String> names, String content) throws Exception {
        var zip = folder.resolve("archive.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (var name : names) {
                out.putNextEntry(new ZipEntry(name));
                out.write(content.getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        return zip;
    }
}

package dev.sommelier.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HashesTest {
    private static final String OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path folder;

    @Test
    void givesTheStandardsExampleForEveryForm() throws Exception {
        var file = Files.writeString(folder.resolve("abc"), "abc");

        assertThat(Hashes.sha256("abc")).isEqualTo(OF_ABC);
        assertThat(Hashes.sha256(file)).isEqualTo(OF_ABC);
        assertThat(new Checksum(OF_ABC.toUpperCase(java.util.Locale.ROOT), 3).matches(file))
                .isTrue();
        assertThat(new Checksum(OF_ABC, 4).matches(file)).isFalse();
        assertThat(new Checksum(OF_ABC, -1).matches(folder.resolve("none"))).isFalse();
    }

    @Test
    void refusesAHashOfTheWrongLength() {
        assertThatThrownBy(() -> new Checksum("abc", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("64 hexadecimal digits, got \"abc\"");
    }
}

package dev.sommelier.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
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
    void theOrderOfAMapDoesNotMatterAndWhatStandsWhereDoes() {
        var first = new LinkedHashMap<String, String>();
        first.put("b", "2");
        first.put("a", "1");

        assertThat(Hashes.sha256(first))
                .isEqualTo(Hashes.sha256(Map.of("a", "1", "b", "2")))
                .isEqualTo(Hashes.sha256("a\0001\0b\0002\0"))
                .isNotEqualTo(Hashes.sha256(Map.of("a", "2", "b", "1")));
    }

    @Test
    void refusesAHashOfTheWrongLength() {
        assertThatThrownBy(() -> new Checksum("abc", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("64 hexadecimal digits, got \"abc\"");
    }
}

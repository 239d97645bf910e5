package dev.sommelier.llm.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sommelier.core.SommelierException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiKeyTest {
    private static final String KEY = "sk-very-secret-key";

    @TempDir
    Path folder;

    private Path file;
    private final List<String> warnings = new ArrayList<>();

    @BeforeEach
    void write() throws Exception {
        file = Files.writeString(folder.resolve("key"), KEY + "\n");
        assumeTrue(
                Files.getFileStore(file).supportsFileAttributeView("posix"),
                "this file system knows no permissions to warn of");
    }

    private ApiKey read(String permissions) throws Exception {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        return ApiKey.fromFile(file, warnings::add);
    }

    @Test
    void aFileOfTheOwnerAloneGivesItsLineWithoutAWord() throws Exception {
        assertThat(read("rw-------").value()).isEqualTo(KEY);
        assertThat(warnings).isEmpty();
    }

    @Test
    void aFileThatOthersCanReadIsTakenWithAWarning() throws Exception {
        for (String permissions : List.of("rw-r-----", "rw----r--", "rw-r--r--")) {
            warnings.clear();
            assertThat(read(permissions).value()).as(permissions).isEqualTo(KEY);
            assertThat(warnings).as(permissions).singleElement().asString().contains(file.toString(), "chmod 600");
        }
    }

    @Test
    void aKeyIsNeverShown() throws Exception {
        assertThat(read("rw-------")).asString().isEqualTo("key from a file");
        assertThat(ApiKey.fromEnvironment("KEY", Map.of("KEY", KEY))).asString().isEqualTo("key from a variable");
    }

    @Test
    void filesWithoutOneLineAreRefusedWithoutShowingThem() throws Exception {
        for (String text : List.of("", "\n", KEY + "\n" + KEY)) {
            Files.writeString(file, text);
            assertThatThrownBy(() -> read("rw-------"))
                    .isInstanceOf(SommelierException.class)
                    .hasMessageContaining("write the key alone into it")
                    .hasMessageNotContaining(KEY);
        }
        Files.delete(file);
        assertThatThrownBy(() -> ApiKey.fromFile(file, warnings::add))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("check --server-key-file");
    }
}

package dev.sommelier.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sommelier.core.SommelierException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HomeTest {
    private static final Path USER = Path.of("/home/someone");

    @Test
    void followsTheXdgDefaults() {
        var home = Home.from(Map.of("XDG_DATA_HOME", "relative/is/ignored"), USER);

        assertThat(home.models()).isEqualTo(USER.resolve(".local/share/sommelier/models"));
        assertThat(home.datasets()).isEqualTo(USER.resolve(".local/share/sommelier/datasets"));
        assertThat(home.cache()).isEqualTo(USER.resolve(".cache/sommelier"));
    }

    @Test
    void followsTheXdgVariables() {
        var home = Home.from(Map.of("XDG_DATA_HOME", "/d", "XDG_CACHE_HOME", "/c"), USER);

        assertThat(home).isEqualTo(new Home(Path.of("/d/sommelier"), Path.of("/c/sommelier")));
    }

    @Test
    void putsEverythingUnderSommelierHome() {
        var home = Home.from(Map.of("SOMMELIER_HOME", "/s", "XDG_DATA_HOME", "/d"), USER);

        assertThat(home).isEqualTo(new Home(Path.of("/s"), Path.of("/s/cache")));
    }

    @Test
    void refusesARelativeSommelierHome() {
        assertThatThrownBy(() -> Home.from(Map.of("SOMMELIER_HOME", "here"), USER))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("must be an absolute path, got \"here\"");
    }
}

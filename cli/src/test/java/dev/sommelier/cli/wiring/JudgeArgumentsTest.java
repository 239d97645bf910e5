package dev.sommelier.cli.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class JudgeArgumentsTest {
    @Command
    static final class Line {
        @Mixin
        JudgeInputs inputs = new JudgeInputs();

        @Mixin
        JudgeOptions how = new JudgeOptions();

        @Mixin
        ModelOptions model = new ModelOptions();
    }

    private static String kept(String... arguments) {
        return String.join(" ", JudgeArguments.of(new CommandLine(new Line()).parseArgs(arguments)));
    }

    private static String full(String file) {
        return Path.of(file).toAbsolutePath().toString();
    }

    /// Maven runs the tests in a module's folder, which holds `src` and `pom.xml`.
    @Test
    void aValueThatHappensToBeAFileIsKeptAsItIs() {
        assertThat(kept("--method", "src", "--server-model", "pom.xml", "--members", "src,grade"))
                .isEqualTo("--method src --server-model pom.xml --members src,grade");
    }

    @Test
    void filesAreKeptByTheirFullPath() {
        assertThat(kept("--topics", "t", "--docs", "a", "b", "--nuggets", "n", "--server-key-file", "k"))
                .isEqualTo("--topics " + full("t") + " --docs " + full("a") + " --docs " + full("b") + " --nuggets "
                        + full("n") + " --server-key-file " + full("k"));
    }

    @Test
    void scalesModelsAndAdaptersAreNamesOrFiles() {
        assertThat(kept("--scale", "BINARY", "--model", "pom")).isEqualTo("--scale BINARY --model pom");
        assertThat(kept("--scale", "s.json", "--model", "m.gguf", "--lora", "x.gguf:0.5"))
                .isEqualTo("--scale " + full("s.json") + " --model " + full("m.gguf") + " --lora " + full("x.gguf")
                        + ":0.5");
        assertThat(kept("--model", "org/m", "--server", "http://h/v1")).contains("--model org/m");
    }
}

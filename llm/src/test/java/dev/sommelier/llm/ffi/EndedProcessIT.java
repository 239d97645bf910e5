package dev.sommelier.llm.ffi;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.langchain4j.data.message.UserMessage;
import dev.sommelier.io.Home;
import dev.sommelier.llm.local.EngineOptions;
import dev.sommelier.llm.local.LocalEngine;
import dev.sommelier.llm.store.ModelCatalog;
import dev.sommelier.llm.store.ModelStore;
import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A process that ends while the native library decodes.
class EndedProcessIT {
    private static final int SECONDS = 2;

    @TempDir
    Path folder;

    /// Decodes without end while another thread ends the process.
    static final class Decoder {
        private Decoder() {}

        public static void main(String[] arguments) throws Throwable {
            sleepAfterDestructors();
            try (var engine = LocalEngine.open(
                    Path.of(arguments[0]), EngineOptions.defaults().withContextTokens(1024))) {
                for (int i = 0; ; i++) {
                    engine.labels().score(List.of(UserMessage.from("film ".repeat(500) + i)), List.of("yes", "no"));
                    if (i == 0) {
                        Thread.ofPlatform().start(() -> System.exit(SECONDS));
                    }
                }
            }
        }

        /// What is registered before the library is loaded runs after its destructors: here C's `sleep`, which takes
        /// the exit code as its seconds. So the decode goes on for long beside destroyed objects, if there are any.
        private static void sleepAfterDestructors() throws Throwable {
            var lookup = Linker.nativeLinker().defaultLookup();
            MethodHandle register = Linker.nativeLinker()
                    .downcallHandle(
                            lookup.find("on_exit").orElseThrow(), FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS));
            int failed = (int) register.invokeExact(lookup.find("sleep").orElseThrow(), MemorySegment.NULL);
            if (failed != 0) {
                throw new IllegalStateException("on_exit(sleep) failed");
            }
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void itEndsWithItsCodeAndNotByAFault() throws IOException, InterruptedException {
        // A tiny model's decode is over before the destructors run.
        var model = new ModelStore(Home.fromEnvironment()).path(ModelCatalog.DEFAULT_ID);
        assumeTrue(
                model.isPresent(),
                "the default model is not in the models folder; fetch it with: sommelier model get "
                        + ModelCatalog.DEFAULT_ID);
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:-CreateCoredumpOnCrash",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Decoder.class.getName(),
                        model.get().toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile());
        // glibc then overwrites what is freed, so that whoever reads it finds out.
        builder.environment().put("MALLOC_PERTURB_", "165");

        int code = builder.start().waitFor();

        assertThat(code).as(Files.readString(folder.resolve("output.txt"))).isEqualTo(SECONDS);
    }
}

package dev.sommelier.llm.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sommelier.llm.testing.CountingModel;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process that is killed while it records.
class KilledRecordingIT {
    @TempDir
    Path folder;

    /// Records without end and tells each answer that it has.
    static final class Recorder {
        private Recorder() {}

        public static void main(String[] arguments) {
            try (var model = new RecordingModel("counter", new CountingModel("a"), Path.of(arguments[0]))) {
                for (int i = 0; ; i++) {
                    System.out.println(i + "\t" + model.chat().chat("question " + i));
                }
            }
        }
    }

    @Test
    void everyAnswerThatWasSeenIsInTheRecording() throws IOException, InterruptedException {
        var file = folder.resolve("run.rec");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Recorder.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int seen = 0;
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            while (seen < 300) {
                assertThat(lines.readLine()).startsWith(seen + "\treply ");
                seen++;
            }
            // SIGKILL on Unix: no clean-up runs.
            process.destroyForcibly().waitFor();
        }
        try (var replay = ReplayedModel.open(file)) {
            for (int i = 0; i < seen; i++) {
                assertThat(replay.chat().chat("question " + i)).isEqualTo("reply " + (i + 1));
            }
        }
        var engine = new CountingModel("a");
        try (var model = new RecordingModel("counter", engine, file)) {
            model.chat().chat("question 0");
            model.chat().chat("question 1000000");
            assertThat(engine.calls()).isEqualTo(1);
        }
    }
}

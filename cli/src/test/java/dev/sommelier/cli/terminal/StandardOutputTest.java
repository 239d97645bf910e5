package dev.sommelier.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StandardOutputTest {
    private static boolean readerGone(OutputStream target) {
        var standard = new StandardOutput(target);
        var writer = new PrintWriter(standard, false, StandardCharsets.UTF_8);
        writer.print("text");
        writer.checkError();
        return standard.readerGone();
    }

    private static OutputStream failing(String message) {
        return new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException(message);
            }
        };
    }

    @Test
    void aReaderThatWentAwayIsToldFromAFullDisk() {
        assertThat(readerGone(failing("Broken pipe"))).isTrue();
        assertThat(readerGone(failing("No space left on device"))).isFalse();
    }

    @Test
    void whatIsWrittenArrives() {
        var target = new ByteArrayOutputStream();

        assertThat(readerGone(target)).isFalse();
        assertThat(target.toString(StandardCharsets.UTF_8)).isEqualTo("text");
    }
}

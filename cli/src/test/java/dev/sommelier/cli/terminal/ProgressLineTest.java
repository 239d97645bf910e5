package dev.sommelier.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private static String line(String units, long begun, long done, long total, Duration elapsed) {
        return ProgressLine.line("Judging", units, begun, done, total, elapsed, false)
                .replaceAll(" +", " ");
    }

    @Test
    void unitsWithANameHaveARate() {
        assertThat(line("pairs", 0, 40, 200, Duration.ofSeconds(80)))
                .isEqualTo("Judging 20 % 40/200 80 s, 0.50 pairs/s, about 320 s left");
        assertThat(line("pairs", 0, 4000, 4000, Duration.ofSeconds(2)))
                .isEqualTo("Judging 100 % 4000/4000 2 s, 2000 pairs/s");
        assertThat(line("", 0, 40, 200, Duration.ofSeconds(80)))
                .isEqualTo("Judging 20 % 40/200 80 s, about 320 s left");
    }

    @Test
    void whatWasDoneBeforeTheTimeBeganCountsForNoRate() {
        assertThat(line("pairs", 100, 120, 200, Duration.ofSeconds(10)))
                .isEqualTo("Judging 60 % 120/200 10 s, 2.00 pairs/s, about 40 s left");
        assertThat(line("pairs", 100, 100, 200, Duration.ofSeconds(10))).isEqualTo("Judging 50 % 100/200 10 s");
    }

    @Test
    void aLineComesAtTheStartAtEveryQuarterAndAtTheEnd() {
        var err = new StringWriter();
        var progress = new ProgressLine(new PrintWriter(err, true), false);
        for (int done = 0; done <= 100; done += 10) {
            progress.update("Judging", "pairs", done, 100);
        }
        assertThat(err.toString().lines().map(line -> line.replaceAll(" +", " ")))
                .containsExactly(
                        "Judging 0 % 0/100",
                        "Judging 30 % 30/100", "Judging 50 % 50/100", "Judging 80 % 80/100", "Judging 100 % 100/100");
    }
}

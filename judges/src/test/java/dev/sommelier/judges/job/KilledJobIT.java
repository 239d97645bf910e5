package dev.sommelier.judges.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sommelier.judges.job.JobExport.WithoutLabel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills the process of a job at random moments (`-Dsommelier.kills=50` for the long form, `-Dsommelier.kills.seed=N`)
/// and
/// expects the bytes of a job that nobody disturbed.
class KilledJobIT {
    private static final int PAIRS = 4_000;
    private static final int BATCH = 4;
    private static final int MANY = 40_000;
    private static final int MANY_A_BATCH = 200;
    private static final int KILLS = Integer.getInteger("sommelier.kills", 4);
    private static final long SEED = Long.getLong("sommelier.kills.seed", 7);

    @TempDir
    Path folder;

    @Test
    void aJobThatIsKilledAgainAndAgainEndsInTheSameBytes() throws IOException, InterruptedException {
        var undisturbed = folder.resolve("undisturbed");
        assertThat(StubJob.run(undisturbed, PAIRS, BATCH, 1, (pairs, judgments) -> {}))
                .isTrue();

        var random = new Random(SEED);
        int kills = 0;
        int whole = 0;
        for (int job = 0; kills < KILLS; job++) {
            var target = folder.resolve("killed-" + job);
            while (kills < KILLS) {
                var process = start(target);
                // From the start of the JVM to past the end of what is left.
                if (process.waitFor(100 + random.nextInt(1_500), TimeUnit.MILLISECONDS)) {
                    assertThat(process.exitValue()).as("seed %d", SEED).isZero();
                    whole++;
                    break;
                }
                process.destroyForcibly().waitFor();
                kills++;
            }
            assertThat(start(target).waitFor()).as("seed %d", SEED).isZero();
            assertThat(lines(target)).as("seed %d, job %d", SEED, job).isEqualTo(lines(undisturbed));
        }
        System.out.println(
                "killed " + kills + " times, seed " + SEED + ", jobs that ended before the last kill " + whole);
    }

    @Test
    void twoProcessesShareAJobAndEachPairCountsOnce() throws IOException, InterruptedException {
        var undisturbed = folder.resolve("undisturbed");
        StubJob.run(undisturbed, PAIRS, BATCH, 1, (pairs, judgments) -> {});
        var target = folder.resolve("shared");
        StubJob.plan(target, PAIRS, BATCH, 1);
        var first = start(target);
        var second = start(target);
        assertThat(first.waitFor()).isZero();
        assertThat(second.waitFor()).isZero();
        var lines = lines(target);
        assertThat(lines).isEqualTo(lines(undisturbed));
        assertThat(new HashSet<>(lines)).hasSize(PAIRS);
    }

    @Test
    void aJobThatRunsOutOfSpaceSaysSoAndGoesOnWhenThereIsSome() throws IOException, InterruptedException {
        var undisturbed = folder.resolve("undisturbed");
        StubJob.run(undisturbed, MANY, MANY_A_BATCH, 1, (pairs, judgments) -> {});
        var target = folder.resolve("full");
        StubJob.plan(target, MANY, MANY_A_BATCH, 1);
        // No file may grow past 4096 blocks of 512 bytes or of 1 kB: more than SQLite's own library has, which is
        // unpacked first, and less than the journal needs.
        var command = new ArrayList<>(List.of("sh", "-c", "ulimit -f 4096 && exec \"$@\"", "sh"));
        command.addAll(command(target, MANY, MANY_A_BATCH));
        var errors = folder.resolve("errors");
        var full = new ProcessBuilder(command).redirectError(errors.toFile()).start();
        assertThat(full.waitFor()).isNotZero();
        assertThat(errors).content().contains("journal.db").contains("SommelierException");
        int kept = kept(target);
        assertThat(kept).isPositive().isLessThan(MANY);

        assertThat(start(command(target, MANY, MANY_A_BATCH)).waitFor()).isZero();
        assertThat(lines(target)).isEqualTo(lines(undisturbed));
        System.out.println("pairs kept when the space ended: " + kept);
    }

    @Test
    void aFolderThatTurnsReadOnlyIsToldAndTheJobGoesOnWhenItCanBeWritten() throws IOException, InterruptedException {
        var undisturbed = folder.resolve("undisturbed");
        StubJob.run(undisturbed, PAIRS, BATCH, 1, (pairs, judgments) -> {});
        var target = folder.resolve("locked");
        StubJob.plan(target, PAIRS, BATCH, 1);
        try (var job = JudgingJob.open(target)) {
            job.want(PAIRS);
            var batches = new AtomicInteger();
            new JobRunner(
                            job,
                            new StubJob.Judge(),
                            1,
                            (pairs, judgments) -> batches.incrementAndGet(),
                            () -> batches.get() == 5)
                    .run();
        }
        int before = kept(target);
        assertThat(before).isEqualTo(5 * BATCH);

        // Permissions do not stop root, so the folder is mounted read-only, in a name space of the process's own.
        var command = new ArrayList<>(List.of(
                "unshare",
                "-m",
                "sh",
                "-c",
                "mount --bind \"$0\" \"$0\" && mount -o remount,ro,bind \"$0\" || exit 77; exec \"$@\"",
                target.toString()));
        command.addAll(command(target, PAIRS, BATCH));
        var errors = folder.resolve("errors");
        int code = exit(command, errors);
        assumeTrue(code != 77, "a folder can be mounted read-only only by root, in a name space of its own");

        assertThat(code).isEqualTo(1);
        assertThat(errors).content().contains("SommelierException").contains(target.toString());
        assertThat(kept(target)).isEqualTo(before);
        assertThat(start(command(target, PAIRS, BATCH)).waitFor()).isZero();
        assertThat(lines(target)).isEqualTo(lines(undisturbed));
    }

    /// 77 where the command itself cannot be started.
    private static int exit(List<String> command, Path errors) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                    .redirectError(errors.toFile())
                    .start()
                    .waitFor();
        } catch (IOException e) {
            return 77;
        }
    }

    private static int kept(Path target) {
        try (var job = JudgingJob.openToRead(target)) {
            return (int) (job.counts().done() + job.counts().failed());
        }
    }

    private static Process start(Path target) throws IOException {
        return start(command(target, PAIRS, BATCH));
    }

    private static Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command).inheritIO().start();
    }

    private static List<String> command(Path target, int pairs, int batch) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                StubJob.class.getName(),
                target.toString(),
                Integer.toString(pairs),
                Integer.toString(batch),
                "1");
    }

    private static List<String> lines(Path target) {
        try (var job = JudgingJob.openToRead(target)) {
            var lines = new ArrayList<String>();
            new JobExport(job).jsonLines(WithoutLabel.STOP, lines::add);
            return lines;
        }
    }
}

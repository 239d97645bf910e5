package dev.sommelier.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The command line as a person runs it: through the launcher, in a process of its own, with a fresh home.
class LauncherIT {
    @TempDir
    Path folder = Path.of("");

    @Test
    void resultsAreJsonWhenAskedFor() throws Exception {
        books();

        var list = run("data", "list", "--json");
        var recommended = run("recommend", "--data", "books", "--liked", "Alpha", "-k", "2", "--json");

        assertThat(list.code()).isZero();
        assertThat(new ObjectMapper().readTree(list.out()).toString()).contains("books");
        assertThat(recommended.code()).as(recommended.err()).isZero();
        assertThat(new ObjectMapper().readTree(recommended.out()).toString()).contains("Beta");
    }

    @Test
    void colourIsForTerminalsOnlyAndCanBeRefused() throws Exception {
        assumeTrue(Files.exists(Path.of("/usr/bin/script")), "script(1) is missing, which makes a terminal");
        var command = Launcher.script() + " --help";

        assertThat(run("--help").out()).doesNotContain("\u001b");
        assertThat(terminal(Map.of("SOMMELIER_HOME", folder.toString(), "TERM", "xterm"), command))
                .contains("\u001b");
        assertThat(terminal(Map.of("SOMMELIER_HOME", folder.toString(), "TERM", "xterm", "NO_COLOR", "1"), command))
                .doesNotContain("\u001b");
    }

    @Test
    void nothingButProgressIsOnStandardErrorWhereTheVectorApiIsUsed() throws Exception {
        books();

        var result = run("train", "--data", "books", "--model-kind", "popularity", "--out", out("model"));

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.err()).doesNotContain("WARNING");
    }

    @Test
    void whatKeepsTheJvmFromStartingIsShown() throws Exception {
        var environment = Map.of("SOMMELIER_HOME", folder.toString(), "SOMMELIER_JAVA_OPTS", "-XX:+NoSuchFlagOfAnyJvm");

        var result = Launcher.in(folder).with(environment).start(List.of(Launcher.script(), "recommend", "--help"));

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("NoSuchFlagOfAnyJvm");
    }

    @Test
    void aFullDiskUnderTheResultIsAFailure() throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/full")), "/dev/full is missing");

        var result = start(List.of("sh", "-c", Launcher.script() + " data list > /dev/full"));

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("standard output could not be written");
    }

    @Test
    void anUnreachableServerIsOneSentence() throws Exception {
        books();

        var result =
                run("agent", "run", "--data", "books", "--server", "http://127.0.0.1:9/v1", "--out", out("server"));

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("127.0.0.1:9").doesNotContain("\tat ");
    }

    @Test
    void aCorruptModelIsOneSentence() throws Exception {
        books();
        var model = Files.writeString(folder.resolve("bad.gguf"), "GGUF, but not really");

        var result = run("agent", "run", "--data", "books", "--model", model.toString(), "--out", out("corrupt"));

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("bad.gguf").doesNotContain("\tat ");
    }

    @Test
    void ctrlCLeavesNothingHalfWritten() throws Exception {
        var pipe = folder.resolve("items.csv");
        assertThat(start(List.of("mkfifo", pipe.toString())).code()).isZero();
        var interactions = Files.writeString(folder.resolve("ratings.csv"), "user,item\n1,1\n");
        // A test runner in the background may ignore the signal, and its children would, too.
        assumeTrue(start(List.of("env", "--default-signal=INT", "true")).code() == 0, "env cannot restore signals");
        var process = Launcher.in(folder)
                .process(List.of(
                        "env",
                        "--default-signal=INT",
                        Launcher.script(),
                        "data",
                        "add",
                        "slow",
                        "--items",
                        pipe.toString(),
                        "--interactions",
                        interactions.toString()));
        // Opening the writing end waits until the command reads.
        try (var writer = Files.newOutputStream(pipe)) {
            writer.write("item,title\n".getBytes(StandardCharsets.UTF_8));
            writer.flush();
            start(List.of("kill", "-INT", Long.toString(process.pid())));
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(process.exitValue()).isEqualTo(130);
        try (var left = Files.walk(folder.resolve("home"))) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        } catch (java.nio.file.NoSuchFileException e) {
            assertThat(e.getMessage()).contains("home");
        }
    }

    @Test
    void aStoppedRunGoesOnAndOtherSettingsAreRefused() throws Exception {
        books();
        var run = List.of("agent", "run", "--data", "books", "--decider", "random", "--out", out("resumed"));

        assertThat(run(with(run, "--users", "1")).code()).isZero();
        var more = run(with(run, "--users", "3"));
        var other = run(with(run, "--users", "3", "--seed", "8"));
        var alone = run(with(
                List.of("agent", "run", "--data", "books", "--decider", "random", "--out", out("alone")),
                "--users",
                "3"));

        assertThat(more.err()).contains("1 of 3 users were served before");
        assertThat(other.code()).isEqualTo(1);
        assertThat(other.err()).contains("holds another run", "--fresh");
        assertThat(run(with(run, "--users", "3", "--seed", "8", "--fresh")).code())
                .isZero();
        assertThat(run(with(run, "--users", "3", "--fresh")).code()).isZero();
        assertThat(alone.code()).isZero();
        assertThat(Files.readString(folder.resolve("resumed/lists.tsv")))
                .isEqualTo(Files.readString(folder.resolve("alone/lists.tsv")));
    }

    private void books() throws Exception {
        var items = Files.writeString(
                folder.resolve("books.csv"),
                "item,title,author,genre\n1,Alpha,Ann,sf|crime\n2,Beta,Bob,sf\n3,Gamma,Ann,crime\n4,Delta,Cid,sf\n");
        var ratings = Files.writeString(
                folder.resolve("ratings.csv"),
                "user,item,rating,time\nu1,1,5,1\nu1,2,4,2\nu1,3,2,3\nu2,1,4,1\nu2,2,5,2\nu2,4,3,3\nu3,1,3,1\nu3,4,4,2\n");
        var added = run(
                "data",
                "add",
                "books",
                "--items",
                items.toString(),
                "--interactions",
                ratings.toString(),
                "--attributes",
                "author,genre");
        assertThat(added.code()).as(added.err()).isZero();
    }

    private String out(String name) {
        return folder.resolve(name).toString();
    }

    private static String[] with(List<String> command, String... more) {
        var all = new ArrayList<>(command);
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private Launcher.Result run(String... arguments) throws Exception {
        return Launcher.in(folder).run(arguments);
    }

    private String terminal(Map<String, String> environment, String command) throws Exception {
        return Launcher.in(folder)
                .with(environment)
                .start(List.of("script", "-qec", command, "/dev/null"))
                .out();
    }

    private Launcher.Result start(List<String> command) throws Exception {
        return Launcher.in(folder).start(command);
    }
}

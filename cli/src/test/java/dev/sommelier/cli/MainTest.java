package dev.sommelier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void helpIsAResult() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("Usage: sommelier", "demo", "recommend", "doctor");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void everySubcommandHasHelp() {
        for (var line : CommandTree.of(List.of()).getSubcommands().keySet()) {
            assertThat(run(line, "--help")).as(line).isZero();
        }
    }

    @Test
    void manyOptionsStandUnderHeadings() {
        assertThat(run("judge", "run", "--help")).isZero();
        var help = out.toString();
        assertThat(help)
                .containsSubsequence("--out=DIR", "What is judged:", "--topics=FILE", "How it is judged:", "--method=")
                .containsSubsequence("The model:", "--model=", "A model server:", "--server-retries=")
                .containsSubsequence("Calls of the model:", "--cache", "This run:", "--limit=N");
        assertThat(help.split("--topics=FILE")).as("the synopsis and one entry").hasSize(3);
    }

    @Test
    void theListOfCommandsIsTheSameWhetherTheyAreBuiltOrNot() {
        var listed = CommandTree.of(List.of()).getUsageMessage();

        assertThat(CommandTree.of(List.of("generate-completion")).getUsageMessage())
                .isEqualTo(listed);
    }

    @Test
    void completionKnowsEveryOption() {
        assertThat(run("generate-completion")).isZero();
        assertThat(out.toString())
                .contains("--generated-tokens", "--pairs", "--liked", "--model-file", "--model-kind", "--title");
    }

    @Test
    void anUnknownCommandIsWrongUsage() {
        assertThat(run("bogus")).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("bogus", "--help");
    }

    @Test
    void anUnknownCommandOfACommandIsNamed() {
        assertThat(run("judge", "foo")).isEqualTo(2);
        assertThat(err.toString()).contains("there is no command 'sommelier judge foo'", "judge --help");
    }

    @Test
    void valuesOfAWrongTypeAreToldInPlainWords() {
        assertThat(run("judge", "resume", "x", "--limit", "many")).isEqualTo(2);
        assertThat(run("judge", "resume", "x", "--workers", "99999999999")).isEqualTo(2);
        assertThat(run("judge", "resume", "x", "--ask-above", "long")).isEqualTo(2);
        assertThat(run("judge", "resume", "x", "--server", "a b")).isEqualTo(2);
        assertThat(err.toString())
                .contains("'many' is not a whole number", "'99999999999' is too large", "'long' is not a number")
                .contains("'a b' is not an address such as http://")
                .doesNotContain("java.");
    }

    @Test
    void aMissingChoiceIsWrongUsage() {
        assertThat(run("recommend", "--data", "ml-100k")).isEqualTo(2);
        assertThat(err.toString()).contains("--user ID or --liked TITLE");
    }

    @Test
    void anImpossibleNumberIsWrongUsage() {
        assertThat(run("agent", "run", "--data", "ml-100k", "--users", "0", "--out", "x"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--users", "got 0");
    }

    @Test
    void aFailureIsOneSentenceWithoutAStackTrace(@TempDir Path folder) {
        var missing = folder.resolve("missing.jsonl");

        assertThat(run("trace", "show", missing.toString())).isEqualTo(1);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString())
                .startsWith("sommelier: ")
                .contains("missing.jsonl")
                .doesNotContain("\tat ");
    }

    @Test
    void verboseShowsThePlace(@TempDir Path folder) throws Exception {
        var broken = Files.writeString(folder.resolve("broken.jsonl"), "no trace\n");

        assertThat(run("trace", "show", broken.toString(), "--verbose")).isEqualTo(1);
        assertThat(err.toString()).contains("broken.jsonl").contains("\tat ");
    }

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out), new PrintWriter(err, true), arguments);
    }
}

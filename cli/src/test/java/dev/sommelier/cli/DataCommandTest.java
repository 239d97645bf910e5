package dev.sommelier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class DataCommandTest {
    private final StringWriter err = new StringWriter();

    @Test
    void addTakesAFolderOrTwoFiles() {
        refuses("give either FOLDER, or both --items FILE and --interactions FILE", "data", "add", "x");
        refuses("give either FOLDER, or both", "data", "add", "x", "folder", "--items", "i", "--interactions", "j");
        refuses("give either FOLDER, or both", "data", "add", "x", "folder", "--items", "i");
        refuses(
                "--format is for FOLDER",
                "data",
                "add",
                "x",
                "--items",
                "i",
                "--interactions",
                "j",
                "--format",
                "yelp");
    }

    @Test
    void filterNeedsAFilterThatExists() {
        refuses("give at least one filter, such as --k-core 5", "data", "filter", "new", "--from", "old");
        assertThat(run("data", "filter", "new", "--from", "old", "--k-core", "0"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("the filter k-core takes a whole number from 1, got \"0\"");
    }

    @Test
    void checkNeedsASplitThatExists() {
        refuses("--rare and --titles must be at least 1", "data", "check", "x", "--rare", "0");
        assertThat(run("data", "check", "x", "--split", "holdout")).isEqualTo(1);
        assertThat(err.toString()).contains("there is no split \"holdout\"; choose among leave-last-out");
    }

    @Test
    void exportPairsNeedsFormsThatExist() {
        refuses(
                "--ask takes one of title, yes-no, got \"stars\"",
                "data",
                "export-pairs",
                "x",
                "--out",
                "o",
                "--ask",
                "stars");
        refuses(
                "--format takes one of messages, prompt-completion, preference, got \"csv\"",
                "data",
                "export-pairs",
                "x",
                "--out",
                "o",
                "--format",
                "csv");
        refuses("--per-user and --users at least 1", "data", "export-pairs", "x", "--out", "o", "--per-user", "0");
    }

    private void refuses(String message, String... arguments) {
        assertThat(run(arguments)).isEqualTo(2);
        assertThat(err.toString()).contains(message);
    }

    private int run(String... arguments) {
        err.getBuffer().setLength(0);
        return CommandTree.run(new PrintWriter(new StringWriter()), new PrintWriter(err, true), arguments);
    }
}

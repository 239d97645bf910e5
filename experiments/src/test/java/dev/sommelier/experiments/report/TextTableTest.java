package dev.sommelier.experiments.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {
    @Test
    void alignsTextLeftAndNumbersRight() {
        var table = TextTable.of(List.of("contender"), List.of("HR@10", "n"))
                .row(List.of("EASE", ".1234 [.0900, .1600]", "943"))
                .row(List.of("Random", ".0100", "7"));

        assertThat(table.render()).isEqualTo("""
                contender                 HR@10    n
                ─────────  ────────────────────  ───
                EASE       .1234 [.0900, .1600]  943
                Random                    .0100    7
                """);
    }

    @Test
    void keepsColumnsAlignedWhateverTheScript() {
        var lines = TextTable.of(List.of("title"), List.of("n"))
                .row(List.of("Amélie (2001)", "1"))
                .row(List.of("Ame\u0301lie (2001)", "2"))
                .row(List.of("千と千尋の神隠し", "3"))
                .row(List.of("Dr. 🍷 (2020)", "4"))
                .render()
                .lines()
                .toList();

        assertThat(lines.stream().skip(2))
                .allSatisfy(line -> assertThat(DisplayWidth.of(line)).isEqualTo(19));
    }

    @Test
    void cutsTheWidestTextColumnAndNeverANumber() {
        var table = TextTable.of(List.of("title", "who"), List.of("value"))
                .row(List.of("x".repeat(300), "somebody", "12345.6789"));

        assertThat(table.render().lines())
                .allSatisfy(line -> assertThat(DisplayWidth.of(line)).isLessThanOrEqualTo(100));
        assertThat(table.render()).contains("x…").contains("somebody").contains("12345.6789");
    }

    @Test
    void namesThatHaveToBeTypedAreNeverCut() {
        var name = "a-name-as-long-as-this-of-a-model-that-was-made-here-and-has-to-be-typed";
        var table = TextTable.ofNames("name", List.of("title"), List.of("n")).row(List.of(name, "t".repeat(90), "1"));

        assertThat(table.render()).contains(name).contains("t…");
        assertThat(table.render().lines())
                .allSatisfy(line -> assertThat(DisplayWidth.of(line)).isLessThanOrEqualTo(100));
    }

    @Test
    void dataCannotSteerTheTerminal() {
        var text = TextTable.of(List.of("title"), List.of())
                .row(List.of("\u001b[2J\u001b]0;owned\u0007 two\nlines\u202Eback"))
                .render();

        assertThat(text.lines()).hasSize(3);
        assertThat(text).doesNotContain("\u001b").doesNotContain("\u0007").doesNotContain("\u202E");
    }

    @Test
    void refusesARowOfTheWrongLength() {
        assertThatThrownBy(() -> TextTable.of(List.of("a"), List.of("b")).row(List.of("only one")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("needs 2 cells, got 1");
    }
}

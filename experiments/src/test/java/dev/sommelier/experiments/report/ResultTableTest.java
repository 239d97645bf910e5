package dev.sommelier.experiments.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sommelier.evaluation.Interval;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultTableTest {
    private final ResultTable table = new ResultTable(
            "means",
            "Means of a_b & 50 % more",
            List.of("run"),
            List.of("n", "AP", "difference"),
            List.of(
                    List.of(
                            new Cell.Words("bm25_k1"),
                            new Cell.Count(1200),
                            new Cell.Figure(0.123456),
                            new Cell.Estimate(new Interval(-0.01, -0.02, 0.03, 0.95, 30), true)),
                    List.of(new Cell.Words("<b>"), new Cell.Count(3), Cell.none(), Cell.none())));

    @Test
    void aTerminalShowsRoundedFigures() {
        assertThat(table.render().lines())
                .startsWith("Means of a_b & 50 % more")
                .contains("bm25_k1  1,200  .1235  -.0100 [-.0200, +.0300]")
                .contains("<b>          3      –                        –");
    }

    @Test
    void csvKeepsFullPrecision() {
        assertThat(CsvTables.render(List.of(table)).lines())
                .contains("means,bm25_k1,AP,0.123456,,", "means,bm25_k1,difference,-0.01,-0.02,0.03")
                .contains("means,<b>,AP,,,");
    }

    @Test
    void latexEscapesWhatItWouldRead() {
        assertThat(LatexTables.render(List.of(table)))
                .contains("\\caption{Means of a\\_b \\& 50 \\% more}")
                .contains("bm25\\_k1 & 1{,}200 & .1235 & $-$.0100 {\\footnotesize [$-$.0200, $+$.0300]} \\\\")
                .contains("\\textless{}b\\textgreater{} & 3 & -- & -- \\\\")
                .contains("\\begin{tabular}{lrrr}");
    }

    @Test
    void htmlEscapesWhatItWouldRead() {
        assertThat(HtmlPage.table(table)).contains("&lt;b&gt;", "−.0100", "<span class=\"ci\">[−.0200, +.0300]</span>");
    }

    @Test
    void aRowOfAnotherWidthIsRefused() {
        assertThatThrownBy(() ->
                        new ResultTable("t", "", List.of("a"), List.of("b"), List.of(List.of(new Cell.Words("x")))))
                .hasMessageContaining("table t has 2 columns");
    }
}

package dev.sommelier.experiments.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TextReportTest {
    private final Report report = SampleReport.of(20);
    private final String text = TextReport.render(report);

    @Test
    void fitsAHundredColumns() {
        assertThat(text.lines())
                .allSatisfy(line -> assertThat(DisplayWidth.of(line)).isLessThanOrEqualTo(100));
    }

    @Test
    void hasARowForEveryContenderInEveryTableOfTheAgentsUsers() {
        var ranking = report.ranking().orElseThrow();

        assertThat(ranking.rows()).hasSize(9).allSatisfy(row -> {
            assertThat(TextReport.quality(ranking)).containsPattern("(?m)^" + Pattern.quote(row.name()) + " ");
            assertThat(TextReport.cost(ranking)).containsPattern("(?m)^" + Pattern.quote(row.name()) + " ");
        });
        assertThat(TextReport.ratings(report.ratings().orElseThrow()))
                .contains("Global mean", "Bias", "Item kNN", "LLM", "Bias + LLM = ");
    }

    @Test
    void endsWithTheWarnings() {
        assertThat(text).contains("! 20 users are too few to tell contenders apart");
    }

    @Test
    void enoughUsersLeadToVerdictsInsteadOfThatWarning() {
        assertThat(TextReport.render(SampleReport.of(300)))
                .doesNotContain("too few")
                .contains("undecided");
    }

    @Test
    void hasNoControlCharactersButLineBreaks() {
        assertThat(text.replace("\n", "").chars()).noneMatch(Character::isISOControl);
    }
}

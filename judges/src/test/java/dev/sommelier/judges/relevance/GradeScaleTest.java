package dev.sommelier.judges.relevance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GradeScaleTest {
    @Test
    void theValuesAreFoundAgainInItsWords() {
        var own = new GradeScale(
                "own: three",
                List.of(
                        new GradeScale.Grade(-1, "is spam; 7 of them: all"),
                        new GradeScale.Grade(0, "is off topic"),
                        new GradeScale.Grade(5, "is on it")));
        for (var scale : List.of(own, GradeScale.TREC4, GradeScale.BINARY, GradeScale.PERCENT)) {
            assertThat(GradeScale.valuesIn(scale.words())).isEqualTo(scale.values());
        }
    }

    @Test
    void otherTextsHoldNoValues() {
        assertThat(GradeScale.valuesIn("")).isEmpty();
        assertThat(GradeScale.valuesIn("trec4: zero; one")).isEmpty();
    }
}

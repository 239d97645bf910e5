package dev.sommelier.judges.preference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import dev.sommelier.core.Usage;
import dev.sommelier.llm.LabelScores;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreferenceTest {
    private static LabelScores scores(double first, double second) {
        return new LabelScores(Preference.LABELS, List.of(Math.log(first), Math.log(second)), 0, Usage.NONE);
    }

    @Test
    void aTextThatWinsInBothPlacesIsPreferred() {
        var preference = Preference.of(scores(.8, .2), scores(.4, .6));

        assertThat(preference.verdict()).isEqualTo(Preference.Verdict.FIRST);
        assertThat(preference.probability()).isCloseTo(.7, offset(1e-12));
        assertThat(preference.points()).isEqualTo(1);
        assertThat(preference.reversed().verdict()).isEqualTo(Preference.Verdict.SECOND);
        assertThat(preference.reversed().probability()).isCloseTo(.3, offset(1e-12));
    }

    @Test
    void aPlaceThatWinsWhateverStandsThereIsATie() {
        var preference = Preference.of(scores(.9, .1), scores(.9, .1));

        assertThat(preference.verdict()).isEqualTo(Preference.Verdict.TIE);
        assertThat(preference.probability()).isCloseTo(.5, offset(1e-12));
        assertThat(preference.points()).isEqualTo(.5);
    }

    @Test
    void whatIsNoProbabilityIsRefused() {
        assertThatThrownBy(() -> new Preference(Double.NaN, .5, Usage.NONE)).hasMessageContaining("NaN");
    }
}

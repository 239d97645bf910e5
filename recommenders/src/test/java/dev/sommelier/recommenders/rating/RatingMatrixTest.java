package dev.sommelier.recommenders.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sommelier.core.Interaction;
import dev.sommelier.core.RatingScale;
import dev.sommelier.core.SommelierException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RatingMatrixTest {
    @Test
    void aSecondRatingReplacesTheFirstAndIsCounted() {
        var matrix = RatingFixtures.matrix(3, RatingFixtures.rated("u", "a1 b3 a5"));

        assertThat(matrix.history(0)).isEqualTo(RatingFixtures.rated("u", "b3 a5"));
        assertThat(matrix.ratings()).isEqualTo(2);
        assertThat(matrix.replaced()).isEqualTo(1);
        assertThat(matrix.mean()).isEqualTo(4);
    }

    @Test
    void rowsKeepTheirOrderByUserAndByItem() {
        var rows = List.of(
                new Interaction("v", "b", 2, 0),
                new Interaction("u", "b", 4, 0),
                new Interaction("v", "a", 1, 0),
                new Interaction("u", "a", 3, 0));
        var matrix = RatingMatrix.of(RatingFixtures.letters(2), rows);

        assertThat(matrix.users()).containsExactly("v", "u");
        assertThat(matrix.byUser().values()).containsExactly(2, 1, 4, 3);
        assertThat(matrix.byItem().values()).containsExactly(1, 3, 2, 4);
        assertThat(matrix.byItem().columns()).containsExactly(0, 1, 0, 1);
    }

    @Test
    void noRatingAtAllIsRefused() {
        assertThatThrownBy(() -> RatingMatrix.of(RatingFixtures.letters(2), List.of()))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("at least one training rating, got none");
    }

    @Test
    void aRatingThatIsNoNumberIsRefusedWithUserAndItem() {
        assertThatThrownBy(() -> RatingFixtures.matrix(2, RatingFixtures.rated("Ann", "a5 bNaN")))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("user \"Ann\" rates item \"b\"")
                .hasMessageContaining("got NaN");
    }

    @Test
    void aRatingOffTheScaleIsRefusedWithUserAndItem() {
        var matrix = RatingFixtures.matrix(2, RatingFixtures.rated("Ann", "a5 b7"));

        assertThatThrownBy(() -> matrix.within(new RatingScale(1, 5, 1)))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("user \"Ann\" rates item \"b\" 7.0, outside the scale 1.0..5.0");
        assertThat(matrix.within(new RatingScale(0, 10, 1))).isSameAs(matrix);
    }
}

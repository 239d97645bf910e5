package dev.sommelier.recommenders.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sommelier.core.Interaction;
import dev.sommelier.core.RatingScale;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CrossValidationTest {
    private final List<Interaction> rows = List.of(
            new Interaction("u", "a", 5, 0),
            new Interaction("u", "b", 1, 0),
            new Interaction("v", "a", 4, 0),
            new Interaction("w", "c", 2, 0));

    @Test
    void everyRowIsPredictedOnceFromTheOtherFolds() {
        var validation = new CrossValidation(RatingFixtures.letters(3), rows, new int[] {0, 1, 0, 1});
        var folds = validation.run(GlobalMean::train);

        assertThat(folds).hasSize(2);
        assertThat(folds.getFirst().test()).containsExactly(rows.get(0), rows.get(2));
        assertThat(folds.getFirst().raw()).containsExactly(1.5, 1.5);
        assertThat(folds.getLast().raw()).containsExactly(4.5, 4.5);
        assertThat(folds.getLast().truth()).containsExactly(1, 2);
        assertThat(folds.getLast().clipped(new RatingScale(1, 4, 1))).containsExactly(4, 4);
        assertThat(validation.run(1, GlobalMean::train)).isEqualTo(folds.getLast());
    }

    @Test
    void usersAndItemsThatOnlyTheTestFoldHasAreUnknown() {
        var validation = new CrossValidation(RatingFixtures.letters(3), rows, new int[] {0, 0, 0, 1});
        var fold = validation.run(1, matrix -> Baseline.train(matrix, BaselineOptions.defaults()));

        assertThat(fold.count(Basis.GLOBAL_MEAN)).isEqualTo(1);
    }

    @Test
    void dealtFoldsAreEvenAndFollowTheSeed() {
        var folds = CrossValidation.deal(10, 3, 42);

        assertThat(Arrays.stream(folds).sorted()).containsExactly(0, 0, 0, 0, 1, 1, 1, 2, 2, 2);
        assertThat(CrossValidation.deal(10, 3, 42)).isEqualTo(folds);
        assertThat(CrossValidation.deal(10, 3, 43)).isNotEqualTo(folds);
    }

    @Test
    void foldsThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> new CrossValidation(RatingFixtures.letters(3), rows, new int[] {0, 1}))
                .hasMessageContaining("got 4 rows and 2 folds");
        assertThatThrownBy(() -> new CrossValidation(RatingFixtures.letters(3), rows, new int[] {0, 2, 0, 2}))
                .hasMessageContaining("without gaps");
        assertThatThrownBy(() -> CrossValidation.deal(3, 4, 1)).hasMessageContaining("got 4");
    }
}

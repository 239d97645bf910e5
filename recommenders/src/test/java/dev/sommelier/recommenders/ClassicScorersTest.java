package dev.sommelier.recommenders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sommelier.core.History;
import dev.sommelier.recommenders.topn.Ease;
import dev.sommelier.recommenders.topn.ItemKnn;
import dev.sommelier.recommenders.topn.Popularity;
import dev.sommelier.recommenders.topn.RandomScorer;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// Scores worked out by hand on a few users.
class ClassicScorersTest {
    private static final Offset<Double> EXACT = within(1e-12);

    @Test
    void popularityCountsUsersNotEvents() {
        var popularity = Popularity.train(Fixtures.ofLetters(3, "ab", "aab", "b"));

        assertThat(popularity.score(Fixtures.liked(""))).containsExactly(2, 3, 0);
    }

    @Test
    void itemKnnSumsShrunkCosinesOverTheHistory() {
        // n(a)=3, n(b)=2, n(c)=1; together ab=2, ac=1, bc=0
        var train = Fixtures.ofLetters(3, "ab", "ab", "ac");

        assertThat(ItemKnn.train(train, 3, 0).score(Fixtures.liked("bc")))
                .containsExactly(new double[] {2 / Math.sqrt(6) + 1 / Math.sqrt(3), 0, 0}, EXACT);
        assertThat(ItemKnn.train(train, 3, 10).score(Fixtures.liked("b")))
                .containsExactly(new double[] {2 / (Math.sqrt(6) + 10), 0, 0}, EXACT);
    }

    @Test
    void anItemIsScoredByItsOwnNeighboursOnly() {
        // a keeps b alone (cosine .82 against .58 of c); c keeps a, its only one
        var knn = ItemKnn.train(Fixtures.ofLetters(3, "ab", "ab", "ac"), 1, 0);

        assertThat(knn.score(Fixtures.liked("c"))).containsExactly(0, 0, 0);
        assertThat(knn.score(Fixtures.liked("a")))
                .containsExactly(new double[] {0, 2 / Math.sqrt(6), 1 / Math.sqrt(3)}, EXACT);
    }

    @Test
    void equalNeighboursAreKeptInCatalogueOrder() {
        // c is equally near to a, b and d
        var knn = ItemKnn.train(Fixtures.ofLetters(4, "ac", "bc", "cd"), 2, 0);

        assertThat(knn.score(Fixtures.liked("a"))[2]).isCloseTo(1 / Math.sqrt(3), EXACT);
        assertThat(knn.score(Fixtures.liked("b"))[2]).isCloseTo(1 / Math.sqrt(3), EXACT);
        assertThat(knn.score(Fixtures.liked("d"))[2]).isZero();
    }

    @Test
    void easeHasTheClosedFormsWeights() {
        // Gram [2 1; 1 2] + I = [3 1; 1 3], inverse [3 -1; -1 3] / 8: off the diagonal 1/3
        var ease = Ease.train(Fixtures.ofLetters(2, "ab", "a", "b"), 1);

        assertThat(ease.score(Fixtures.liked("a"))).containsExactly(new double[] {0, 1 / 3.0}, EXACT);
    }

    @Test
    void randomScoresDependOnSeedUserAndHistory() {
        var catalog = Fixtures.ofLetters(5).catalog();
        var scorer = new RandomScorer(catalog, 1);
        var history = Fixtures.liked("ab");

        assertThat(scorer.score(history)).containsExactly(new RandomScorer(catalog, 1).score(history));
        assertThat(scorer.score(history))
                .isNotEqualTo(new RandomScorer(catalog, 2).score(history))
                .isNotEqualTo(scorer.score(Fixtures.liked("ac")))
                .isNotEqualTo(scorer.score(new History("other", history.events())));
        assertThat(Arrays.stream(scorer.score(history)).boxed().toList()).allMatch(score -> score >= 0 && score < 1);
    }

    @Test
    void parametersAreReadable() {
        var train = Fixtures.ofLetters(3, "ab", "bc");

        assertThat(List.of(
                        Popularity.train(train).parameters(),
                        ItemKnn.train(train, 100, 0.5).parameters(),
                        Ease.train(train, 250).parameters()))
                .containsExactly("", "neighbours=100 similarity=cosine shrinkage=0.5 weighting=none", "lambda=250");
    }

    @Test
    void parametersOutOfRangeAreRefused() {
        var train = Fixtures.ofLetters(2, "ab");

        assertThatThrownBy(() -> ItemKnn.train(train, 0, 0)).hasMessage("neighbours must be at least 1, got 0");
        assertThatThrownBy(() -> ItemKnn.train(train, 1, -1)).hasMessage("shrinkage must be at least 0, got -1.0");
        assertThatThrownBy(() -> Ease.train(train, 0)).hasMessage("lambda must be above 0, got 0.0");
    }
}

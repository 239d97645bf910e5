package dev.sommelier.recommenders.topn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sommelier.core.Event;
import dev.sommelier.core.History;
import dev.sommelier.core.TrainingSet;
import dev.sommelier.recommenders.Fixtures;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Neighbours and walks against values worked out by hand and plain references.
class NeighbourModelsTest {
    private static final Offset<Double> EXACT = within(1e-12);
    private static final TrainingSet TRAIN = Fixtures.random(60, 40, 5);

    @Test
    void userKnnSumsTheSimilaritiesOfTheNearestUsers() {
        // ab shares both items with u0 and one with u1
        var knn = UserKnn.train(Fixtures.ofLetters(4, "abc", "bd"), KnnOptions.cosine(2, 0));

        assertThat(knn.score(Fixtures.liked("ab")))
                .containsExactly(new double[] {2 / Math.sqrt(6), 2 / Math.sqrt(6) + 0.5, 2 / Math.sqrt(6), 0.5}, EXACT);
    }

    @Test
    void userKnnKeepsTheNearestOnly() {
        var knn = UserKnn.train(Fixtures.ofLetters(4, "abc", "bd"), KnnOptions.cosine(1, 0));

        assertThat(knn.score(Fixtures.liked("ab"))[3]).isZero();
    }

    @Test
    void userKnnNamesTheNearestUsersTheMostSimilarFirst() {
        var train = Fixtures.ofLetters(5, "e", "ac", "ab", "ad", "abc");
        var knn = UserKnn.train(train, KnnOptions.cosine(3, 0));

        // ab: u2 has the same two items, u4 one more, u1 and u3 one of two alike, of whom the first is kept
        assertThat(knn.neighbours(Fixtures.liked("ab")))
                .extracting(UserKnn.Neighbour::user)
                .containsExactly("u2", "u4", "u1");
        assertThat(knn.neighbours(train.histories().get(2)))
                .extracting(UserKnn.Neighbour::user)
                .as("never the user themselves")
                .containsExactly("u4", "u1", "u3");
        assertThat(knn.neighbours(Fixtures.liked(""))).as("nothing known").isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Similarity.class)
    void aTrainingUserIsScoredByTheOthersAlone(Similarity similarity) {
        var options = KnnOptions.of(8, similarity, similarity == Similarity.DOT ? 0 : 3, Weighting.NONE);
        var knn = UserKnn.train(TRAIN, options);

        for (var history : TRAIN.histories()) {
            assertThat(knn.score(history)).containsExactly(reference(history, similarity, options), EXACT);
        }
    }

    @Test
    void aNewUserHasAllTrainingUsersAsNeighbours() {
        var one = TRAIN.histories().get(4);
        var others = new TrainingSet(
                TRAIN.catalog(),
                TRAIN.histories().stream()
                        .filter(history -> !history.user().equals(one.user()))
                        .toList());
        var options = KnnOptions.cosine(8, 3);

        // trained without the user, the user is new: the same as being left out by name
        assertThat(UserKnn.train(others, options).score(new History("new", one.events())))
                .containsExactly(UserKnn.train(TRAIN, options).score(one), EXACT);
    }

    @Test
    void idfLowersWhatEverybodyHas() {
        // everybody has a: idf 0, so b alone makes u1 similar
        var knn = UserKnn.train(
                Fixtures.ofLetters(4, "ac", "abd", "a"), KnnOptions.of(3, Similarity.COSINE, 0, Weighting.TFIDF));

        var scores = knn.score(Fixtures.liked("ab"));
        assertThat(scores[2]).isZero();
        assertThat(scores[3]).isPositive();
    }

    @Test
    void bm25IsTheProductOfIdfAndLength() {
        // items are documents: a and b each have user 0 alone, mean length 2/3 of 3 items
        var train = Fixtures.ofLetters(3, "ab");
        var model = ItemKnn.train(train, new KnnOptions(3, Similarity.DOT, 0, Weighting.BM25, 1.2, 0.75));
        double idf = Math.log(4 / 3.0);
        double weight = 2.2 / (1.2 * (0.25 + 0.75 / (2 / 3.0)) + 1);

        assertThat(model.score(Fixtures.liked("a"))[1]).isCloseTo(idf * idf * weight * weight, EXACT);
    }

    @Test
    void jaccardIsTheShareOfTheUnion() {
        // n(a) = 3, n(b) = 2, together 2
        var model = ItemKnn.train(
                Fixtures.ofLetters(3, "ab", "ab", "ac"), KnnOptions.of(3, Similarity.JACCARD, 1, Weighting.NONE));

        assertThat(model.score(Fixtures.liked("b"))[0]).isCloseTo(2 / 4.0, EXACT);
    }

    @Test
    void walksMultiplyTheProbabilitiesOfTheirSteps() {
        // from a: user 0 (1/2) then b (1/2); user 1 (1/2) then b or c (1/3 each)
        var train = Fixtures.ofLetters(3, "ab", "abc");

        assertThat(RandomWalk.p3alpha(train, 3, 1).score(Fixtures.liked("a")))
                .containsExactly(new double[] {0, 0.25 + 1 / 6.0, 1 / 6.0}, EXACT);
        assertThat(RandomWalk.rp3beta(train, 3, 1, 0.5).score(Fixtures.liked("a")))
                .containsExactly(new double[] {0, (0.25 + 1 / 6.0) / Math.sqrt(2), 1 / 6.0}, EXACT);
        assertThat(RandomWalk.p3alpha(train, 1, 1).score(Fixtures.liked("a")))
                .containsExactly(new double[] {0, 0.25 + 1 / 6.0, 0}, EXACT);
    }

    @Test
    void optionsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> KnnOptions.cosine(0, 0)).hasMessage("neighbours must be at least 1, got 0");
        assertThatThrownBy(() -> KnnOptions.cosine(1, Double.NaN)).hasMessageContaining("got NaN");
        assertThatThrownBy(() -> KnnOptions.of(1, Similarity.DOT, 2, Weighting.NONE))
                .hasMessageContaining("got 2.0");
        assertThatThrownBy(() -> RandomWalk.rp3beta(TRAIN, 5, 1, -1)).hasMessageContaining("got 1.0 and -1.0");
    }

    private static double[] reference(History history, Similarity similarity, KnnOptions options) {
        var own = ids(history);
        var nearest = IntStream.range(0, TRAIN.histories().size())
                .filter(u -> !TRAIN.histories().get(u).user().equals(history.user()))
                .boxed()
                .sorted(Comparator.comparingDouble(
                        u -> -similarity(own, ids(TRAIN.histories().get(u)), similarity, options.shrinkage())))
                .limit(options.neighbours())
                .toList();
        var scores = new double[TRAIN.catalog().size()];
        for (int u : nearest) {
            var other = ids(TRAIN.histories().get(u));
            double weight = similarity(own, other, similarity, options.shrinkage());
            other.forEach(item -> scores[TRAIN.catalog().position(item)] += weight);
        }
        return scores;
    }

    private static double similarity(Set<String> a, Set<String> b, Similarity similarity, double shrinkage) {
        double both = a.stream().filter(b::contains).count();
        return switch (similarity) {
            case COSINE -> both == 0 ? 0 : both / (Math.sqrt((double) a.size() * b.size()) + shrinkage);
            case JACCARD -> both / (a.size() + b.size() - both + shrinkage);
            case DOT -> both;
        };
    }

    private static Set<String> ids(History history) {
        return new HashSet<>(history.events().stream().map(Event::item).toList());
    }

    @Test
    void theLargestPositiveValuesAreKeptWithTiesByPosition() {
        assertThat(Largest.positions(new double[] {1, 3, 0, 1, -2, 1}, 3)).containsExactly(0, 1, 3);
        assertThat(Largest.positions(new double[] {1, 3, 0, 1, -2, 1}, 9)).containsExactly(0, 1, 3, 5);
        assertThat(Largest.positions(new double[] {0, -1}, 1)).isEmpty();
        assertThat(List.of(Largest.positions(new double[0], 1).length)).containsExactly(0);
    }
}

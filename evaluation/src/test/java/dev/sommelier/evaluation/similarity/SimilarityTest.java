package dev.sommelier.evaluation.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SimilarityTest {
    private static final Offset<Double> EXACT = within(1e-12);

    private final double[] a = {1, 2, 2};
    private final double[] b = {2, 4, 5};

    @Test
    void similarities() {
        // 20 / (3 * sqrt 45)
        assertThat(Similarity.COSINE.of(a, b)).hasValueCloseTo(20 / (3 * Math.sqrt(45)), EXACT);
        // centred a: -2/3, 1/3, 1/3; centred b: -5/3, 1/3, 4/3; product 5/3, squares 2/3 and 14/3
        assertThat(Similarity.PEARSON.of(a, b)).hasValueCloseTo(5 / 3.0 / Math.sqrt(28 / 9.0), EXACT);
        // ranks 1, 2.5, 2.5 and 1, 2, 3: product 1.5, squares 1.5 and 2
        assertThat(Similarity.SPEARMAN.of(a, b)).hasValueCloseTo(1.5 / Math.sqrt(3), EXACT);
        // less the users' means 1, 3, 3: (0, -1, -1) and (1, 1, 2)
        assertThat(Similarity.adjustedCosine(a, b, new double[] {1, 3, 3})).hasValueCloseTo(-3 / Math.sqrt(12), EXACT);
    }

    @Test
    void distances() {
        assertThat(Similarity.EUCLIDEAN.of(a, b)).hasValueCloseTo(Math.sqrt(14), EXACT);
        assertThat(Similarity.MANHATTAN.of(a, b)).hasValue(6);
        assertThat(Similarity.CHEBYSHEV.of(a, b)).hasValue(3);
        assertThat(Similarity.HAMMING.of(a, new double[] {1, 0, 2})).hasValue(1);
    }

    @Test
    void sets() {
        assertThat(SetSimilarity.JACCARD.of(Set.of("x", "y"), Set.of("y", "z"))).hasValueCloseTo(1 / 3.0, EXACT);
        assertThat(SetSimilarity.DICE.of(Set.of("x", "y"), Set.of("y", "z"))).hasValueCloseTo(0.5, EXACT);
        assertThat(SetSimilarity.JACCARD.of(Set.of(), Set.of())).isEmpty();
    }

    @Test
    void whatIsUndefinedIsEmptyOrRefused() {
        assertThat(Similarity.COSINE.of(new double[2], new double[] {1, 2})).isEmpty();
        assertThat(Similarity.PEARSON.of(new double[] {3, 3}, new double[] {1, 2}))
                .isEmpty();
        assertThatThrownBy(() -> Similarity.COSINE.of(new double[2], new double[3]))
                .hasMessageContaining("got 2 and 3");
    }
}

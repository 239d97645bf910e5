package dev.sommelier.recommenders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sommelier.core.ItemScorer;
import dev.sommelier.recommenders.factor.AlsOptions;
import dev.sommelier.recommenders.factor.Bpr;
import dev.sommelier.recommenders.factor.BprOptions;
import dev.sommelier.recommenders.factor.ImplicitAls;
import java.io.IOException;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The factor models against the figures of the Python library *implicit* on the real MovieLens 100K: the mean over
/// seeds may be worse than the mean of the stored seeds by no more than .003 NDCG@10. Two seeds of one implementation
/// differ by up to .0065.
///
/// One seed by default, with the spread of seeds allowed for; `-Dsommelier.seeds=5` takes the mean of five.
class FactorGoldenIT {
    private static final int SEEDS = Integer.getInteger("sommelier.seeds", 1);
    private static final double ALLOWED = SEEDS == 1 ? 0.006 : 0.003;
    private static final int NDCG_AT_10 = 1;

    private TopNGolden golden = new TopNGolden(Map.of());
    private LeaveLastOut split = new LeaveLastOut(Fixtures.ofLetters(0), Map.of());

    @BeforeEach
    void read() throws IOException {
        golden = TopNGolden.read();
        split = LeaveLastOut.of(Ml100kFile.read());
    }

    @ParameterizedTest
    @CsvSource({"reg=0.01 alpha=1,0.01,0", "reg=1 alpha=5,1,4", "reg=10 alpha=10,10,9"})
    void alsIsAsGoodAsImplicits(String name, double regularization, double alpha) {
        asGoodAs(
                "implicit 0.7.3 ALS f=64 " + name + " 15 iterations Cholesky",
                seed -> ImplicitAls.train(split.train(), new AlsOptions(64, regularization, alpha, 15, seed)));
    }

    @Test
    void bprIsAsGoodAsImplicits() {
        asGoodAs(
                "implicit 0.7.3 BPR 64 factors lr=0.05 reg=0.01 100 iterations",
                seed -> Bpr.train(split.train(), BprOptions.defaults(seed)));
    }

    private void asGoodAs(String row, LongFunction<ItemScorer> trainer) {
        double theirs = (golden.row(row + ", seed 0")[NDCG_AT_10] + golden.row(row + ", seed 1")[NDCG_AT_10]) / 2;
        double ours = LongStream.range(0, SEEDS)
                .mapToObj(trainer)
                .mapToDouble(model -> TopNGolden.measure(model, split.train(), split.testItems())[NDCG_AT_10])
                .average()
                .orElseThrow();
        assertThat(ours).as(row).isGreaterThan(theirs - ALLOWED);
    }
}

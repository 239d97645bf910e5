package dev.sommelier.evaluation.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sommelier.core.TopK;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FullRankingTest {
    private static final int USERS = 131;
    private static final int ITEMS = 90;
    private static final List<AccuracyMetric> METRICS = MetricNames.accuracy(
            List.of("HR", "Recall", "Precision", "F1", "MAP", "MAP(elliot)", "MAR", "MRR", "nDCG", "nDCG(gain=exp)"),
            List.of(5, 10, 40));

    private final UserItems seen = random(1, 20);
    private final UserItems test = random(2, 6);

    /// Scores with many ties.
    private final ScoreSource source = new ScoreSource() {
        @Override
        public int users() {
            return USERS;
        }

        @Override
        public int items() {
            return ITEMS;
        }

        @Override
        public void score(int from, double[][] rows) {
            for (int i = 0; i < rows.length; i++) {
                for (int item = 0; item < ITEMS; item++) {
                    rows[i][item] = (from + i) * 31 * (item + 7) % 23;
                }
            }
        }
    };

    @Test
    void listsAreTheBestUnseenItemsWithTiesInCatalogueOrder() {
        var result = new FullRanking(seen, test, METRICS).evaluate(source, 1, 10);

        var row = new double[1][ITEMS];
        int at = 0;
        for (int user = 0; user < USERS; user++) {
            if (test.count(user) > 0) {
                int current = user;
                source.score(user, row);
                var list = TopK.positions(row[0], 40, item -> !seen.has(current, item)).stream()
                        .mapToInt(Integer::intValue)
                        .toArray();
                var judged = JudgedList.of(list, list.length, test, user);
                for (var metric : METRICS) {
                    assertThat(result.perUser(metric)[at])
                            .as(metric.name() + " of user " + user)
                            .isEqualTo(metric.of(judged));
                }
                at++;
            }
        }
        assertThat(result.users()).isEqualTo(at);
        assertThat(result.usersWithoutTest()).isEqualTo(USERS - at).isPositive();
    }

    @Test
    void threadsAndBlocksChangeNothing() {
        var one = new FullRanking(seen, test, METRICS).evaluate(source, 1, 1);
        for (int threads : new int[] {1, 3}) {
            for (int block : new int[] {7, 64, 1000}) {
                var other = new FullRanking(seen, test, METRICS).evaluate(source, threads, block);
                assertThat(METRICS).allSatisfy(metric -> {
                    assertThat(other.perUser(metric)).isEqualTo(one.perUser(metric));
                    assertThat(other.mean(metric)).isEqualTo(one.mean(metric));
                    assertThat(other.interval(metric, 3)).isEqualTo(one.interval(metric, 3));
                });
            }
        }
    }

    @Test
    void scoresThatAreNoNumbersAreRefusedAndInfinitelyBadOnesNotListed() {
        assertThatThrownBy(() -> new BestItems(2).pick(new double[] {3, 2, 1, Double.NaN}, new int[2]))
                .hasMessageContaining("item 3 has NaN");
        var picked = new int[3];
        int count = new BestItems(3).pick(new double[] {1, Double.NEGATIVE_INFINITY, 1}, picked);
        assertThat(count).isEqualTo(2);
        assertThat(picked).startsWith(0, 2);
    }

    @Test
    void whatWasNotMeasuredIsRefused() {
        var result = new FullRanking(seen, test, METRICS).evaluate(source);
        assertThatThrownBy(() -> result.mean(new HitRate(3))).hasMessageContaining("\"HR@3\" was not measured");
    }

    private static UserItems random(long seed, int most) {
        var random = new SplittableRandom(seed);
        var rows = UserItems.builder(USERS);
        for (int user = 0; user < USERS; user++) {
            for (int i = random.nextInt(most); i > 0; i--) {
                rows.add(user, random.nextInt(ITEMS), 1 + random.nextInt(5));
            }
        }
        return rows.build();
    }
}

package dev.sommelier.evaluation.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sommelier.core.Interaction;
import dev.sommelier.core.SommelierException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Values worked out by hand. Training counts: a 4, b 2, c 1, d 1 over four users and eight interactions; the short
/// head
/// (6.4 interactions) is a, b, c.
class ListMetricsTest {
    private static final double LOG2_3 = Math.log(3) / Math.log(2);

    private final List<Interaction> train = rows("u1 a", "u2 a", "u3 a", "u4 a", "u1 b", "u2 b", "u3 c", "u4 d");
    private final List<Interaction> test = rows("u1 c", "u3 d", "u3 b");
    private final Map<String, List<String>> attributes = Map.of(
            "a", List.of("drama", "war"),
            "b", List.of("drama"),
            "c", List.of("war"),
            "d", List.of("drama", "comedy"));

    /// u1 is shown d, c (hit at 2); u3 is shown d (hit), b (hit).
    private final Map<String, List<String>> lists = lists("u1: d c", "u3: d b");

    @Test
    void popularityOfTheListedItems() {
        assertUsers("ARP@2", 1, 1.5);
        assertUsers("ACLT@2", 1, 1);
        assertUsers("APLT@2", 0.5, 0.5);
        // -log2(1/4), -log2(1/4); -log2(1/4), -log2(2/4)
        assertUsers("Novelty@2", 2, 1.5);
    }

    @Test
    void noveltyOfTheHits() {
        double second = 1 / LOG2_3;
        // u1: 1 - 1/4 at rank 2; u3: 1 - 1/4 at rank 1, 1 - 2/4 at rank 2
        assertUsers("EPC@2", 0.75 * second / (1 + second), (0.75 + 0.5 * second) / (1 + second));
        // bits of 1/8 are 3, of 2/8 are 2
        assertUsers("EFD@2", 3 * second / (1 + second), (3 + 2 * second) / (1 + second));
    }

    @Test
    void serendipityLeavesOutWhatPopularityFindsToo() {
        // the two most popular unseen items of u1 are c and d, of u3 b and d
        assertUsers("Serendipity@2", 0, 0);
        // with one place, u1's is c and u3's is b
        assertUsers("Serendipity@1", 0, 1);
    }

    @Test
    void diversityIsTheMeanDistanceOfPairs() {
        // u1: d and c have nothing in common; u3: d and b share drama of two values
        assertUsers("ILD@2", 1, 0.5);
        var vectors = Map.of("d", List.of(1.0, 0.0), "c", List.of(0.0, 2.0), "b", List.of(1.0, 1.0));
        var figure = evaluation()
                .withVectors(vectors)
                .evaluate(lists, List.of(new IntraListDiversity(2)), 7)
                .userFigures()
                .getFirst();
        assertThat(figure.perUser().get("u1")).isCloseTo(1, within(1e-12));
        assertThat(figure.perUser().get("u3")).isCloseTo(1 - Math.sqrt(0.5), within(1e-12));
    }

    @Test
    void calibrationComparesTheListWithTheHistory() {
        // u1's history a, b: drama 3/4, war 1/4; list d, c: drama 1/4, comedy 1/4, war 1/2
        double u1 = 0.75 * Math.log(0.75 / (0.99 * 0.25 + 0.01 * 0.75))
                + 0.25 * Math.log(0.25 / (0.99 * 0.5 + 0.01 * 0.25));
        // u3's history a, c: drama 1/4, war 3/4; list d, b: drama 3/4, comedy 1/4
        double u3 = 0.25 * Math.log(0.25 / (0.99 * 0.75 + 0.01 * 0.25)) + 0.75 * Math.log(100);
        assertUsers("Calibration@2", u1, u3);
    }

    @Test
    void figuresOverAllLists() {
        // listed: d 2, c 1, b 1, a 0
        assertAll("ItemCoverage@2", 0.75);
        assertAll("ItemCoverage(count)@2", 3);
        assertAll("UserCoverage@2", 1);
        assertAll("UserCoverage(count)@2", 2);
        // ascending 0, 1, 1, 2: (-3*0 - 1*1 + 1*1 + 3*2) / (3 * 4)
        assertAll("Gini@2", 0.5);
        assertAll("Gini(elliot)@2", 0.5);
        // 1/2 * 1 + 2 * 1/4 * 2
        assertAll("SEntropy@2", 1.5);
        assertAll("SEntropy(elliot)@2", 1.5);
        // head: hits c, b of two test items; tail: hit d of one
        assertAll("PopREO@2", 0);
        // head: c, b listed of unseen c, b; tail: d, d listed of unseen d, d
        assertAll("PopRSP@2", 0);
        // head: only d is listed at rank 1, so nothing of the head: shares 0 and 1
        assertAll("PopRSP@1", 1);
    }

    @Test
    void attributesThatAreMissingAreAskedFor() {
        assertThatThrownBy(() -> evaluation().evaluate(lists, List.of(new IntraListDiversity(2)), 7))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("ILD@2 needs the items' attributes");
    }

    @Test
    void anEmptyListHasNoValueWhereItIsUndefinedAndZeroElsewhere() {
        var result = evaluation()
                .withAttributes(attributes)
                .evaluate(lists("u1:"), MetricNames.parse(List.of("ARP", "HR", "ILD"), List.of(2)), 7);
        assertThat(result.value("HR@2")).hasValue(0);
        assertThat(result.value("ARP@2")).isEmpty();
        assertThat(result.userFigures().getFirst().undefined()).isEqualTo(2);
    }

    private void assertUsers(String metric, double u1, double u3) {
        var figure = evaluation()
                .withAttributes(attributes)
                .evaluate(lists, List.of(MetricNames.parse(metric)), 7)
                .userFigures()
                .getFirst();
        assertThat(figure.metric()).isEqualTo(metric);
        assertThat(figure.perUser()).containsOnlyKeys("u1", "u3");
        assertThat(figure.perUser().get("u1")).as("u1").isCloseTo(u1, within(1e-12));
        assertThat(figure.perUser().get("u3")).as("u3").isCloseTo(u3, within(1e-12));
        assertThat(figure.mean().orElseThrow().mean()).isCloseTo((u1 + u3) / 2, within(1e-12));
    }

    private void assertAll(String metric, double expected) {
        var result = evaluation().evaluate(lists, List.of(MetricNames.parse(metric)), 7);
        assertThat(result.value(metric)).as(metric).hasValueCloseTo(expected, within(1e-12));
    }

    private RecommendationEvaluation evaluation() {
        return RecommendationEvaluation.of(train, test, Policies.usual());
    }

    static List<Interaction> rows(String... rows) {
        var interactions = new ArrayList<Interaction>();
        for (var row : rows) {
            var fields = row.split(" ");
            interactions.add(
                    new Interaction(fields[0], fields[1], fields.length > 2 ? Double.parseDouble(fields[2]) : 1, 0));
        }
        return interactions;
    }

    /// Lists in order, each as `user: item item`.
    static Map<String, List<String>> lists(String... lines) {
        var lists = new LinkedHashMap<String, List<String>>();
        for (var line : lines) {
            var parts = line.split(": ?", 2);
            lists.put(parts[0], parts[1].isEmpty() ? List.of() : List.of(parts[1].split(" ")));
        }
        return lists;
    }
}

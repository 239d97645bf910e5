package dev.sommelier.evaluation.recommendation;

import static dev.sommelier.evaluation.recommendation.ListMetricsTest.lists;
import static dev.sommelier.evaluation.recommendation.ListMetricsTest.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sommelier.core.Interaction;
import dev.sommelier.core.SommelierException;
import dev.sommelier.evaluation.recommendation.Policies.EmptyLists;
import dev.sommelier.evaluation.recommendation.Policies.ListedItems;
import dev.sommelier.evaluation.recommendation.Policies.RepeatedItems;
import dev.sommelier.evaluation.recommendation.Policies.UsersWithoutTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PoliciesTest {
    private final List<Interaction> train = rows("u1 a 5", "u2 a 4", "u2 b 3", "u9 c 2");
    private final List<Interaction> test = rows("u1 b 5", "u1 c 1", "u2 c 4", "u3 a 4");

    /// u1's list has a seen and an unknown item before its hit; u3 has no list; u7 has no test items.
    private final Map<String, List<String>> lists = lists("u1: a x b", "u2: a b", "u7: a");

    @Test
    void theUsualOnesDropBeforeTheCutAndCount() {
        var result = evaluate(Policies.usual(), "HR@1");

        assertThat(result.userFigures().getFirst().perUser()).isEqualTo(Map.of("u1", 1.0, "u2", 0.0, "u3", 0.0));
        assertThat(result.counts()).isEqualTo(new Counts(3, 1, 1, 1, 1, 3, 0, 0, 3, 3, 4));
        assertThat(result.policies()).isEqualTo(Policies.usual());
    }

    @Test
    void keptItemsHoldTheirPlaces() {
        assertThat(evaluate(Policies.asListed(), "MRR").value("MRR")).hasValue(1 / 3.0 / 3);
        assertThat(evaluate(Policies.usual().withUnknownItems(ListedItems.KEPT), "MRR")
                        .value("MRR"))
                .hasValue(1 / 2.0 / 3);
        assertThat(evaluate(Policies.asListed(), "ItemCoverage(count)").value("ItemCoverage(count)"))
                .hasValue(3);
    }

    @Test
    void emptyListsMayBeLeftOut() {
        var result = evaluate(Policies.usual().withEmptyLists(EmptyLists.LEFT_OUT), "HR@1");
        assertThat(result.userFigures().getFirst().perUser()).isEqualTo(Map.of("u1", 1.0));
        assertThat(result.counts().users()).isEqualTo(1);
        assertThat(result.counts().emptyLists()).isEqualTo(1);
        assertThat(result.counts().usersWithoutList()).isEqualTo(1);
    }

    @Test
    void usersWithoutTestItemsMayScoreZero() {
        var result = evaluate(Policies.usual().withUsersWithoutTest(UsersWithoutTest.ZERO), "HR@1");
        assertThat(result.userFigures().getFirst().perUser())
                .containsEntry("u7", 0.0)
                .hasSize(4);
    }

    @Test
    void aLowestRatingMakesTestItemsIrrelevant() {
        var result = evaluate(Policies.usual().withRelevantFrom(2), "Recall@3");
        assertThat(result.userFigures().getFirst().perUser()).containsEntry("u1", 1.0);
        assertThat(result.counts().irrelevantTestItems()).isEqualTo(1);
    }

    @Test
    void repeatedItemsAreRefusedDroppedOrKept() {
        var twice = lists("u1: b b c");
        assertThatThrownBy(() -> evaluate(Policies.usual(), twice, "Precision@2"))
                .isInstanceOf(SommelierException.class)
                .hasMessage("user u1: items must be listed once, got \"b\" twice; remove one of the two");
        assertThat(evaluate(Policies.usual().withRepeatedItems(RepeatedItems.DROPPED), twice, "MRR")
                        .counts()
                        .repeatedItems())
                .isEqualTo(1);
        var kept = evaluate(Policies.elliot(), twice, "Recall@2");
        assertThat(kept.userFigures().getFirst().perUser()).containsEntry("u1", 1.0);
        var dropped = evaluate(Policies.usual().withRepeatedItems(RepeatedItems.DROPPED), twice, "Precision@2");
        assertThat(dropped.userFigures().getFirst().perUser()).containsEntry("u1", 1.0);
    }

    private RecommendationResult evaluate(Policies policies, String metric) {
        return evaluate(policies, lists, metric);
    }

    private RecommendationResult evaluate(Policies policies, Map<String, List<String>> lists, String metric) {
        return RecommendationEvaluation.of(train, test, policies)
                .evaluate(lists, List.of(MetricNames.parse(metric)), 7);
    }
}

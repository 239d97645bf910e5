package dev.sommelier.evaluation.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sommelier.core.SommelierException;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetricNamesTest {
    @Test
    void everyNameIsReadBackAsTheSameMetric() {
        assertThat(MetricNames.all()).hasSize(34).allSatisfy(name -> {
            var metric = MetricNames.parse(name + "@20");
            assertThat(metric.name()).isEqualTo(name + "@20");
            assertThat(metric.k()).isEqualTo(20);
            assertThat(MetricNames.parse(metric.name())).isEqualTo(metric);
            assertThat(MetricNames.parse(name).name()).isEqualTo(name);
        });
    }

    @Test
    void variantsAndOtherNamesAreUnderstoodInAnyCase() {
        assertThat(MetricNames.parse("ndcg( gain=EXP )@10")).isEqualTo(new Ndcg(Ndcg.Variant.EXPONENTIAL, 10));
        assertThat(MetricNames.parse("nDCGRendle2020@5")).isEqualTo(new Ndcg(Ndcg.Variant.RENDLE, 5));
        assertThat(MetricNames.parse("P@5")).isEqualTo(new Precision(5));
        assertThat(MetricNames.parse("mrr")).isEqualTo(ReciprocalRank.uncut());
    }

    @Test
    void aNameWithoutACutTakesAllCutsOfTheCommandAndOneWithACutKeepsIt() {
        assertThat(MetricNames.parse(List.of("HR", "MRR@1", "HR@20"), List.of(10, 20)))
                .containsExactly(new HitRate(10), new HitRate(20), new ReciprocalRank(1));
    }

    @Test
    void anUnknownNameListsTheNearest() {
        assertThatThrownBy(() -> MetricNames.parse("nDGC@10"))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("\"nDGC@10\"; the nearest are nDCG,")
                .hasMessageContaining("nDCG@10");
        assertThatThrownBy(() -> MetricNames.parse("Recall(mean)@10")).hasMessageContaining("Recall(min)");
        assertThatThrownBy(() -> MetricNames.parse("HR@0")).hasMessageContaining("at least 1, got 0");
        assertThatThrownBy(() -> MetricNames.parse("HR@x")).hasMessageContaining("no metric \"HR@x\"");
    }
}

package dev.sommelier.experiments.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class DataReportsTest {
    private final Report report = SampleReport.of(20);

    @Test
    void jsonHoldsTheRecordsAsTheyAre() throws IOException {
        var json = JsonMapper.builder().build().readTree(JsonReport.render(report));

        assertThat(json.at("/ranking/users").asInt()).isEqualTo(20);
        assertThat(json.at("/ranking/rows/0/name").asText()).isEqualTo("Random");
        assertThat(json.at("/ranking/rows/0/metrics/HR@10/confidence").asDouble())
                .isEqualTo(.95);
        assertThat(json.at("/ratings/rows/0/rmse/mean").isDouble()).isTrue();
        assertThat(json.at("/differences/0/rows/0/verdict").asText()).isEqualTo("TOO_FEW");
        assertThat(json.at("/traces/1/title").asText()).contains(SampleReport.EVIL);
        assertThat(json.at("/provenance/facts/Seed").asText()).isEqualTo("7");
    }
}

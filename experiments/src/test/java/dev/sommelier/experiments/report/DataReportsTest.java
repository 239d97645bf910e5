package dev.sommelier.experiments.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.reader.CsvReader;
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

    @Test
    void csvHoldsEveryFigureOnce() throws IOException {
        try (var csv = CsvReader.builder().ofNamedCsvRecord(CsvReport.render(report))) {
            var records = csv.stream().toList();

            assertThat(records)
                    .filteredOn(line -> line.getField("contender").equals("EASE")
                            && line.getField("figure").equals("nDCG@10")
                            && line.getField("table").equals("All test users"))
                    .singleElement()
                    .satisfies(line -> {
                        assertThat(line.getField("n")).isEqualTo("300");
                        assertThat(Double.parseDouble(line.getField("low")))
                                .isLessThanOrEqualTo(Double.parseDouble(line.getField("value")));
                    });
            assertThat(records)
                    .filteredOn(line -> line.getField("figure").equals("RMSE"))
                    .hasSize(6);
        }
    }
}

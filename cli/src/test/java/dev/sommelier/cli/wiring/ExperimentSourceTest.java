package dev.sommelier.cli.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sommelier.experiments.compare.spec.ExperimentFile;
import dev.sommelier.experiments.tune.TuningFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ExperimentSourceTest {
    @ParameterizedTest
    @FieldSource("dev.sommelier.cli.wiring.ExperimentSource#PRESETS")
    void everyPresetIsAValidExperiment(String preset) {
        var source = ExperimentSource.of(preset);
        var experiment =
                ExperimentFile.read(source.name(), source.text(), ContenderKinds.facts(ContenderKinds.toRead()));

        assertThat(experiment.data()).containsExactly("ml-100k");
        assertThat(experiment.contenders()).hasSizeGreaterThan(5);
        assertThat(source.stem()).isEqualTo(preset);
    }

    @ParameterizedTest
    @FieldSource("dev.sommelier.cli.wiring.ExperimentSource#SEARCHES")
    void everyPresetOfASearchIsValid(String preset) {
        var source = ExperimentSource.search(preset);
        var tuning = TuningFile.read(source.name(), source.text(), ContenderKinds.facts(ContenderKinds.toRead()));

        assertThat(tuning.data()).containsExactly(preset);
        assertThat(tuning.contenders())
                .hasSizeGreaterThan(5)
                .allSatisfy(one -> assertThat(one.candidates()).hasSizeGreaterThan(5));
    }

    @Test
    void whatIsNeitherFileNorPresetIsToldTheNearest() {
        assertThatThrownBy(() -> ExperimentSource.of("llm-rank"))
                .hasMessageStartingWith("there is no experiment file \"llm-rank\", and no preset of this name; the"
                        + " nearest is \"llm-rerank\"");
    }
}

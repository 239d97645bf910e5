package dev.sommelier.llm.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import org.junit.jupiter.api.Test;

class MiniLmEncoderIT {
    private final MiniLmEncoder encoder = new MiniLmEncoder();

    @Test
    void likeTextsLieNearAndVectorsHaveLengthOne() {
        var vectors = encoder.encode(List.of(
                "Alien (1979): horror and science fiction in space",
                "Aliens (1986): science fiction action in space",
                "Sense and Sensibility (1995): romance"));

        assertThat(vectors).hasDimensions(3, 384);
        assertThat(dot(vectors[0], vectors[0])).isCloseTo(1, offset(1e-5));
        assertThat(dot(vectors[0], vectors[1])).isGreaterThan(dot(vectors[0], vectors[2]) + 0.2);
    }

    @Test
    void aVectorDoesNotDependOnItsNeighbours() {
        var together = encoder.encode(List.of("Alien", "Heat", "Babe"));

        assertThat(encoder.encode(List.of("Heat"))[0]).containsExactly(together[1]);
    }

    @Test
    void blankTextsAreRefusedAndNoneGiveNone() {
        assertThatThrownBy(() -> encoder.encode(List.of("Alien", " "))).hasMessageContaining("text 1 of 2 is blank");
        assertThat(encoder.encode(List.of())).isEmpty();
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }
}

package dev.sommelier.judges.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sommelier.core.SommelierException;
import dev.sommelier.judges.calibration.Calibration.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    private static final long SEED = 7;

    @Test
    void aFitWithoutPenaltyFindsTheWeightsAndCutsThatMadeTheGrades() {
        var pairs = drawn(6000);
        var fitted = fit(Rule.MOST_PROBABLE, 0).fit(pairs, Map.of());

        // Uniform on -1..1 has deviation .577: a weight of 2 on the raw signal is 1.155 on the standardised one.
        assertThat(fitted.model().weights().get(0)).isCloseTo(1.155, within(.12));
        assertThat(fitted.model().weights().get(1)).isCloseTo(0, within(.08));
        assertThat(fitted.model().cuts().get(0)).isCloseTo(-1, within(.12));
        assertThat(fitted.model().cuts().get(2)).isCloseTo(2, within(.15));
    }

    @Test
    void twoGradesAndNoSignalGiveTheLogOddsOfTheShares() {
        var x = new double[][] {{0}, {0}, {0}, {0}};
        var model = OrdinalModel.fit(x, new int[] {0, 0, 0, 1}, 2, 1);

        assertThat(model.cuts().getFirst()).isCloseTo(Math.log(3), within(1e-5));
        assertThat(model.probabilities(0).get(1)).isCloseTo(.25, within(1e-6));
    }

    @Test
    void aGradeThatNobodyGaveStillLeavesAFiniteModel() {
        var x = new double[][] {{-1}, {1}, {-1}, {1}};
        var model = OrdinalModel.fit(x, new int[] {0, 3, 0, 3}, 4, 1);

        assertThat(model.probabilities(model.latent(new double[] {1})))
                .allMatch(p -> p >= 0 && p <= 1)
                .hasSize(4);
        assertThat(model.weights().getFirst()).isPositive();
    }

    @Test
    void thresholdsSeparateSeparableGradesWholly() {
        double[] values = {1, 2, 3, 4, 5, 6};
        int[] grades = {0, 0, 1, 1, 2, 2};

        var thresholds = Thresholds.maximisingKappa(values, grades, 3);

        assertThat(Thresholds.kappa(values, grades, 3, thresholds)).isEqualTo(1);
        assertThat(Thresholds.position(3, List.of(3.0, 5.0))).isEqualTo(1);
    }

    @Test
    void aPairIsJudgedByCalibrationsThatNeverSawItsTopic() {
        // Topic t0's labels are the reverse of all others': seeing them would make its own predictions better.
        var pairs = new ArrayList<LabelledPair>();
        for (int t = 0; t < 6; t++) {
            for (int d = 0; d < 20; d++) {
                int grade = d < 10 ? 0 : 1;
                pairs.add(new LabelledPair("t" + t, "d" + d, List.of((double) d), t == 0 ? 1 - grade : grade));
            }
        }
        var fit = new CalibrationFit(List.of("x"), List.of(0, 1), Rule.MOST_PROBABLE, .01, 6, SEED);

        var outcomes = fit.crossValidated(pairs);

        long right = IntStream.range(0, 20)
                .filter(i -> outcomes.get(i).grade() == pairs.get(i).position())
                .count();
        assertThat(right).isLessThan(3);
    }

    @Test
    void theStudyTellsTheUsefulSignalFromTheUseless() {
        var report = new CalibrationStudy(fit(Rule.THRESHOLDS, 1), drawn(800)).report();

        assertThat(report.alone().get(0).kappa().orElseThrow().mean())
                .isGreaterThan(report.alone().get(1).kappa().orElseThrow().mean() + .1);
        assertThat(report.without().get(0).difference().orElseThrow().low()).isPositive();
        assertThat(report.all().error()).isLessThan(.1);
        assertThat(report.human().stream().mapToInt(n -> n).sum()).isEqualTo(800);
    }

    /// A signal whose level is the topic's and whose place within the topic is the grade's.
    private static List<LabelledPair> shifted() {
        var random = new Random(SEED);
        var pairs = new ArrayList<LabelledPair>();
        for (int t = 0; t < 12; t++) {
            double level = 20 * random.nextDouble();
            for (int d = 0; d < 30; d++) {
                pairs.add(new LabelledPair("t" + t, "d" + d, List.of(level + d % 3 + .2 * random.nextDouble()), d % 3));
            }
        }
        return pairs;
    }

    private static double share(CalibrationFit fit, List<LabelledPair> pairs) {
        var outcomes = fit.crossValidated(pairs);
        return IntStream.range(0, pairs.size())
                        .filter(i -> outcomes.get(i).grade() == pairs.get(i).position())
                        .count()
                / (double) pairs.size();
    }

    @Test
    void aSignalWhoseLevelIsTheTopicsIsOfUseOnlyPerTopicAndTheFitFindsThatAmongItsTrainingTopics() {
        var pairs = shifted();
        for (var way : List.of(PerTopic.CENTRE, PerTopic.SCALE, PerTopic.RANK)) {
            assertThat(share(shiftedFit(List.of(way)), pairs)).as(way.words()).isGreaterThan(.95);
        }
        assertThat(share(shiftedFit(List.of(PerTopic.NONE)), pairs)).isLessThan(.6);

        var all = shiftedFit(List.of(PerTopic.values()));
        assertThat(share(all, pairs)).isGreaterThan(.95);
        var chosen = all.fit(pairs, Map.of());
        assertThat(chosen.perTopic()).isNotEqualTo(PerTopic.NONE);
        assertThat(CalibrationFile.read("c.json", CalibrationFile.write(chosen)))
                .isEqualTo(chosen);
    }

    private static CalibrationFit shiftedFit(List<PerTopic> offered) {
        return new CalibrationFit(List.of("x"), List.of(0, 1, 2), Rule.THRESHOLDS, 1, 4, SEED, offered);
    }

    @Test
    void waysToCompareTopicsAreThoseOfTheirNames() {
        var topic = List.of(new double[] {1}, new double[] {3}, new double[] {3}, new double[] {5});

        assertThat(column(PerTopic.NONE, topic)).containsExactly(1, 3, 3, 5);
        assertThat(column(PerTopic.CENTRE, topic)).containsExactly(-2, 0, 0, 2);
        double deviation = Math.sqrt(2);
        assertThat(column(PerTopic.SCALE, topic))
                .containsExactly(new double[] {-2 / deviation, 0, 0, 2 / deviation}, within(1e-12));
        // Shares (0 + 1) / 2 + .5 of 5, and so on: 1/5, 2.5/5, 2.5/5, 4/5.
        assertThat(column(PerTopic.RANK, topic))
                .containsExactly(new double[] {Math.log(.25), 0, 0, Math.log(4)}, within(1e-12));
        assertThat(column(PerTopic.SCALE, List.of(new double[] {7}, new double[] {7})))
                .containsExactly(0, 0);
    }

    private static double[] column(PerTopic way, List<double[]> topic) {
        return way.rows(topic).stream().mapToDouble(row -> row[0]).toArray();
    }

    @Test
    void reliabilityComparesProbabilityWithShare() {
        var reliability = Reliability.of(new double[] {.05, .05, .95, .95}, new boolean[] {false, true, true, true});

        assertThat(reliability.bins()).hasSize(2);
        assertThat(reliability.error()).isCloseTo(.25, within(1e-12));
    }

    @Test
    void aFileGivesBackTheSameCalibrationAndTheSameBytes() {
        var fitted = fit(Rule.THRESHOLDS, 1).fit(drawn(300), Map.of("topics", "10", "about", "a \"test\""));
        var text = CalibrationFile.write(fitted);

        assertThat(CalibrationFile.read("c.json", text)).isEqualTo(fitted);
        assertThat(CalibrationFile.write(
                        fit(Rule.THRESHOLDS, 1).fit(drawn(300), Map.of("about", "a \"test\"", "topics", "10"))))
                .isEqualTo(text);
    }

    @Test
    void aFileThatIsNoCalibrationIsRefusedWithTheNextStep() {
        for (var text : List.of(
                "",
                "[]",
                "{}",
                "no json",
                CalibrationFile.write(fit(Rule.THRESHOLDS, 1).fit(drawn(100), Map.of()))
                        .replace("\"weight\"", "\"wait\""))) {
            assertThatThrownBy(() -> CalibrationFile.read("c.json", text))
                    .isInstanceOf(SommelierException.class)
                    .hasMessageContaining("c.json")
                    .hasMessageContaining("judge calibrate");
        }
    }

    private static CalibrationFit fit(Rule rule, double penalty) {
        return new CalibrationFit(List.of("useful", "noise"), List.of(0, 1, 2, 3), rule, penalty, 5, SEED);
    }

    /// Grades drawn from a proportional odds model with cuts -1, .5, 2 and weight 2 on the first signal.
    private static List<LabelledPair> drawn(int size) {
        var random = new Random(SEED);
        var pairs = new ArrayList<LabelledPair>();
        for (int i = 0; i < size; i++) {
            double useful = 2 * random.nextDouble() - 1;
            double noise = 2 * random.nextDouble() - 1;
            double u = random.nextDouble();
            double latent = 2 * useful + Math.log(u / (1 - u));
            int grade = latent < -1 ? 0 : latent < .5 ? 1 : latent < 2 ? 2 : 3;
            pairs.add(new LabelledPair("t" + i % 10, "d" + i, List.of(useful, noise), grade));
        }
        return pairs;
    }
}

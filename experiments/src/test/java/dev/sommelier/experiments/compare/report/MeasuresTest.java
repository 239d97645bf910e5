package dev.sommelier.experiments.compare.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sommelier.evaluation.Interval;
import dev.sommelier.experiments.ContenderKind;
import dev.sommelier.experiments.compare.AskedUser;
import dev.sommelier.experiments.compare.ContenderResult;
import dev.sommelier.experiments.compare.Stage;
import dev.sommelier.experiments.compare.StageResult;
import dev.sommelier.experiments.compare.UserAnswer;
import dev.sommelier.experiments.compare.spec.ContenderSpec;
import dev.sommelier.experiments.compare.spec.TaskSpec;
import dev.sommelier.recommenders.store.ModelParameters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class MeasuresTest {
    private static final double EXACT = 1e-12;

    @Test
    void candidatesAreOrderedByScoreAndAFailedUserCountsZero() {
        var task = new TaskSpec.Rerank(List.of("ease"), 3, TaskSpec.Target.ALWAYS, 2, "NDCG", Optional.empty());
        var users = List.of(
                new AskedUser("1", 9, 4, List.of("a", "b", "c"), List.of(), "c", "C", List.of(), List.of()),
                new AskedUser("2", 9, 4, List.of("a", "b", "c"), List.of(), "a", "A", List.of(), List.of()));
        var stage = stage(task, users, result("x", false, scores("1", .2, .9, .5), failed("2")));

        var measured = new Measures(stage, 200, 1).all().getFirst();

        // User 1 finds c at place 2: 1 / log2(3).
        assertThat(figure(measured, "NDCG").mean()).isCloseTo(.5 * Math.log(2) / Math.log(3), within(EXACT));
        assertThat(figure(measured, "HR").mean()).isEqualTo(.5);
        assertThat(measured.perUser()[1]).isZero();
    }

    @Test
    void ratingsLeaveOutForEverybodyWhomOneContenderCouldNotAnswer() {
        var task = new TaskSpec.Rating("MAE", Optional.empty());
        var users = List.of(rating("1", 5), rating("2", 3), rating("3", 1));
        var stage = stage(
                task,
                users,
                result("x", false, scores("1", 4), scores("2", 3), scores("3", 4)),
                result("y", false, scores("1", 5), failed("2"), scores("3", 3)),
                result("broken", false, failed("1"), failed("2"), failed("3")));

        var measured = new Measures(stage, 200, 1).all();

        assertThat(figure(measured.getFirst(), "MAE").mean()).isCloseTo((1 + 3) / 2.0, within(EXACT));
        assertThat(figure(measured.getFirst(), "RMSE").mean()).isCloseTo(Math.sqrt((1 + 9) / 2.0), within(EXACT));
        assertThat(figure(measured.get(1), "MAE").mean()).isCloseTo(1, within(EXACT));
        assertThat(measured.get(2).compared()).isFalse();
    }

    @Test
    void clicksHaveALossOnlyWhereScoresAreProbabilities() {
        var task = new TaskSpec.Click(1, TaskSpec.Sampling.UNIFORM, "GAUC", Optional.empty());
        var users = List.of(click("1"), click("2"));
        var stage = stage(
                task,
                users,
                result("p", true, scores("1", .8, .5), scores("2", .4, .6)),
                result("s", false, scores("1", 7, 2), scores("2", 3, 3)));

        var measured = new Measures(stage, 200, 1).all();

        assertThat(figure(measured.getFirst(), "GAUC").mean()).isEqualTo(.5);
        assertThat(measured.getFirst().plain().get("AUC")).isEqualTo((1 + 1 + 0 + 0) / 4.0 + .0);
        double loss = -(Math.log(.8) + Math.log(.5) + Math.log(.4) + Math.log(.4)) / 4;
        assertThat(figure(measured.getFirst(), "logloss").mean()).isCloseTo(loss, within(EXACT));
        assertThat(figure(measured.get(1), "GAUC").mean()).isEqualTo(.75);
        assertThat(measured.get(1).figures().get("logloss")).isEqualTo(Optional.empty());
    }

    private static Interval figure(Measured measured, String metric) {
        return Optional.ofNullable(measured.figures().get(metric))
                .flatMap(figure -> figure)
                .orElseThrow();
    }

    private static AskedUser rating(String user, double truth) {
        return new AskedUser(user, 9, 4, List.of("a"), List.of(truth), "a", "A", List.of(), List.of());
    }

    private static AskedUser click(String user) {
        return new AskedUser(user, 9, 4, List.of("a", "b"), List.of(1.0, 0.0), "a", "A", List.of(), List.of());
    }

    private static UserAnswer scores(String user, double... scores) {
        return new UserAnswer(user, List.of(), DoubleStream.of(scores).boxed().toList(), "", 0, 0, 0, 0, Map.of(), 0);
    }

    private static UserAnswer failed(String user) {
        return new UserAnswer(user, List.of(), List.of(), "no answer", 0, 0, 0, 0, Map.of(), 0);
    }

    private static ContenderResult result(String name, boolean probabilities, UserAnswer... answers) {
        var spec = new ContenderSpec(name, "kind", ModelParameters.parse(""), List.of());
        return new ContenderResult(spec, ContenderKind.CLASSIC, 0, 0, probabilities, List.of(answers));
    }

    private static StageResult stage(TaskSpec task, List<AskedUser> users, ContenderResult... contenders) {
        var specs = List.of(contenders).stream().map(ContenderResult::spec).toList();
        return new StageResult(
                new Stage("t", "d", task, Optional.empty(), specs, users.size()), users, List.of(contenders), "");
    }
}

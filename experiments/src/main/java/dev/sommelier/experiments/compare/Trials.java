package dev.sommelier.experiments.compare;

import dev.sommelier.core.Usage;
import dev.sommelier.experiments.compare.spec.ContenderSpec;
import dev.sommelier.experiments.compare.spec.TaskSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Asks contenders one after the other on one material, as a comparison would, without keeping anything: what tuning is
/// made of. Each contender is forgotten after its answers.
public final class Trials {
    private final Material material;
    private final TaskSpec task;
    private final Map<String, Kind> kinds;
    private final Fits fits;
    private final Map<Optional<Integer>, List<AskedUser>> asked = new HashMap<>();

    /// @param task one that needs no other contender's candidates
    public Trials(Material material, TaskSpec task, Map<String, Kind> kinds) {
        this.material = material;
        this.task = task;
        this.kinds = kinds;
        this.fits = new Fits(material, kinds);
    }

    /// Fits a contender and asks it.
    ///
    /// @param users how many users, the first of the task's own; empty for all of them
    /// @throws dev.sommelier.llm.ModelFailure if all that follows would fail too
    public StageResult run(ContenderSpec contender, Optional<Integer> users) {
        var fewer = users.map(n -> task.withUsers(Optional.of(n))).orElse(task);
        var stage = new Stage(
                task.text(),
                material.dataset().name(),
                fewer,
                Optional.empty(),
                List.of(contender),
                material.users(fewer));
        var questions = asked.computeIfAbsent(
                fewer.users(),
                key -> new Questions(material, stage, () -> {
                            throw new IllegalStateException("a task that stands alone has no source of candidates");
                        })
                        .all());
        try {
            return new StageResult(stage, questions, List.of(answers(contender, fewer, questions)), "");
        } finally {
            fits.forget(contender);
        }
    }

    private ContenderResult answers(ContenderSpec contender, TaskSpec asks, List<AskedUser> users) {
        var kind = Optional.ofNullable(kinds.get(contender.kind())).orElseThrow();
        return switch (fits.get(contender)) {
            case Fits.Outcome.Ready ready -> {
                var solver = ready.fitted().solver(asks.type());
                var asking = new Asking(material, asks, solver);
                var all = new ArrayList<UserAnswer>();
                users.forEach(user -> all.add(asking.answer(user)));
                boolean probabilities = solver instanceof Solver.Scores scores && scores.probabilities();
                yield new ContenderResult(contender, kind.part(), ready.seconds(), ready.peak(), probabilities, all);
            }
            case Fits.Outcome.Broken broken ->
                new ContenderResult(
                        contender,
                        kind.part(),
                        0,
                        0,
                        false,
                        users.stream()
                                .map(user -> Asking.failed(user.user(), broken.cause(), Usage.NONE, 0))
                                .toList());
        };
    }
}

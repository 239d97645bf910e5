package dev.sommelier.experiments.compare;

import dev.sommelier.experiments.compare.spec.ContenderSpec;
import dev.sommelier.experiments.compare.spec.Experiment;
import dev.sommelier.experiments.compare.spec.KindFacts;
import dev.sommelier.experiments.compare.spec.TaskSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/// All units of work of an experiment in their order: stage by stage, first the questions, then contender by
/// contender, so that each is fitted once.
public final class Plan {
    private final List<Stage> stages;
    private final List<Work> work = new ArrayList<>();

    private Plan(List<Stage> stages, int batch) {
        this.stages = List.copyOf(stages);
        for (int s = 0; s < stages.size(); s++) {
            work.add(new Work.Ask(s));
            int users = stages.get(s).users();
            for (int c = 0; c < stages.get(s).contenders().size(); c++) {
                for (int first = 0; first < users; first += batch) {
                    work.add(new Work.Answers(s, c, first, Math.min(users, first + batch)));
                }
            }
        }
    }

    /// The plan of an experiment.
    ///
    /// @param users how many users of a data set a task asks
    /// @param kinds what is known of kinds, for candidates that a kind gives which is no contender
    public static Plan of(
            Experiment experiment, Map<String, KindFacts> kinds, BiFunction<String, TaskSpec, Integer> users) {
        var stages = new ArrayList<Stage>();
        for (var data : experiment.data()) {
            for (var task : experiment.tasks()) {
                int n = users.apply(data, task);
                var contenders = experiment.contenders(task.type());
                if (task instanceof TaskSpec.Rerank rerank) {
                    for (var from : rerank.from()) {
                        var source = source(experiment, kinds, from);
                        var title = data + ": re-ranking of " + from + "'s top " + rerank.depth();
                        stages.add(new Stage(title, data, task, Optional.of(source), contenders, n));
                    }
                } else {
                    stages.add(new Stage(data + ": " + words(task), data, task, Optional.empty(), contenders, n));
                }
            }
        }
        return new Plan(stages, experiment.batch());
    }

    private static String words(TaskSpec task) {
        return switch (task) {
            case TaskSpec.Ranking ranking ->
                "the next item among all, " + ranking.k() + " places"
                        + ranking.view().words();
            case TaskSpec.Rerank rerank -> "re-ranking";
            case TaskSpec.Rating rating -> "held-out ratings";
            case TaskSpec.Click click -> "clicks, " + click.negatives() + " negatives each user";
        };
    }

    private static ContenderSpec source(Experiment experiment, Map<String, KindFacts> kinds, String name) {
        return experiment.contenders().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseGet(() -> {
                    var facts = Optional.ofNullable(kinds.get(name)).orElseThrow();
                    return new ContenderSpec(
                            name,
                            name,
                            facts.preset(),
                            facts.tasks().stream().sorted().toList());
                });
    }

    /// The stages in order.
    public List<Stage> stages() {
        return stages;
    }

    /// How many units of work there are.
    public int size() {
        return work.size();
    }

    Work work(long position) {
        return work.get(Math.toIntExact(position));
    }
}

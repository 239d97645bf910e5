package dev.sommelier.experiments.compare.spec;

import dev.sommelier.experiments.compare.yaml.Fields;
import dev.sommelier.experiments.compare.yaml.Nearest;
import dev.sommelier.experiments.compare.yaml.Yaml;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the tasks of an experiment.
final class TaskReader {
    private static final int MOST = Integer.MAX_VALUE;
    private static final String SEQUENTIAL = "sequential";
    private static final int CUT_OFF = 10;
    private static final int DEPTH = 20;
    private static final int NEGATIVES = 4;

    private final LinkedHashSet<String> sources = new LinkedHashSet<>();

    private TaskReader() {}

    static List<TaskSpec> read(Fields experiment, List<ContenderSpec> contenders, Map<String, KindFacts> kinds) {
        var reader = new TaskReader();
        contenders.stream()
                .filter(one -> one.tasks().contains(TaskType.RANKING))
                .forEach(one -> reader.sources.add(one.name()));
        kinds.forEach((name, facts) -> {
            if (facts.tasks().contains(TaskType.RANKING)) {
                reader.sources.add(name);
            }
        });
        experiment.require("tasks");
        var tasks = experiment.list("tasks").stream()
                .flatMap(value -> reader.tasks(value).stream())
                .toList();
        if (tasks.isEmpty()) {
            throw experiment.require("tasks").place().wrong("at least one task is needed, got none");
        }
        return tasks;
    }

    /// A task that stands alone.
    static TaskSpec alone(Yaml value) {
        var type = value instanceof Yaml.Mapping mapping
                ? Optional.ofNullable(mapping.entries().get("task")).map(Yaml.Entry::value)
                : Optional.of(value);
        if (type.filter(given ->
                        given instanceof Yaml.Scalar scalar && scalar.text().equals("rerank"))
                .isPresent()) {
            throw value.place()
                    .wrong("re-ranking needs the candidates of another contender; this is one task for all,"
                            + " such as ranking, rating or click");
        }
        var tasks = new TaskReader().tasks(value);
        if (tasks.size() > 1) {
            throw value.place().wrong("one task is wanted, histories make " + tasks.size() + "; give one length");
        }
        return tasks.getFirst();
    }

    private List<TaskSpec> tasks(Yaml value) {
        if (value instanceof Yaml.Scalar) {
            var type = type(value);
            if (type == TaskType.RERANK) {
                throw value.place().wrong("the task rerank is a mapping with the keys task and from");
            }
            return List.of(task(type, Optional.empty()));
        }
        var mapping = Fields.mapping(value, "a task");
        var type = Optional.ofNullable(mapping.entries().get("task"))
                .map(entry -> type(entry.value()))
                .orElseThrow(() -> mapping.place().wrong("a task needs the key \"task\""));
        var keys = new ArrayList<>(List.of("task", "users", "metric"));
        keys.addAll(
                switch (type) {
                    case RANKING -> List.of("k", "histories", "end", "new-items");
                    case RERANK -> List.of("k", "from", "depth", "target");
                    case RATING -> List.of();
                    case CLICK -> List.of("negatives", "sampling");
                });
        var fields = Fields.of(value, "the task " + Fields.name(type), keys);
        var task = task(type, Optional.of(fields));
        return task instanceof TaskSpec.Ranking ranking ? views(ranking, fields) : List.of(task);
    }

    /// The next item of an ordered history, last item held out, is what the task ranking asks.
    private static TaskType type(Yaml value) {
        return value instanceof Yaml.Scalar scalar && scalar.text().equals(SEQUENTIAL)
                ? TaskType.RANKING
                : Fields.choice(value, "task", TaskType.class);
    }

    /// One task for each length of the histories.
    private static List<TaskSpec> views(TaskSpec.Ranking ranking, Fields fields) {
        var end = fields.choice("end", View.End.class, View.End.LAST);
        var newItems = fields.find("new-items").map(value -> Fields.integer(value, "new-items", 0, MOST));
        var lengths = fields.list("histories").stream()
                .map(value ->
                        value instanceof Yaml.Scalar scalar && scalar.text().equals("all")
                                ? Optional.<Integer>empty()
                                : Optional.of(Fields.integer(value, "histories (or \"all\")", 1, MOST)))
                .toList();
        if (lengths.isEmpty()) {
            lengths = List.of(Optional.empty());
        }
        return lengths.stream()
                .<TaskSpec>map(length -> new TaskSpec.Ranking(
                        ranking.k(), ranking.metric(), ranking.users(), new View(length, end, newItems)))
                .toList();
    }

    private TaskSpec task(TaskType type, Optional<Fields> given) {
        var users = given.flatMap(fields -> fields.find("users"))
                .filter(value ->
                        !(value instanceof Yaml.Scalar scalar && scalar.text().equals("all")))
                .map(value -> Fields.integer(value, "users (or \"all\")", 2, MOST));
        var metric = given.flatMap(fields -> fields.find("metric"))
                .map(value -> metric(type, value))
                .orElse(type.metrics().getFirst());
        int k = given.map(fields -> fields.integer("k", 1, MOST, CUT_OFF)).orElse(CUT_OFF);
        return switch (type) {
            case RANKING -> new TaskSpec.Ranking(k, metric, users);
            case RATING -> new TaskSpec.Rating(metric, users);
            case RERANK -> {
                var fields = given.orElseThrow(() -> new IllegalStateException("a rerank task is a mapping"));
                fields.require("from");
                yield new TaskSpec.Rerank(
                        fields.list("from").stream().map(this::source).toList(),
                        fields.integer("depth", 2, MOST, DEPTH),
                        fields.choice("target", TaskSpec.Target.class, TaskSpec.Target.AS_FOUND),
                        k,
                        metric,
                        users);
            }
            case CLICK ->
                new TaskSpec.Click(
                        given.map(fields -> fields.integer("negatives", 1, MOST, NEGATIVES))
                                .orElse(NEGATIVES),
                        given.map(fields ->
                                        fields.choice("sampling", TaskSpec.Sampling.class, TaskSpec.Sampling.UNIFORM))
                                .orElse(TaskSpec.Sampling.UNIFORM),
                        metric,
                        users);
        };
    }

    private static String metric(TaskType type, Yaml value) {
        var name = Fields.scalar(value, "metric", "a metric");
        if (!type.metrics().contains(name)) {
            throw value.place()
                    .wrong("the metric \"" + name + "\" does not fit the task " + Fields.name(type) + "; "
                            + Nearest.hint(name, type.metrics()));
        }
        return name;
    }

    private String source(Yaml value) {
        var name = Fields.scalar(value, "from", "a contender or a kind that gives lists");
        if (!sources.contains(name)) {
            throw value.place()
                    .wrong("from names what gives lists, got \"" + name + "\"; " + Nearest.hint(name, sources));
        }
        return name;
    }
}

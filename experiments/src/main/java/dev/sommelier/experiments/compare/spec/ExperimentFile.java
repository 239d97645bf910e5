package dev.sommelier.experiments.compare.spec;

import dev.sommelier.evaluation.significance.Correction;
import dev.sommelier.experiments.compare.yaml.Fields;
import dev.sommelier.experiments.compare.yaml.Nearest;
import dev.sommelier.experiments.compare.yaml.Yaml;
import dev.sommelier.experiments.compare.yaml.YamlText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads `experiment.yaml`. Every key, name and number is checked here; the first fault is told with file, line and
/// column, the rule, the received value and the nearest valid name.
///
/// ```yaml
/// name: Classics on ML-100K
/// data: ml-100k
/// tasks:
///   - task: ranking
///     k: 10
/// contenders:
///   - popularity
///   - kind: ease
///     name: EASE 250
///     lambda: 250
/// statistics:
///   baseline: popularity
/// ```
public final class ExperimentFile {
    private static final List<String> KEYS =
            List.of("name", "data", "filters", "split", "seed", "batch", "tasks", "contenders", "statistics", "budget");

    private final Map<String, KindFacts> kinds;

    private ExperimentFile(Map<String, KindFacts> kinds) {
        this.kinds = kinds;
    }

    /// The experiment of a text.
    ///
    /// @param file the name that messages show
    /// @param kinds the kinds of contenders by name, in the order to list them
    /// @throws dev.sommelier.core.SommelierException with the place of the first fault
    public static Experiment read(String file, String text, Map<String, KindFacts> kinds) {
        return new ExperimentFile(kinds).experiment(YamlText.read(file, text));
    }

    /// A task that stands alone, with no contender whose candidates it takes.
    ///
    /// @throws dev.sommelier.core.SommelierException with the place of the first fault
    public static TaskSpec task(Yaml value) {
        return TaskReader.alone(value);
    }

    private Experiment experiment(Yaml root) {
        var fields = Fields.of(root, "an experiment", KEYS);
        var data = fields.list("data").stream()
                .map(value -> Fields.scalar(value, "data", "the name of a data set"))
                .toList();
        if (data.isEmpty()) {
            fields.require("data");
            throw fields.place().wrong("data names at least one data set, got none");
        }
        var contenders = contenders(fields);
        var tasks = TaskReader.read(fields, contenders, kinds);
        checkAllTakePart(fields, tasks, contenders);
        long seed = fields.whole("seed", 7);
        return new Experiment(
                fields.text("name"),
                data,
                seed,
                fields.integer("batch", 1, 100_000, 20),
                tasks,
                contenders,
                fields.find("statistics")
                        .map(value -> statistics(value, contenders))
                        .orElse(Statistics.DEFAULT),
                DataRules.read(fields, seed),
                Limits.read(fields));
    }

    private List<ContenderSpec> contenders(Fields fields) {
        fields.require("contenders");
        var named = new LinkedHashMap<String, Yaml>();
        var contenders = new ArrayList<ContenderSpec>();
        for (var value : fields.list("contenders")) {
            var contender = contender(value);
            var before = named.putIfAbsent(contender.name(), value);
            if (before != null) {
                throw value.place()
                        .wrong("a contender named \"" + contender.name() + "\" stands at " + before.place()
                                + " already; give this one another name: by the key \"name\"");
            }
            contenders.add(contender);
        }
        if (contenders.isEmpty()) {
            throw fields.require("contenders").place().wrong("at least one contender is needed, got none");
        }
        return contenders;
    }

    private ContenderSpec contender(Yaml value) {
        if (value instanceof Yaml.Scalar scalar) {
            var facts = kind(scalar, scalar.text());
            return new ContenderSpec(scalar.text(), scalar.text(), facts.preset(), sorted(facts));
        }
        var mapping = Fields.mapping(value, "a contender");
        var written = Optional.ofNullable(mapping.entries().get("kind"))
                .orElseThrow(() -> mapping.place().wrong("a contender needs the key \"kind\""));
        var kind = Fields.scalar(written.value(), "kind", "a kind of contender");
        var facts = kind(written.value(), kind);
        var keys = new ArrayList<>(List.of("kind", "name"));
        keys.addAll(facts.preset().values().keySet());
        var fields = Fields.of(value, "a contender of kind " + kind, keys);
        var changes = new LinkedHashMap<String, String>();
        facts.preset()
                .values()
                .forEach((key, preset) -> fields.find(key)
                        .ifPresent(given -> changes.put(
                                key,
                                number(preset) ? Fields.number(given, key) : Fields.scalar(given, key, "a value"))));
        return new ContenderSpec(fields.text("name", kind), kind, facts.preset().with(changes), sorted(facts));
    }

    /// Whether a preset's value is a number, so that others of its key are numbers too.
    private static boolean number(String preset) {
        return preset.matches("-?\\d+(\\.\\d+)?([eE]-?\\d+)?");
    }

    private static List<TaskType> sorted(KindFacts facts) {
        return facts.tasks().stream().sorted().toList();
    }

    private KindFacts kind(Yaml value, String kind) {
        var facts = kinds.get(kind);
        if (facts == null) {
            throw value.place()
                    .wrong("there is no kind of contender \"" + kind + "\"; " + Nearest.hint(kind, kinds.keySet()));
        }
        return facts;
    }

    private static void checkAllTakePart(Fields fields, List<TaskSpec> tasks, List<ContenderSpec> contenders) {
        for (var task : tasks) {
            if (contenders.stream().noneMatch(one -> one.tasks().contains(task.type()))) {
                throw fields.require("tasks")
                        .place()
                        .wrong("no contender takes part in the task " + Fields.name(task.type()));
            }
        }
        var values = fields.list("contenders");
        for (int i = 0; i < contenders.size(); i++) {
            var one = contenders.get(i);
            if (tasks.stream().noneMatch(task -> one.tasks().contains(task.type()))) {
                throw values.get(i)
                        .place()
                        .wrong(one.name() + " takes part in none of the tasks: kind " + one.kind() + " is for "
                                + one.tasks().stream().map(Fields::name).toList());
            }
        }
    }

    private static Statistics statistics(Yaml value, List<ContenderSpec> contenders) {
        var fields = Fields.of(value, "statistics", List.of("baseline", "correction", "level", "resamples"));
        var names = contenders.stream().map(ContenderSpec::name).toList();
        var baseline = fields.find("baseline").map(given -> {
            var name = Fields.scalar(given, "baseline", "a contender");
            if (!names.contains(name)) {
                throw given.place().wrong("baseline is no contender: \"" + name + "\"; " + Nearest.hint(name, names));
            }
            return name;
        });
        return new Statistics(
                baseline,
                fields.choice("correction", Correction.class, Statistics.DEFAULT.correction()),
                fields.between("level", 0, 1, Statistics.DEFAULT.level()),
                fields.integer("resamples", 100, 1_000_000, Statistics.DEFAULT.resamples()));
    }
}

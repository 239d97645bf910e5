package dev.sommelier.experiments.tune;

import dev.sommelier.experiments.compare.spec.DataRules;
import dev.sommelier.experiments.compare.spec.ExperimentFile;
import dev.sommelier.experiments.compare.spec.KindFacts;
import dev.sommelier.experiments.compare.spec.TaskSpec;
import dev.sommelier.experiments.compare.spec.TaskType;
import dev.sommelier.experiments.compare.yaml.Fields;
import dev.sommelier.experiments.compare.yaml.Nearest;
import dev.sommelier.experiments.compare.yaml.Yaml;
import dev.sommelier.experiments.compare.yaml.YamlText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads a file that says what to tune. Every key, name and number is checked here; the first fault is told with file,
/// line and column, the rule, the received value and the nearest valid name.
///
/// ```yaml
/// name: Baselines on ML-100K
/// data: ml-100k
/// task: {task: ranking, k: 10, metric: NDCG}
/// trials: 20
/// rounds: 3
/// contenders:
///   - {kind: ease, lambda: [20, 2000, log]}
///   - {kind: itemknn, neighbours: [10, 200, log-whole], similarity: [cosine, jaccard], trials: 40, rounds: 1}
/// ```
public final class TuningFile {
    private static final List<String> KEYS =
            List.of("name", "data", "filters", "split", "seed", "task", "trials", "rounds", "reduction", "contenders");
    private static final List<String> OWN = List.of("kind", "name", "trials", "rounds", "reduction");
    private static final int TRIALS = 20;
    private static final int ROUNDS = 3;
    private static final int REDUCTION = 3;
    private static final int MOST_TRIALS = 10_000;
    private static final int MOST_ROUNDS = 10;
    private static final int MOST_REDUCTION = 100;
    private static final int CUT_OFF = 10;

    private final Map<String, KindFacts> kinds;

    private TuningFile(Map<String, KindFacts> kinds) {
        this.kinds = kinds;
    }

    /// The search of a text.
    ///
    /// @param file the name that messages show
    /// @param kinds the kinds of contenders by name, in the order to list them
    /// @throws dev.sommelier.core.SommelierException with the place of the first fault
    public static Tuning read(String file, String text, Map<String, KindFacts> kinds) {
        return new TuningFile(kinds).tuning(YamlText.read(file, text));
    }

    private Tuning tuning(Yaml root) {
        var fields = Fields.of(root, "a search", KEYS);
        fields.require("data");
        var data = fields.list("data").stream()
                .map(value -> Fields.scalar(value, "data", "the name of a data set"))
                .toList();
        if (data.isEmpty()) {
            throw fields.place().wrong("data names at least one data set, got none");
        }
        var task = fields.find("task")
                .map(ExperimentFile::task)
                .orElseGet(() ->
                        new TaskSpec.Ranking(CUT_OFF, TaskType.RANKING.metrics().getFirst(), Optional.empty()));
        long seed = fields.whole("seed", 7);
        return new Tuning(
                fields.text("name"), data, seed, task, contenders(fields, task, seed), DataRules.read(fields, seed));
    }

    private List<TunedKind> contenders(Fields fields, TaskSpec task, long seed) {
        fields.require("contenders");
        var named = new LinkedHashMap<String, Yaml>();
        var contenders = new ArrayList<TunedKind>();
        for (var value : fields.list("contenders")) {
            var one = contender(value, fields, task, seed);
            var before = named.putIfAbsent(one.name(), value);
            if (before != null) {
                throw value.place()
                        .wrong("a contender named \"" + one.name() + "\" stands at " + before.place()
                                + " already; give this one another name: by the key \"name\"");
            }
            contenders.add(one);
        }
        if (contenders.isEmpty()) {
            throw fields.require("contenders").place().wrong("at least one contender is needed, got none");
        }
        return contenders;
    }

    private TunedKind contender(Yaml value, Fields defaults, TaskSpec task, long seed) {
        var mapping = Fields.mapping(value, "a contender with its search space");
        var written = Optional.ofNullable(mapping.entries().get("kind"))
                .orElseThrow(() -> mapping.place().wrong("a contender needs the key \"kind\""))
                .value();
        var kind = Fields.scalar(written, "kind", "a kind of contender");
        var facts = Optional.ofNullable(kinds.get(kind))
                .orElseThrow(() -> written.place()
                        .wrong("there is no kind of contender \"" + kind + "\"; "
                                + Nearest.hint(kind, kinds.keySet())));
        if (!facts.tasks().contains(task.type())) {
            throw written.place()
                    .wrong(kind + " does not take part in the task " + Fields.name(task.type()) + ", it is for "
                            + facts.tasks().stream().sorted().map(Fields::name).toList());
        }
        var keys = new ArrayList<>(OWN);
        keys.addAll(facts.preset().values().keySet());
        var fields = Fields.of(value, "a contender of kind " + kind, keys);
        var domains = new LinkedHashMap<String, Domain>();
        for (var key : facts.preset().values().keySet()) {
            fields.find(key).ifPresent(given -> domains.put(key, DomainReader.read(key, given)));
        }
        var name = fields.text("name", kind);
        var space = new SearchSpace(facts.preset(), domains);
        return new TunedKind(
                name,
                kind,
                space,
                space.candidates(number(fields, defaults, "trials", 1, MOST_TRIALS, TRIALS), seed(seed, name)),
                number(fields, defaults, "rounds", 1, MOST_ROUNDS, ROUNDS),
                number(fields, defaults, "reduction", 2, MOST_REDUCTION, REDUCTION));
    }

    private static int number(Fields own, Fields defaults, String key, int least, int most, int otherwise) {
        return own.integer(key, least, most, defaults.integer(key, least, most, otherwise));
    }

    /// Each contender's draws are its own: another one more or less in the file changes nothing.
    private static long seed(long seed, String name) {
        return seed * 0x9e3779b97f4a7c15L + name.hashCode();
    }
}

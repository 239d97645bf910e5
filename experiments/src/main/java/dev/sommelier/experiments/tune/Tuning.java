package dev.sommelier.experiments.tune;

import dev.sommelier.experiments.compare.spec.DataRules;
import dev.sommelier.experiments.compare.spec.TaskSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A search for hyper-parameters: everything that a person decides, nothing that a machine finds.
///
/// @param name the heading of the report
/// @param data the names of the data sets, at least one
/// @param seed of everything random
/// @param task what candidates are asked on the validation part, and the best of them on the test part
/// @param contenders at least one
/// @param rules what is left out of the data sets, and how they are cut
public record Tuning(
        String name, List<String> data, long seed, TaskSpec task, List<TunedKind> contenders, DataRules rules) {
    public Tuning {
        data = List.copyOf(data);
        contenders = List.copyOf(contenders);
    }

    /// Everything that could change an outcome, by name, to tell two searches apart.
    public Map<String, String> facts() {
        var facts = new LinkedHashMap<String, String>();
        facts.put("work", "tuning");
        facts.put("data", String.join(", ", data));
        facts.putAll(rules.facts());
        facts.put("seed", Long.toString(seed));
        facts.put("task", task.text());
        contenders.forEach(one -> facts.put("contender " + one.name(), one.text()));
        return facts;
    }
}

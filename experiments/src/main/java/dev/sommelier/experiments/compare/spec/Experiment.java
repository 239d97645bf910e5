package dev.sommelier.experiments.compare.spec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A comparison of contenders on tasks over data sets: everything that a person decides, nothing that a machine finds.
///
/// @param name the heading of the report
/// @param data the names of the data sets, at least one
/// @param seed of everything random
/// @param batch how many users one unit of work holds, at least 1
/// @param tasks at least one
/// @param contenders at least one; each takes part in at least one task
/// @param statistics how they are compared
/// @param rules what is left out of the data sets, and how they are cut
/// @param limits what one run may spend on a language model
public record Experiment(
        String name,
        List<String> data,
        long seed,
        int batch,
        List<TaskSpec> tasks,
        List<ContenderSpec> contenders,
        Statistics statistics,
        DataRules rules,
        Limits limits) {
    public Experiment {
        data = List.copyOf(data);
        tasks = List.copyOf(tasks);
        contenders = List.copyOf(contenders);
    }

    /// The contenders that take part in a task, in order.
    public List<ContenderSpec> contenders(TaskType type) {
        return contenders.stream().filter(one -> one.tasks().contains(type)).toList();
    }

    /// Everything that could change an answer, by name, to tell two experiments apart. How the answers are compared
    /// is not among it: a report may be made again with another baseline; nor is what a run may spend.
    public Map<String, String> facts() {
        var facts = new LinkedHashMap<String, String>();
        facts.put("data", String.join(", ", data));
        facts.putAll(rules.facts());
        facts.put("seed", Long.toString(seed));
        facts.put("batch", Integer.toString(batch));
        for (int i = 0; i < tasks.size(); i++) {
            facts.put("task " + (i + 1), tasks.get(i).text());
        }
        contenders.forEach(one -> facts.put("contender " + one.name(), one.text()));
        return facts;
    }
}

package dev.sommelier.experiments.compare;

import dev.sommelier.core.SommelierException;
import dev.sommelier.experiments.compare.spec.ContenderSpec;
import dev.sommelier.experiments.compare.spec.Experiment;
import dev.sommelier.io.journal.Journal;
import dev.sommelier.io.journal.Unit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everything that a finished comparison found, read from its folder alone: no data set and no model is needed.
///
/// @param experiment what was asked for
/// @param stages what came out
/// @param provenance how, when and where it was begun, and all that could change an answer
public record ComparisonResult(Experiment experiment, List<StageResult> stages, Map<String, String> provenance) {
    public ComparisonResult {
        stages = List.copyOf(stages);
    }

    /// Reads a folder.
    ///
    /// @param experiment as the folder's own `experiment.yaml` tells it
    /// @throws SommelierException if the comparison is not finished, or `experiment.yaml` was changed in more than name
    ///     and statistics
    public static ComparisonResult read(Path folder, Experiment experiment, Map<String, Kind> kinds) {
        var job = JobFolder.read(folder);
        job.requireUnchanged(JobFolder.EXPERIMENT, factsAsIn(job.facts(), experiment, kinds), folder);
        var plan = ComparisonJob.plan(experiment, kinds, job);
        Map<Long, Unit> units = new HashMap<>();
        try (var journal = Journal.openToRead(JobFolder.journal(folder))) {
            journal.forEach(unit -> units.put(unit.position(), unit));
        }
        if (units.size() < plan.size()) {
            throw new SommelierException("the comparison in " + folder + " is not finished: " + units.size() + " of "
                    + plan.size() + " units are done; go on with 'sommelier compare " + folder
                    + "/experiment.yaml --out " + folder + "'");
        }
        var provenance = new LinkedHashMap<>(job.provenance());
        provenance.putAll(job.facts());
        return new ComparisonResult(experiment, stages(plan, kinds, units), provenance);
    }

    /// A finished comparison can still be shown by a later version of the program whose contenders have more
    /// parameters.
    private static Map<String, String> factsAsIn(
            Map<String, String> begun, Experiment experiment, Map<String, Kind> kinds) {
        var facts = new LinkedHashMap<>(experiment.facts());
        for (var one : experiment.contenders()) {
            var preset = Optional.ofNullable(kinds.get(one.kind()))
                    .map(kind -> kind.facts().preset());
            preset.ifPresent(values -> facts.computeIfPresent(
                    "contender " + one.name(), (key, now) -> one.textAsIn(begun.getOrDefault(key, now), values)));
        }
        return facts;
    }

    private static List<StageResult> stages(Plan plan, Map<String, Kind> kinds, Map<Long, Unit> units) {
        var asked = new HashMap<Integer, List<AskedUser>>();
        var failures = new HashMap<Integer, String>();
        var batches = new HashMap<String, List<Batch>>();
        for (long position = 0; position < plan.size(); position++) {
            var unit = Optional.ofNullable(units.get(position)).orElseThrow();
            switch (plan.work(position)) {
                case Work.Ask ask -> {
                    asked.put(ask.stage(), unit.failed() ? List.of() : Codec.asked(unit.content()));
                    failures.put(ask.stage(), unit.failed() ? unit.content() : "");
                }
                case Work.Answers answers ->
                    batches.computeIfAbsent(answers.stage() + "/" + answers.contender(), key -> new ArrayList<>())
                            .add(Codec.batch(unit.content()));
            }
        }
        var results = new ArrayList<StageResult>();
        for (int s = 0; s < plan.stages().size(); s++) {
            var stage = plan.stages().get(s);
            var contenders = new ArrayList<ContenderResult>();
            for (int c = 0; c < stage.contenders().size(); c++) {
                var spec = stage.contenders().get(c);
                var kind = Optional.ofNullable(kinds.get(spec.kind())).orElseThrow();
                contenders.add(result(spec, kind, batches.getOrDefault(s + "/" + c, List.of())));
            }
            results.add(
                    new StageResult(stage, asked.getOrDefault(s, List.of()), contenders, failures.getOrDefault(s, "")));
        }
        return results;
    }

    private static ContenderResult result(ContenderSpec spec, Kind kind, List<Batch> batches) {
        return new ContenderResult(
                spec,
                kind.part(),
                batches.isEmpty() ? 0 : batches.getFirst().training(),
                batches.stream().mapToLong(Batch::peak).max().orElse(0),
                !batches.isEmpty() && batches.stream().allMatch(Batch::probabilities),
                batches.stream().flatMap(batch -> batch.answers().stream()).toList());
    }
}

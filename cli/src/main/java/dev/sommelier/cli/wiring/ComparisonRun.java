package dev.sommelier.cli.wiring;

import dev.sommelier.cli.terminal.Output;
import dev.sommelier.core.Provenance;
import dev.sommelier.core.SommelierException;
import dev.sommelier.datasets.DatasetStore;
import dev.sommelier.experiments.compare.ComparisonJob;
import dev.sommelier.experiments.compare.ComparisonResult;
import dev.sommelier.experiments.compare.JobFolder;
import dev.sommelier.experiments.compare.Kind;
import dev.sommelier.experiments.compare.Material;
import dev.sommelier.experiments.compare.report.ComparisonReport;
import dev.sommelier.experiments.compare.spec.DataRules;
import dev.sommelier.experiments.compare.spec.Experiment;
import dev.sommelier.experiments.compare.spec.ExperimentFile;
import dev.sommelier.experiments.compare.spec.TaskType;
import dev.sommelier.experiments.report.CsvTables;
import dev.sommelier.experiments.report.JsonReport;
import dev.sommelier.experiments.report.LatexTables;
import dev.sommelier.io.AtomicFiles;
import dev.sommelier.io.Home;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A comparison from its file to its report.
public final class ComparisonRun {
    private ComparisonRun() {}

    /// The materials of an experiment: each data set, fetched where it is known and not here, cut into what contenders
    /// learn from and what they are asked.
    ///
    /// @throws SommelierException if a task does not fit a data set
    public static Map<String, Material> materials(Experiment experiment, Output output) {
        var materials = new LinkedHashMap<String, Material>();
        for (var name : experiment.data()) {
            var dataset = new DatasetStore(Home.fromEnvironment()).openOrGet(name, output.progress());
            boolean rating = experiment.tasks().stream().anyMatch(task -> task.type() == TaskType.RATING);
            if (rating && dataset.scale().isEmpty()) {
                throw new SommelierException("data set " + name + " has no ratings to predict (its interactions are"
                        + " implicit); leave the task rating out, or choose a data set with ratings, such as ml-100k");
            }
            var cut = experiment.rules().cut(dataset);
            materials.put(name, Material.test(cut.dataset(), cut.split(), experiment.seed()));
        }
        return materials;
    }

    /// The material of a data set.
    public static Material of(Map<String, Material> materials, String data) {
        return Optional.ofNullable(materials.get(data))
                .orElseThrow(() -> new IllegalArgumentException("no data set \"" + data + "\""));
    }

    /// How, where and when: what the report shows beside all that could change an answer.
    public static Map<String, String> provenance(Map<String, Material> materials, DataRules rules) {
        var facts = new LinkedHashMap<>(Host.provenance(List.of()).facts());
        materials.forEach((name, material) -> {
            facts.put(name + " source", material.dataset().source());
            facts.put(name + " licence", material.dataset().licence());
        });
        facts.put("split", rules.facts().getOrDefault("split", "leave-last-out by time, equal times by file row"));
        return facts;
    }

    /// Works on a comparison until it is done or the user interrupts.
    ///
    /// @return whether it is done
    public static boolean run(ComparisonJob job, boolean retryFailed, Output output) {
        if (retryFailed) {
            output.note("To be done again: " + job.retryFailed() + " units of work.");
        }
        try (var interrupt = new Interrupt(output)) {
            return job.run(output.progress(), interrupt::wanted);
        }
    }

    /// The report of a finished comparison, from its folder alone.
    public static ComparisonReport report(Path folder, Map<String, Kind> kinds) {
        return ComparisonReport.of(result(folder, kinds));
    }

    /// What a finished comparison found, from its folder alone.
    public static ComparisonResult result(Path folder, Map<String, Kind> kinds) {
        var experiment = ExperimentFile.read(
                folder.resolve("experiment.yaml").toString(),
                JobFolder.experiment(folder),
                ContenderKinds.facts(kinds));
        return ComparisonResult.read(folder, experiment, kinds);
    }

    /// Writes every form of a report into the folder.
    public static void write(ComparisonReport report, Path folder, Output output) {
        Provenance provenance = report.provenance();
        AtomicFiles.write(folder.resolve("report.json"), JsonReport.render(report.json()));
        AtomicFiles.write(folder.resolve("figures.csv"), CsvTables.render(report.figures()));
        AtomicFiles.write(folder.resolve("tables.csv"), CsvTables.render(report.tables()));
        AtomicFiles.write(folder.resolve("tables.tex"), LatexTables.render(report.tables()));
        AtomicFiles.write(folder.resolve("report.html"), report.rendering().html(provenance));
        output.note("Report: " + folder.resolve("report.html"));
    }
}

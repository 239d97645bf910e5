package dev.sommelier.cli.wiring;

import dev.sommelier.cli.terminal.Output;
import dev.sommelier.core.SommelierException;
import dev.sommelier.datasets.DatasetStore;
import dev.sommelier.experiments.compare.JobFolder;
import dev.sommelier.experiments.compare.Kind;
import dev.sommelier.experiments.compare.Material;
import dev.sommelier.experiments.compare.spec.TaskType;
import dev.sommelier.experiments.report.CsvTables;
import dev.sommelier.experiments.report.JsonReport;
import dev.sommelier.experiments.report.LatexTables;
import dev.sommelier.experiments.tune.Tuning;
import dev.sommelier.experiments.tune.TuningFile;
import dev.sommelier.experiments.tune.TuningJob;
import dev.sommelier.experiments.tune.TuningReport;
import dev.sommelier.experiments.tune.TuningResult;
import dev.sommelier.io.AtomicFiles;
import dev.sommelier.io.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// A search for hyper-parameters from its file to its report.
public final class TuningRun {
    private TuningRun() {}

    /// The validation and test parts of a search's data sets, each fetched where it is known and not here.
    ///
    /// @throws SommelierException if the task does not fit a data set
    public static Map<String, TuningJob.Parts> parts(Tuning tuning, Output output) {
        var parts = new LinkedHashMap<String, TuningJob.Parts>();
        for (var name : tuning.data()) {
            var dataset = new DatasetStore(Home.fromEnvironment()).openOrGet(name, output.progress());
            if (tuning.task().type() == TaskType.RATING && dataset.scale().isEmpty()) {
                throw new SommelierException("data set " + name + " has no ratings to predict (its interactions are"
                        + " implicit); choose another task, or a data set with ratings, such as ml-100k");
            }
            var cut = tuning.rules().cut(dataset);
            var split = cut.split();
            if (split.validation().size() < 2) {
                throw new SommelierException(
                        "data set " + name + " has " + split.validation().size()
                                + " users with a validation item (three interactions or more); at least 2 are needed");
            }
            parts.put(
                    name,
                    new TuningJob.Parts(
                            Material.validation(cut.dataset(), split, tuning.seed()),
                            Material.test(cut.dataset(), split, tuning.seed())));
        }
        return parts;
    }

    /// How, where and when.
    public static Map<String, String> provenance(Map<String, TuningJob.Parts> parts, Tuning tuning) {
        var materials = new LinkedHashMap<String, Material>();
        parts.forEach((name, both) -> materials.put(name, both.test()));
        return ComparisonRun.provenance(materials, tuning.rules());
    }

    /// Works on a search until it is done or the user interrupts.
    ///
    /// @return whether it is done
    public static boolean run(TuningJob job, Output output) {
        try (var interrupt = new Interrupt(output)) {
            return job.run(output.progress(), interrupt::wanted);
        }
    }

    /// Whether a folder holds a search.
    public static boolean in(Path folder) {
        return Files.isRegularFile(folder.resolve(TuningJob.FILE));
    }

    /// The report of a finished search, from its folder alone.
    public static TuningReport report(Path folder, Map<String, Kind> kinds) {
        var tuning = TuningFile.read(
                folder.resolve(TuningJob.FILE).toString(),
                JobFolder.text(folder, TuningJob.FILE),
                ContenderKinds.facts(kinds));
        return TuningReport.of(TuningResult.read(folder, tuning));
    }

    /// Writes every form of a report into the folder, and experiments with what was chosen.
    public static void write(TuningReport report, Path folder, Output output) {
        AtomicFiles.write(folder.resolve("report.json"), JsonReport.render(report.json()));
        AtomicFiles.write(folder.resolve("figures.csv"), CsvTables.render(report.figures()));
        AtomicFiles.write(folder.resolve("tables.csv"), CsvTables.render(report.tables()));
        AtomicFiles.write(folder.resolve("tables.tex"), LatexTables.render(report.tables()));
        AtomicFiles.write(folder.resolve("report.html"), report.rendering().html(report.provenance()));
        output.note("Report: " + folder.resolve("report.html"));
        report.experiments().forEach((data, text) -> {
            var file = folder.resolve("tuned-" + data.replaceAll("[^A-Za-z0-9._-]", "_") + ".yaml");
            AtomicFiles.write(file, text);
            output.note("Experiment with what was chosen, for 'sommelier compare': " + file);
        });
    }
}

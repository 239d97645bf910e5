package dev.sommelier.experiments.compare.report;

import dev.sommelier.core.Provenance;
import dev.sommelier.experiments.compare.ComparisonResult;
import dev.sommelier.experiments.report.Cell;
import dev.sommelier.experiments.report.Rendering;
import dev.sommelier.experiments.report.ResultTable;
import dev.sommelier.experiments.report.TextTable;
import dev.sommelier.experiments.report.Wrap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A comparison's report in every form. The same folder gives the same bytes.
public final class ComparisonReport {
    /// The report as data.
    ///
    /// @param name the experiment's name
    /// @param findings what came out, in sentences
    /// @param warnings what a reader must know before believing a figure
    /// @param tables every figure
    /// @param provenance how it was made
    public record Json(
            String name,
            List<String> findings,
            List<String> warnings,
            List<ResultTable> tables,
            Map<String, String> provenance) {}

    private final ComparisonResult result;
    private final List<StageTables> stages = new ArrayList<>();

    private ComparisonReport(ComparisonResult result) {
        this.result = result;
        var experiment = result.experiment();
        for (int i = 0; i < result.stages().size(); i++) {
            stages.add(new StageTables(
                    "stage-" + (i + 1), result.stages().get(i), experiment.statistics(), experiment.seed()));
        }
    }

    /// Measures and tests what a comparison found.
    public static ComparisonReport of(ComparisonResult result) {
        return new ComparisonReport(result);
    }

    /// Every table: the contenders, then stage by stage.
    public List<ResultTable> tables() {
        var tables = new ArrayList<ResultTable>();
        tables.add(contenders());
        stages.forEach(stage -> tables.addAll(stage.all()));
        return List.copyOf(tables);
    }

    private ResultTable contenders() {
        return new ResultTable(
                "contenders",
                "The contenders with every parameter",
                List.of("contender", "made by"),
                List.of(),
                result.experiment().contenders().stream()
                        .map(one -> List.<Cell>of(new Cell.Words(one.name()), new Cell.Words(one.text())))
                        .toList());
    }

    /// Every table of figures, without those of cost: the same bytes however often the comparison was interrupted.
    public List<ResultTable> figures() {
        return tables().stream().filter(table -> !table.id().endsWith("-cost")).toList();
    }

    /// For a terminal.
    public String text() {
        var parts = new ArrayList<String>();
        parts.add(result.experiment().name() + "\n");
        warnings().forEach(warning -> parts.add(Wrap.hanging("! ", warning, TextTable.WIDTH)));
        parts.add(contenders().render());
        for (var stage : stages) {
            parts.add(stage.quality().render());
            parts.add(stage.tests().render());
            parts.add(stage.groups().render());
            parts.add(stage.cost().render());
        }
        parts.add(findings().stream()
                .map(sentence -> Wrap.hanging("", sentence, TextTable.WIDTH))
                .collect(Collectors.joining()));
        return String.join("\n", parts);
    }

    /// As data.
    public Json json() {
        return new Json(result.experiment().name(), findings(), warnings(), tables(), result.provenance());
    }

    /// For publication.
    public Rendering rendering() {
        return new Rendering(
                tables(),
                provenance -> ComparisonPage.of(result.experiment(), contenders(), stages, findings(), warnings())
                        .provenance(provenance)
                        .render());
    }

    /// How it was made.
    public Provenance provenance() {
        return new Provenance(result.provenance());
    }

    private List<String> findings() {
        return stages.stream().flatMap(stage -> Verdicts.of(stage).stream()).toList();
    }

    private List<String> warnings() {
        var warnings = new ArrayList<String>();
        stages.forEach(stage -> warnings.addAll(stage.failures()));
        stages.stream()
                .filter(stage -> stage.comparedUsers() < 50)
                .forEach(
                        stage -> warnings.add(
                                stage.stage().stage().title() + ": only " + stage.comparedUsers()
                                        + " users are compared; intervals are too narrow for so few, and only large differences show."));
        return warnings;
    }
}

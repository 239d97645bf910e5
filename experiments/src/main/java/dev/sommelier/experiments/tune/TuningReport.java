package dev.sommelier.experiments.tune;

import dev.sommelier.core.Provenance;
import dev.sommelier.experiments.compare.spec.TaskSpec;
import dev.sommelier.experiments.compare.yaml.Fields;
import dev.sommelier.experiments.report.Cell;
import dev.sommelier.experiments.report.Figures;
import dev.sommelier.experiments.report.HtmlPage;
import dev.sommelier.experiments.report.Rendering;
import dev.sommelier.experiments.report.ResultTable;
import dev.sommelier.experiments.report.TextTable;
import dev.sommelier.experiments.report.Wrap;
import dev.sommelier.experiments.tune.TuningResult.Search;
import dev.sommelier.experiments.tune.TuningResult.Trial;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The report of a search in every form.
public final class TuningReport {
    /// The report as data.
    ///
    /// @param name the search's name
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

    private final TuningResult result;

    private TuningReport(TuningResult result) {
        this.result = result;
    }

    /// The report of what a search found.
    public static TuningReport of(TuningResult result) {
        return new TuningReport(result);
    }

    private String metric() {
        return result.tuning().task().metric();
    }

    private String cutOff() {
        return result.tuning().task() instanceof TaskSpec.Ranking ranking ? "@" + ranking.k() : "";
    }

    private static String name(Search search) {
        return search.data() + ": " + search.kind().name();
    }

    private ResultTable chosen() {
        return new ResultTable(
                "chosen",
                "The best of each contender by validation " + metric() + cutOff() + ", fitted again on train and"
                        + " validation and measured on the test items once; 95 % bootstrap intervals over users. The"
                        + " validation score of the best of many trials is too high by its choice; the test score is"
                        + " not",
                List.of("contender"),
                List.of("trials", "validation " + metric(), "of the preset", "test " + metric() + cutOff()),
                result.searches().stream()
                        .map(one -> List.of(
                                new Cell.Words(name(one)),
                                new Cell.Count(one.trials().size()),
                                cell(one.best().outcome(), metric()),
                                cell(one.preset().outcome(), metric()),
                                cell(one.test(), metric())))
                        .toList());
    }

    private ResultTable parameters() {
        return new ResultTable(
                "parameters",
                "The chosen values of what was searched, and where they lie at the edge of their space",
                List.of("contender", "chosen", "edge"),
                List.of(),
                result.searches().stream()
                        .map(one -> List.<Cell>of(
                                new Cell.Words(name(one)),
                                new Cell.Words(text(one, one.best())),
                                new Cell.Words(edge(one))))
                        .toList());
    }

    private ResultTable test() {
        var metrics = result.tuning().task().type().metrics();
        return new ResultTable(
                "test",
                "The chosen ones on the test items, measured once",
                List.of("contender"),
                metrics.stream().map(metric -> metric + cutOff()).toList(),
                result.searches().stream()
                        .map(one -> {
                            var row = new ArrayList<Cell>(List.of(new Cell.Words(name(one))));
                            metrics.forEach(metric -> row.add(cell(one.test(), metric)));
                            return List.<Cell>copyOf(row);
                        })
                        .toList());
    }

    private ResultTable trials(int number) {
        var one = result.searches().get(number);
        var rows = new ArrayList<List<Cell>>();
        for (var trial : one.trials()) {
            var outcome = trial.outcome();
            rows.add(List.of(
                    new Cell.Words((trial.number() == 0 ? "preset" : Integer.toString(trial.number()))
                            + (trial.number() == one.best().number() ? " *" : "")),
                    new Cell.Words(text(one, trial)),
                    new Cell.Words(outcome.failure()),
                    new Cell.Count(trial.round() + 1L),
                    new Cell.Count(outcome.users()),
                    cell(outcome, metric())));
        }
        return new ResultTable(
                "trials-" + (number + 1),
                one.data() + ", " + one.kind().name() + ": all candidates, best first, * the chosen one; "
                        + rounds(one.kind()),
                List.of("trial", "parameters", "failure"),
                List.of("rounds", "users", "validation " + metric() + cutOff()),
                rows);
    }

    private ResultTable seconds() {
        return new ResultTable(
                "cost",
                "What it cost: seconds of all fits and answers, and of the chosen one's last fit and all its answers on"
                        + " the test part",
                List.of("contender"),
                List.of("all s", "fit s", "answers s"),
                result.searches().stream()
                        .map(one -> List.<Cell>of(
                                new Cell.Words(one.data() + ": " + one.kind().name()),
                                new Cell.Amount(one.seconds()),
                                new Cell.Amount(one.test().fitSeconds()),
                                new Cell.Amount(one.test().answerSeconds())))
                        .toList());
    }

    private static String rounds(TunedKind kind) {
        if (kind.rounds() == 1) {
            return "one round with the whole budget";
        }
        return kind.rounds() + " rounds, one of " + kind.reduction() + " goes on with " + kind.reduction()
                + " times the " + kind.budget().orElse("users");
    }

    private Cell cell(TrialOutcome outcome, String metric) {
        if (!outcome.scored()) {
            return Cell.none();
        }
        var interval = outcome.interval(metric);
        return interval.isEmpty() && metric.equals(metric()) ? new Cell.Figure(outcome.score()) : Cell.of(interval);
    }

    /// What a candidate says of the hyper-parameters that are searched.
    private static String text(Search search, Trial trial) {
        return search.kind().space().domains().keySet().stream()
                .map(name -> name + "=" + trial.parameters().text(name))
                .collect(Collectors.joining(" "));
    }

    private static String edge(Search search) {
        return String.join("; ", search.kind().space().edges(search.best().parameters()));
    }

    /// Every table: the choices, then all trials, then the cost.
    public List<ResultTable> tables() {
        var tables = new ArrayList<>(figures());
        tables.add(seconds());
        return List.copyOf(tables);
    }

    /// Every table of figures: the same bytes however often the search was interrupted.
    public List<ResultTable> figures() {
        var tables = new ArrayList<ResultTable>();
        tables.add(chosen());
        tables.add(parameters());
        tables.add(test());
        for (int i = 0; i < result.searches().size(); i++) {
            tables.add(trials(i));
        }
        return List.copyOf(tables);
    }

    /// For a terminal.
    public String text() {
        var parts = new ArrayList<String>();
        parts.add(result.tuning().name() + "\n");
        warnings().forEach(warning -> parts.add(Wrap.hanging("! ", warning, TextTable.WIDTH)));
        parts.add(chosen().render());
        parts.add(test().render());
        parts.add(seconds().render());
        parts.add(findings().stream()
                .map(sentence -> Wrap.hanging("", sentence, TextTable.WIDTH))
                .collect(Collectors.joining()));
        return String.join("\n", parts);
    }

    /// As data.
    public Json json() {
        return new Json(result.tuning().name(), findings(), warnings(), tables(), result.provenance());
    }

    /// How it was made.
    public Provenance provenance() {
        return new Provenance(result.provenance());
    }

    /// For publication.
    public Rendering rendering() {
        return new Rendering(
                tables(), provenance -> page().provenance(provenance).render());
    }

    private HtmlPage page() {
        var page = new HtmlPage(
                result.tuning().name(),
                String.join(", ", result.tuning().data()) + ", "
                        + result.tuning().contenders().size() + " contenders, seed "
                        + result.tuning().seed());
        page.findings(findings()).warnings(warnings());
        page.section(
                "chosen",
                "What was chosen",
                "",
                HtmlPage.table(chosen())
                        + HtmlPage.table(parameters())
                        + HtmlPage.table(test())
                        + HtmlPage.table(seconds()));
        for (int i = 0; i < result.searches().size(); i++) {
            var one = result.searches().get(i);
            page.section(
                    "trials-" + (i + 1),
                    one.data() + ": " + one.kind().name(),
                    "Searched: " + one.kind().space().text(),
                    HtmlPage.table(trials(i)));
        }
        return page;
    }

    private List<String> findings() {
        return result.searches().stream()
                .filter(one -> one.best().outcome().scored())
                .map(one -> {
                    var name = one.data() + ": " + one.kind().name();
                    if (one.best().number() == 0) {
                        return name + ": no candidate was better than the preset on the validation part.";
                    }
                    var best = one.best().outcome();
                    var preset = one.preset().outcome();
                    return name + ": " + text(one, one.best()) + " has " + metric() + " " + Figures.four(shown(best))
                            + " on the validation part"
                            + (preset.scored() ? ", the preset " + Figures.four(shown(preset)) + "." : ".");
                })
                .toList();
    }

    private double shown(TrialOutcome outcome) {
        return outcome.interval(metric()).map(interval -> interval.mean()).orElse(outcome.score());
    }

    private List<String> warnings() {
        var warnings = new ArrayList<String>();
        for (var one : result.searches()) {
            var name = one.data() + ": " + one.kind().name();
            if (!one.best().outcome().scored()) {
                warnings.add(name + ": no candidate has a score: "
                        + one.best().outcome().failure());
                continue;
            }
            var edge = edge(one);
            if (!edge.isEmpty()) {
                warnings.add(name + ": " + edge + ": better values may lie beyond.");
            }
            long failed = one.trials().stream()
                    .filter(trial -> !trial.outcome().scored())
                    .count();
            if (failed > 0) {
                warnings.add(
                        name + ": " + failed + " of " + one.trials().size() + " candidates failed, see the trials.");
            }
            if (!one.test().scored()) {
                warnings.add(name + ": the test failed: " + one.test().failure());
            }
        }
        return warnings;
    }

    /// Experiments for `sommelier compare` with what was chosen, as YAML by the name of the data set.
    public Map<String, String> experiments() {
        var experiments = new LinkedHashMap<String, String>();
        for (var data : result.tuning().data()) {
            var text = new StringBuilder(
                    "name: \"" + result.tuning().name().replace("\\", "\\\\").replace("\"", "\\\"")
                            + ", tuned\"\ndata: " + quoted(data) + "\nseed: "
                            + result.tuning().seed() + "\ntasks:\n  - "
                            + task() + "\ncontenders:\n");
            result.searches().stream()
                    .filter(one ->
                            one.data().equals(data) && one.best().outcome().scored())
                    .forEach(one -> {
                        text.append("  - {kind: ")
                                .append(one.kind().kind())
                                .append(", name: ")
                                .append(quoted(one.kind().name()));
                        one.best()
                                .parameters()
                                .values()
                                .forEach((key, value) -> text.append(", ")
                                        .append(key)
                                        .append(": ")
                                        .append(quoted(value)));
                        text.append("}\n");
                    });
            text.append(rules());
            experiments.put(data, text.toString());
        }
        return experiments;
    }

    private String rules() {
        var rules = result.tuning().rules();
        var text = new StringBuilder();
        if (!rules.filters().isEmpty()) {
            text.append(rules.filters().stream()
                    .map(one -> one.name() + ": " + quoted(one.value()))
                    .collect(Collectors.joining(", ", "\nfilters: {", "}")));
        }
        Optional.ofNullable(rules.facts().get("split")).ifPresent(split -> {
            var words = List.of(split.split(" "));
            text.append("\nsplit: {rule: ").append(words.getFirst());
            words.stream()
                    .skip(1)
                    .filter(word -> !word.startsWith("seed="))
                    .forEach(word -> text.append(", ").append(word.replace("=", ": ")));
            text.append("}");
        });
        return text.toString();
    }

    private String task() {
        var task = result.tuning().task();
        var type = "{task: " + Fields.name(task.type()) + ", metric: " + task.metric()
                + task.users().map(users -> ", users: " + users).orElse("");
        return type
                + switch (task) {
                    case TaskSpec.Ranking ranking ->
                        ", k: " + ranking.k()
                                + ranking.view()
                                        .events()
                                        .map(n -> ", histories: " + n + ", end: "
                                                + Fields.name(ranking.view().end()))
                                        .orElse("")
                                + ranking.view()
                                        .newItems()
                                        .map(n -> ", new-items: " + n)
                                        .orElse("")
                                + "}";
                    case TaskSpec.Click click ->
                        ", negatives: " + click.negatives() + ", sampling: " + Fields.name(click.sampling()) + "}";
                    case TaskSpec.Rating rating -> "}";
                    case TaskSpec.Rerank rerank -> throw new IllegalStateException("re-ranking does not stand alone");
                };
    }

    /// Names and values without quotes where YAML reads them as they are.
    private static String quoted(String value) {
        return value.matches("[A-Za-z0-9][A-Za-z0-9._-]*")
                ? value
                : "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}

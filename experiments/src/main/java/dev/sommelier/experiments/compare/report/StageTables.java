package dev.sommelier.experiments.compare.report;

import dev.sommelier.experiments.compare.AskedUser;
import dev.sommelier.experiments.compare.ContenderResult;
import dev.sommelier.experiments.compare.StageResult;
import dev.sommelier.experiments.compare.UserAnswer;
import dev.sommelier.experiments.compare.spec.Statistics;
import dev.sommelier.experiments.compare.spec.TaskSpec;
import dev.sommelier.experiments.compare.spec.TaskType;
import dev.sommelier.experiments.report.Cell;
import dev.sommelier.experiments.report.ResultTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/// The tables of one stage.
final class StageTables {
    private static final double MILLIS = 1e3;
    private static final double P95 = .95;
    private static final double MEGABYTE = 1e6;

    private final String id;
    private final StageResult stage;
    private final Measures measures;
    private final List<Measured> measured;
    private final Contrast contrast;
    private final Statistics statistics;
    private final List<Slices> slices;

    /// @param id short, unique within the report
    StageTables(String id, StageResult stage, Statistics statistics, long seed) {
        this.id = id;
        this.stage = stage;
        this.statistics = statistics;
        this.measures = new Measures(stage, statistics.resamples(), seed);
        this.measured = measures.all();
        this.contrast = Contrast.of(measured, higher(), statistics, seed);
        this.slices = cut(seed);
    }

    String id() {
        return id;
    }

    StageResult stage() {
        return stage;
    }

    List<Measured> measured() {
        return measured;
    }

    Contrast contrast() {
        return contrast;
    }

    String metric() {
        return stage.stage().task().metric();
    }

    /// Whether higher values of the tested metric are better.
    boolean higher() {
        return TaskType.higher(metric());
    }

    int comparedUsers() {
        return measures.compared().length;
    }

    /// All tables; those of cost last.
    List<ResultTable> all() {
        var all = new ArrayList<>(List.of(quality(), tests(), groups()));
        slices.forEach(one -> all.add(one.table(id)));
        all.addAll(List.of(examples(), cost(), frontier()));
        return List.copyOf(all);
    }

    ResultTable quality() {
        var type = stage.stage().task().type();
        var rows = new ArrayList<List<Cell>>();
        for (var one : measured) {
            var row = new ArrayList<Cell>(List.of(new Cell.Words(one.name())));
            for (var metric : type.metrics()) {
                row.add(Optional.ofNullable(one.plain().get(metric))
                        .<Cell>map(Cell.Figure::new)
                        .orElseGet(() -> Cell.of(
                                Optional.ofNullable(one.figures().get(metric)).flatMap(figure -> figure))));
            }
            row.add(new Cell.Count(one.result().failed()));
            rows.add(row);
        }
        var numbers = new ArrayList<String>();
        type.metrics().forEach(metric -> numbers.add(metric + cutOff()));
        numbers.add("failed users");
        return new ResultTable(
                id + "-quality",
                stage.stage().title() + "; " + comparedUsers() + " of "
                        + stage.users().size() + " users compared, 95 % bootstrap intervals over users; "
                        + (higher() ? "higher is better" : "lower is better"),
                List.of("contender"),
                numbers,
                rows);
    }

    private String cutOff() {
        return switch (stage.stage().task()) {
            case TaskSpec.Ranking ranking -> "@" + ranking.k();
            case TaskSpec.Rerank rerank -> "@" + rerank.k();
            case TaskSpec.Rating rating -> "";
            case TaskSpec.Click click -> "";
        };
    }

    private String tested() {
        return switch (metric()) {
            case "RMSE" -> "squared error";
            case "MAE" -> "absolute error";
            case "AUC", "GAUC" -> "AUC of each user";
            default -> metric() + cutOff();
        };
    }

    ResultTable tests() {
        var rows = contrast.rows().stream()
                .map(row -> List.<Cell>of(
                        new Cell.Words(row.name()),
                        new Cell.Words(verdict(row)),
                        new Cell.Estimate(row.difference(), true),
                        new Cell.Chance(row.p()),
                        new Cell.Count(row.more()),
                        new Cell.Count(row.less()),
                        new Cell.Figure(row.detectable())))
                .toList();
        return new ResultTable(
                id + "-tests",
                tested() + " minus that of " + contrast.baseline().orElse("(no baseline with figures)")
                        + ", user by user: bootstrap interval, paired t-test corrected by "
                        + statistics.correction().title() + ", and the smallest difference that so many users would"
                        + " have shown in 8 of 10 experiments",
                List.of("contender", "verdict"),
                List.of("difference", "p", "users higher", "users lower", "detectable"),
                rows);
    }

    private String verdict(Contrast.Row row) {
        if (row.p() >= statistics.level()) {
            return "not told apart";
        }
        return row.difference().mean() > 0 == higher() ? "better" : "worse";
    }

    ResultTable groups() {
        var rows = new ArrayList<List<Cell>>();
        for (int i = 0; i < contrast.groups().size(); i++) {
            var group = contrast.groups().get(i);
            rows.add(List.of(
                    new Cell.Words(Integer.toString(i + 1)),
                    new Cell.Words(String.join(", ", group)),
                    new Cell.Count(group.size())));
        }
        return new ResultTable(
                id + "-groups",
                "Contenders within a line cannot be told apart: all pairs, paired t-test on " + tested()
                        + ", corrected by " + statistics.correction().title() + "; best line first",
                List.of("line", "contenders"),
                List.of("size"),
                rows);
    }

    /// By the length of the history, by the popularity of the held-out item, and by what that item is.
    List<Slices> slices() {
        return slices;
    }

    private List<Slices> cut(long seed) {
        int[] users = measures.compared();
        return Stream.of(
                        Cut.thirds(
                                "history",
                                "the length of the history (thirds)",
                                "events",
                                users.length,
                                u -> user(users[u]).history()),
                        Cut.thirds(
                                "popularity",
                                "how many users know the held-out item (thirds)",
                                "users",
                                users.length,
                                u -> user(users[u]).popularity()),
                        Cut.named(
                                "kinds",
                                "what the held-out item is (a user may stand in several slices)",
                                users.length,
                                u -> user(users[u]).groups()))
                .map(cut -> new Slices(cut, tested(), measured, statistics.resamples(), seed))
                .toList();
    }

    private AskedUser user(int position) {
        return stage.users().get(position);
    }

    /// Where the best language model and the best classic differ most.
    ResultTable examples() {
        return Examples.of(id + "-examples", tested(), higher(), stage.users(), measures.compared(), measured);
    }

    /// Who is not beaten in quality by anybody who answers faster. Its name ends like that of a table of cost, because
    /// it depends on seconds.
    ResultTable frontier() {
        return Frontier.table(id + "-frontier-cost", tested(), higher(), measured);
    }

    ResultTable cost() {
        var rows = stage.contenders().stream()
                .map(one -> List.<Cell>of(
                        new Cell.Words(one.spec().name()),
                        new Cell.Amount(one.training()),
                        new Cell.Amount(seconds(one)),
                        new Cell.Amount(quantile(one, .5) * MILLIS),
                        new Cell.Amount(quantile(one, P95) * MILLIS),
                        new Cell.Amount(one.peak() / MEGABYTE),
                        sum(one, UserAnswer::calls),
                        sum(one, UserAnswer::promptTokens),
                        sum(one, UserAnswer::sharedTokens),
                        sum(one, UserAnswer::generatedTokens)))
                .toList();
        return new ResultTable(
                id + "-cost",
                "What it cost: seconds of fitting and of all answers, milliseconds a user, the most megabytes in"
                        + " Java's heap meanwhile (all that lay there, so a bound from above; without native memory, such"
                        + " as a language model's), the language model's calls"
                        + " and tokens (read, reused from an earlier reading, written)",
                List.of("contender"),
                List.of("fit s", "answers s", "median ms", "95th ms", "peak MB", "calls", "read", "reused", "written"),
                rows);
    }

    static double seconds(ContenderResult one) {
        return total(one, UserAnswer::seconds);
    }

    private static double total(ContenderResult one, ToDoubleFunction<UserAnswer> value) {
        return one.answers().stream().mapToDouble(value).sum();
    }

    private static Cell sum(ContenderResult one, ToLongFunction<UserAnswer> value) {
        return new Cell.Count(one.answers().stream().mapToLong(value).sum());
    }

    /// The value below which so large a share of the users' times lies, by the nearest rank.
    static double quantile(ContenderResult one, double share) {
        var times =
                one.answers().stream().mapToDouble(UserAnswer::seconds).sorted().toArray();
        return times.length == 0 ? 0 : times[Math.max(0, (int) Math.ceil(share * times.length) - 1)];
    }

    /// Why contenders failed, by contender; empty where none did.
    List<String> failures() {
        var sentences = new ArrayList<String>();
        if (!stage.failure().isEmpty()) {
            sentences.add(
                    stage.stage().title() + ": nobody could be asked, as the candidates failed: " + stage.failure());
        }
        for (var one : stage.contenders()) {
            var causes = new LinkedHashMap<String, Integer>();
            one.answers().stream()
                    .filter(UserAnswer::failed)
                    .forEach(answer -> causes.merge(answer.failure(), 1, Integer::sum));
            causes.forEach((cause, users) -> sentences.add(stage.stage().title() + ": "
                    + one.spec().name()
                    + " failed for " + users + " of " + one.answers().size() + " users: " + cause.replaceAll("\\.$", "")
                    + (stage.stage().task().type().lists()
                            ? "; they count 0"
                            : "; they leave the comparison for everybody, unless all failed")));
        }
        return sentences;
    }

    TaskType type() {
        return stage.stage().task().type();
    }
}

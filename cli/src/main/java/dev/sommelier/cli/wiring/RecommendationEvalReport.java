package dev.sommelier.cli.wiring;

import dev.sommelier.cli.wiring.RecommendationEvalJob.Evaluated;
import dev.sommelier.evaluation.Interval;
import dev.sommelier.evaluation.recommendation.Counts;
import dev.sommelier.evaluation.recommendation.Policies;
import dev.sommelier.evaluation.recommendation.RecommendationResult;
import dev.sommelier.evaluation.recommendation.UserFigure;
import dev.sommelier.experiments.report.TextTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Figures of recommendation lists as a table, CSV or a record for JSON; each names its policies and counts.
public final class RecommendationEvalReport {
    private RecommendationEvalReport() {}

    /// What JSON shows of one file.
    ///
    /// @param policies by name, in words
    /// @param perUser values by user and metric where they were asked for, else empty
    public record Document(
            String file,
            String order,
            Map<String, String> policies,
            Counts counts,
            List<Figure> figures,
            Map<String, Map<String, Double>> perUser) {}

    /// One metric.
    ///
    /// @param value absent where undefined
    /// @param low of the 95 % interval; absent for figures over all lists
    /// @param high of the interval
    /// @param users with a value; absent for figures over all lists
    /// @param undefined users without one
    public record Figure(
            String metric,
            Optional<Double> value,
            Optional<Double> low,
            Optional<Double> high,
            Optional<Integer> users,
            int undefined) {}

    /// For JSON.
    public static List<Document> documents(List<Evaluated> files, boolean perUser) {
        return files.stream()
                .map(file -> new Document(
                        file.file().toString(),
                        file.order(),
                        policies(file.result().policies()),
                        file.result().counts(),
                        figures(file.result()),
                        perUser ? perUser(file.result()) : Map.of()))
                .toList();
    }

    /// For people: a table for each file, then what was left out.
    public static String text(List<Evaluated> files, boolean perUser) {
        var text = new StringBuilder();
        for (var file : files) {
            text.append(text.isEmpty() ? "" : "\n")
                    .append(file.file())
                    .append(" (")
                    .append(file.order());
            text.append(")\n");
            if (perUser) {
                perUser(file.result())
                        .forEach((user, values) -> values.forEach((metric, value) -> text.append(metric)
                                .append('\t')
                                .append(user)
                                .append('\t')
                                .append(number(value))
                                .append('\n')));
            }
            var table = TextTable.of(List.of("Metric"), List.of("Value", "95 % from", "to", "Users"));
            for (var figure : figures(file.result())) {
                table.row(List.of(
                        figure.metric(),
                        figure.value().map(RecommendationEvalReport::number).orElse("undefined"),
                        figure.low().map(RecommendationEvalReport::number).orElse(""),
                        figure.high().map(RecommendationEvalReport::number).orElse(""),
                        figure.users().map(String::valueOf).orElse("")));
            }
            text.append(table.render());
            var counts = file.result().counts();
            text.append(counts.users()).append(" users, ").append(counts.catalogueItems());
            text.append(" catalogue items, ").append(counts.trainingPairs()).append(" training pairs.\n");
            policies(file.result().policies())
                    .forEach((name, policy) -> text.append(name)
                            .append(": ")
                            .append(policy)
                            .append(met(name, counts))
                            .append(".\n"));
        }
        return text.toString();
    }

    /// For other programs: a row for each metric, `all` as its user, then with `perUser` a row for each user.
    public static String csv(List<Evaluated> files, boolean perUser) {
        var text = new StringBuilder("file,metric,user,value,low,high,users,undefined\n");
        for (var file : files) {
            var name = CsvField.quoted(file.file().toString());
            for (var figure : figures(file.result())) {
                text.append(String.join(
                                ",",
                                name,
                                CsvField.quoted(figure.metric()),
                                "all",
                                plain(figure.value()),
                                plain(figure.low()),
                                plain(figure.high()),
                                plain(figure.users()),
                                Integer.toString(figure.undefined())))
                        .append('\n');
            }
            if (perUser) {
                perUser(file.result())
                        .forEach((user, values) -> values.forEach((metric, value) -> text.append(String.join(
                                        ",", name, CsvField.quoted(metric), CsvField.quoted(user), value.toString()))
                                .append(",,,,\n")));
            }
        }
        return text.toString();
    }

    private static List<Figure> figures(RecommendationResult result) {
        var figures = new ArrayList<Figure>();
        for (var figure : result.userFigures()) {
            figures.add(new Figure(
                    figure.metric(),
                    figure.mean().map(Interval::mean),
                    figure.mean().map(Interval::low),
                    figure.mean().map(Interval::high),
                    Optional.of(figure.perUser().size()),
                    figure.undefined()));
        }
        for (var figure : result.aggregateFigures()) {
            var value = figure.value();
            figures.add(new Figure(
                    figure.metric(),
                    value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    0));
        }
        return figures;
    }

    private static Map<String, Map<String, Double>> perUser(RecommendationResult result) {
        var users = new LinkedHashMap<String, Map<String, Double>>();
        for (UserFigure figure : result.userFigures()) {
            figure.perUser()
                    .forEach((user, value) -> users.computeIfAbsent(user, key -> new LinkedHashMap<>())
                            .put(figure.metric(), value));
        }
        return users;
    }

    private static Map<String, String> policies(Policies policies) {
        var words = new LinkedHashMap<String, String>();
        words.put("Users without test items", words(policies.usersWithoutTest()));
        words.put("Empty lists", words(policies.emptyLists()));
        words.put("Unknown items", words(policies.unknownItems()));
        words.put("Seen items", words(policies.seenItems()));
        words.put("Repeated items", words(policies.repeatedItems()));
        words.put(
                "Relevant",
                policies.relevantFrom() == Double.NEGATIVE_INFINITY
                        ? "every test item"
                        : "test items rated at least " + policies.relevantFrom());
        return words;
    }

    private static String words(Enum<?> policy) {
        return policy.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String met(String policy, Counts counts) {
        return switch (policy) {
            case "Users without test items" -> " (" + counts.usersWithoutTest() + ")";
            case "Empty lists" ->
                " (" + counts.emptyLists() + " empty, " + counts.usersWithoutList() + " users without a list)";
            case "Unknown items" -> " (" + counts.unknownItems() + ")";
            case "Seen items" -> " (" + counts.seenItems() + ")";
            case "Repeated items" -> " (" + counts.repeatedItems() + ")";
            default -> " (" + counts.irrelevantTestItems() + " are not)";
        };
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    private static String plain(Optional<?> value) {
        return value.map(Object::toString).orElse("");
    }
}

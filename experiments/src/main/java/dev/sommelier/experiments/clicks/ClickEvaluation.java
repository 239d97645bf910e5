package dev.sommelier.experiments.clicks;

import dev.sommelier.core.Usage;
import dev.sommelier.evaluation.prediction.Labelled;
import dev.sommelier.experiments.ContenderKind;
import dev.sommelier.io.Progress;
import dev.sommelier.judges.LogisticStack;
import dev.sommelier.judges.RatingPair;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/// Asks contenders whether users like items and measures them over the same pairs: AUC, GAUC, log loss, reliability.
///
/// A pair that a contender could not score is counted, with its cause, and leaves the comparison for everybody; a
/// contender that could score no pair has no figures and holds nobody back. Scores that are no probabilities are made
/// such by a logistic fit on pairs of other users.
public final class ClickEvaluation {
    private static final double EDGE = 1e-6;

    private final double liked;
    private final int resamples;
    private final long seed;
    private final Progress progress;

    /// Asks for one more row: a logistic stack of some contenders, fitted on pairs of other users.
    ///
    /// @param name the row's name, such as `Bias + LLM click`
    /// @param members the contenders' names; one member is a calibration
    public record Stack(String name, List<String> members) {
        public Stack {
            members = List.copyOf(members);
            if (members.isEmpty()) {
                throw new IllegalArgumentException("stack \"" + name + "\" needs at least one member");
            }
        }
    }

    /// @param liked ratings from here on count as clicks
    /// @param resamples bootstrap resamples of the users
    /// @param seed of the resampling
    public ClickEvaluation(double liked, int resamples, long seed, Progress progress) {
        this.liked = liked;
        this.resamples = resamples;
        this.seed = seed;
        this.progress = progress;
    }

    /// The table.
    ///
    /// @param contenders distinct names
    /// @param fitting pairs of other users
    /// @param test the pairs that count
    public ClickTable run(
            List<ClickContender> contenders, List<Stack> stacks, List<RatingPair> fitting, List<RatingPair> test) {
        var asked = new LinkedHashMap<String, Asked>();
        for (var contender : contenders) {
            var onTest = Scores.of(contender, "", test, progress);
            boolean fit = !contender.probability()
                    || stacks.stream().anyMatch(stack -> stack.members().contains(contender.name()));
            var onFitting = fit
                    ? Scores.of(contender, " (fitting)", fitting, progress)
                    : new Scores(List.of(), Map.of(), 0, Usage.NONE);
            if (asked.put(contender.name(), new Asked(contender, onTest, onFitting)) != null) {
                throw new IllegalArgumentException("two contenders are named \"" + contender.name() + "\"");
            }
        }
        int[] compared = IntStream.range(0, test.size())
                .filter(i -> asked.values().stream()
                        .filter(one -> one.onTest().anyAnswered())
                        .allMatch(one -> one.onTest().answered(i)))
                .toArray();
        var rows = new ArrayList<ClickTable.Row>();
        for (var one : asked.values()) {
            rows.add(row(one, fitting, test, compared));
        }
        for (var stack : stacks) {
            var members = stack.members().stream()
                    .map(name -> Objects.requireNonNull(asked.get(name), "no contender \"" + name + "\""))
                    .toList();
            rows.add(stacked(stack, members, fitting, test, compared));
        }
        double positive =
                IntStream.of(compared).filter(i -> clicked(test.get(i))).count();
        int users = (int)
                test.stream().map(pair -> pair.history().user()).distinct().count();
        return new ClickTable(
                test.size(),
                users,
                compared.length,
                compared.length == 0 ? 0 : positive / compared.length,
                fitting.size(),
                liked,
                rows);
    }

    private record Asked(ClickContender contender, Scores onTest, Scores onFitting) {
        /// The log-odds of a probability, a score as it is.
        double feature(Scores scores, int pair) {
            double value = scores.value(pair);
            if (!contender.probability()) {
                return value;
            }
            double p = Math.clamp(value, EDGE, 1 - EDGE);
            return Math.log(p / (1 - p));
        }
    }

    private boolean clicked(RatingPair pair) {
        return pair.truth() >= liked;
    }

    private ClickTable.Row row(Asked one, List<RatingPair> fitting, List<RatingPair> test, int[] compared) {
        var parameters = one.contender().parameters();
        double[] probabilities;
        if (!one.onTest().anyAnswered()) {
            probabilities = new double[0];
        } else if (one.contender().probability()) {
            probabilities = IntStream.of(compared)
                    .mapToDouble(i -> one.onTest().value(i))
                    .toArray();
        } else {
            var fit = fit(List.of(one), fitting);
            parameters = (parameters.isEmpty() ? "" : parameters + "; ") + describe(fit, List.of("score"));
            probabilities = applied(fit, List.of(one), compared);
        }
        var figures = figures(probabilities, test, compared);
        return new ClickTable.Row(
                one.contender().name(),
                one.contender().kind(),
                parameters,
                figures.auc(),
                figures.gauc(),
                figures.logLoss(),
                figures.reliability(),
                one.onTest().causes(),
                one.onTest().seconds() / test.size(),
                one.onTest().usage());
    }

    private ClickTable.Row stacked(
            Stack stack, List<Asked> members, List<RatingPair> fitting, List<RatingPair> test, int[] compared) {
        boolean possible = members.stream().allMatch(member -> member.onTest().anyAnswered());
        var fit = fit(members, fitting);
        var figures = figures(possible ? applied(fit, members, compared) : new double[0], test, compared);
        return new ClickTable.Row(
                stack.name(),
                ContenderKind.AGENT,
                describe(fit, stack.members()),
                figures.auc(),
                figures.gauc(),
                figures.logLoss(),
                figures.reliability(),
                possible ? Map.of() : Map.of("a member of the stack failed", test.size()),
                0,
                Usage.NONE);
    }

    private LogisticStack fit(List<Asked> members, List<RatingPair> fitting) {
        int[] usable = IntStream.range(0, fitting.size())
                .filter(i ->
                        members.stream().allMatch(member -> member.onFitting().answered(i)))
                .toArray();
        if (usable.length == 0) {
            return new LogisticStack(0, members.stream().map(member -> 0.0).toList());
        }
        var columns = new double[usable.length][];
        var truth = new boolean[usable.length];
        for (int n = 0; n < usable.length; n++) {
            int i = usable[n];
            columns[n] = members.stream()
                    .mapToDouble(member -> member.feature(member.onFitting(), i))
                    .toArray();
            truth[n] = clicked(fitting.get(i));
        }
        return LogisticStack.fit(columns, truth);
    }

    private static double[] applied(LogisticStack fit, List<Asked> members, int[] compared) {
        return IntStream.of(compared)
                .mapToDouble(i -> fit.apply(members.stream()
                        .mapToDouble(member -> member.feature(member.onTest(), i))
                        .toArray()))
                .toArray();
    }

    private ClickFigures figures(double[] probabilities, List<RatingPair> test, int[] compared) {
        var predictions = IntStream.range(0, probabilities.length)
                .mapToObj(n -> {
                    var pair = test.get(compared[n]);
                    return new Labelled(pair.history().user(), clicked(pair) ? 1 : 0, probabilities[n]);
                })
                .toList();
        return new ClickFigures(predictions, resamples, seed);
    }

    private static String describe(LogisticStack fit, List<String> members) {
        var terms = new StringBuilder(String.format(Locale.ROOT, "logistic of %.3f", fit.intercept()));
        for (int i = 0; i < members.size(); i++) {
            terms.append(String.format(Locale.ROOT, " + %.3f %s", fit.weights().get(i), members.get(i)));
        }
        return terms.toString();
    }
}

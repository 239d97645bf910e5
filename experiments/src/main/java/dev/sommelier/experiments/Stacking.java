package dev.sommelier.experiments;

import dev.sommelier.core.RatingScale;
import dev.sommelier.experiments.RatingEvaluation.Asked;
import dev.sommelier.io.Progress;
import dev.sommelier.judges.LinearStack;
import dev.sommelier.judges.RatingPair;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// Fits a [LinearStack] on validation pairs and applies it to the test predictions its members have made already, so
/// that no language model is asked twice.
final class Stacking {
    private final List<RatingContender> contenders;
    private final List<RatingPair> validation;
    private final RatingScale scale;
    private final Progress progress;
    private final Map<String, Predictions> onValidation = new LinkedHashMap<>();

    Stacking(List<RatingContender> contenders, List<RatingPair> validation, RatingScale scale, Progress progress) {
        this.contenders = contenders;
        this.validation = validation;
        this.scale = scale;
        this.progress = progress;
    }

    /// @param asked the members' test predictions by name
    Asked fit(StackOf wanted, Map<String, Asked> asked) {
        var fitted = wanted.members().stream()
                .map(name -> onValidation.computeIfAbsent(name, missing -> ask(wanted, missing)))
                .toList();
        int[] usable = IntStream.range(0, validation.size())
                .filter(i -> fitted.stream().noneMatch(predictions -> predictions.failed(i)))
                .toArray();
        var onTest = wanted.members().stream()
                .map(name -> Objects.requireNonNull(asked.get(name)).predictions())
                .toList();
        if (usable.length == 0) {
            return row(wanted, "not fitted", unfitted(onTest.getFirst().size()));
        }
        double[][] columns =
                IntStream.of(usable).mapToObj(i -> column(fitted, i)).toArray(double[][]::new);
        double[] truth =
                IntStream.of(usable).mapToDouble(i -> validation.get(i).truth()).toArray();
        var fit = LinearStack.fit(columns, truth);
        return row(wanted, describe(fit, wanted.members(), usable.length), applied(fit, onTest));
    }

    private Predictions ask(StackOf wanted, String name) {
        return contenders.stream()
                .filter(contender -> contender.name().equals(name))
                .findFirst()
                .map(member -> Predictions.of(name + " (validation)", member.onTrain(), validation, scale, progress))
                .orElseThrow(() ->
                        new IllegalArgumentException("stack \"" + wanted.name() + "\": no contender \"" + name + "\""));
    }

    private static Asked row(StackOf wanted, String parameters, Predictions predictions) {
        return new Asked(wanted.name(), ContenderKind.AGENT, parameters, predictions, Cost.NONE);
    }

    private static Predictions unfitted(int size) {
        return new Predictions(
                Collections.nCopies(size, OptionalDouble.empty()), Map.of("no validation pair to fit on", size), 0);
    }

    private Predictions applied(LinearStack fit, List<Predictions> members) {
        var values = IntStream.range(0, members.getFirst().size())
                .mapToObj(pair -> members.stream().anyMatch(member -> member.failed(pair))
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(scale.clip(fit.apply(column(members, pair)))))
                .toList();
        int failures = (int) values.stream().filter(OptionalDouble::isEmpty).count();
        return new Predictions(values, failures == 0 ? Map.of() : Map.of("a member of the stack failed", failures), 0);
    }

    private static double[] column(List<Predictions> members, int pair) {
        return members.stream().mapToDouble(member -> member.value(pair)).toArray();
    }

    private static String describe(LinearStack fit, List<String> members, int pairs) {
        var terms = new ArrayList<String>();
        terms.add(String.format(Locale.ROOT, "%.3f", fit.intercept()));
        for (int i = 0; i < members.size(); i++) {
            terms.add(String.format(Locale.ROOT, "%.3f %s", fit.weights().get(i), members.get(i)));
        }
        return String.join(" + ", terms) + ", fitted on " + pairs + " validation pairs";
    }
}

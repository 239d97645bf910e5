package dev.sommelier.experiments.compare.report;

import dev.sommelier.experiments.ContenderKind;
import dev.sommelier.experiments.report.Figures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Sentences that claim no more than the tests carry.
final class Verdicts {
    private Verdicts() {}

    static List<String> of(StageTables stage) {
        var sentences = new ArrayList<String>();
        var title = stage.stage().stage().title();
        var groups = stage.contrast().groups();
        if (groups.isEmpty()) {
            sentences.add(title + ": fewer than two contenders have figures, nothing is compared.");
            return sentences;
        }
        var first = groups.getFirst();
        sentences.add(title + ": " + first.getFirst() + " has the best " + stage.metric()
                + (first.size() == 1
                        ? ", told apart from all others."
                        : ", not told apart from " + String.join(", ", first.subList(1, first.size())) + "."));
        best(stage, ContenderKind.AGENT)
                .ifPresent(llm -> best(stage, ContenderKind.CLASSIC).ifPresent(classic -> {
                    boolean together = groups.stream()
                            .anyMatch(group -> group.contains(llm.name()) && group.contains(classic.name()));
                    boolean ahead = stage.higher() == llm.mean() > classic.mean();
                    sentences.add(title + ": the best contender with a language model is " + llm.name() + " ("
                            + Figures.four(llm.mean()) + "), the best without is " + classic.name() + " ("
                            + Figures.four(classic.mean()) + "); "
                            + (together
                                    ? "these two cannot be told apart."
                                    : "the language model is " + (ahead ? "better." : "worse.")));
                }));
        return sentences;
    }

    private static Optional<Measured> best(StageTables stage, ContenderKind part) {
        var order = Comparator.comparingDouble(Measured::mean);
        return stage.measured().stream()
                .filter(Measured::compared)
                .filter(one -> one.result().part() == part)
                .min(stage.higher() ? order.reversed() : order);
    }
}

package dev.sommelier.cli.wiring;

import dev.sommelier.experiments.ContenderKind;
import dev.sommelier.experiments.compare.Fitted;
import dev.sommelier.experiments.compare.Kind;
import dev.sommelier.experiments.compare.Material;
import dev.sommelier.experiments.compare.Scored;
import dev.sommelier.experiments.compare.Solver;
import dev.sommelier.experiments.compare.spec.KindFacts;
import dev.sommelier.experiments.compare.spec.TaskType;
import dev.sommelier.recommenders.click.ClickOptions;
import dev.sommelier.recommenders.click.FactorizationMachine;
import dev.sommelier.recommenders.store.ModelParameters;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/// The click predictors on ids and attributes.
enum ClickKind implements Kind {
    /// Logistic regression.
    LOGISTIC("epochs=5 rate=0.05 reg=0.0001 negatives=4 window=30"),
    /// Factorization machine.
    FM("factors=8 epochs=5 rate=0.05 reg=0.0001 negatives=4 window=30");

    private final String preset;

    ClickKind(String preset) {
        this.preset = preset;
    }

    @Override
    public KindFacts facts() {
        return new KindFacts(ModelParameters.parse(preset), Set.of(TaskType.CLICK, TaskType.RERANK));
    }

    @Override
    public ContenderKind part() {
        return ContenderKind.CLASSIC;
    }

    @Override
    public Fitted fit(Material material, ModelParameters parameters, Function<String, Fitted> others) {
        var model = FactorizationMachine.train(material.train(), ClickOptions.of(parameters, material.seed()));
        var solver = new Solver.Scores(
                question -> Scored.of(question.items().stream()
                        .map(item -> model.predict(question.history(), item))
                        .toList()),
                true);
        return task -> solver;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

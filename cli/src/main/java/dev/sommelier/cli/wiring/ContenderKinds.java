package dev.sommelier.cli.wiring;

import dev.sommelier.experiments.ContenderKind;
import dev.sommelier.experiments.compare.Kind;
import dev.sommelier.experiments.compare.spec.ContenderSpec;
import dev.sommelier.experiments.compare.spec.Experiment;
import dev.sommelier.experiments.compare.spec.KindFacts;
import dev.sommelier.llm.LanguageModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Every kind of contender that an experiment file may name.
public final class ContenderKinds {
    /// Where no model is needed.
    public static final Supplier<LanguageModel> NO_MODEL = () -> {
        throw new IllegalStateException("no contender of this experiment has a language model");
    };

    private ContenderKinds() {}

    /// All kinds by name, in the order to list them.
    ///
    /// @param encoders asked only by the recommenders that read texts
    /// @param model asked only when a contender with a language model is to run
    public static Map<String, Kind> all(Encoders encoders, Supplier<LanguageModel> model) {
        var kinds = new LinkedHashMap<String, Kind>();
        for (var classic : Classics.values()) {
            kinds.put(classic.toString(), new ClassicKind(classic, encoders));
        }
        for (var rating : RatingKind.values()) {
            kinds.put(rating.toString(), rating);
        }
        for (var click : ClickKind.values()) {
            kinds.put(click.toString(), click);
        }
        LlmKind.all(model).forEach(kind -> kinds.put(kind.toString(), kind));
        kinds.put(LlmRatingKind.NAME, new LlmRatingKind(model));
        AgentKind.all(model, encoders.usual()).forEach(kind -> kinds.put(kind.toString(), kind));
        return kinds;
    }

    /// All kinds, to read what others did: none of them runs.
    public static Map<String, Kind> toRead() {
        return all(Encoders.toRead(), NO_MODEL);
    }

    /// Whether an experiment needs a language model.
    public static boolean needModel(Experiment experiment, Map<String, Kind> kinds) {
        return needModel(
                experiment.contenders().stream().map(ContenderSpec::kind).toList(), kinds);
    }

    /// Whether any of some kinds needs a language model.
    public static boolean needModel(List<String> names, Map<String, Kind> kinds) {
        return names.stream().map(kinds::get).anyMatch(kind -> kind != null && kind.part() == ContenderKind.AGENT);
    }

    /// What experiment files may say of them.
    public static Map<String, KindFacts> facts(Map<String, Kind> kinds) {
        var facts = new LinkedHashMap<String, KindFacts>();
        kinds.forEach((name, kind) -> facts.put(name, kind.facts()));
        return facts;
    }
}

package dev.sommelier.experiments.compare;

import dev.sommelier.experiments.compare.spec.ContenderSpec;
import dev.sommelier.llm.ModelFailure;
import dev.sommelier.recommenders.store.ModelParameters;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The contenders of one data set, each fitted when it is first asked, once.
final class Fits {
    private final Material material;
    private final Map<String, Kind> kinds;
    private final Map<String, Outcome> outcomes = new HashMap<>();

    /// A fitted contender, how long that took and the most bytes in the heap meanwhile, or why there is none.
    sealed interface Outcome {
        record Ready(Fitted fitted, double seconds, long peak) implements Outcome {}

        record Broken(String cause) implements Outcome {}
    }

    Fits(Material material, Map<String, Kind> kinds) {
        this.material = material;
        this.kinds = kinds;
    }

    Material material() {
        return material;
    }

    /// @throws ModelFailure if all that follows would fail too
    Outcome get(ContenderSpec spec) {
        return get(spec.kind(), spec.parameters());
    }

    /// @throws IllegalStateException if the contender cannot be fitted
    Fitted fitted(ContenderSpec spec) {
        return fitted(spec.kind(), spec.parameters());
    }

    private Fitted fitted(String kind, ModelParameters parameters) {
        return switch (get(kind, parameters)) {
            case Outcome.Ready ready -> ready.fitted();
            case Outcome.Broken broken -> throw new IllegalStateException(kind + ": " + broken.cause());
        };
    }

    /// Lets a contender go, so that its memory can be used for others.
    void forget(ContenderSpec spec) {
        outcomes.remove(spec.kind() + " " + spec.parameters());
    }

    private Outcome get(String kind, ModelParameters parameters) {
        var key = kind + " " + parameters;
        var known = outcomes.get(key);
        if (known != null) {
            return known;
        }
        var outcome = fit(kind(kind), parameters);
        outcomes.put(key, outcome);
        return outcome;
    }

    private Kind kind(String name) {
        return Optional.ofNullable(kinds.get(name))
                .orElseThrow(() -> new IllegalArgumentException("no kind \"" + name + "\""));
    }

    private Outcome fit(Kind kind, ModelParameters parameters) {
        HeapPeak.reset();
        long start = System.nanoTime();
        try {
            var fitted = kind.fit(
                    material,
                    parameters,
                    other -> fitted(other, kind(other).facts().preset()));
            return new Outcome.Ready(fitted, (System.nanoTime() - start) / 1e9, HeapPeak.bytes());
        } catch (RuntimeException e) {
            if (e instanceof ModelFailure failure && failure.kind().endsJob()) {
                throw failure;
            }
            return new Outcome.Broken(Failure.words(e));
        } catch (OutOfMemoryError e) {
            return new Outcome.Broken(Failure.memory("fit it"));
        }
    }
}

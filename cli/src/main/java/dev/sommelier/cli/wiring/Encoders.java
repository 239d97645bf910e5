package dev.sommelier.cli.wiring;

import dev.sommelier.core.TextEncoder;
import dev.sommelier.recommenders.store.ModelParameters;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The text encoders of a comparison: the command's own, and those that single contenders name.
///
/// @param usual the command's own
/// @param named opens `minilm`, a GGUF file or a model of 'sommelier model list'
public record Encoders(Supplier<TextEncoder> usual, Function<String, TextEncoder> named) {
    /// The key by which a contender names its encoder.
    public static final String KEY = "encoder";

    /// What stands for the command's own encoder.
    public static final String USUAL = "default";

    /// MiniLM alone, to read what others did.
    public static Encoders toRead() {
        return new Encoders(Study.encoder(), name -> {
            throw new IllegalStateException("encoder " + name + " is asked for where nothing runs");
        });
    }

    /// The encoder that a contender's parameters name.
    ///
    /// @throws dev.sommelier.core.SommelierException if there is none of this name
    public TextEncoder of(ModelParameters parameters) {
        return name(parameters).map(named).orElseGet(usual);
    }

    /// The full names, with the hashes of model files, of all encoders that contenders name: they could change an
    /// answer.
    public Map<String, String> facts(Stream<ModelParameters> contenders) {
        var facts = new LinkedHashMap<String, String>();
        contenders
                .flatMap(parameters -> name(parameters).stream())
                .distinct()
                .forEach(name ->
                        facts.put("text encoder " + name, named.apply(name).name()));
        return facts;
    }

    private static Optional<String> name(ModelParameters parameters) {
        return Optional.ofNullable(parameters.values().get(KEY)).filter(name -> !name.equals(USUAL));
    }
}

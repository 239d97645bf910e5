package dev.sommelier.llm.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sommelier.core.SommelierException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// The models that can be asked for by name.
///
/// @param entries the models, smallest first
public record ModelCatalog(List<ModelEntry> entries) {
    /// The model that is used where none is named.
    public static final String DEFAULT_ID = "smollm2-135m-instruct-q8_0";

    public ModelCatalog {
        entries = List.copyOf(entries);
    }

    /// The catalogue that comes with Sommelier.
    public static ModelCatalog shipped() {
        try (var in = ModelCatalog.class.getResourceAsStream("models.json")) {
            return parse(Objects.requireNonNull(in, "models.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ModelCatalog parse(InputStream json) throws IOException {
        var entries = new ArrayList<ModelEntry>();
        for (var node : new ObjectMapper().readTree(json)) {
            entries.add(new ModelEntry(
                    text(node, "id"),
                    text(node, "title"),
                    text(node, "licence"),
                    text(node, "file"),
                    node.path("bytes").asLong(),
                    Optional.ofNullable(node.get("sha256")).map(JsonNode::asText),
                    node.path("contextTokens").asInt(),
                    StreamSupport.stream(node.path("sources").spliterator(), false)
                            .map(ModelCatalog::source)
                            .toList()));
        }
        return new ModelCatalog(entries);
    }

    private static ModelSource source(JsonNode node) {
        if (node.has("requantised")) {
            return new ModelSource.Requantised(
                    text(node, "requantised"),
                    text(node, "sha256"),
                    Quantization.of(text(node, "weights")),
                    text(node, "engine"));
        }
        return node.has("hub")
                ? new ModelSource.Hub(URI.create(text(node, "hub")))
                : new ModelSource.Pip(text(node, "pip"), text(node, "version"), text(node, "member"));
    }

    private static String text(JsonNode node, String key) {
        var value = node.get(key);
        if (value == null || !value.isTextual()) {
            throw new IllegalArgumentException("a model of the catalogue lacks the text \"" + key + "\": " + node);
        }
        return value.asText();
    }

    /// The model of this name.
    ///
    /// @throws SommelierException if there is none, naming those there are
    public ModelEntry entry(String id) {
        return entries.stream()
                .filter(entry -> entry.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new SommelierException("there is no model \"" + id + "\"; known are "
                        + entries.stream().map(ModelEntry::id).collect(Collectors.joining(", "))
                        + ", or give the path of a .gguf file"));
    }
}

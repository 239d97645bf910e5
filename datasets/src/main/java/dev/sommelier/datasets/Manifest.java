package dev.sommelier.datasets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sommelier.core.RatingScale;
import dev.sommelier.core.SommelierException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is known of a stored data set without reading it; its `provenance.json`.
///
/// @param name the name that commands use
/// @param source who served the data
/// @param licence what may be done with the data
/// @param obtained when, in ISO 8601
/// @param contentHash the SHA-256 over the canonical files
/// @param attributes the attributes that tools may use
/// @param scale low, high and step of the ratings; empty where implicit
/// @param users the number of users
/// @param items the number of items
/// @param interactions the number of interactions
/// @param details what else led to these bytes, such as the hashes of a person's own files
public record Manifest(
        String name,
        String source,
        String licence,
        String obtained,
        String contentHash,
        List<String> attributes,
        List<Double> scale,
        int users,
        int items,
        int interactions,
        Map<String, String> details) {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    static List<Double> numbers(Optional<RatingScale> scale) {
        return scale.map(s -> List.of(s.low(), s.high(), s.step())).orElse(List.of());
    }

    /// The range of the ratings; absent where implicit.
    Optional<RatingScale> ratingScale() {
        return scale.size() == 3
                ? Optional.of(new RatingScale(scale.get(0), scale.get(1), scale.get(2)))
                : Optional.empty();
    }

    String toJson() {
        try {
            return JSON.writeValueAsString(this) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a manifest is always JSON", e);
        }
    }

    static Manifest read(Path file) {
        try {
            return JSON.readValue(Files.readString(file), Manifest.class);
        } catch (IOException e) {
            throw new SommelierException(
                    file + ": is no readable description of a data set; get or add the data set again", e);
        }
    }
}

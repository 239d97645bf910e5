package dev.sommelier.datasets.format;

import dev.sommelier.core.RatingScale;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What a [Layout] read.
///
/// @param content the items and interactions
/// @param scale the range of the ratings that the publisher states; absent where implicit
/// @param counts how many of what was left out or had to be helped, by its words for people
public record Imported(Content content, Optional<RatingScale> scale, Map<String, Long> counts) {
    public Imported {
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    }
}

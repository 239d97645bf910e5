package dev.sommelier.datasets;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What [DatasetStore] made of the files of a published data set.
///
/// @param filtered what is kept
/// @param format the name of the files' format
/// @param counts how many of what was left out or had to be helped in reading, by its words for people
public record Added(Filtered filtered, String format, Map<String, Long> counts) {
    public Added {
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    }
}

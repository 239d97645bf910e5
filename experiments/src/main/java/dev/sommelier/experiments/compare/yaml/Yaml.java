package dev.sommelier.experiments.compare.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// A value with its place in the file.
public sealed interface Yaml {
    /// Where the value begins.
    Place place();

    /// What the value is, for messages.
    String kind();

    /// A text, number or truth value, as it was written.
    ///
    /// @param text without quotes; empty where nothing was written
    record Scalar(Place place, String text) implements Yaml {
        @Override
        public String kind() {
            return text.isEmpty() ? "nothing" : "\"" + text + "\"";
        }
    }

    /// Values in order.
    record Sequence(Place place, List<Yaml> values) implements Yaml {
        public Sequence {
            values = List.copyOf(values);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /// Values by key, in the order of the file; keys are distinct.
    record Mapping(Place place, SequencedMap<String, Entry> entries) implements Yaml {
        public Mapping {
            entries = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(entries));
        }

        @Override
        public String kind() {
            return "a mapping";
        }
    }

    /// A value and where its key stands.
    record Entry(Place key, Yaml value) {}
}

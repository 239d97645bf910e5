package dev.sommelier.evaluation.recommendation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Numbers for identifiers in the order in which they first appear.
final class Numbering {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> ids = new ArrayList<>();

    Numbering() {}

    Numbering(Numbering other) {
        numbers.putAll(other.numbers);
        ids.addAll(other.ids);
    }

    /// The identifier's number, a new one where it has none.
    int number(String id) {
        return numbers.computeIfAbsent(id, key -> {
            ids.add(id);
            return ids.size() - 1;
        });
    }

    /// The identifier's number; -1 where it has none.
    int find(String id) {
        return numbers.getOrDefault(id, -1);
    }

    String id(int number) {
        return ids.get(number);
    }

    int size() {
        return ids.size();
    }
}

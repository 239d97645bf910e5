package dev.sommelier.agent;

import java.util.ArrayList;
import java.util.List;

/// The small numbers, from 1, under which a run shows items.
final class Numbering {
    private final List<String> items = new ArrayList<>();

    /// Gives an item the next number.
    int add(String item) {
        items.add(item);
        return items.size();
    }

    boolean has(String item) {
        return items.contains(item);
    }

    /// The number of an item that has one.
    int of(String item) {
        int at = items.indexOf(item);
        if (at < 0) {
            throw new IllegalArgumentException("item \"" + item + "\" was never shown");
        }
        return at + 1;
    }

    String item(int number) {
        return items.get(number - 1);
    }

    int size() {
        return items.size();
    }
}

package dev.sommelier.agent;

import java.util.ArrayList;
import java.util.List;

/// The small numbers under which a run shows items.
///
/// They start at 10, so that all have two digits: a model that writes digit by digit is drawn to a short number's first
/// digit by every longer number that begins with it.
final class Numbering {
    /// The number of the item that is shown first.
    static final int FIRST = 10;

    private final List<String> items = new ArrayList<>();

    /// Gives an item the next number.
    int add(String item) {
        items.add(item);
        return FIRST + items.size() - 1;
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
        return FIRST + at;
    }

    String item(int number) {
        return items.get(number - FIRST);
    }

    int size() {
        return items.size();
    }
}

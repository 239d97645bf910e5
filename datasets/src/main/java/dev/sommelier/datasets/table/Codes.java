package dev.sommelier.datasets.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Codes from 0 for identifiers, in order of first appearance. Small whole numbers are looked up in an array, because
/// most
/// published data sets number their users and items.
final class Codes {
    private static final int FIRST_NUMBERS = 1 << 12;
    private static final int MOST_NUMBERS = 1 << 24;

    private final Map<String, Integer> codes = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private int[] ofNumber = new int[FIRST_NUMBERS];

    int code(String id) {
        var known = codes.putIfAbsent(id, names.size());
        if (known != null) {
            return known;
        }
        names.add(id);
        return names.size() - 1;
    }

    int code(long id) {
        if (id < 0 || id >= MOST_NUMBERS) {
            return code(Long.toString(id));
        }
        int number = (int) id;
        if (number >= ofNumber.length) {
            ofNumber = Arrays.copyOf(ofNumber, Math.min(MOST_NUMBERS, Math.max(number + 1, 2 * ofNumber.length)));
        }
        if (ofNumber[number] == 0) {
            ofNumber[number] = code(Long.toString(id)) + 1;
        }
        return ofNumber[number] - 1;
    }

    String name(int code) {
        return names.get(code);
    }

    String[] names() {
        return names.toArray(String[]::new);
    }
}

package dev.sommelier.datasets;

/// The Levenshtein distance: the fewest insertions, deletions and replacements of characters.
public final class EditDistance {
    private EditDistance() {}

    /// The distance between two texts, at least 0, in UTF-16 units.
    public static int between(String a, String b) {
        var previous = new int[b.length() + 1];
        var current = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
            }
            var row = previous;
            previous = current;
            current = row;
        }
        return previous[b.length()];
    }
}

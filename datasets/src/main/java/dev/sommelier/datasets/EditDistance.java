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

    /// The distance in typing errors: as [#between], but two neighbouring characters in each other's place are one
    /// error
    /// (optimal string alignment, the restricted Damerau-Levenshtein distance).
    public static int typing(String a, String b) {
        var before = new int[b.length() + 1];
        var previous = new int[b.length() + 1];
        var current = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                char x = a.charAt(i - 1);
                char y = b.charAt(j - 1);
                current[j] = Math.min(previous[j - 1] + (x == y ? 0 : 1), 1 + Math.min(previous[j], current[j - 1]));
                if (i > 1 && j > 1 && x == b.charAt(j - 2) && a.charAt(i - 2) == y) {
                    current[j] = Math.min(current[j], before[j - 2] + 1);
                }
            }
            var row = before;
            before = previous;
            previous = current;
            current = row;
        }
        return previous[b.length()];
    }
}

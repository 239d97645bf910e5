package dev.sommelier.datasets.format;

import java.util.Optional;
import java.util.regex.Pattern;

/// The year that a title carries in parentheses: `Toy Story (1995)`; of a range, `Dr. Who (2005-2022)`, the first.
public final class TitleYear {
    private static final Pattern YEAR = Pattern.compile("\\(([0-9]{4})(?:\\s*[-\u2013][^()]*)?\\)");

    private TitleYear() {}

    /// The year of the last such parenthesis.
    public static Optional<String> of(String title) {
        return YEAR.matcher(title).results().map(found -> found.group(1)).reduce((earlier, later) -> later);
    }

    /// The title without any such parenthesis.
    public static String removedFrom(String title) {
        return YEAR.matcher(title).replaceAll(" ").strip();
    }
}

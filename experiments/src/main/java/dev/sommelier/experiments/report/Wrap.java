package dev.sommelier.experiments.report;

/// Breaks sentences into lines.
public final class Wrap {
    private Wrap() {}

    /// The text in lines of at most `width` columns, the first after `mark`, the others indented as far; each ends with
    /// a line break. A single word longer than a line stays whole.
    public static String hanging(String mark, String text, int width) {
        var lines = new StringBuilder(mark);
        var indent = " ".repeat(DisplayWidth.of(mark));
        int used = indent.length();
        boolean first = true;
        for (var word : DisplayWidth.clean(text).strip().split("\\s+", -1)) {
            int size = DisplayWidth.of(word);
            if (!first && used + 1 + size > width) {
                lines.append('\n').append(indent);
                used = indent.length();
                first = true;
            }
            lines.append(first ? "" : " ").append(word);
            used += size + (first ? 0 : 1);
            first = false;
        }
        return lines.append('\n').toString();
    }
}

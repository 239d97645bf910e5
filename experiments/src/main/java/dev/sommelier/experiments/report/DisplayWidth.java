package dev.sommelier.experiments.report;

/// How many columns of a terminal a text takes: 0 for combining marks, 2 for East Asian wide characters and emoji.
final class DisplayWidth {
    private DisplayWidth() {}

    static int of(String text) {
        return text.codePoints().map(DisplayWidth::of).sum();
    }

    static int of(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> wide(codePoint) ? 2 : 1;
        };
    }

    private static boolean wide(int c) {
        return (c >= 0x1100 && c <= 0x115F)
                || (c >= 0x2E80 && c <= 0x303E)
                || (c >= 0x3041 && c <= 0xA4CF)
                || (c >= 0xA960 && c <= 0xA97F)
                || (c >= 0xAC00 && c <= 0xD7A3)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0xFE30 && c <= 0xFE6F)
                || (c >= 0xFF00 && c <= 0xFF60)
                || (c >= 0xFFE0 && c <= 0xFFE6)
                || (c >= 0x1F300 && c <= 0x1F64F)
                || (c >= 0x1F680 && c <= 0x1FAFF)
                || (c >= 0x20000 && c <= 0x3FFFD);
    }

    /// The text with control characters as spaces, so that data cannot steer a terminal, cut to a width with `…`.
    static String fit(String text, int width) {
        var clean = clean(text);
        if (of(clean) <= width) {
            return clean;
        }
        var cut = new StringBuilder();
        int used = 0;
        for (int c : clean.codePoints().toArray()) {
            if (used + of(c) > width - 1) {
                break;
            }
            cut.appendCodePoint(c);
            used += of(c);
        }
        return cut.append('…').toString();
    }

    static String clean(String text) {
        var clean = new StringBuilder();
        text.codePoints()
                .map(c -> Character.isISOControl(c) || bidirectional(c) ? ' ' : c)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    /// Marks that reorder the rest of a line.
    private static boolean bidirectional(int c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }
}

package dev.sommelier.cli.chat;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;

/// Text in lines that a screen holds, broken between words.
final class Wrapped {
    private static final int NARROWEST = 30;
    private static final String INDENT = "   ";

    private Wrapped() {}

    /// The lines of a text; what goes on in another line is indented.
    ///
    /// @param columns the screen's width; text is left as it is where the screen is very narrow or its width unknown
    static List<String> lines(String text, int columns) {
        if (columns < NARROWEST) {
            return text.lines().toList();
        }
        var lines = new ArrayList<String>();
        text.lines().forEach(line -> wrap(line, columns - 1, lines));
        return lines;
    }

    private static void wrap(String line, int columns, List<String> lines) {
        var rest = line;
        while (width(rest) > columns) {
            int end = rest.lastIndexOf(' ', longest(rest, columns));
            if (end <= INDENT.length()) {
                break;
            }
            lines.add(rest.substring(0, end));
            rest = INDENT + rest.substring(end + 1);
        }
        lines.add(rest);
    }

    /// How many characters fit.
    private static int longest(String text, int columns) {
        int end = Math.min(text.length(), columns);
        while (end > 0 && width(text.substring(0, end)) > columns) {
            end--;
        }
        return end;
    }

    private static int width(String text) {
        return new AttributedString(text).columnLength();
    }
}

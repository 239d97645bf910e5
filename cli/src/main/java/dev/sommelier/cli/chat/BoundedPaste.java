package dev.sommelier.cli.chat;

import dev.sommelier.agent.conversation.parse.Parser;
import org.jline.reader.LineReader;
import org.jline.reader.Widget;

/// Cuts a paste to what is read of a line. The editor draws its whole line anew at every key, which takes seconds where
/// the line is a book.
final class BoundedPaste {
    /// One more than is read, so that the answer says that the line was long.
    private static final int MOST = Parser.MOST_CHARACTERS + 1;

    private BoundedPaste() {}

    static void of(LineReader reader) {
        var widgets = reader.getWidgets();
        var paste = widgets.get(LineReader.BEGIN_PASTE);
        if (paste != null) {
            Widget bounded = () -> {
                boolean done = paste.apply();
                cut(reader);
                return done;
            };
            widgets.put(LineReader.BEGIN_PASTE, bounded);
        }
    }

    private static void cut(LineReader reader) {
        var buffer = reader.getBuffer();
        if (buffer.length() > MOST) {
            buffer.cursor(MOST);
            buffer.delete(buffer.length() - MOST);
        }
    }
}

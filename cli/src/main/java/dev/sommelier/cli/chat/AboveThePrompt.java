package dev.sommelier.cli.chat;

import java.io.Writer;
import java.util.function.Consumer;

/// Collects what background work prints and hands it on in whole lines.
final class AboveThePrompt extends Writer {
    private final Consumer<String> lines;
    private final StringBuilder held = new StringBuilder();

    AboveThePrompt(Consumer<String> lines) {
        this.lines = lines;
    }

    @Override
    public void write(char[] buffer, int offset, int length) {
        synchronized (held) {
            held.append(buffer, offset, length);
            for (int end = held.indexOf("\n"); end >= 0; end = held.indexOf("\n")) {
                lines.accept(held.substring(0, end));
                held.delete(0, end + 1);
            }
        }
    }

    @Override
    public void flush() {
        // A part of a line waits for its end.
    }

    @Override
    public void close() {
        // Nothing is held open.
    }
}

package dev.sommelier.datasets.trec;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// The lines of a text, parsed by two threads when it is large; the result does not depend on that.
final class TrecLines {
    private static final int WORTH_A_THREAD = 1 << 20;
    private static final int BYTES_A_LINE = 40;

    /// Takes what a line says; a new one for each part of the text.
    interface LineReader {
        /// @param count the number of fields, at least 1
        void line(Fields fields, int count, Rows rows);
    }

    private final TrecText text;
    private final Oddities oddities = new Oddities();

    TrecLines(TrecText text) {
        this.text = text;
    }

    Oddities oddities() {
        return oddities;
    }

    /// Reads all lines.
    ///
    /// @param early reads the first part, and all of a small text
    /// @param late reads the second part of a large one
    Grouped read(LineReader early, LineReader late) {
        int from = start();
        int middle = middle(from);
        if (middle == text.length()) {
            return part(early, from, middle, oddities).grouped(oddities);
        }
        var others = new Oddities();
        var second = new FutureTask<>(() -> part(late, middle, text.length(), others));
        Thread.ofPlatform().daemon().name("trec-lines").start(second);
        var rows = part(early, from, middle, oddities).followedBy(result(second));
        oddities.add(others);
        return rows.grouped(oddities);
    }

    private Rows part(LineReader reader, int from, int to, Oddities unusual) {
        var fields = new Fields(text, unusual, from);
        var rows = new Rows(text, (to - from) / BYTES_A_LINE + 16);
        for (int count = fields.nextLine(to); count > 0; count = fields.nextLine(to)) {
            reader.line(fields, count, rows);
        }
        return rows;
    }

    private int start() {
        var bytes = text.bytes();
        if (text.length() >= 3 && bytes[0] == (byte) 0xef && bytes[1] == (byte) 0xbb && bytes[2] == (byte) 0xbf) {
            oddities.add(Oddity.BYTE_ORDER_MARK, 0);
            return 3;
        }
        return 0;
    }

    private int middle(int from) {
        int at = text.length();
        if (at >= WORTH_A_THREAD) {
            at = Math.max(from, at / 2);
            while (at < text.length() && text.bytes()[at] != '\n') {
                at++;
            }
            at = Math.min(at + 1, text.length());
        }
        return at;
    }

    private static Rows result(FutureTask<Rows> task) {
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a file was read", e);
        }
    }
}

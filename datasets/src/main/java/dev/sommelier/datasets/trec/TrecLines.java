package dev.sommelier.datasets.trec;

import java.util.List;
import java.util.concurrent.Callable;
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

    /// What to do about repetitions in one part.
    interface RepetitionOf {
        Repetitions.Repetition in(Grouped grouped, Oddities unusual);
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
    /// @param repetition what to do about a document that a topic has twice
    /// @return the lines in one or two parts that share no topic
    List<Grouped> read(LineReader early, LineReader late, RepetitionOf repetition) {
        int from = start();
        int middle = middle(from);
        if (middle == text.length()) {
            return List.of(checked(part(early, from, middle, oddities), oddities, repetition));
        }
        var others = new Oddities();
        var second = started(() -> part(late, middle, text.length(), others));
        var first = part(early, from, middle, oddities);
        var last = result(second);
        if (first.sharesTopicWith(last)) {
            oddities.add(others);
            return List.of(checked(first.followedBy(last), oddities, repetition));
        }
        var grouped = started(() -> checked(last, others, repetition));
        var both = List.of(checked(first, oddities, repetition), result(grouped));
        oddities.add(others);
        return both;
    }

    private static Grouped checked(Rows rows, Oddities unusual, RepetitionOf repetition) {
        var grouped = rows.grouped(unusual);
        grouped.repetitions(repetition.in(grouped, unusual));
        return grouped;
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

    /// A line in the middle whose topic differs from that of the line before, as far as a look at the bytes tells.
    private int middle(int from) {
        int end = text.length();
        if (end < WORTH_A_THREAD) {
            return end;
        }
        int line = nextLine(Math.max(from, end / 2));
        while (line < end) {
            int next = nextLine(line);
            if (next < end && !sameFirstField(line, next)) {
                return next;
            }
            line = next;
        }
        return end;
    }

    private int nextLine(int at) {
        int next = at;
        while (next < text.length() && text.bytes()[next] != '\n') {
            next++;
        }
        return Math.min(next + 1, text.length());
    }

    private boolean sameFirstField(int first, int second) {
        var bytes = text.bytes();
        for (int i = 0; second + i < text.length() && bytes[first + i] == bytes[second + i]; i++) {
            if (bytes[first + i] <= ' ' && bytes[first + i] >= 0) {
                return true;
            }
        }
        return false;
    }

    static <T> FutureTask<T> started(Callable<T> work) {
        var task = new FutureTask<>(work);
        Thread.ofPlatform().daemon().name("trec-lines").start(task);
        return task;
    }

    static <T> T result(FutureTask<T> task) {
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

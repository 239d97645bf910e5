package dev.sommelier.cli.terminal;

import dev.sommelier.io.Progress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

/// Shows progress on standard error: one line that redraws itself on a terminal, a plain line at the start, at every
/// quarter and at the end elsewhere. Safe for use by several threads.
final class ProgressLine implements Progress {
    private static final int BAR = 24;
    private static final long REDRAW_NANOS = Duration.ofMillis(80).toNanos();

    private final PrintWriter err;
    private final boolean terminal;
    private volatile Supplier<String> detail = () -> "";
    private String task = "";
    private String units = "";
    private long begun;
    private long lastDone;
    private long started;
    private long drawn;
    private int quarter;
    private boolean visible;

    ProgressLine(PrintWriter err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    /// Shows more at the end of every line, such as what was spent; nothing while it is blank.
    void show(Supplier<String> more) {
        detail = more;
    }

    private String whole(long done, long total, long now, boolean bar) {
        var more = detail.get();
        var elapsed = Duration.ofNanos(now - started);
        return line(task, units, begun, done, total, elapsed, bar) + (more.isBlank() ? "" : "  " + more);
    }

    @Override
    public void update(String newTask, long done, long total) {
        update(newTask, "", done, total);
    }

    @Override
    public synchronized void update(String newTask, String newUnits, long done, long total) {
        long now = System.nanoTime();
        boolean fresh = !newTask.equals(task) || done < lastDone;
        if (fresh) {
            clear();
            task = newTask;
            units = newUnits;
            begun = done;
            started = now;
            quarter = 0;
        }
        boolean repeated = !fresh && done == lastDone;
        lastDone = done;
        boolean finished = total > 0 && done >= total;
        if (terminal) {
            if (fresh || finished || now - drawn >= REDRAW_NANOS) {
                draw(done, total, now);
            }
            if (finished && !repeated) {
                err.println();
                err.flush();
                visible = false;
            }
        } else {
            plain(done, total, fresh, finished && !repeated, now);
        }
    }

    @Override
    public synchronized void notice(String line) {
        clear();
        err.println(line);
        err.flush();
    }

    /// Removes an unfinished line, so that other text can be printed.
    synchronized void clear() {
        if (visible) {
            err.print("\r\u001b[K");
            err.flush();
            visible = false;
        }
    }

    private void draw(long done, long total, long now) {
        drawn = now;
        visible = true;
        err.print("\r\u001b[K" + whole(done, total, now, true));
        err.flush();
    }

    private void plain(long done, long total, boolean fresh, boolean finished, long now) {
        int reached = total > 0 ? (int) (4 * done / total) : 0;
        if (fresh || finished || (reached > quarter && reached < 4)) {
            quarter = reached;
            err.println(whole(done, total, now, false));
            err.flush();
        }
    }

    /// @param units what is counted, for the rate; empty where no rate is shown
    /// @param begun what was done when the time began
    static String line(String task, String units, long begun, long done, long total, Duration elapsed, boolean bar) {
        var text = new StringBuilder(String.format(Locale.ROOT, "%-34s", task));
        if (total > 0) {
            if (bar) {
                int filled = Math.clamp(BAR * done / total, 0, BAR);
                text.append(' ').append("█".repeat(filled)).append("░".repeat(BAR - filled));
            }
            text.append(String.format(Locale.ROOT, " %3d %%  %s/%s", 100 * done / total, count(done), count(total)));
        } else if (done > 0) {
            text.append(' ').append(count(done));
        }
        if (elapsed.toMillis() >= 1000) {
            double seconds = elapsed.toMillis() / 1000.0;
            text.append(String.format(Locale.ROOT, "  %.0f s", seconds));
            double rate = (done - begun) / seconds;
            if (!units.isEmpty() && rate > 0) {
                text.append(String.format(Locale.ROOT, rate < 10 ? ", %.2f %s/s" : ", %.0f %s/s", rate, units));
            }
            if (total > done && rate > 0) {
                text.append(String.format(Locale.ROOT, ", about %.0f s left", (total - done) / rate));
            }
        }
        return text.toString().stripTrailing();
    }

    private static String count(long n) {
        if (n >= 10_000_000) {
            return String.format(Locale.ROOT, "%.1fM", n / 1e6);
        }
        return n >= 100_000 ? String.format(Locale.ROOT, "%.0fk", n / 1e3) : Long.toString(n);
    }
}

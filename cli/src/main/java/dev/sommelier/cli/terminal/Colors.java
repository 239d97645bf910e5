package dev.sommelier.cli.terminal;

import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;

/// Whether a stream is a person's terminal, and whether colours are wanted there.
///
/// A JVM cannot ask this of one stream alone, so the launcher does and passes it on as system properties.
public final class Colors {
    private static final boolean STDOUT_IS_TERMINAL = Boolean.getBoolean("sommelier.stdout.terminal");
    private static final boolean STDERR_IS_TERMINAL = Boolean.getBoolean("sommelier.stderr.terminal");

    private Colors() {}

    static boolean stderrIsTerminal() {
        return STDERR_IS_TERMINAL && !"dumb".equals(System.getenv("TERM"));
    }

    /// Colours only on a terminal, and never when `NO_COLOR` is set (no-color.org).
    static boolean wanted() {
        var refused = System.getenv("NO_COLOR");
        return STDOUT_IS_TERMINAL && (refused == null || refused.isEmpty()) && !"dumb".equals(System.getenv("TERM"));
    }

    static Ansi ansi() {
        return wanted() ? Ansi.ON : Ansi.OFF;
    }

    /// The colours of help texts.
    public static ColorScheme scheme() {
        return Help.defaultColorScheme(ansi());
    }
}

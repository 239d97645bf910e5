package dev.sommelier.cli.terminal;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;

/// Takes standard error back from the launcher.
///
/// A JVM with the Vector API prints a warning about incubator modules before any code of ours runs, and no flag
/// silences
/// it. The launcher therefore keeps what the JVM says at its start, and hands the real standard error over under
/// another
/// number. Native code writes to descriptor 2 as well, so the descriptor is exchanged and not only `System.err`.
public final class StandardError {
    private static final String PROPERTY = "sommelier.stderr.descriptor";

    private StandardError() {}

    /// Makes the descriptor that the launcher names standard error; does nothing without one.
    public static void takeBack() {
        var given = Integer.getInteger(PROPERTY);
        if (given == null) {
            return;
        }
        var linker = Linker.nativeLinker();
        var dup2 = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("dup2"),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
        try {
            if ((int) dup2.invokeExact((int) given, 2) < 0) {
                throw new IllegalStateException(PROPERTY + "=" + given + " is no open descriptor");
            }
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("dup2 could not be called", e);
        }
    }
}

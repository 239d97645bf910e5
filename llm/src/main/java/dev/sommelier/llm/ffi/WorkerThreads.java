package dev.sommelier.llm.ffi;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;

/// Makes the native library's worker threads wait politely. They meet some six hundred times a token; with GNU OpenMP's
/// default a waiting thread spins so long that beside other work the threads keep each other from running. With two
/// busy processes on two cores a benchmark of a minute and a half did not end in six; an idle machine loses nothing.
final class WorkerThreads {
    private static final String VARIABLE = "GOMP_SPINCOUNT";
    private static final String SPINS = "1000";

    private WorkerThreads() {}

    /// Sets how often a waiting thread looks before it sleeps, unless the user did. Must run before the library is
    /// loaded, as GNU OpenMP reads its environment once.
    static void waitPolitely() {
        var symbol = Linker.nativeLinker().defaultLookup().find("setenv");
        if (symbol.isEmpty()) {
            return;
        }
        MethodHandle setenv = Linker.nativeLinker()
                .downcallHandle(symbol.get(), FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT));
        try (var arena = Arena.ofConfined()) {
            int failed = (int) setenv.invokeExact(arena.allocateFrom(VARIABLE), arena.allocateFrom(SPINS), 0);
            if (failed != 0) {
                throw new IllegalStateException("setenv(" + VARIABLE + ") failed");
            }
        } catch (IllegalStateException e) {
            throw e;
        } catch (Throwable e) {
            throw Functions.broken(e);
        }
    }
}

package dev.sommelier.llm.ffi;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/// Lets the process end while the library decodes.
///
/// A JVM that ends (a signal, `System.exit`) calls C's `exit` while its other threads go on, and `exit` destroys the
/// library's static objects under the decode that still reads them: a SIGSEGV instead of an exit code. Where glibc is
/// at hand, `on_exit(_exit)` makes the process end before it destroys anything that was loaded until now. Nothing is
/// lost by that: the JVM has run its shutdown hooks by then, and Java's output does not wait in C's buffers.
final class ProcessEnd {
    private ProcessEnd() {}

    /// Must run after the library was loaded, as the last that was registered runs first.
    static void beforeDestructors() {
        var lookup = Linker.nativeLinker().defaultLookup();
        var register = lookup.find("on_exit");
        var end = lookup.find("_exit");
        if (register.isEmpty() || end.isEmpty()) {
            return;
        }
        MethodHandle onExit =
                Linker.nativeLinker().downcallHandle(register.get(), FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS));
        try {
            // It is called with the exit code first, which is the one parameter of _exit.
            int failed = (int) onExit.invokeExact(end.get(), MemorySegment.NULL);
            if (failed != 0) {
                throw new IllegalStateException("on_exit(_exit) failed");
            }
        } catch (IllegalStateException e) {
            throw e;
        } catch (Throwable e) {
            throw Functions.broken(e);
        }
    }
}

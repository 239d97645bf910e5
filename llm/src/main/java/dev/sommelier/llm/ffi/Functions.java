package dev.sommelier.llm.ffi;

import dev.sommelier.core.SommelierException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

/// Finds functions of one library file by name.
final class Functions {
    private final Path library;
    private final SymbolLookup symbols;

    /// The library stays loaded until the JVM ends: its worker threads cannot be unloaded safely.
    Functions(Path library) {
        this.library = library;
        try {
            this.symbols = SymbolLookup.libraryLookup(library, Arena.global());
        } catch (IllegalArgumentException e) {
            throw new SommelierException(
                    "The native library " + library + " does not load (" + e.getMessage()
                            + "); check that libgomp and libstdc++ are installed, or use --server URL.",
                    e);
        }
    }

    MethodHandle returning(MemoryLayout result, String name, MemoryLayout... parameters) {
        return bind(name, FunctionDescriptor.of(result, parameters));
    }

    MethodHandle returningNothing(String name, MemoryLayout... parameters) {
        return bind(name, FunctionDescriptor.ofVoid(parameters));
    }

    private MethodHandle bind(String name, FunctionDescriptor descriptor) {
        var symbol = symbols.find(name)
                .orElseThrow(() -> new SommelierException("The native library " + library + " has no function " + name
                        + "; use the library that java-llama.cpp 4.2.0 ships (llama.cpp b4916)."));
        return Linker.nativeLinker().downcallHandle(symbol, descriptor);
    }

    /// Wraps what a native call threw. A C function throws nothing, so this is a mistake in a binding.
    static IllegalStateException broken(Throwable cause) {
        return new IllegalStateException("a native binding does not fit its function", cause);
    }
}

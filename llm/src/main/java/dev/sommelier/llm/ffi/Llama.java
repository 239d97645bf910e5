package dev.sommelier.llm.ffi;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.sommelier.core.SommelierException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// llama.cpp itself: one for the whole process, opened once, silent unless somebody listens.
public final class Llama {
    private static @Nullable Llama instance;
    private static final int ERROR = 4;
    private static volatile Consumer<String> log = line -> {};
    private static volatile String lastError = "";

    private final ModelFunctions models;
    private final ContextFunctions contexts;
    private final Functions functions;

    private Llama(Path library) {
        WorkerThreads.waitPolitely();
        functions = new Functions(library);
        var setLog = functions.returningNothing("llama_log_set", ADDRESS, ADDRESS);
        var init = functions.returningNothing("llama_backend_init");
        models = new ModelFunctions(functions);
        contexts = new ContextFunctions(functions);
        try (var arena = Arena.ofConfined()) {
            Structs.check(models.defaultParams(arena), contexts.defaultParams(arena));
            contexts.checkBatch();
            setLog.invokeExact(logStub(), MemorySegment.NULL);
            init.invokeExact();
            ProcessEnd.beforeDestructors();
        } catch (SommelierException e) {
            throw e;
        } catch (Throwable e) {
            throw Functions.broken(e);
        }
    }

    /// The process's llama.cpp, opened on the first call.
    ///
    /// @param library the file to open; later calls keep the first one, as a process holds one llama.cpp
    public static synchronized Llama open(Path library) {
        if (instance == null) {
            instance = new Llama(library);
        }
        return instance;
    }

    /// Sends the native library's log lines, which are dropped otherwise, to a listener. It may be called from any
    /// thread.
    public static void listen(Consumer<String> listener) {
        log = listener;
    }

    /// The last line that native code logged as an error; empty if there was none.
    public static String lastError() {
        return lastError;
    }

    /// Loads a model file that was checked before: native code trusts its numbers.
    ///
    /// @param gpuLayers the number of layers to place on a GPU, 0 for none
    /// @return empty if llama.cpp refuses the file (an architecture that it does not know)
    public Optional<NativeModel> load(Path gguf, int gpuLayers) {
        var pointer = models.load(gguf, gpuLayers);
        return pointer.equals(MemorySegment.NULL)
                ? Optional.empty()
                : Optional.of(new NativeModel(models, contexts, pointer));
    }

    /// The library's conversions between kinds of weights.
    ///
    /// @throws SommelierException if it has none
    public NativeQuantizer quantizer() {
        return new NativeQuantizer(functions);
    }

    private static MemorySegment logStub() {
        try {
            MethodHandle target = MethodHandles.lookup()
                    .findStatic(
                            Llama.class,
                            "receive",
                            MethodType.methodType(void.class, int.class, MemorySegment.class, MemorySegment.class));
            return Linker.nativeLinker()
                    .upcallStub(target, FunctionDescriptor.ofVoid(JAVA_INT, ADDRESS, ADDRESS), Arena.global());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the log receiver exists in this class", e);
        }
    }

    /// Called by native code. An exception here would end the JVM, so a listener's failure is dropped with its line.
    @SuppressWarnings("unused")
    private static void receive(int level, MemorySegment text, MemorySegment userData) {
        try {
            String line = text.reinterpret(Long.MAX_VALUE).getString(0).strip();
            if (level == ERROR) {
                lastError = line;
            }
            log.accept(line);
        } catch (RuntimeException e) {
            log = line -> {};
        }
    }
}

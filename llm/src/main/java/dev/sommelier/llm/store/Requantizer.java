package dev.sommelier.llm.store;

import dev.sommelier.io.AtomicFiles;
import dev.sommelier.io.Hashes;
import dev.sommelier.io.Progress;
import dev.sommelier.llm.ffi.Llama;
import dev.sommelier.llm.ffi.NativeLibraryFile;
import dev.sommelier.llm.ffi.NativeQuantizer;
import dev.sommelier.llm.gguf.GgufFile;
import dev.sommelier.llm.gguf.GgufRewriter;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;

/// Writes a model file anew with other weights, by the native library's own conversions.
final class Requantizer {
    static final String ENGINE = "ggml of llama.cpp b4916";

    private final Path nativeCache;

    /// @param nativeCache the folder that keeps the native library
    Requantizer(Path nativeCache) {
        this.nativeCache = nativeCache;
    }

    /// Writes the target whole or not at all.
    ///
    /// @return the SHA-256 of what was written
    String write(Path source, Path target, Quantization weights, Progress progress) {
        GgufFile.read(source);
        var quantizer = Llama.open(NativeLibraryFile.locate(nativeCache)).quantizer();
        var rewriter = new GgufRewriter(weights.tensorType(), weights.fileType(), converter(quantizer));
        String task = "requantise " + weights.word();
        AtomicFiles.write(target, temporary -> {
            rewriter.write(source, temporary, (all, done) -> progress.update(task, done, all));
            GgufFile.read(temporary);
        });
        return Hashes.sha256(target);
    }

    private static GgufRewriter.Converter converter(NativeQuantizer quantizer) {
        return new GgufRewriter.Converter() {
            @Override
            public void toFloats(String kind, MemorySegment packed, MemorySegment floats, long elements) {
                quantizer.read(kind, packed, floats, elements);
            }

            @Override
            public void fromFloats(int type, MemorySegment floats, MemorySegment packed, long rows, long rowElements) {
                quantizer.write(type, floats, packed, rows, rowElements);
            }
        };
    }
}

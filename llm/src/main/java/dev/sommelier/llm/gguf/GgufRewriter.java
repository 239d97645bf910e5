package dev.sommelier.llm.gguf;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjLongConsumer;

/// Writes a model file anew with other weights, by the rules of llama.cpp's own quantiser for models without experts:
/// matrices of weights change; norms, biases and what is no weight stay; the matrix that makes the reply's tokens stays
/// finer than the rest.
public final class GgufRewriter {
    private static final long CHUNK_ELEMENTS = 1 << 20;
    private static final int F32 = 0;
    private static final int F16 = 1;
    private static final int Q8_0 = 8;
    private static final int Q6_K = 14;
    private static final String EMBEDDING = "token_embd.weight";
    private static final String OUTPUT = "output.weight";

    /// Converts weights.
    public interface Converter {
        /// @param kind ggml's name of the packed kind
        void toFloats(String kind, MemorySegment packed, MemorySegment floats, long elements);

        /// @param type ggml's number of the packed kind
        void fromFloats(int type, MemorySegment floats, MemorySegment packed, long rows, long rowElements);
    }

    private final int type;
    private final int fileType;
    private final Converter converter;

    /// @param type ggml's number of the new kind of weights
    /// @param fileType llama.cpp's number of a file of such weights
    public GgufRewriter(int type, int fileType, Converter converter) {
        this.type = type;
        this.fileType = fileType;
        this.converter = converter;
    }

    /// Writes the file.
    ///
    /// @param source a file that [GgufFile#read] accepts
    /// @param target an existing file, which is written over
    /// @param progress told how many of the tensors are done
    public void write(Path source, Path target, ObjLongConsumer<Long> progress) throws IOException {
        try (var in = FileChannel.open(source, StandardOpenOption.READ);
                var out = FileChannel.open(target, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
                var arena = Arena.ofConfined()) {
            var file = in.map(FileChannel.MapMode.READ_ONLY, 0, in.size(), arena);
            var layout = new GgufReader(file).layout();
            var tensors = planned(layout);
            byte[] header = header(file, layout, tensors);
            put(out, ByteBuffer.wrap(header));
            var floats = arena.allocate((CHUNK_ELEMENTS + longestRow(tensors)) * Float.BYTES, 64);
            var packed = arena.allocate((CHUNK_ELEMENTS + longestRow(tensors)) * Float.BYTES, 64);
            for (int i = 0; i < tensors.size(); i++) {
                pad(out, layout.alignment());
                var old = layout.tensors().get(i);
                var bytes = file.asSlice(layout.dataStart() + old.offset(), old.bytes());
                if (old.type() == tensors.get(i).type()) {
                    put(out, bytes.asByteBuffer());
                } else {
                    convert(old, tensors.get(i), bytes, floats, packed, out);
                }
                progress.accept((long) tensors.size(), i + 1L);
            }
            pad(out, layout.alignment());
        }
    }

    private static long longestRow(List<GgufTensor> tensors) {
        return tensors.stream().mapToLong(GgufTensor::rowElements).max().orElse(0);
    }

    private void convert(
            GgufTensor old,
            GgufTensor planned,
            MemorySegment bytes,
            MemorySegment floats,
            MemorySegment packed,
            FileChannel out)
            throws IOException {
        long perRow = old.rowElements();
        long chunk = Math.max(1, CHUNK_ELEMENTS / perRow);
        for (long row = 0; row < old.rows(); row += chunk) {
            long rows = Math.min(chunk, old.rows() - row);
            long oldBytes = old.kind().bytes(rows * perRow, old.name());
            var from = bytes.asSlice(old.kind().bytes(row * perRow, old.name()), oldBytes);
            if (old.type() == F32) {
                floats.copyFrom(from);
            } else {
                converter.toFloats(old.kind().kind(), from, floats, rows * perRow);
            }
            converter.fromFloats(planned.type(), floats, packed, rows, perRow);
            put(
                    out,
                    packed.asSlice(0, planned.kind().bytes(rows * perRow, old.name()))
                            .asByteBuffer());
        }
    }

    private List<GgufTensor> planned(GgufLayout layout) {
        boolean tied =
                layout.tensors().stream().noneMatch(tensor -> tensor.name().equals(OUTPUT));
        var planned = new ArrayList<GgufTensor>();
        long offset = 0;
        for (var tensor : layout.tensors()) {
            int wanted = wanted(tensor, tied);
            var fresh = new GgufTensor(tensor.name(), tensor.dimensions(), wanted, offset);
            planned.add(fresh);
            offset = GgufLayout.aligned(offset + fresh.bytes(), layout.alignment());
        }
        return planned;
    }

    private int wanted(GgufTensor tensor, boolean tied) {
        String name = tensor.name();
        boolean matrix = tensor.dimensions().size() > 1
                && name.endsWith("weight")
                && !name.endsWith("_norm.weight")
                && !name.contains("ffn_gate_inp.weight")
                && !name.equals("position_embd.weight")
                && !name.equals("token_types.weight")
                && tensor.kind().isWeight();
        if (!matrix) {
            return tensor.type();
        }
        boolean makesTokens = name.equals(OUTPUT) || (tied && name.equals(EMBEDDING));
        boolean fine = type == Q8_0 || type == F16;
        int wanted = !makesTokens || fine ? type : tensor.rowElements() % 256 == 0 ? Q6_K : Q8_0;
        return tensor.rowElements() % TensorType.of(wanted, name).elements() == 0 ? wanted : F16;
    }

    private byte[] header(MemorySegment file, GgufLayout layout, List<GgufTensor> tensors) {
        byte[] metadata = file.asSlice(0, layout.metadataEnd()).toArray(JAVA_BYTE);
        if (layout.fileTypeAt() >= 0) {
            ByteBuffer.wrap(metadata)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(Math.toIntExact(layout.fileTypeAt()), fileType);
        }
        var header = new ByteArrayOutputStream();
        header.writeBytes(metadata);
        for (var tensor : tensors) {
            byte[] name = tensor.name().getBytes(StandardCharsets.UTF_8);
            var row = ByteBuffer.allocate(
                            name.length + 24 + 8 * tensor.dimensions().size())
                    .order(ByteOrder.LITTLE_ENDIAN);
            row.putLong(name.length).put(name).putInt(tensor.dimensions().size());
            tensor.dimensions().forEach(row::putLong);
            row.putInt(tensor.type()).putLong(tensor.offset());
            header.writeBytes(row.array());
        }
        return header.toByteArray();
    }

    private static void pad(FileChannel out, long alignment) throws IOException {
        long missing = GgufLayout.aligned(out.position(), alignment) - out.position();
        put(out, ByteBuffer.allocate(Math.toIntExact(missing)));
    }

    private static void put(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }
}

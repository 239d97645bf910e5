package dev.sommelier.recommenders.store;

import dev.sommelier.core.Provenance;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The part of a model file between its prefix and its arrays, as docs/model-file.md describes it.
///
/// @param catalogue the SHA-256 of the catalogue; the ids are an array
/// @param arrays where each array lies
record ModelHeader(
        String kind, ModelParameters parameters, Provenance provenance, String catalogue, List<Entry> arrays) {

    /// One line of the directory.
    ///
    /// @param type 1 double, 2 float, 3 int, 4 texts
    /// @param count the number of elements
    /// @param offset from the beginning of the file
    /// @param bytes the length
    record Entry(String name, byte type, long count, long offset, long bytes) {
        Entry at(long position) {
            return new Entry(name, type, count, position, bytes);
        }
    }

    byte[] encode() {
        var out = new ByteArrayOutputStream();
        text(out, kind);
        texts(out, parameters.values());
        texts(out, provenance.facts());
        text(out, catalogue);
        out.writeBytes(littleEndian(4).putInt(arrays.size()).array());
        for (var array : arrays) {
            text(out, array.name());
            out.writeBytes(littleEndian(25)
                    .put(array.type())
                    .putLong(array.count())
                    .putLong(array.offset())
                    .putLong(array.bytes())
                    .array());
        }
        return out.toByteArray();
    }

    /// @throws java.nio.BufferUnderflowException if the bytes end too early
    /// @throws IOException if a length or a text is impossible
    static ModelHeader decode(ByteBuffer bytes) throws IOException {
        var in = bytes.order(ByteOrder.LITTLE_ENDIAN);
        var kind = text(in);
        var parameters = new ModelParameters(texts(in));
        var provenance = new Provenance(texts(in));
        var catalogue = text(in);
        var arrays = new ArrayList<Entry>();
        int count = in.getInt();
        for (int i = 0; i < count; i++) {
            arrays.add(new Entry(text(in), in.get(), in.getLong(), in.getLong(), in.getLong()));
        }
        return new ModelHeader(kind, parameters, provenance, catalogue, arrays);
    }

    /// A text's length in bytes, then its bytes.
    static void text(ByteArrayOutputStream out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeBytes(littleEndian(4).putInt(bytes.length).array());
        out.writeBytes(bytes);
    }

    static String text(ByteBuffer in) throws IOException {
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw new IOException("a text of " + length + " bytes where " + in.remaining() + " are left");
        }
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(in.slice(in.position(), length));
            in.position(in.position() + length);
            return text.toString();
        } catch (CharacterCodingException e) {
            throw new IOException("a text that is not UTF-8", e);
        }
    }

    private static void texts(ByteArrayOutputStream out, Map<String, String> texts) {
        out.writeBytes(littleEndian(4).putInt(texts.size()).array());
        texts.forEach((name, value) -> {
            text(out, name);
            text(out, value);
        });
    }

    private static Map<String, String> texts(ByteBuffer in) throws IOException {
        var texts = new LinkedHashMap<String, String>();
        int count = in.getInt();
        for (int i = 0; i < count; i++) {
            var name = text(in);
            texts.put(name, text(in));
        }
        return texts;
    }

    private static ByteBuffer littleEndian(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}

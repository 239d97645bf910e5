package dev.sommelier.experiments.compare;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sommelier.core.SommelierException;
import java.util.List;

/// What stands in a journal's rows, as JSON.
final class Codec {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Codec() {}

    static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("rows are plain records", e);
        }
    }

    static List<AskedUser> asked(String text) {
        return read(text, new TypeReference<>() {});
    }

    static Batch batch(String text) {
        return read(text, new TypeReference<>() {});
    }

    private static <T> T read(String text, TypeReference<T> type) {
        try {
            return JSON.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new SommelierException(
                    "the journal holds a row that this version cannot read; run again in another folder", e);
        }
    }
}

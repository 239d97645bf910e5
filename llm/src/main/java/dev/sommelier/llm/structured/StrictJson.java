package dev.sommelier.llm.structured;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/// Reads a reply as JSON or says why it is none. Nothing is searched for in the text: words around the JSON, a second
/// value after it and a property that appears twice are errors; white space around it is not.
public final class StrictJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /// The text is no JSON.
    public static final class Broken extends Exception {
        private static final long serialVersionUID = 1L;

        private final String error;

        private Broken(String error) {
            super(error);
            this.error = error;
        }

        /// What is wrong, for whoever wrote the text.
        public String error() {
            return error;
        }
    }

    private StrictJson() {}

    /// The value that the whole text is.
    ///
    /// @throws Broken with the position and what is wrong there
    public static JsonNode read(String text) throws Broken {
        if (text.isBlank()) {
            throw new Broken("the reply is empty");
        }
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            String where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
            throw new Broken("the reply is not JSON" + where + ": " + e.getOriginalMessage());
        }
    }
}

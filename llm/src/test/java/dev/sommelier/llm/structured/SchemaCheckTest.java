package dev.sommelier.llm.structured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SchemaCheckTest {
    private static Optional<String> error(String value, Map<?, ?> schema) throws Exception {
        return SchemaCheck.error(StrictJson.read(value), schema, "");
    }

    @Test
    void numbersHaveTypesAndRanges() throws Exception {
        var stars = Map.of("type", "integer", "minimum", 1, "maximum", 5);

        assertThat(error("5", stars)).isEmpty();
        assertThat(error("6", stars)).contains("the reply must be at most 5, got 6");
        assertThat(error("0", stars)).contains("the reply must be at least 1, got 0");
        assertThat(error("3.5", stars)).contains("the reply must be of type integer, got 3.5");
        assertThat(error("3.5", Map.of("type", "number"))).isEmpty();
        assertThat(error("\"3\"", Map.of("type", "number"))).isPresent();
    }

    @Test
    void listsAreCheckedByLengthAndElement() throws Exception {
        var ids = Map.of("type", "array", "items", Map.of("enum", List.of("a", "b")), "minItems", 1, "maxItems", 2);

        assertThat(error("[\"a\",\"b\"]", ids)).isEmpty();
        assertThat(error("[]", ids)).contains("the reply has 0 elements, not 1 to 2");
        assertThat(error("[\"a\",\"b\",\"a\"]", ids)).contains("the reply has 3 elements, not 1 to 2");
        assertThat(error("[\"a\",\"c\"]", ids)).contains("\"[1]\" must be one of \"a\", \"b\", got \"c\"");
    }

    @Test
    void placesAreNamedThroughObjects() throws Exception {
        var schema = Map.of(
                "type",
                "object",
                "properties",
                Map.of("film", Map.of("type", "object", "properties", Map.of("year", Map.of("type", "integer")))));

        assertThat(error("{\"film\":{\"year\":1979}}", schema)).isEmpty();
        assertThat(error("{\"film\":{\"year\":\"1979\"}}", schema))
                .contains("\"film.year\" must be of type integer, got \"1979\"");
        assertThat(error("{\"film\":{\"title\":\"Alien\"}}", schema))
                .contains("\"film\" has the property \"title\", which is not asked for");
        assertThat(error("{\"more\":1}", Map.of("type", "object", "additionalProperties", true)))
                .isEmpty();
    }

    @Test
    void oneOfSeveralSchemasIsEnough() throws Exception {
        var schema = Map.of("anyOf", List.of(Map.of("type", "null"), Map.of("const", "yes")));

        assertThat(error("null", schema)).isEmpty();
        assertThat(error("\"yes\"", schema)).isEmpty();
        assertThat(error("\"no\"", schema))
                .contains("the reply must be of type null, got \"no\" or the reply must be one of \"yes\", got \"no\"");
        assertThat(error("true", Map.of("type", List.of("string", "boolean")))).isEmpty();
    }

    @Test
    void lengthsAreThoseOfCodePoints() throws Exception {
        assertThat(error("\"\uD83C\uDFAC\uD83C\uDFAC\"", Map.of("type", "string", "maxLength", 2)))
                .isEmpty();
        assertThat(error("\"abc\"", Map.of("type", "string", "maxLength", 2)))
                .contains("the reply has 3 characters, at most 2 are allowed");
    }

    @Test
    void aSchemaOfAnotherKindIsAMistakeOfTheCaller() {
        assertThatThrownBy(() -> error("1", Map.of("$ref", "#/x"))).isInstanceOf(IllegalArgumentException.class);
    }
}

package dev.sommelier.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.internal.JsonSchemaElementUtils;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DecisionSchemaTest {
    @Test
    void anActionIsOneClosedEnumAfterAShortThought() throws JsonProcessingException {
        var question = new Question(
                Question.Stage.EXPLORE,
                1,
                List.of(),
                List.of(
                        new Decision.Retrieve("genre", Optional.empty()),
                        new Decision.Retrieve("genre", Optional.of("\"Odd\" one")),
                        new Decision.Finish()),
                0,
                false);

        assertThat(json(question, 48))
                .isEqualTo("{\"type\":\"object\",\"properties\":{\"thought\":{\"type\":\"string\",\"maxLength\":48},"
                        + "\"action\":{\"type\":\"string\",\"enum\":[\"retrieve genre\",\"retrieve genre=\\\"Odd\\\" one\","
                        + "\"finish\"]}},\"required\":[\"thought\",\"action\"],\"additionalProperties\":false}");
        assertThat(json(question, 0)).doesNotContain("thought");
    }

    @Test
    void aPickIsANumber() throws JsonProcessingException {
        var question = new Question(
                Question.Stage.FINISH, 1, List.of(), List.of(new Decision.Pick(13), new Decision.Pick(12)), 2, false);

        assertThat(json(question, 48))
                .isEqualTo(
                        "{\"type\":\"object\",\"properties\":{\"pick\":{\"type\":\"string\",\"enum\":[\"13\",\"12\"]}},"
                                + "\"required\":[\"pick\"],\"additionalProperties\":false}");
    }

    private static String json(Question question, int thoughtCharacters) throws JsonProcessingException {
        var schema = Objects.requireNonNull(
                DecisionSchema.of(question, thoughtCharacters).jsonSchema());
        return new ObjectMapper()
                .writeValueAsString(JsonSchemaElementUtils.toMap(Objects.requireNonNull(schema.rootElement()), true));
    }
}

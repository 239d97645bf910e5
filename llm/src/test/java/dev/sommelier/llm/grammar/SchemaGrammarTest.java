package dev.sommelier.llm.grammar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaGrammarTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static SchemaGrammar grammar(String schema) throws Exception {
        return SchemaGrammar.of(JSON.readValue(schema, Map.class));
    }

    private static boolean matches(SchemaGrammar grammar, String text) {
        int state = grammar.advance(SchemaGrammar.START, text.getBytes(UTF_8));
        return state != SchemaGrammar.DEAD && grammar.accepts(state);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "{'enum':['yes','no']}; 'yes'; 'maybe'",
                "{'enum':[1,2,30]}; 30; 3",
                "{'const':'a'}; 'a'; 'b'",
                "{'type':'integer'}; -120; 012",
                "{'type':'integer'}; 0; -0",
                "{'type':'integer','minimum':1,'maximum':5}; 5; 6",
                "{'type':'number'}; 3.25; 3.",
                "{'type':'boolean'}; true; True",
                "{'type':['null','boolean']}; null; 0",
                "{'type':'string','maxLength':2}; 'é界'; 'abc'",
                "{'type':'string'}; 'a\\'b\\n'; 'a\\x'",
                "{'type':'array','items':{'enum':[1,2]},'minItems':1,'maxItems':2}; [1,2]; []",
                "{'type':'array','items':{'enum':[1,2]},'minItems':1,'maxItems':2}; [2]; [1,2,1]",
                "{'type':'array','items':{'type':'integer'}}; []; [1,]",
                "{'type':'array','items':{'type':'integer'},'minItems':2}; [1,2,3]; [1]",
                "{'anyOf':[{'type':'integer'},{'type':'null'}]}; null; 'x'",
                "{'type':'object','properties':{'a':{'type':'null'},'b':{'type':'null'}},'required':['a','b']};"
                        + " {'a':null,'b':null}; {'b':null,'a':null}",
                "{'type':'object','properties':{'a':{'type':'null'},'b':{'type':'null'}},'required':['b']};"
                        + " {'b':null}; {'a':null}",
                "{'type':'object','properties':{'a':{'type':'null'},'b':{'type':'null'}}}; {}; {,}",
                "{'type':'object','properties':{'a':{'type':'null'}},'required':['a']}; {'a':null}; {'a': null}",
            })
    void acceptsWhatTheSchemaAllowsAndNothingElse(String schema, String good, String bad) throws Exception {
        var grammar = grammar(quoted(schema));

        assertThat(matches(grammar, quoted(good)))
                .as("%s accepts %s", schema, good)
                .isTrue();
        assertThat(matches(grammar, quoted(bad)))
                .as("%s refuses %s", schema, bad)
                .isFalse();
    }

    /// JSON is written with single quotes above; an escaped quote is one inside a JSON string.
    private static String quoted(String text) {
        return text.strip().replace("\\'", "\u0000").replace('\'', '"').replace("\u0000", "\\\"");
    }

    @Test
    void alternativesThatBeginAlikeAreAChoiceFromTheirFirstByte() throws Exception {
        var grammar = grammar(quoted("{'enum':['retrieve','rank']}"));

        assertThat(grammar.forced(SchemaGrammar.START)).isEmpty();
        int chosen = grammar.advance(SchemaGrammar.START, "\"ra".getBytes(UTF_8));
        assertThat(new String(grammar.forced(chosen), UTF_8)).isEqualTo("nk\"");
    }

    @Test
    void textWithoutAnAlternativeIsForcedUpToTheNextChoice() throws Exception {
        var grammar = grammar(quoted("{'type':'object','properties':{'stars':{'enum':[1,2]}},'required':['stars']}"));

        assertThat(new String(grammar.forced(SchemaGrammar.START), UTF_8)).isEqualTo("{\"stars\":");
    }

    @Test
    void shortestEndClosesAReplyFromAnyState() throws Exception {
        var schema = quoted("{'type':'object','properties':{'t':{'type':'string','maxLength':30},"
                + "'n':{'type':'array','items':{'enum':['alpha','be']},'maxItems':3}},'required':['t','n']}");
        var grammar = grammar(schema);
        var random = new Random(5);
        for (int trial = 0; trial < 200; trial++) {
            int state = SchemaGrammar.START;
            var written = new java.io.ByteArrayOutputStream();
            int steps = random.nextInt(60);
            for (int i = 0; i < steps * 20; i++) {
                byte next = (byte) random.nextInt(256);
                int reached = grammar.advance(state, new byte[] {next});
                if (reached != SchemaGrammar.DEAD) {
                    state = reached;
                    written.write(next);
                }
            }
            byte[] end = grammar.shortestEnd(state);
            assertThat(end).hasSize(grammar.bytesToEnd(state));
            written.writeBytes(end);
            var parsed = JSON.readTree(written.toByteArray());
            assertThat(parsed.get("t")
                            .asText()
                            .codePointCount(0, parsed.get("t").asText().length()))
                    .as("trial %d of seed 5", trial)
                    .isLessThanOrEqualTo(30);
        }
    }

    @Test
    void namesThePlaceOfWhatItDoesNotSupport() {
        assertThatThrownBy(() ->
                        SchemaGrammar.of(Map.of("type", "object", "properties", Map.of("a", Map.of("pattern", "x*")))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("JSON schema at #/a: keyword \"pattern\" is not supported");
        assertThatThrownBy(() -> SchemaGrammar.of(Map.of("enum", List.of())))
                .hasMessageContaining("an enum without values");
    }
}

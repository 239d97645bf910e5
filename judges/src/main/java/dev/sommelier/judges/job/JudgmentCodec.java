package dev.sommelier.judges.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sommelier.core.Judgment;
import dev.sommelier.core.Usage;
import dev.sommelier.io.journal.Unit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;

/// Judgements as the JSON that the journal and the export hold.
final class JudgmentCodec {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String SHORTENED = "shortened";

    private JudgmentCodec() {}

    /// @param shortened whether the judge read only a part of the text; empty where there is no text
    static Unit unit(long position, Judgment judgment, Optional<Boolean> shortened) {
        var node = line(judgment);
        shortened.ifPresent(value -> node.put(SHORTENED, value));
        var usage = judgment.usage();
        node.putArray("usage")
                .add(usage.calls())
                .add(usage.promptTokens())
                .add(usage.sharedTokens())
                .add(usage.generatedTokens())
                .add(usage.time().toNanos());
        var cause = judgment instanceof Judgment.Failed failed ? failed.kind() : "";
        return new Unit(position, cause, text(node));
    }

    /// What a unit's content has in it when its text was shortened, or was not; within a reply the quotes are escaped.
    static String part(boolean shortened) {
        return "\"" + SHORTENED + "\":" + shortened;
    }

    static Judgment judgment(Unit unit) {
        JsonNode node;
        try {
            node = MAPPER.readTree(unit.content());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("row " + unit.position() + " of the journal is no JSON", e);
        }
        var counts = node.path("usage");
        var usage = new Usage(
                counts.path(0).asInt(),
                counts.path(1).asLong(),
                counts.path(2).asLong(),
                counts.path(3).asLong(),
                Duration.ofNanos(counts.path(4).asLong()));
        var topic = node.path("topic").asText();
        var document = node.path("document").asText();
        var reply = node.path("reply").asText("");
        if (unit.failed()) {
            return new Judgment.Failed(
                    topic, document, unit.cause(), node.path("cause").asText(), reply, usage);
        }
        var probabilities = new ArrayList<Double>();
        node.path("probabilities").forEach(value -> probabilities.add(value.asDouble()));
        return new Judgment.Graded(
                topic,
                document,
                node.path("grade").asInt(),
                probabilities,
                node.path("score").asDouble(),
                reply,
                usage);
    }

    /// The exported form: what a second run must repeat, so without tokens and time.
    static ObjectNode line(Judgment judgment) {
        var node = MAPPER.createObjectNode().put("topic", judgment.topic()).put("document", judgment.document());
        switch (judgment) {
            case Judgment.Graded graded -> {
                node.put("grade", graded.label()).put("score", graded.score());
                if (!graded.probabilities().isEmpty()) {
                    var values = node.putArray("probabilities");
                    graded.probabilities().forEach(values::add);
                }
                reply(node, graded.reply());
            }
            case Judgment.Failed failed -> {
                node.put("failed", failed.kind()).put("cause", failed.cause());
                reply(node, failed.reply());
            }
        }
        return node;
    }

    private static void reply(ObjectNode node, String reply) {
        if (!reply.isEmpty()) {
            node.put("reply", reply);
        }
    }

    static String text(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts and numbers can always be written", e);
        }
    }
}

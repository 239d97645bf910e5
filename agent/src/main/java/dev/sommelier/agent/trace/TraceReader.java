package dev.sommelier.agent.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sommelier.agent.Question;
import dev.sommelier.agent.TraceStep;
import dev.sommelier.core.SommelierException;
import dev.sommelier.core.Usage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Reads what [TraceWriter] wrote.
public final class TraceReader {
    private static final ObjectMapper JSON = new ObjectMapper();

    private TraceReader() {}

    /// All runs of a file, in order.
    ///
    /// @throws SommelierException if the file cannot be read, or a line breaks the form, naming the line
    public static List<Trace> read(Path file) {
        try {
            return read(file.toString(), Files.readAllLines(file));
        } catch (IOException e) {
            throw new SommelierException("Cannot read the trace file " + file + "; check the path.", e);
        }
    }

    /// All runs of some lines.
    ///
    /// @param where what to call the source in messages
    /// @throws SommelierException if a line breaks the form
    public static List<Trace> read(String where, List<String> lines) {
        var traces = new ArrayList<Trace>();
        Optional<JsonNode> header = Optional.empty();
        var steps = new ArrayList<TraceStep>();
        for (int i = 0; i < lines.size(); i++) {
            var at = where + ":" + (i + 1);
            var node = node(at, lines.get(i));
            var type = node.path("type").asText();
            if (type.equals("run") == header.isPresent()) {
                throw broken(
                        at,
                        "a run starts with a \"run\" line and ends with an \"end\" line, got type \"" + type + "\" "
                                + (header.isPresent() ? "within" : "outside") + " a run");
            }
            switch (type) {
                case "run" -> header = Optional.of(node);
                case "step" -> steps.add(step(at, node));
                case "end" -> {
                    traces.add(trace(header.orElseThrow(), steps, node));
                    header = Optional.empty();
                    steps.clear();
                }
                default -> throw broken(at, "a line's type is \"run\", \"step\" or \"end\", got \"" + type + "\"");
            }
        }
        if (header.isPresent()) {
            throw broken(where + ":" + lines.size(), "the last run has no \"end\" line");
        }
        return traces;
    }

    private static JsonNode node(String at, String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw broken(at, "expected a JSON object, got \"" + line.substring(0, Math.min(60, line.length())) + "\"");
        }
    }

    private static SommelierException broken(String at, String what) {
        return new SommelierException(at + ": " + what + "; make the trace again with agent run.");
    }

    private static TraceStep step(String at, JsonNode node) {
        var stage = node.path("stage").asText();
        for (var known : Question.Stage.values()) {
            if (known.name().equals(stage)) {
                return new TraceStep(
                        node.path("number").asInt(),
                        known,
                        node.path("options").asInt(),
                        node.path("decision").asText(),
                        node.path("thought").asText(),
                        list(node.path("replies"), JsonNode::asText),
                        node.path("prompt").asText(),
                        node.path("promptHash").asText(),
                        node.path("observation").asText(),
                        list(node.path("repairs"), JsonNode::asText),
                        usage(node),
                        nanos(node, "own"));
            }
        }
        throw broken(at, "unknown stage \"" + stage + "\"");
    }

    private static Trace trace(JsonNode header, List<TraceStep> steps, JsonNode end) {
        return new Trace(
                header.path("user").asText(),
                map(header.path("facts"), JsonNode::asText),
                list(header.path("history"), JsonNode::asText),
                steps,
                list(
                        end.path("list"),
                        item -> new Trace.ListedItem(
                                item.path("item").asText(),
                                item.path("title").asText(),
                                list(item.path("origins"), JsonNode::asText))),
                end.has("failure") ? Optional.of(end.path("failure").asText()) : Optional.empty(),
                map(end.path("repairs"), JsonNode::asInt),
                usage(end),
                nanos(end, "all"),
                nanos(end, "own"));
    }

    private static Usage usage(JsonNode node) {
        var usage = node.path("usage");
        return new Usage(
                usage.path("calls").asInt(),
                usage.path("promptTokens").asLong(),
                usage.path("sharedTokens").asLong(),
                usage.path("generatedTokens").asLong(),
                nanos(node, "model"));
    }

    private static Duration nanos(JsonNode node, String name) {
        return Duration.ofNanos(node.path("nanos").path(name).asLong());
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> reader) {
        var values = new ArrayList<T>();
        array.forEach(value -> values.add(reader.apply(value)));
        return values;
    }

    private static <T> Map<String, T> map(JsonNode object, Function<JsonNode, T> reader) {
        var values = new LinkedHashMap<String, T>();
        object.properties().forEach(entry -> values.put(entry.getKey(), reader.apply(entry.getValue())));
        return values;
    }
}

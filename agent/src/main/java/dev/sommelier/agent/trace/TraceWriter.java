package dev.sommelier.agent.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sommelier.agent.TraceStep;
import dev.sommelier.core.Usage;
import java.time.Duration;
import java.util.List;

/// Writes traces as JSON lines. [TraceReader] reads them back.
public final class TraceWriter {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// Whether wall times are written.
    public enum Times {
        /// With times, to be read by people.
        KEPT,
        /// Without times, to be compared byte for byte.
        LEFT_OUT
    }

    private final Times times;

    /// @param times whether wall times are written
    public TraceWriter(Times times) {
        this.times = times;
    }

    /// The lines of one run, each ended by `\n`.
    public String lines(Trace trace) {
        var text = new StringBuilder(line(header(trace)));
        trace.steps().forEach(step -> text.append(line(step(step))));
        return text.append(line(end(trace))).toString();
    }

    private static ObjectNode header(Trace trace) {
        var node = JSON.createObjectNode().put("type", "run").put("user", trace.user());
        var facts = node.putObject("facts");
        trace.facts().forEach(facts::put);
        strings(node.putArray("history"), trace.history());
        return node;
    }

    private ObjectNode step(TraceStep step) {
        var node = JSON.createObjectNode()
                .put("type", "step")
                .put("number", step.number())
                .put("stage", step.stage().name())
                .put("options", step.options())
                .put("decision", step.decision())
                .put("thought", step.thought());
        strings(node.putArray("replies"), step.replies());
        node.put("prompt", step.prompt()).put("promptHash", step.promptHash()).put("observation", step.observation());
        strings(node.putArray("repairs"), step.repairs());
        node.set("usage", usage(step.usage()));
        times(node, step.usage().time(), step.ownTime());
        return node;
    }

    private ObjectNode end(Trace trace) {
        var node = JSON.createObjectNode().put("type", "end");
        var list = node.putArray("list");
        for (var item : trace.list()) {
            var entry = list.addObject().put("item", item.item()).put("title", item.title());
            strings(entry.putArray("origins"), item.origins());
        }
        trace.failure().ifPresent(failure -> node.put("failure", failure));
        var repairs = node.putObject("repairs");
        trace.repairs().forEach(repairs::put);
        node.set("usage", usage(trace.usage()));
        times(node, trace.usage().time(), trace.ownTime());
        if (times == Times.KEPT) {
            node.withObject("nanos").put("all", trace.time().toNanos());
        }
        return node;
    }

    private static ObjectNode usage(Usage usage) {
        return JSON.createObjectNode()
                .put("calls", usage.calls())
                .put("promptTokens", usage.promptTokens())
                .put("sharedTokens", usage.sharedTokens())
                .put("generatedTokens", usage.generatedTokens());
    }

    private void times(ObjectNode node, Duration model, Duration own) {
        if (times == Times.KEPT) {
            node.putObject("nanos").put("model", model.toNanos()).put("own", own.toNanos());
        }
    }

    private static void strings(ArrayNode array, List<String> values) {
        values.forEach(array::add);
    }

    private static String line(ObjectNode node) {
        try {
            return JSON.writeValueAsString(node) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of strings and numbers is always written", e);
        }
    }
}

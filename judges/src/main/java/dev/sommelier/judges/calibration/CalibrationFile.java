package dev.sommelier.judges.calibration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sommelier.core.SommelierException;
import dev.sommelier.judges.calibration.Calibration.Rule;
import dev.sommelier.judges.calibration.Calibration.Signal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Function;

/// A [Calibration] as JSON.
public final class CalibrationFile {
    private static final String FORMAT = "sommelier-calibration-1";
    private static final ObjectMapper JSON = new ObjectMapper();

    private CalibrationFile() {}

    /// The file's text; equal calibrations give equal bytes.
    public static String write(Calibration calibration) {
        var root = JSON.createObjectNode().put("format", FORMAT);
        var facts = root.putObject("facts");
        new TreeMap<>(calibration.facts()).forEach(facts::put);
        var signals = root.putArray("signals");
        for (int i = 0; i < calibration.signals().size(); i++) {
            var signal = calibration.signals().get(i);
            signals.addObject()
                    .put("name", signal.name())
                    .put("mean", signal.mean())
                    .put("deviation", signal.deviation())
                    .put("weight", calibration.model().weights().get(i));
        }
        calibration.grades().forEach(root.putArray("grades")::add);
        calibration.model().cuts().forEach(root.putArray("cuts")::add);
        root.put("per-topic", calibration.perTopic().words());
        root.put("rule", calibration.rule().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        calibration.thresholds().forEach(root.putArray("thresholds")::add);
        return root.toPrettyString() + "\n";
    }

    /// Reads a file's text.
    ///
    /// @param where the file's name, for messages
    /// @throws SommelierException if the text is no calibration
    public static Calibration read(String where, String text) {
        try {
            var root = JSON.readTree(text);
            if (!(root instanceof ObjectNode)
                    || !FORMAT.equals(root.path("format").asText())) {
                throw new SommelierException(where + " is no calibration: expected \"format\": \"" + FORMAT
                        + "\"; make one with 'sommelier judge calibrate --save FILE'.");
            }
            var signals = list(
                    root.path("signals"),
                    node -> new Signal(
                            node.path("name").asText(), number(node.path("mean")), number(node.path("deviation"))));
            var facts = new LinkedHashMap<String, String>();
            root.path("facts")
                    .properties()
                    .forEach(fact -> facts.put(fact.getKey(), fact.getValue().asText()));
            return new Calibration(
                    signals,
                    list(root.path("grades"), JsonNode::asInt),
                    new OrdinalModel(
                            list(root.path("signals"), node -> number(node.path("weight"))),
                            list(root.path("cuts"), CalibrationFile::number)),
                    Rule.valueOf(
                            root.path("rule").asText().toUpperCase(Locale.ROOT).replace('-', '_')),
                    list(root.path("thresholds"), CalibrationFile::number),
                    // Files of before this field stood for signals as measured.
                    PerTopic.valueOf(root.path("per-topic").asText("none").toUpperCase(Locale.ROOT)),
                    facts);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new SommelierException(
                    where + " is no usable calibration (" + e.getMessage()
                            + "); make it again with 'sommelier judge calibrate --save FILE'.",
                    e);
        }
    }

    private static double number(JsonNode node) {
        if (!node.isNumber()) {
            throw new IllegalArgumentException("expected a number, got " + node);
        }
        return node.asDouble();
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> each) {
        var values = new ArrayList<T>();
        array.forEach(node -> values.add(each.apply(node)));
        return values;
    }
}

package dev.sommelier.llm.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.sommelier.core.SommelierException;
import dev.sommelier.llm.cache.StoreContents;
import dev.sommelier.llm.call.Call;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;

/// Finds the recorded call that is most like one that is missing, and says where they part.
final class NearestCall {
    /// A longer recording is searched in part: the sentence is a help, not a proof.
    private static final int MOST = 20_000;

    private static final int AROUND = 30;
    private static final ObjectMapper JSON = new ObjectMapper();

    private NearestCall() {}

    /// One sentence.
    static String difference(StoreContents contents, Call<?> call) {
        String nearest = "";
        int most = -1;
        for (var recorded : contents.calls(call.kind().word(), MOST)) {
            int same = same(recorded, call.text());
            if (same > most) {
                most = same;
                nearest = recorded;
            }
        }
        if (most < 0) {
            return "It holds no " + call.kind().word() + " call at all.";
        }
        try {
            return first(JSON.readTree(nearest), JSON.readTree(call.text()), "")
                    .map(where -> "The nearest recorded call differs in " + where + ".")
                    .orElse("The nearest recorded call differs in its model's settings.");
        } catch (JsonProcessingException e) {
            throw new SommelierException("the recording holds a call that is not readable; record it again", e);
        }
    }

    /// How many characters two texts share at their beginnings and ends.
    private static int same(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        int begin = common(one, other);
        int end = 0;
        while (end < shorter - begin && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
            end++;
        }
        return begin + end;
    }

    private static int common(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        int begin = 0;
        while (begin < shorter && one.charAt(begin) == other.charAt(begin)) {
            begin++;
        }
        return begin;
    }

    /// The first place where two trees differ.
    private static Optional<String> first(JsonNode recorded, JsonNode asked, String place) {
        if (recorded.equals(asked)) {
            return Optional.empty();
        }
        if (recorded.isObject() && asked.isObject()) {
            var fields = new LinkedHashSet<String>();
            asked.fieldNames().forEachRemaining(fields::add);
            recorded.fieldNames().forEachRemaining(fields::add);
            for (var field : fields) {
                var found =
                        first(recorded.path(field), asked.path(field), place.isEmpty() ? field : place + " " + field);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        if (recorded.isArray() && asked.isArray()) {
            if (recorded.size() != asked.size()) {
                return Optional.of(String.format(
                        Locale.ROOT, "the number of %s: recorded %d, asked %d", place, recorded.size(), asked.size()));
            }
            for (int i = 0; i < asked.size(); i++) {
                var found = first(recorded.get(i), asked.get(i), place + " " + (i + 1));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.of(place + around(recorded, asked));
    }

    private static String around(JsonNode recorded, JsonNode asked) {
        if (!recorded.isTextual() || !asked.isTextual()) {
            return ": recorded " + shown(recorded) + ", asked " + shown(asked);
        }
        int at = common(recorded.textValue(), asked.textValue());
        return " at character " + (at + 1) + ": recorded " + quoted(recorded.textValue(), at) + ", asked "
                + quoted(asked.textValue(), at);
    }

    private static String shown(JsonNode node) {
        return node instanceof MissingNode ? "nothing" : quoted(node.asText(node.toString()), 0);
    }

    private static String quoted(String text, int at) {
        int from = Math.max(0, at - AROUND);
        int to = Math.min(text.length(), at + AROUND);
        var shown = text.substring(from, to).replaceAll("\\s+", " ");
        return '"' + (from > 0 ? "…" : "") + shown + (to < text.length() ? "…" : "") + '"';
    }
}

package dev.sommelier.llm.server;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.sommelier.core.SommelierException;
import dev.sommelier.core.Usage;
import dev.sommelier.llm.LabelScorer;
import dev.sommelier.llm.LabelScores;
import dev.sommelier.llm.ModelFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Reads label probabilities from the most probable first tokens of a chat reply.
///
/// A label counts as a single token, with and without a leading space. One that is not listed has at most the
/// probability of the least listed token for each of its two spellings, and at most what the list leaves.
record ServerLabelScorer(ServerHttp http, String model, int top, UnaryOperator<ChatRequest> clean)
        implements LabelScorer {
    /// Probabilities are told as rounded logarithms.
    static final double ROUNDING = 1e-3;

    @Override
    public LabelScores score(List<ChatMessage> messages, List<String> labels) {
        if (labels.stream().anyMatch(String::isBlank) || new HashSet<>(labels).size() < labels.size()) {
            throw new SommelierException("labels are distinct texts, got " + labels + "; correct them.");
        }
        long start = System.nanoTime();
        var answer = http.post("/chat/completions", request(messages));
        var time = Duration.ofNanos(System.nanoTime() - start);
        var listed = listed(answer.at("/choices/0/logprobs/content/0/top_logprobs"));
        return scores(labels, listed, usage(answer, time));
    }

    private JsonNode request(List<ChatMessage> messages) {
        var request = ServerHttp.JSON
                .createObjectNode()
                .put("model", model)
                .put("max_tokens", 1)
                .put("temperature", 0)
                .put("logprobs", true)
                .put("top_logprobs", top);
        return ServerMessages.write(
                request,
                clean.apply(ChatRequest.builder().messages(messages).build()).messages());
    }

    private Map<String, Double> listed(JsonNode entries) {
        var listed = new HashMap<String, Double>();
        double sum = 0;
        for (var entry : entries) {
            var token = entry.path("token");
            var logprob = entry.path("logprob");
            if (!token.isTextual() || !logprob.isNumber() || logprob.asDouble() > ROUNDING) {
                throw http.failures().wrong("its top_logprobs hold something else than tokens and log-probabilities");
            }
            double probability = Math.exp(logprob.asDouble());
            sum += probability;
            // Different tokens may have the same text, such as a byte and a letter.
            listed.merge(token.asText(), probability, Double::sum);
        }
        if (listed.isEmpty()) {
            throw http.failures().wrong("the reply has no top_logprobs at its first token");
        }
        if (sum > 1 + ROUNDING) {
            throw http.failures().wrong("the probabilities of its top_logprobs sum to " + (float) sum);
        }
        return listed;
    }

    private LabelScores scores(List<String> labels, Map<String, Double> listed, Usage usage) {
        double rest =
                Math.max(0, 1 - listed.values().stream().mapToDouble(x -> x).sum());
        double least = listed.values().stream().mapToDouble(x -> x).min().orElseThrow();
        var logs = new ArrayList<Double>();
        var unlisted = new HashSet<String>();
        double inside = 0;
        for (String label : labels) {
            double known = listed.getOrDefault(label, 0.0) + listed.getOrDefault(" " + label, 0.0);
            inside += known;
            if (known == 0) {
                unlisted.add(label);
            }
            logs.add(Math.log(known > 0 ? known : Math.max(Double.MIN_NORMAL, Math.min(2 * least, rest))));
        }
        if (unlisted.size() == labels.size()) {
            throw http.failures()
                    .failure(
                            ModelFailure.Kind.PROTOCOL,
                            "none of the labels " + labels + " is among the " + listed.size()
                                    + " most probable tokens that " + http.url()
                                    + " tells; ask for single letters or digits, or use the in-process engine.");
        }
        var ones = labels.stream().map(label -> 1).toList();
        return new LabelScores(labels, logs, ones, Math.max(0, 1 - inside), Set.copyOf(unlisted), usage);
    }

    private static Usage usage(JsonNode answer, Duration time) {
        long prompt = answer.at("/usage/prompt_tokens").asLong();
        long cached = Math.min(
                prompt, answer.at("/usage/prompt_tokens_details/cached_tokens").asLong());
        return new Usage(
                1,
                prompt - cached,
                cached,
                answer.at("/usage/completion_tokens").asLong(),
                time);
    }
}

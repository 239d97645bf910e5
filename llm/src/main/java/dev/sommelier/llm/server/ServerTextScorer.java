package dev.sommelier.llm.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.sommelier.core.SommelierException;
import dev.sommelier.core.Usage;
import dev.sommelier.llm.TextScore;
import dev.sommelier.llm.TextScorer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Reads the likelihood of a text from the log-probabilities of prompt tokens that vLLM tells (`prompt_logprobs`).
///
/// The server turns the dialogue into tokens by its own chat template (`/tokenize` with messages) and the text by
/// itself;
/// both go to `/v1/completions` as one list of tokens, so that what is scored is sure. Three calls a text.
record ServerTextScorer(ServerHttp http, String model, UnaryOperator<ChatRequest> clean) implements TextScorer {
    @Override
    public TextScore score(List<ChatMessage> messages, String text) {
        if (text.isEmpty()) {
            throw new SommelierException("a scored text has at least one token, got an empty one; correct it.");
        }
        long start = System.nanoTime();
        var chat = clean.apply(ChatRequest.builder().messages(messages).build()).messages();
        var before = tokens(tokenize(ServerMessages.write(request(), chat).put("add_generation_prompt", true)));
        var scored = tokens(tokenize(request().put("prompt", text).put("add_special_tokens", false)));
        var all = new ArrayList<>(before);
        all.addAll(scored);
        var answer = http.post("/completions", completion(all));
        double sum = sum(answer.at("/choices/0/prompt_logprobs"), all, before.size());
        var time = Duration.ofNanos(System.nanoTime() - start);
        long cached = Math.min(
                all.size(),
                answer.at("/usage/prompt_tokens_details/cached_tokens").asLong());
        return new TextScore(sum, scored.size(), new Usage(1, all.size() - cached, cached, 0, time));
    }

    private ObjectNode request() {
        return ServerHttp.JSON.createObjectNode().put("model", model);
    }

    private JsonNode tokenize(ObjectNode request) {
        return http.postToRoot("/tokenize", request);
    }

    private JsonNode completion(List<Integer> tokens) {
        var request = request().put("max_tokens", 1).put("temperature", 0).put("prompt_logprobs", 0);
        var prompt = request.putArray("prompt");
        tokens.forEach(prompt::add);
        return request;
    }

    private List<Integer> tokens(JsonNode answer) {
        var tokens = new ArrayList<Integer>();
        for (var token : answer.path("tokens")) {
            if (!token.canConvertToInt() || !token.isIntegralNumber()) {
                throw http.failures().wrong("its tokens are no whole numbers");
            }
            tokens.add(token.intValue());
        }
        if (tokens.isEmpty()) {
            throw http.failures().wrong("it tells no tokens of a text");
        }
        return tokens;
    }

    private double sum(JsonNode told, List<Integer> tokens, int from) {
        if (told.size() != tokens.size()) {
            throw http.failures()
                    .wrong("it tells log-probabilities of " + told.size() + " prompt tokens, got " + tokens.size());
        }
        double sum = 0;
        for (int i = from; i < tokens.size(); i++) {
            var logprob = told.get(i).path(Integer.toString(tokens.get(i))).path("logprob");
            if (!logprob.isNumber() || logprob.asDouble() > ServerLabelScorer.ROUNDING) {
                throw http.failures().wrong("it tells no log-probability of prompt token " + i);
            }
            sum += Math.min(0, logprob.asDouble());
        }
        return sum;
    }
}

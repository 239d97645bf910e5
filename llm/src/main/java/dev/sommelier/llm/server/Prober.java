package dev.sommelier.llm.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.http.client.HttpMethod;
import dev.sommelier.llm.ModelFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// Finds out by short calls what a server does; what it refuses is a finding, what breaks is a failure.
final class Prober {
    /// Most servers stop at 20; llama-server tells as many as asked.
    private static final int[] TOP = {200, 20, 5};

    private final ServerHttp http;
    private final String model;
    private final List<String> notes = new ArrayList<>();

    Prober(ServerHttp http, String model) {
        this.http = http;
        this.model = model;
    }

    ServerProbe probe() {
        var listed = get(http.url() + "/models");
        var models = listed.map(list -> StreamSupport.stream(list.path("data").spliterator(), false)
                        .map(entry -> entry.path("id").asText())
                        .toList())
                .orElse(List.of());
        boolean llama =
                get(http.root() + "/props").filter(p -> p.has("chat_template")).isPresent();
        return new ServerProbe(
                kind(listed, llama),
                models,
                topLogprobs(),
                promptLogprobs(),
                llama && completionProbs(),
                llama && plainTokenize(),
                chatTokenize(),
                schema(),
                tools(),
                embeddingDimensions(),
                notes);
    }

    private String kind(Optional<JsonNode> listed, boolean llama) {
        if (llama) {
            return "llama-server";
        }
        String owner = listed.map(list -> list.at("/data/0/owned_by").asText()).orElse("");
        if (owner.toLowerCase(Locale.ROOT).equals("vllm")) {
            return "vLLM";
        }
        if (get(http.root() + "/api/version").filter(v -> v.has("version")).isPresent()) {
            return "Ollama";
        }
        boolean python = get(http.root() + "/openapi.json")
                .map(document -> document.at("/info/title").asText().contains("llama.cpp"))
                .orElse(false);
        return python ? "llama-cpp-python" : "OpenAI-like";
    }

    private int topLogprobs() {
        for (int asked : TOP) {
            var request = chat("Answer yes or no: is water wet?")
                    .put("logprobs", true)
                    .put("top_logprobs", asked);
            int got = post(http.url() + "/chat/completions", request, "top_logprobs " + asked)
                    .map(answer -> answer.at("/choices/0/logprobs/content/0/top_logprobs")
                            .size())
                    .orElse(0);
            if (got > 0) {
                return got;
            }
        }
        return 0;
    }

    private boolean promptLogprobs() {
        var request =
                request().put("prompt", "Water is wet").put("max_tokens", 1).put("prompt_logprobs", 1);
        return post(http.url() + "/completions", request, "prompt_logprobs")
                .map(answer -> answer.at("/choices/0/prompt_logprobs").isArray())
                .orElse(false);
    }

    private boolean completionProbs() {
        var request = request().put("prompt", "Water is").put("n_predict", 1).put("n_probs", 2);
        return post(http.root() + "/completion", request, "n_probs")
                .map(answer -> answer.path("completion_probabilities").size() > 0)
                .orElse(false);
    }

    private boolean plainTokenize() {
        var request = request().put("content", "<|im_end|>").put("parse_special", false);
        return post(http.root() + "/tokenize", request, "tokenize")
                .map(answer -> answer.path("tokens").size() > 1)
                .orElse(false);
    }

    private boolean chatTokenize() {
        return post(http.root() + "/tokenize", chat("Is water wet?").put("add_generation_prompt", true), "tokenize")
                .map(answer -> answer.path("tokens").size() > 1)
                .orElse(false);
    }

    /// Asks for what no model would say unbound.
    private boolean schema() {
        var request = chat("Say hello.").put("max_tokens", 40);
        var format = request.putObject("response_format").put("type", "json_schema");
        var wrapper = format.putObject("json_schema").put("name", "probe").put("strict", true);
        var schema = wrapper.putObject("schema").put("type", "object").put("additionalProperties", false);
        schema.putObject("properties")
                .putObject("animal")
                .put("type", "string")
                .putArray("enum")
                .add("zebra");
        schema.putArray("required").add("animal");
        return post(http.url() + "/chat/completions", request, "json_schema")
                .map(answer -> isZebra(answer.at("/choices/0/message/content").asText()))
                .orElse(false);
    }

    private static boolean isZebra(String reply) {
        try {
            return "zebra".equals(ServerHttp.JSON.readTree(reply).path("animal").asText());
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private boolean tools() {
        var request = chat("What is the weather in Rome? Use the tool.").put("max_tokens", 60);
        var function =
                request.putArray("tools").addObject().put("type", "function").putObject("function");
        function.put("name", "weather").put("description", "Tells the weather of a city.");
        var parameters = function.putObject("parameters").put("type", "object");
        parameters.putObject("properties").putObject("city").put("type", "string");
        parameters.putArray("required").add("city");
        request.put("tool_choice", "required");
        return post(http.url() + "/chat/completions", request, "tools")
                .map(answer -> "weather"
                        .equals(answer.at("/choices/0/message/tool_calls/0/function/name")
                                .asText()))
                .orElse(false);
    }

    private int embeddingDimensions() {
        return post(http.url() + "/embeddings", request().put("input", "water"), "embeddings")
                .map(answer -> answer.at("/data/0/embedding").size())
                .orElse(0);
    }

    private ObjectNode request() {
        return ServerHttp.JSON.createObjectNode().put("model", model);
    }

    private ObjectNode chat(String text) {
        var request = request().put("max_tokens", 1).put("temperature", 0);
        request.putArray("messages").addObject().put("role", "user").put("content", text);
        return request;
    }

    private Optional<JsonNode> get(String address) {
        return call(HttpMethod.GET, address, "", "");
    }

    private Optional<JsonNode> post(String address, ObjectNode body, String what) {
        return call(HttpMethod.POST, address, body.toString(), what);
    }

    private Optional<JsonNode> call(HttpMethod method, String address, String body, String what) {
        try {
            return Optional.of(http.raw(method, address, body));
        } catch (RuntimeException e) {
            var failure = http.failures().describe(e);
            // Without a server, or with one that never answers, there is nothing to find out.
            if (!(e instanceof HttpException)
                    && (failure.kind() == ModelFailure.Kind.CONNECTION
                            || failure.kind() == ModelFailure.Kind.TIMEOUT
                            || failure.kind() == ModelFailure.Kind.CANCELLED)) {
                throw http.failures().explain(e);
            }
            if (!what.isEmpty()) {
                notes.add(what + ": " + failure.getMessage());
            }
            return Optional.empty();
        }
    }
}

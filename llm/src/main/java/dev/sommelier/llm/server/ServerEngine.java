package dev.sommelier.llm.server;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.sommelier.core.Provenance;
import dev.sommelier.core.SommelierException;
import dev.sommelier.llm.Capabilities;
import dev.sommelier.llm.CharacterTokens;
import dev.sommelier.llm.LabelScorer;
import dev.sommelier.llm.LanguageModel;
import dev.sommelier.llm.ModelFailure;
import dev.sommelier.llm.TextScorer;
import dev.sommelier.llm.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/// A model behind an OpenAI-compatible server.
///
/// Safe for use by several threads; calls run side by side. Chat-template tokens in messages are removed before
/// sending,
/// as servers paste texts into their template, and counted.
///
/// ```java
/// var engine = ServerEngine.connect(URI.create("http://localhost:8080/v1"), "qwen2.5-7b", Optional.empty());
/// String answer = engine.chat().chat("Name a film like Alien.");
/// ```
public final class ServerEngine implements LanguageModel {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
    private static final Duration READ_LIMIT = Duration.ofMinutes(5);

    private final URI url;
    private final String modelName;
    private final ServerChatModel chat;

    private ServerEngine(URI url, String modelName, ServerChatModel chat) {
        this.url = url;
        this.modelName = modelName;
        this.chat = chat;
    }

    /// Connects, which asks the server for its models once, so that a wrong address shows at once.
    ///
    /// @param baseUrl the API's address; `/v1` is added where it has no path
    /// @param modelName the model to ask for, as the server calls it
    /// @param apiKeyVariable the environment variable that holds the API key, where the server wants one
    /// @throws SommelierException if the server does not answer, refuses the key, or the variable is not set
    public static ServerEngine connect(URI baseUrl, String modelName, Optional<String> apiKeyVariable) {
        return connect(baseUrl, modelName, apiKeyVariable, System.getenv());
    }

    static ServerEngine connect(
            URI baseUrl, String modelName, Optional<String> apiKeyVariable, Map<String, String> environment) {
        var url = withPath(baseUrl);
        var key = apiKeyVariable.map(name -> key(name, environment));
        var failures = new ServerFailures(url, key);
        var client = new OkHttpClient.Builder()
                .connectTimeout(CONNECT_LIMIT)
                .readTimeout(READ_LIMIT)
                .build();
        check(client, url, key, failures);
        var builder = OpenAiChatModel.builder()
                .httpClientBuilder(new OkHttpClientBuilder(client))
                .baseUrl(url.toString())
                .modelName(modelName)
                .temperature(0.0)
                .maxRetries(0)
                .strictJsonSchema(true)
                .supportedCapabilities(Capability.RESPONSE_FORMAT_JSON_SCHEMA);
        key.ifPresent(builder::apiKey);
        return new ServerEngine(url, modelName, new ServerChatModel(builder.build(), failures));
    }

    /// The model as a partner that writes replies, bound to a JSON schema where the request has one.
    @Override
    public ChatModel chat() {
        return chat;
    }

    /// The number of chat-template tokens removed from messages so far.
    public long strippedTokens() {
        return chat.strippedTokens();
    }

    /// Model and server in one line, for people.
    @Override
    public String description() {
        return modelName + " at " + url;
    }

    /// What is known of how replies come about; a server's replies cannot be promised to be the same again.
    @Override
    public Provenance provenance() {
        return new Provenance(Map.of()).with("model", modelName).with("engine", "OpenAI-compatible server " + url);
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(0, false, true, false);
    }

    @Override
    public LabelScorer labels() {
        throw missing("probabilities of answers");
    }

    @Override
    public TextScorer texts() {
        throw missing("the likelihood of a given text");
    }

    private ModelFailure missing(String what) {
        return new ModelFailure(
                ModelFailure.Kind.CAPABILITY,
                description() + " is not asked for " + what + "; use the in-process engine (leave --server out).");
    }

    @Override
    public Tokens tokens() {
        return new CharacterTokens();
    }

    @Override
    public void close() {}

    @Override
    public String toString() {
        return description();
    }

    private static URI withPath(URI baseUrl) {
        boolean web = "http".equals(baseUrl.getScheme()) || "https".equals(baseUrl.getScheme());
        if (!web || baseUrl.getHost() == null || baseUrl.getUserInfo() != null) {
            throw new SommelierException(
                    "a server's address is http://HOST:PORT/v1 without user or password, got scheme \""
                            + baseUrl.getScheme() + "\" and host \"" + baseUrl.getHost() + "\"; correct --server");
        }
        String text = baseUrl.toString().replaceAll("/+$", "");
        return URI.create(baseUrl.getPath().replace("/", "").isEmpty() ? text + "/v1" : text);
    }

    private static String key(String variable, Map<String, String> environment) {
        var key = environment.get(variable);
        if (key == null || key.isBlank()) {
            throw new SommelierException(
                    "the environment variable " + variable + " holds no API key; set it or leave the option out");
        }
        return key;
    }

    private static void check(OkHttpClient client, URI url, Optional<String> key, ServerFailures failures) {
        var request = new Request.Builder().url(url + "/models");
        key.ifPresent(value -> request.header("Authorization", "Bearer " + value));
        try (var response = client.newCall(request.build()).execute()) {
            if (response.code() == 401 || response.code() == 403 || response.code() >= 500) {
                throw new HttpException(response.code(), response.body().string());
            }
        } catch (IOException e) {
            throw failures.explain(new UncheckedIOException(e));
        } catch (HttpException e) {
            throw failures.explain(e);
        }
    }
}

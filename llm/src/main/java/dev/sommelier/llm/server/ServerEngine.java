package dev.sommelier.llm.server;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.http.client.HttpMethod;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.sommelier.core.Provenance;
import dev.sommelier.core.SommelierException;
import dev.sommelier.llm.Capabilities;
import dev.sommelier.llm.CharacterTokens;
import dev.sommelier.llm.LabelScorer;
import dev.sommelier.llm.LanguageModel;
import dev.sommelier.llm.ModelFailure;
import dev.sommelier.llm.TextScorer;
import dev.sommelier.llm.Tokens;
import dev.sommelier.llm.server.http.HttpLimits;
import dev.sommelier.llm.server.http.ServerClient;
import dev.sommelier.llm.server.http.ServerClientBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A model behind an OpenAI-compatible server.
///
/// Safe for use by several threads; calls run side by side. Chat-template tokens in messages are removed before
/// sending, as servers paste texts into their template, and counted. Every failure is a [ModelFailure].
///
/// ```java
/// var engine = ServerEngine.connect(URI.create("http://localhost:8080/v1"), "qwen2.5-7b", ServerOptions.defaults());
/// String answer = engine.chat().chat("Name a film like Alien.");
/// ```
public final class ServerEngine implements LanguageModel {
    private static final Duration SHORT_CALL = Duration.ofSeconds(30);

    private final String modelName;
    private final ServerHttp http;
    private final ServerHttp probing;
    private final ServerChatModel chat;
    private final StreamingChatModel streaming;
    private @Nullable ServerProbe probe;

    private ServerEngine(URI url, String modelName, ServerOptions options) {
        this.modelName = modelName;
        var failures = new ServerFailures(url, options.key().map(ApiKey::value));
        this.http = http(url, options, failures);
        this.probing = http(url, options.withLimits(forShortCalls(options.limits())), failures);
        var whole = OpenAiChatModel.builder()
                .httpClientBuilder(new ServerClientBuilder(http.client()))
                .baseUrl(url.toString())
                .modelName(modelName)
                .temperature(0.0)
                .maxRetries(0)
                .strictJsonSchema(true)
                .supportedCapabilities(Capability.RESPONSE_FORMAT_JSON_SCHEMA);
        var parts = OpenAiStreamingChatModel.builder()
                .httpClientBuilder(new ServerClientBuilder(http.client()))
                .baseUrl(url.toString())
                .modelName(modelName)
                .temperature(0.0)
                .strictJsonSchema(true);
        options.key().ifPresent(key -> {
            whole.apiKey(key.value());
            parts.apiKey(key.value());
        });
        this.chat = new ServerChatModel(whole.build(), failures, () -> probe().schema());
        this.streaming = new ServerStreamingModel(parts.build(), chat::clean, failures);
    }

    /// A server that does not speak TLS may be silent at the greeting, which must show soon.
    private static HttpLimits forShortCalls(HttpLimits limits) {
        var silence = limits.firstByte().compareTo(SHORT_CALL) < 0 ? limits.firstByte() : SHORT_CALL;
        return limits.withRetries(0).withTimes(limits.connect(), silence, limits.total());
    }

    private static ServerHttp http(URI url, ServerOptions options, ServerFailures failures) {
        var client = new ServerClient(options.limits(), options.pauses(), options.seed());
        return new ServerHttp(url, options.key(), client, failures);
    }

    /// Connects with default limits and the key of an environment variable, as [#connect(URI, String, ServerOptions)].
    ///
    /// @param apiKeyVariable the environment variable that holds the API key, where the server wants one
    public static ServerEngine connect(URI baseUrl, String modelName, Optional<String> apiKeyVariable) {
        return connect(baseUrl, modelName, apiKeyVariable, System.getenv());
    }

    static ServerEngine connect(
            URI baseUrl, String modelName, Optional<String> apiKeyVariable, Map<String, String> environment) {
        var options = ServerOptions.defaults();
        return connect(
                baseUrl,
                modelName,
                apiKeyVariable
                        .map(name -> options.withKey(ApiKey.fromEnvironment(name, environment)))
                        .orElse(options));
    }

    /// Connects, which asks the server for its models once, so that a wrong address shows at once.
    ///
    /// @param baseUrl the API's address; `/v1` is added where it has no path
    /// @param modelName the model to ask for, as the server calls it
    /// @throws SommelierException if the server does not answer or refuses the key
    public static ServerEngine connect(URI baseUrl, String modelName, ServerOptions options) {
        var engine = new ServerEngine(withPath(baseUrl), modelName, options);
        engine.check();
        return engine;
    }

    private void check() {
        try {
            probing.raw(HttpMethod.GET, probing.url() + "/models", "");
        } catch (HttpException e) {
            // Some servers have no list of models; what they say to other calls shows soon enough.
            if (e.statusCode() == 401 || e.statusCode() == 403 || e.statusCode() >= 500) {
                throw probing.failures().explain(e);
            }
        } catch (RuntimeException e) {
            throw probing.failures().explain(e);
        }
    }

    /// The model as a partner that writes replies, bound to a JSON schema where the request has one.
    @Override
    public ChatModel chat() {
        return chat;
    }

    /// The model as a partner that writes replies piece by piece; a reply that breaks off ends as an error. Cancel by
    /// the streaming handle of a piece's context.
    public StreamingChatModel streaming() {
        return streaming;
    }

    /// A reply that is bound to a schema comes as one piece.
    @Override
    public ChatResponse chat(ChatRequest request, Consumer<String> pieces) {
        if (request.responseFormat() != null) {
            return LanguageModel.super.chat(request, pieces);
        }
        var reply = new StreamedReply(pieces, http.failures());
        streaming.chat(request, reply);
        return reply.await();
    }

    /// The number of chat-template tokens removed from messages so far.
    public long strippedTokens() {
        return chat.strippedTokens();
    }

    /// How many calls ended in each kind of failure so far.
    public Map<ModelFailure.Kind, Long> failures() {
        return http.failures().counts();
    }

    /// How many calls were tried again so far.
    public long retries() {
        return http.client().retries();
    }

    /// The time of a call that no model takes part in: the list of models.
    ///
    /// @throws SommelierException if the server does not answer
    public Duration roundTrip() {
        long start = System.nanoTime();
        check();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /// What the server can do, found out by about ten short calls the first time.
    public synchronized ServerProbe probe() {
        var found = probe;
        if (found == null) {
            found = new Prober(probing, modelName).probe();
            probe = found;
        }
        return found;
    }

    /// Model and server in one line, for people.
    @Override
    public String description() {
        return modelName + " at " + http.url();
    }

    /// What is known of how replies come about; a server's replies cannot be promised to be the same again.
    @Override
    public Provenance provenance() {
        return new Provenance(Map.of())
                .with("model", modelName)
                .with("engine", "OpenAI-compatible server")
                .with(Provenance.ADDRESS, http.url().toString());
    }

    /// What [#probe] found.
    @Override
    public Capabilities capabilities() {
        return probe().capabilities();
    }

    @Override
    public LabelScorer labels() {
        int top = probe().topLogprobs();
        if (top == 0) {
            throw missing("no log-probabilities of tokens");
        }
        return new ServerLabelScorer(http, modelName, top, chat::clean);
    }

    @Override
    public TextScorer texts() {
        if (!capabilities().texts()) {
            throw missing("no likelihood of a given reply after a chat");
        }
        return new ServerTextScorer(http, modelName, chat::clean);
    }

    private ModelFailure missing(String what) {
        return http.failures()
                .failure(
                        ModelFailure.Kind.CAPABILITY,
                        description() + " tells " + what + "; use the in-process engine (leave --server out).");
    }

    @Override
    public Tokens tokens() {
        return new CharacterTokens();
    }

    @Override
    public void close() {
        http.client().close();
        probing.client().close();
    }

    @Override
    public String toString() {
        return description();
    }

    private static String named(String what, @Nullable String value) {
        return value == null ? "no " + what : what + " \"" + value + "\"";
    }

    static URI withPath(URI baseUrl) {
        boolean web = "http".equals(baseUrl.getScheme()) || "https".equals(baseUrl.getScheme());
        if (!web || baseUrl.getHost() == null || baseUrl.getUserInfo() != null) {
            throw new SommelierException("a server's address is http://HOST:PORT/v1 without user or password, got "
                    + named("scheme", baseUrl.getScheme()) + " and " + named("host", baseUrl.getHost())
                    + (baseUrl.getUserInfo() == null ? "" : " with a user") + "; correct --server");
        }
        String text = baseUrl.toString().replaceAll("/+$", "");
        return URI.create(baseUrl.getPath().replace("/", "").isEmpty() ? text + "/v1" : text);
    }
}

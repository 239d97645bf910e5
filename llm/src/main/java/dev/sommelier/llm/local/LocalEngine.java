package dev.sommelier.llm.local;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.sommelier.core.Provenance;
import dev.sommelier.core.SommelierException;
import dev.sommelier.core.Usage;
import dev.sommelier.io.Hashes;
import dev.sommelier.io.Home;
import dev.sommelier.llm.Capabilities;
import dev.sommelier.llm.LabelScorer;
import dev.sommelier.llm.LanguageModel;
import dev.sommelier.llm.TextScorer;
import dev.sommelier.llm.Tokens;
import dev.sommelier.llm.ffi.Llama;
import dev.sommelier.llm.ffi.NativeAdapter;
import dev.sommelier.llm.ffi.NativeContext;
import dev.sommelier.llm.ffi.NativeLibraryFile;
import dev.sommelier.llm.ffi.NativeModel;
import dev.sommelier.llm.gguf.GgufFile;
import dev.sommelier.llm.grammar.SchemaGrammar;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/// A GGUF model in this process, through java-llama.cpp's native library.
///
/// Safe for use by several threads; calls run one after another. Replies depend on the request, the model and the
/// options only, not on earlier calls or the number of threads.
///
/// ```java
/// try (var engine = LocalEngine.open(gguf, EngineOptions.defaults())) {
///     String answer = engine.chat().chat("Name a film like Alien.");
/// }
/// ```
public final class LocalEngine implements LanguageModel {
    private static final int BATCH_TOKENS = 512;

    private final ReentrantLock lock = new ReentrantLock();
    private final Path file;
    private final GgufFile header;
    private final EngineOptions options;
    private final int contextTokens;
    private final NativeModel model;
    private final NativeContext context;
    private final Optional<NativeAdapter> adapter;
    private final Vocabulary vocabulary;
    private final Turns turns;
    private final PromptCache cache;
    private Optional<Provenance> provenance = Optional.empty();
    private boolean closed;

    private LocalEngine(
            Path file,
            GgufFile header,
            EngineOptions options,
            NativeModel model,
            NativeContext context,
            Optional<NativeAdapter> adapter,
            int tokens) {
        this.file = file;
        this.header = header;
        this.options = options;
        this.model = model;
        this.context = context;
        this.adapter = adapter;
        this.contextTokens = tokens;
        this.vocabulary = new Vocabulary(model);
        this.turns = new Turns(model, vocabulary);
        this.cache = new PromptCache(context, tokens, vocabulary.size());
    }

    /// Loads a model. The native library is extracted into the cache folder of [Home#fromEnvironment()] once.
    ///
    /// @param gguf the model file; checked in Java before native code sees it
    /// @throws SommelierException if the file is missing, damaged, of an unknown architecture or no chat model, if
    /// model
    ///     and context do not fit the available memory, if an adapter does not fit the model, or if the native library
    ///     does not load
    public static LocalEngine open(Path gguf, EngineOptions options) {
        var header = GgufFile.read(gguf);
        int wanted = Math.toIntExact(
                Math.min(options.contextTokens(), header.contextTokens().orElse((long) options.contextTokens())));
        if (options.gpuLayers() == 0) {
            MemoryNeed.of(gguf, header, wanted).check(AvailableMemory.ofThisMachine());
        }
        options.adapter().ifPresent(one -> one.check(gguf, header));
        Llama.listen(options.log());
        var llama = Llama.open(
                NativeLibraryFile.locate(Home.fromEnvironment().cache().resolve("native")));
        var model = llama.load(gguf, options.gpuLayers())
                .orElseThrow(() -> new SommelierException(gguf + " (architecture " + header.architecture()
                        + ") is not loaded by llama.cpp b4916: " + Llama.lastError()
                        + "; choose a llama, qwen2, gemma, phi or olmo2 model or use --server URL."));
        try {
            var adapter = options.adapter().map(one -> adapter(one, gguf, model));
            int tokens = Math.min(options.contextTokens(), model.trainedContext());
            var context = model.newContext(tokens, Math.min(BATCH_TOKENS, tokens), options.threads(), true)
                    .orElseThrow(() -> new SommelierException("There is not enough memory for a context of " + tokens
                            + " tokens; ask for fewer context tokens or choose a smaller model."));
            adapter.ifPresent(
                    one -> context.use(one, options.adapter().orElseThrow().scale()));
            return new LocalEngine(gguf, header, options, model, context, adapter, tokens);
        } catch (RuntimeException e) {
            model.close();
            throw e;
        }
    }

    private static NativeAdapter adapter(LoraAdapter wanted, Path gguf, NativeModel model) {
        return model.adapter(wanted.file())
                .orElseThrow(
                        () -> new SommelierException("The LoRA adapter " + wanted.file() + " does not fit the model "
                                + gguf + ": " + Llama.lastError()
                                + "; give the adapter with the model that it was trained on."));
    }

    /// The model as a partner that writes replies, bound to a JSON schema where the request has one.
    @Override
    public ChatModel chat() {
        return new LocalChatModel(this);
    }

    @Override
    public ChatResponse chat(ChatRequest request, Consumer<String> pieces) {
        return new LocalChatModel(this, pieces).chat(request);
    }

    /// The model as a judge whose answers are read as probabilities.
    @Override
    public LabelScorer labels() {
        return new LocalLabelScorer(this);
    }

    /// The model as a judge of how likely a text is.
    @Override
    public TextScorer texts() {
        return new LocalTextScorer(this);
    }

    @Override
    public Tokens tokens() {
        return new LocalTokens(vocabulary);
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(Integer.MAX_VALUE, true, true, false);
    }

    /// Model and engine in one line, for people.
    @Override
    public String description() {
        return header.name().orElse(file.getFileName().toString()) + ", in process (llama.cpp b4916, "
                + options.threads() + " threads, " + contextTokens + " context tokens"
                + options.adapter()
                        .map(one -> ", LoRA " + one.file().getFileName() + " x " + one.scale())
                        .orElse("")
                + ")";
    }

    /// What must be known to get the same replies again. The first call reads the whole model file.
    @Override
    public Provenance provenance() {
        lock.lock();
        try {
            if (provenance.isEmpty()) {
                provenance = Optional.of(facts());
            }
            return provenance.get();
        } finally {
            lock.unlock();
        }
    }

    private Provenance facts() {
        var facts = new Provenance(Map.of())
                .with("model", header.name().orElse(file.getFileName().toString()))
                .with(
                        "model sha256",
                        Hashes.sha256(file)
                                + options.adapter().map(LoraAdapter::identity).orElse(""))
                .with("engine", "llama.cpp b4916 in process (java-llama.cpp 4.2.0)")
                .with("context tokens", Integer.toString(contextTokens))
                .with("seed", Long.toString(options.seed()));
        return options.adapter()
                .map(one -> facts.with("LoRA adapter", one.file().getFileName() + " x " + one.scale()))
                .orElse(facts);
    }

    /// What a call asks for beside its messages.
    ///
    /// @param temperature 0 for the most probable token
    record Request(Optional<SchemaGrammar> grammar, int limit, double temperature, List<String> stops) {}

    /// A reply and what it cost.
    record Answer(ReplyWriter.Reply reply, Usage usage) {}

    /// What was read after a prompt, and what it cost.
    record Reading<T>(T value, Usage usage) {}

    /// @param pieces takes the text while it is written
    Answer reply(List<ChatMessage> messages, Request request, Consumer<String> pieces) {
        lock.lock();
        try {
            long start = System.nanoTime();
            var chunks = open().chunks(messages);
            var work = cache.prompt(chunks, 1);
            var writer = new ReplyWriter(vocabulary, cache, picker(request.temperature(), chunks), pieces);
            int limit = Math.min(request.limit(), cache.room());
            var reply = request.grammar().isPresent()
                    ? writer.bound(limit, request.grammar().get())
                    : writer.free(limit, request.stops());
            writer.tellRest(reply.text());
            return new Answer(reply, usage(work, reply.tokens(), start));
        } finally {
            lock.unlock();
        }
    }

    /// Decodes a prompt and reads what the model thinks may follow it.
    ///
    /// @param following the most tokens that the reader decodes in a row
    <T> Reading<T> after(List<ChatMessage> messages, int following, Function<Continuations, T> reader) {
        lock.lock();
        try {
            return reader().alone(open().chunks(messages), following, reader);
        } finally {
            lock.unlock();
        }
    }

    /// Reads after several prompts, together where that helps; see [BatchReader].
    List<Reading<double[]>> readAll(List<Ask> asks) {
        lock.lock();
        try {
            open();
            return reader().read(asks);
        } finally {
            lock.unlock();
        }
    }

    private BatchReader reader() {
        return new BatchReader(cache, context.batchTokens(), vocabulary.size());
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    /// The prompt's tokens in the chunks that are decoded one by one.
    List<int[]> chunks(List<ChatMessage> messages) {
        return open().chunks(messages);
    }

    private Turns open() {
        if (closed) {
            throw new IllegalStateException("the engine of " + file + " is closed");
        }
        return turns;
    }

    /// The seed is mixed with the prompt, so that two prompts draw differently and the same prompt draws the same.
    private TokenPicker picker(double temperature, List<int[]> chunks) {
        if (temperature <= 0) {
            return new TokenPicker.Greedy();
        }
        long mixed = options.seed();
        for (int[] chunk : chunks) {
            mixed = 31 * mixed + Arrays.hashCode(chunk);
        }
        return new TokenPicker.Sampled(temperature, new SplittableRandom(mixed));
    }

    private static Usage usage(PromptCache.Work work, int generated, long start) {
        return new Usage(1, work.decoded(), work.shared(), generated, Duration.ofNanos(System.nanoTime() - start));
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (!closed) {
                closed = true;
                context.close();
                adapter.ifPresent(NativeAdapter::close);
                model.close();
            }
        } finally {
            lock.unlock();
        }
    }
}

package dev.sommelier.llm.ffi;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A loaded model with its vocabulary. Everything but [#close()] may be called from several threads.
public final class NativeModel implements AutoCloseable {
    private static final int CONTROL = 1 << 3;
    private static final int USER_DEFINED = 1 << 4;

    private final ModelFunctions functions;
    private final ContextFunctions contexts;
    private final MemorySegment model;
    private final MemorySegment vocab;
    private volatile boolean closed;

    NativeModel(ModelFunctions functions, ContextFunctions contexts, MemorySegment model) {
        this.functions = functions;
        this.contexts = contexts;
        this.model = model;
        this.vocab = functions.vocab(model);
    }

    /// Creates a context, which is what decodes.
    ///
    /// @param contextTokens the most tokens that it holds
    /// @param batchTokens the most tokens of one decode call
    /// @return empty if there is not enough memory
    public Optional<NativeContext> newContext(int contextTokens, int batchTokens, int threads, boolean flashAttention) {
        var pointer = contexts.create(model, contextTokens, batchTokens, threads, flashAttention);
        return pointer.equals(MemorySegment.NULL)
                ? Optional.empty()
                : Optional.of(new NativeContext(contexts, pointer, batchTokens, tokenCount()));
    }

    /// Creates a context that turns the tokens of texts into vectors.
    ///
    /// @param tokens the most tokens of one call
    /// @return empty if there is not enough memory
    public Optional<NativeEmbedder> newEmbedder(int tokens, int threads) {
        var pointer = contexts.createEmbedding(model, tokens, threads);
        return pointer.equals(MemorySegment.NULL)
                ? Optional.empty()
                : Optional.of(new NativeEmbedder(contexts, pointer, tokens, functions.width(model)));
    }

    /// Loads low-rank changes of this model's weights from a file that was checked before.
    ///
    /// @return empty if llama.cpp refuses the file, since its tensors do not fit this model's
    public Optional<NativeAdapter> adapter(Path file) {
        var pointer = functions.adapter(model, file);
        return pointer.equals(MemorySegment.NULL)
                ? Optional.empty()
                : Optional.of(new NativeAdapter(functions, pointer));
    }

    /// The length of context that the model was trained for.
    public int trainedContext() {
        return functions.contextTrain(model);
    }

    /// A value of the file's metadata as text.
    public Optional<String> metadata(String key) {
        try (var arena = Arena.ofConfined()) {
            var name = arena.allocateFrom(key);
            int length = functions.metaValue(model, name, arena.allocate(1));
            if (length < 0) {
                return Optional.empty();
            }
            var buffer = arena.allocate(length + 1L);
            int written = functions.metaValue(model, name, buffer);
            return Optional.of(string(buffer, Math.min(written, length)));
        }
    }

    /// The number of tokens of the vocabulary.
    public int tokenCount() {
        return functions.tokenCount(vocab);
    }

    /// Whether prompts of this model start with a begin-of-text token.
    public boolean addsBeginOfText() {
        return functions.addBos(vocab);
    }

    /// Whether a token ends the reply.
    public boolean endsReply(int token) {
        return functions.isEog(vocab, token);
    }

    /// Whether a token is control or user-defined, which is what role markers are, and no ordinary piece of text.
    public boolean isMarker(int token) {
        return (functions.attributes(vocab, token) & (CONTROL | USER_DEFINED)) != 0;
    }

    /// Whether a token is a control token: never part of a text.
    public boolean isControl(int token) {
        return (functions.attributes(vocab, token) & CONTROL) != 0;
    }

    /// Turns text into tokens.
    ///
    /// @param markers whether names of control tokens in the text become those tokens; false for everything that is
    ///     not ours
    /// @param begin whether to add the begin-of-text token where the model wants one
    public int[] tokenize(String text, boolean markers, boolean begin) {
        if (closed) {
            throw new IllegalStateException("the model is closed");
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        try (var arena = Arena.ofConfined()) {
            var input = arena.allocate(Math.max(1, utf8.length)).asSlice(0, utf8.length);
            input.copyFrom(MemorySegment.ofArray(utf8));
            var tokens = arena.allocate(JAVA_INT, utf8.length + 8L);
            int count = functions.tokenize(vocab, input, tokens, begin, markers);
            if (count < 0) {
                tokens = arena.allocate(JAVA_INT, -(long) count);
                count = functions.tokenize(vocab, input, tokens, begin, markers);
            }
            return tokens.asSlice(0, (long) count * Integer.BYTES).toArray(JAVA_INT);
        }
    }

    /// The bytes that each token stands for, by token; none for control tokens.
    public byte[][] pieces() {
        byte[][] pieces = new byte[tokenCount()][];
        try (var arena = Arena.ofConfined()) {
            var buffer = arena.allocate(1024);
            for (int token = 0; token < pieces.length; token++) {
                int length = functions.piece(vocab, token, buffer, false);
                if (length < 0) {
                    buffer = arena.allocate(-(long) length);
                    length = functions.piece(vocab, token, buffer, false);
                }
                pieces[token] = buffer.asSlice(0, length).toArray(JAVA_BYTE);
            }
        }
        return pieces;
    }

    /// Renders a dialogue with a chat template.
    ///
    /// @param template the template's text, as the model file carries it
    /// @param roles `system`, `user` or `assistant` for each content
    /// @return empty if llama.cpp does not know this template
    public Optional<String> applyTemplate(String template, List<String> roles, List<String> contents) {
        try (var arena = Arena.ofConfined()) {
            var messages = arena.allocate(Structs.CHAT_MESSAGE, roles.size());
            long size = Structs.CHAT_MESSAGE.byteSize();
            for (int i = 0; i < roles.size(); i++) {
                var message = messages.asSlice(i * size, size);
                Structs.setAddress(Structs.CHAT_MESSAGE, message, "role", arena.allocateFrom(roles.get(i)));
                Structs.setAddress(Structs.CHAT_MESSAGE, message, "content", arena.allocateFrom(contents.get(i)));
            }
            var name = arena.allocateFrom(template);
            int length = functions.applyTemplate(name, messages, true, arena.allocate(1));
            if (length < 0) {
                return Optional.empty();
            }
            var buffer = arena.allocate(length + 1L);
            functions.applyTemplate(name, messages, true, buffer);
            return Optional.of(string(buffer, length));
        }
    }

    @Override
    public void close() {
        closed = true;
        functions.free(model);
    }

    private static String string(MemorySegment buffer, int length) {
        return new String(buffer.asSlice(0, length).toArray(JAVA_BYTE), StandardCharsets.UTF_8);
    }
}

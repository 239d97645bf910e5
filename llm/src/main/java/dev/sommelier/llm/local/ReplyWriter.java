package dev.sommelier.llm.local;

import dev.langchain4j.model.output.FinishReason;
import dev.sommelier.llm.ModelFailure;
import dev.sommelier.llm.grammar.SchemaGrammar;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Writes one reply after a prompt that has just been decoded.
final class ReplyWriter {
    /// A reply.
    ///
    /// @param tokens its length, forced text included
    /// @param finish STOP, or LENGTH if the limit cut it; what a schema binds is valid either way
    record Reply(String text, int tokens, FinishReason finish) {}

    private final Vocabulary vocabulary;
    private final PromptCache cache;
    private final TokenPicker picker;
    private final float[] logits;
    private final ByteArrayOutputStream text = new ByteArrayOutputStream();
    private final Map<Integer, Integer> endTokens = new HashMap<>();
    private final Consumer<String> pieces;
    private final StringBuilder told = new StringBuilder();
    private int tokens;

    /// @param pieces takes the text of a free reply while it is written
    ReplyWriter(Vocabulary vocabulary, PromptCache cache, TokenPicker picker, Consumer<String> pieces) {
        this.vocabulary = vocabulary;
        this.cache = cache;
        this.picker = picker;
        this.pieces = pieces;
        this.logits = new float[vocabulary.size()];
    }

    /// Writes until the model ends, a stop text appears or the limit is reached.
    Reply free(int limit, List<String> stops) {
        while (true) {
            stopIfInterrupted();
            cache.logits(logits);
            int token = picker.pick(logits, candidate -> true);
            if (vocabulary.endsReply(token) || vocabulary.isControl(token)) {
                return reply(FinishReason.STOP);
            }
            text.writeBytes(vocabulary.piece(token));
            tokens++;
            var stop = firstStop(stops);
            if (stop.isPresent()) {
                return new Reply(stop.get(), tokens, FinishReason.STOP);
            }
            if (stops.isEmpty()) {
                tell();
            }
            if (tokens >= limit) {
                return reply(FinishReason.LENGTH);
            }
            cache.append(new int[] {token}, true);
        }
    }

    private static void stopIfInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new ModelFailure(ModelFailure.Kind.CANCELLED, "the reply was stopped; ask again.");
        }
    }

    /// Hands on what was written since, up to the last whole character.
    private void tell() {
        byte[] written = text.toByteArray();
        int whole = written.length;
        int last = whole - 1;
        while (last >= 0 && !startsCharacter(written[last])) {
            last--;
        }
        if (last >= 0 && last + bytes(written[last]) > whole) {
            whole = last;
        }
        tellRest(new String(written, 0, whole, StandardCharsets.UTF_8));
    }

    /// Hands on what of a text was not told yet.
    ///
    /// @param all begins with what was told
    void tellRest(String all) {
        if (all.length() > told.length()) {
            var piece = all.substring(told.length());
            told.append(piece);
            pieces.accept(piece);
        }
    }

    /// How many bytes the character takes that begins with this one.
    private static int bytes(byte first) {
        int value = first & 0xff;
        return value < 0x80 ? 1 : value < 0xe0 ? 2 : value < 0xf0 ? 3 : 4;
    }

    private Optional<String> firstStop(List<String> stops) {
        if (stops.isEmpty()) {
            return Optional.empty();
        }
        String written = text.toString(StandardCharsets.UTF_8);
        return stops.stream()
                .map(written::indexOf)
                .filter(at -> at >= 0)
                .min(Integer::compare)
                .map(at -> written.substring(0, at));
    }

    /// Writes what fits a grammar. Text without an alternative is not asked of the model but decoded in one go,
    /// together
    /// with the token before it. The reply is steered so that it ends within the limit, in the shortest way if need be.
    Reply bound(int limit, SchemaGrammar grammar) {
        int state = SchemaGrammar.START;
        int[] pending = {};
        while (!grammar.ended(state)) {
            byte[] forced = grammar.forced(state);
            if (!fits(grammar, state, limit - tokens - 1)) {
                return closed(grammar, state);
            }
            if (forced.length > 0 && startsCharacter(forced[0])) {
                pending = joined(pending, write(forced));
                state = grammar.advance(state, forced);
                continue;
            }
            cache.append(pending, true);
            int token = pick(grammar, state, limit - tokens - 1);
            if (token == TokenPicker.NONE) {
                return closed(grammar, state);
            }
            if (vocabulary.endsReply(token)) {
                return reply(FinishReason.STOP);
            }
            byte[] piece = vocabulary.piece(token);
            text.writeBytes(piece);
            tokens++;
            pending = new int[] {token};
            state = grammar.advance(state, piece);
        }
        return reply(FinishReason.STOP);
    }

    private Reply closed(SchemaGrammar grammar, int state) {
        byte[] end = grammar.shortestEnd(state);
        text.writeBytes(end);
        tokens += count(end);
        return reply(FinishReason.LENGTH);
    }

    private int pick(SchemaGrammar grammar, int state, int left) {
        cache.logits(logits);
        return picker.pick(logits, candidate -> {
            byte[] piece = vocabulary.piece(candidate);
            if (piece.length == 0) {
                return vocabulary.endsReply(candidate) && grammar.accepts(state);
            }
            int next = grammar.advance(state, piece);
            return next != SchemaGrammar.DEAD && fits(grammar, next, left);
        });
    }

    /// Whether the shortest end takes at most so many tokens. A token is at least a byte, so counting bytes mostly
    /// does.
    private boolean fits(SchemaGrammar grammar, int state, int left) {
        return grammar.bytesToEnd(state) <= left
                || endTokens.computeIfAbsent(state, key -> count(grammar.shortestEnd(key))) <= left;
    }

    private int[] write(byte[] bytes) {
        text.writeBytes(bytes);
        int[] ids = ids(bytes);
        tokens += ids.length;
        return ids;
    }

    /// The number of tokens; the rest of a character that is begun counts a token a byte.
    private int count(byte[] bytes) {
        int rest = 0;
        while (rest < bytes.length && !startsCharacter(bytes[rest])) {
            rest++;
        }
        return rest + ids(Arrays.copyOfRange(bytes, rest, bytes.length)).length;
    }

    private int[] ids(byte[] bytes) {
        return vocabulary.data(new String(bytes, StandardCharsets.UTF_8));
    }

    private static int[] joined(int[] first, int[] second) {
        return IntStream.concat(IntStream.of(first), IntStream.of(second)).toArray();
    }

    private static boolean startsCharacter(byte first) {
        return (first & 0xc0) != 0x80;
    }

    private Reply reply(FinishReason finish) {
        return new Reply(text.toString(StandardCharsets.UTF_8), tokens, finish);
    }
}

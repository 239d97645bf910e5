package dev.sommelier.llm.local;

import dev.sommelier.llm.ModelFailure;
import dev.sommelier.llm.ffi.NativeBatch;
import dev.sommelier.llm.ffi.NativeContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Decodes prompts and reuses what it can of earlier ones: leading chunks that the context still holds, and first
/// chunks (system turns) of which it keeps copies. The same prompt again needs no decoding, as its logits are kept.
/// Not safe for use by several threads at once.
///
/// Reuse never changes a result. A chunk is always decoded by itself, in batches counted from its own start, so its
/// keys
/// and values are the same bits whether they are computed now or were computed for an earlier request.
final class PromptCache {
    private static final int SNAPSHOTS = 8;

    /// What decoding a prompt took.
    record Work(int decoded, int shared) {}

    private final NativeContext context;
    private final int capacity;
    private final List<int[]> held = new ArrayList<>();
    private final Map<List<Integer>, byte[]> snapshots = new LinkedHashMap<>(SNAPSHOTS, 0.75f, true);
    private final float[] promptLogits;
    private boolean wholePrompt;
    private int promptLength;
    private int length;

    /// @param capacity the most tokens that the context holds
    /// @param vocabulary the number of tokens of the model
    PromptCache(NativeContext context, int capacity, int vocabulary) {
        this.context = context;
        this.capacity = capacity;
        this.promptLogits = new float[vocabulary];
    }

    /// The number of tokens that the context holds.
    int length() {
        return length;
    }

    /// The most tokens that the context holds.
    int capacity() {
        return capacity;
    }

    /// The number of tokens that still fit.
    int room() {
        return capacity - length;
    }

    /// Makes the context hold exactly this prompt, with the logits after its last token ready to read.
    ///
    /// @param following the tokens that will be decoded after the prompt, at least
    /// @throws ModelFailure of kind OVERFLOW if they do not fit together; nothing was decoded then
    Work prompt(List<int[]> chunks, int following) {
        require(chunks, following);
        int total = tokens(chunks);
        if (wholePrompt && held.size() == chunks.size() && same(chunks, chunks.size()) == chunks.size()) {
            rewind(total);
            return new Work(0, total);
        }
        keep(reusable(chunks));
        int shared = length;
        for (int i = held.size(); i < chunks.size(); i++) {
            boolean last = i == chunks.size() - 1;
            append(chunks.get(i), last);
            held.add(chunks.get(i));
            if (i == 0 && !last) {
                remember(chunks.get(i));
            }
        }
        context.logits(promptLogits);
        wholePrompt = true;
        promptLength = total;
        return new Work(total - shared, shared);
    }

    /// Refuses what does not fit the context.
    ///
    /// @throws ModelFailure of kind OVERFLOW
    void require(List<int[]> chunks, int following) {
        int total = tokens(chunks);
        if (total + following > capacity) {
            throw new ModelFailure(
                    ModelFailure.Kind.OVERFLOW,
                    "The prompt has " + total + " tokens, but the model's context holds " + capacity
                            + ", of which what follows the prompt needs " + following
                            + "; shorten the prompt by at least " + (total + following - capacity)
                            + " tokens or open the model with a longer context (--context).");
        }
    }

    /// Makes the context hold exactly these leading chunks, for sequences that go on from them.
    Work prefix(List<int[]> chunks) {
        keep(chunks.isEmpty() ? 0 : same(chunks, chunks.size()));
        if (length == 0 && !chunks.isEmpty()) {
            restore(chunks.getFirst());
        }
        int shared = length;
        for (int i = held.size(); i < chunks.size(); i++) {
            append(chunks.get(i), false);
            held.add(chunks.get(i));
            if (i == 0) {
                remember(chunks.get(i));
            }
        }
        return new Work(length - shared, shared);
    }

    /// Decodes tokens of several sequences that go on from what the context holds. Their logits can be read until the
    /// next decode; of the tokens themselves nothing stays.
    void together(NativeBatch batch, int sequences) {
        int status = context.decode(batch, sequences, length);
        context.dropOthers();
        check(status, batch.size());
    }

    /// Copies the logits after the last token.
    void logits(float[] target) {
        if (wholePrompt && length == promptLength) {
            System.arraycopy(promptLogits, 0, target, 0, target.length);
        } else {
            context.logits(target);
        }
    }

    /// Copies the logits after one token of the last [#appendReadable].
    void logits(int index, float[] target) {
        context.logits(index, target);
    }

    /// Forgets what was decoded after the prompt, down to a length.
    void rewind(int to) {
        context.truncate(to);
        length = to;
    }

    /// Decodes one batch so that the logits after each of its tokens can be read.
    void appendReadable(int[] tokens) {
        check(context.decodeReadable(tokens, length), tokens.length);
        length += tokens.length;
    }

    /// Decodes tokens of the reply. The next prompt drops them again.
    void append(int[] tokens, boolean wantLogits) {
        for (int from = 0; from < tokens.length; from += context.batchTokens()) {
            int count = Math.min(context.batchTokens(), tokens.length - from);
            boolean last = from + count == tokens.length;
            check(context.decode(tokens, from, count, length, last && wantLogits), count);
            length += count;
        }
    }

    private void check(int status, int count) {
        if (status != 0) {
            int before = length;
            keep(0);
            throw new ModelFailure(
                    ModelFailure.Kind.ENGINE,
                    "The native engine could not decode " + count + " tokens after " + before
                            + " (llama_decode returned " + status + "); run again with a shorter prompt.");
        }
    }

    /// The number of leading chunks to keep. The last one is always decoded, as its logits are wanted.
    private int reusable(List<int[]> chunks) {
        int same = same(chunks, chunks.size() - 1);
        if (same > 0 || chunks.size() == 1) {
            return same;
        }
        keep(0);
        return restore(chunks.getFirst());
    }

    /// Brings a first chunk back into the empty context.
    ///
    /// @return the number of chunks that it then holds
    private int restore(int[] chunk) {
        byte[] snapshot = snapshots.get(key(chunk));
        if (snapshot == null || !context.restore(snapshot)) {
            return 0;
        }
        held.add(chunk);
        length = chunk.length;
        return 1;
    }

    /// The number of leading chunks, at most `most`, that the context holds.
    private int same(List<int[]> chunks, int most) {
        int end = Math.min(held.size(), most);
        int same = 0;
        while (same < end && Arrays.equals(held.get(same), chunks.get(same))) {
            same++;
        }
        return same;
    }

    private void keep(int chunks) {
        wholePrompt = false;
        held.subList(chunks, held.size()).clear();
        length = tokens(held);
        context.truncate(length);
    }

    /// The number of tokens of chunks.
    static int tokens(List<int[]> chunks) {
        return chunks.stream().mapToInt(chunk -> chunk.length).sum();
    }

    private void remember(int[] chunk) {
        snapshots.put(key(chunk), context.save());
        if (snapshots.size() > SNAPSHOTS) {
            snapshots.remove(snapshots.keySet().iterator().next());
        }
    }

    private static List<Integer> key(int[] chunk) {
        return Arrays.stream(chunk).boxed().toList();
    }
}

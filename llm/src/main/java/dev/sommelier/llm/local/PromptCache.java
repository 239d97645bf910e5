package dev.sommelier.llm.local;

import dev.sommelier.core.SommelierException;
import dev.sommelier.llm.ffi.NativeContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Decodes prompts and reuses what it can of earlier ones: leading chunks that the context still holds, and first
/// chunks
/// (system turns) of which it keeps copies. Not safe for use by several threads at once.
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
    private int length;

    /// @param capacity the most tokens that the context holds
    PromptCache(NativeContext context, int capacity) {
        this.context = context;
        this.capacity = capacity;
    }

    /// The number of tokens that still fit.
    int room() {
        return capacity - length;
    }

    /// Makes the context hold exactly this prompt, with the logits after its last token ready to read.
    ///
    /// @throws SommelierException if the prompt leaves no room for a reply
    Work prompt(List<int[]> chunks) {
        int total = chunks.stream().mapToInt(chunk -> chunk.length).sum();
        if (total >= capacity) {
            throw new SommelierException("The prompt has " + total + " tokens, but the model's context holds "
                    + capacity + " with the reply; shorten the prompt or open the model with a longer context.");
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
        return new Work(total - shared, shared);
    }

    /// Decodes tokens of the reply. The next prompt drops them again.
    void append(int[] tokens, boolean wantLogits) {
        for (int from = 0; from < tokens.length; from += context.batchTokens()) {
            int count = Math.min(context.batchTokens(), tokens.length - from);
            boolean last = from + count == tokens.length;
            int status = context.decode(tokens, from, count, length, last && wantLogits);
            if (status != 0) {
                keep(0);
                throw new SommelierException("The native engine could not decode " + count + " tokens after " + length
                        + " (llama_decode returned " + status + "); run again with a shorter prompt.");
            }
            length += count;
        }
    }

    /// The number of leading chunks to keep. The last one is always decoded, as its logits are wanted.
    private int reusable(List<int[]> chunks) {
        int most = Math.min(held.size(), chunks.size() - 1);
        int same = 0;
        while (same < most && Arrays.equals(held.get(same), chunks.get(same))) {
            same++;
        }
        if (same > 0 || chunks.size() == 1) {
            return same;
        }
        byte[] snapshot = snapshots.get(key(chunks.getFirst()));
        keep(0);
        if (snapshot == null || !context.restore(snapshot)) {
            return 0;
        }
        held.add(chunks.getFirst());
        length = chunks.getFirst().length;
        return 1;
    }

    private void keep(int chunks) {
        held.subList(chunks, held.size()).clear();
        length = held.stream().mapToInt(chunk -> chunk.length).sum();
        context.truncate(length);
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

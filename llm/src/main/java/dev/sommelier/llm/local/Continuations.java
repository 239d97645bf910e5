package dev.sommelier.llm.local;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;

/// Reads what a model thinks of texts that might follow the prompt that has just been decoded. Afterwards the context
/// holds the prompt alone again.
final class Continuations {
    /// Tokens of a text in one batch. Each of them has logits of the vocabulary's size, so it is kept small.
    private static final int TEXT_BATCH = 64;

    private final PromptCache cache;
    private final float[] logits;
    private int decoded;

    Continuations(PromptCache cache, int vocabulary) {
        this.cache = cache;
        this.logits = new float[vocabulary];
    }

    /// The number of tokens that were decoded after the prompt.
    int decoded() {
        return decoded;
    }

    /// The log-probability of every token as the next one.
    double[] next() {
        cache.logits(logits);
        return LogSoftmax.of(logits);
    }

    /// The log-probability of each path of tokens. What paths have in common is decoded once, and token by token: so a
    /// path's value is bit for bit what generation would have given it, whichever other paths are asked.
    ///
    /// @param paths at least one token each
    double[] paths(List<int[]> paths) {
        double[] sums = new double[paths.size()];
        walk(paths, IntStream.range(0, sums.length).boxed().toList(), 0, 0, sums);
        return sums;
    }

    private void walk(List<int[]> paths, List<Integer> these, int depth, double before, double[] sums) {
        double[] next = next();
        var longer = new LinkedHashMap<Integer, List<Integer>>();
        for (int path : these) {
            int token = paths.get(path)[depth];
            if (paths.get(path).length == depth + 1) {
                sums[path] = before + next[token];
            } else {
                longer.computeIfAbsent(token, key -> new ArrayList<>()).add(path);
            }
        }
        int length = cache.length();
        longer.forEach((token, rest) -> {
            append(token);
            walk(paths, rest, depth + 1, before + next[token], sums);
            cache.rewind(length);
        });
    }

    /// Decodes one token.
    void append(int token) {
        cache.append(new int[] {token}, true);
        decoded++;
    }

    /// The log-probability of a text: the sum over its tokens, each after those before it. The text is decoded in
    /// batches counted from its own start.
    ///
    /// @param text at least one token
    double text(int[] text) {
        int length = cache.length();
        cache.logits(logits);
        double sum = LogSoftmax.at(logits, text[0]);
        int last = text.length - 1;
        for (int from = 0; from < last; from += TEXT_BATCH) {
            int[] batch = Arrays.copyOfRange(text, from, Math.min(from + TEXT_BATCH, last));
            cache.appendReadable(batch);
            decoded += batch.length;
            for (int i = 0; i < batch.length; i++) {
                cache.logits(i, logits);
                sum += LogSoftmax.at(logits, text[from + i + 1]);
            }
        }
        cache.rewind(length);
        return sum;
    }
}

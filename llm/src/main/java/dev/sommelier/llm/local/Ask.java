package dev.sommelier.llm.local;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/// A prompt and the paths of tokens whose log-probabilities after it are wanted.
///
/// @param chunks the prompt in the chunks that are decoded one by one
/// @param paths at least one token each
/// @param alone how the paths are read when the prompt is not read together with others
record Ask(List<int[]> chunks, List<int[]> paths, Function<Continuations, double[]> alone) {
    /// The most tokens after the prompt that are decoded in a row: the last token of a path is only read.
    int following() {
        return paths.stream().mapToInt(path -> path.length).max().orElse(1) - 1;
    }

    /// What comes before the last chunk, which prompts can share.
    List<int[]> prefix() {
        return chunks.subList(0, chunks.size() - 1);
    }

    boolean sharesPrefix(Ask other) {
        return chunks.size() == other.chunks.size() && same(prefix(), other.prefix());
    }

    boolean samePrompt(Ask other) {
        return sharesPrefix(other) && Arrays.equals(chunks.getLast(), other.chunks.getLast());
    }

    private static boolean same(List<int[]> one, List<int[]> other) {
        for (int i = 0; i < one.size(); i++) {
            if (!Arrays.equals(one.get(i), other.get(i))) {
                return false;
            }
        }
        return true;
    }
}

package dev.sommelier.llm.local;

import dev.sommelier.llm.ffi.NativeBatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// One prompt's last chunk and the tree of tokens that its paths make after it, laid out for one batch. What paths have
/// in common is there once. Every path of two or more tokens is a sequence of its own.
final class BatchRow {
    private record Node(int token, int depth, List<Integer> sequences, boolean output) {}

    private record Edge(int parent, int token) {}

    private final List<Ask> asks;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<Edge, Integer> children = new HashMap<>();
    /// For each path of each ask, in order: the nodes after which its tokens are read.
    private final List<int[]> readAfter = new ArrayList<>();

    private final int sequences;

    /// @param asks of one and the same prompt
    BatchRow(List<Ask> asks) {
        this.asks = List.copyOf(asks);
        var paths = asks.stream().flatMap(ask -> ask.paths().stream()).toList();
        int longer =
                Math.toIntExact(paths.stream().filter(path -> path.length > 1).count());
        this.sequences = Math.max(1, longer);
        var all = IntStream.range(0, sequences).boxed().toList();
        int[] prompt = asks.getFirst().chunks().getLast();
        for (int i = 0; i < prompt.length; i++) {
            nodes.add(new Node(prompt[i], i, all, i == prompt.length - 1));
        }
        int sequence = 0;
        for (int[] path : paths) {
            readAfter.add(grow(path, prompt.length - 1, sequence));
            sequence += path.length > 1 ? 1 : 0;
        }
    }

    private int[] grow(int[] path, int promptEnd, int sequence) {
        int[] reads = new int[path.length];
        int node = promptEnd;
        for (int i = 0; i < path.length; i++) {
            reads[i] = node;
            if (i < path.length - 1) {
                node = child(node, path[i]);
                nodes.get(node).sequences().add(sequence);
            }
        }
        return reads;
    }

    private int child(int parent, int token) {
        return children.computeIfAbsent(new Edge(parent, token), key -> {
            nodes.add(new Node(token, nodes.get(parent).depth() + 1, new ArrayList<>(), true));
            return nodes.size() - 1;
        });
    }

    List<Ask> asks() {
        return asks;
    }

    /// The number of tokens to decode.
    int tokens() {
        return nodes.size();
    }

    /// The number of sequences that it takes.
    int sequences() {
        return sequences;
    }

    /// The number of tokens whose logits are wanted.
    int outputs() {
        return nodes.size() - asks.getFirst().chunks().getLast().length + 1;
    }

    /// Adds its tokens to a batch.
    ///
    /// @param start the number of tokens before the last chunk
    /// @param firstSequence the number of its first sequence
    void addTo(NativeBatch batch, int start, int firstSequence) {
        for (var node : nodes) {
            var ids = node.sequences().stream().map(own -> firstSequence + own).toList();
            batch.add(node.token(), start + node.depth(), ids, node.output());
        }
    }

    /// The log-probability of each path, by ask.
    ///
    /// @param cache holds the logits of the batch
    /// @param first this row's first place in the batch
    /// @param logits room for one token's logits
    List<double[]> read(PromptCache cache, int first, float[] logits) {
        double[] sums = new double[readAfter.size()];
        int promptEnd = nodes.size() - outputs();
        for (int node = promptEnd; node < nodes.size(); node++) {
            cache.logits(first + node, logits);
            addReads(node, logits, sums);
        }
        var values = new ArrayList<double[]>();
        int from = 0;
        for (var ask : asks) {
            int to = from + ask.paths().size();
            values.add(Arrays.copyOfRange(sums, from, to));
            from = to;
        }
        return values;
    }

    private void addReads(int node, float[] logits, double[] sums) {
        double norm = LogSoftmax.norm(logits);
        int path = 0;
        for (var ask : asks) {
            for (int[] tokens : ask.paths()) {
                int[] reads = readAfter.get(path);
                for (int i = 0; i < reads.length; i++) {
                    if (reads[i] == node) {
                        sums[path] += logits[tokens[i]] - norm;
                    }
                }
                path++;
            }
        }
    }
}

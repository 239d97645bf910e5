package dev.sommelier.llm.grammar;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A non-deterministic automaton over bytes, built back to front: every part is given the state that follows it.
///
/// Alternatives stay apart until they end, even where they begin alike. So a state set of one state means that the
/// choice has been made and the rest is forced.
final class Nfa {
    /// The state that ends a reply.
    static final int ACCEPT = 0;

    /// One way on: any byte from `low` to `high` leads to `target`.
    record Edge(int low, int high, int target) {
        boolean covers(int value) {
            return low <= value && value <= high;
        }
    }

    private final List<List<Edge>> edges = new ArrayList<>();
    private final List<List<Integer>> epsilons = new ArrayList<>();

    Nfa() {
        state();
    }

    int state() {
        edges.add(new ArrayList<>());
        epsilons.add(new ArrayList<>());
        return edges.size() - 1;
    }

    int size() {
        return edges.size();
    }

    List<Edge> edges(int state) {
        return edges.get(state);
    }

    List<Integer> epsilons(int state) {
        return epsilons.get(state);
    }

    /// Lets a state go on with a byte of a range.
    void edge(int state, int low, int high, int target) {
        edges.get(state).add(new Edge(low, high, target));
    }

    /// Lets a state be another state as well.
    void also(int state, int other) {
        epsilons.get(state).add(other);
    }

    /// A state that reads one byte of a range.
    int range(int low, int high, int next) {
        int state = state();
        edge(state, low, high, next);
        return state;
    }

    /// A state that reads exactly this text.
    int text(String text, int next) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        int entry = next;
        for (int i = utf8.length - 1; i >= 0; i--) {
            entry = range(utf8[i] & 0xff, utf8[i] & 0xff, entry);
        }
        return entry;
    }

    /// A state that is any of these.
    int anyOf(List<Integer> entries) {
        int state = state();
        entries.forEach(entry -> also(state, entry));
        return state;
    }
}

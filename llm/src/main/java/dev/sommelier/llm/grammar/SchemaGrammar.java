package dev.sommelier.llm.grammar;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// All replies that fit a JSON schema, as an automaton over bytes whose states are numbers.
///
/// States are worked out when first visited and kept, so that checking a token is a walk through arrays. Not safe for
/// use by several threads at once.
///
/// ```java
/// var grammar = SchemaGrammar.of(Map.of("enum", List.of("yes", "no")));
/// grammar.accepts(grammar.advance(SchemaGrammar.START, "\"yes\"".getBytes(UTF_8)));   // true
/// ```
public final class SchemaGrammar {
    /// The state before the first byte.
    public static final int START = 0;
    /// The state of a text that cannot become a reply.
    public static final int DEAD = -1;

    /// The keywords of JSON schema that are supported.
    public static final Set<String> KEYWORDS = Set.of(
            "type",
            "description",
            "title",
            "$schema",
            "enum",
            "const",
            "properties",
            "required",
            "additionalProperties",
            "items",
            "minItems",
            "maxItems",
            "maxLength",
            "minimum",
            "maximum",
            "anyOf",
            "oneOf");

    private static final int UNKNOWN = -2;

    /// A set of the automaton's states; where a byte leads is worked out when first asked.
    private static final class State {
        private final List<Integer> members;
        private final int[] next = new int[256];
        private final int forced;
        private final int distance;

        State(List<Integer> members, int forced, int distance) {
            this.members = members;
            this.forced = forced;
            this.distance = distance;
            Arrays.fill(next, UNKNOWN);
        }
    }

    private final Nfa nfa = new Nfa();
    private final int[] distances;
    private final List<State> states = new ArrayList<>();
    private final Map<List<Integer>, Integer> numbers = new HashMap<>();

    private SchemaGrammar(Map<?, ?> schema) {
        int entry = new SchemaCompiler(nfa).value(schema, "#", Nfa.ACCEPT);
        distances = distances(nfa);
        number(closure(List.of(entry)));
    }

    /// The grammar of a JSON schema given as maps and lists.
    ///
    /// @throws IllegalArgumentException if the schema uses what is not supported, naming where and what
    public static SchemaGrammar of(Map<?, ?> schema) {
        return new SchemaGrammar(schema);
    }

    /// The state after more bytes, [#DEAD] if no reply begins so.
    public int advance(int state, byte[] bytes) {
        int current = state;
        for (int i = 0; i < bytes.length && current != DEAD; i++) {
            current = step(current, bytes[i] & 0xff);
        }
        return current;
    }

    /// Whether the reply may end in this state.
    public boolean accepts(int state) {
        return states.get(state).members.contains(Nfa.ACCEPT);
    }

    /// Whether the reply can only end in this state.
    public boolean ended(int state) {
        return states.get(state).distance == 0 && states.get(state).members.size() == 1;
    }

    /// The bytes that must follow, up to the next choice; empty at a choice. Alternatives that begin alike are a choice
    /// from their first byte on.
    public byte[] forced(int state) {
        var bytes = new ByteArrayOutputStream();
        int current = state;
        while (states.get(current).forced >= 0) {
            int value = states.get(current).forced;
            bytes.write(value);
            current = step(current, value);
        }
        return bytes.toByteArray();
    }

    /// The fewest bytes that end the reply; of several the first in byte order.
    public byte[] shortestEnd(int state) {
        var bytes = new ByteArrayOutputStream();
        int current = state;
        while (states.get(current).distance > 0) {
            int value = 0;
            int next = step(current, value);
            while (next == DEAD || states.get(next).distance != states.get(current).distance - 1) {
                value++;
                next = step(current, value);
            }
            bytes.write(value);
            current = next;
        }
        return bytes.toByteArray();
    }

    /// The length of [#shortestEnd].
    public int bytesToEnd(int state) {
        return states.get(state).distance;
    }

    private int step(int state, int value) {
        int[] next = states.get(state).next;
        if (next[value] == UNKNOWN) {
            var reached = new ArrayList<Integer>();
            for (int member : states.get(state).members) {
                for (var edge : nfa.edges(member)) {
                    if (edge.covers(value)) {
                        reached.add(edge.target());
                    }
                }
            }
            next[value] = reached.isEmpty() ? DEAD : number(closure(reached));
        }
        return next[value];
    }

    private int number(List<Integer> members) {
        var known = numbers.get(members);
        if (known != null) {
            return known;
        }
        int distance = members.stream().mapToInt(m -> distances[m]).min().orElseThrow();
        states.add(new State(members, forced(members), distance));
        numbers.put(members, states.size() - 1);
        return states.size() - 1;
    }

    private int forced(List<Integer> members) {
        if (members.size() != 1 || nfa.edges(members.getFirst()).size() != 1) {
            return -1;
        }
        var edge = nfa.edges(members.getFirst()).getFirst();
        return edge.low() == edge.high() ? edge.low() : -1;
    }

    /// The states that read a byte or end the reply, and can be reached without reading.
    private List<Integer> closure(List<Integer> entries) {
        var seen = new TreeSet<>(entries);
        var open = new ArrayList<>(entries);
        while (!open.isEmpty()) {
            for (int other : nfa.epsilons(open.removeLast())) {
                if (seen.add(other)) {
                    open.add(other);
                }
            }
        }
        return seen.stream()
                .filter(state -> state == Nfa.ACCEPT || !nfa.edges(state).isEmpty())
                .toList();
    }

    /// The fewest bytes from each state to the end, by relaxing until nothing changes (states are built back to front,
    /// so two or three passes do).
    private static int[] distances(Nfa nfa) {
        int[] distances = new int[nfa.size()];
        Arrays.fill(distances, Integer.MAX_VALUE - 1);
        distances[Nfa.ACCEPT] = 0;
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int state = 0; state < distances.length; state++) {
                int best = distances[state];
                for (var edge : nfa.edges(state)) {
                    best = Math.min(best, distances[edge.target()] + 1);
                }
                for (int other : nfa.epsilons(state)) {
                    best = Math.min(best, distances[other]);
                }
                changed |= best < distances[state];
                distances[state] = best;
            }
        }
        return distances;
    }
}

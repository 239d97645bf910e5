package dev.sommelier.prompts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// One section of a template: pieces of literal text and variables, in order.
record TemplateSection(List<Piece> pieces) {
    private static final Pattern VARIABLE = Pattern.compile("\\{\\{(!?)([A-Za-z][A-Za-z0-9_]*)}}");

    TemplateSection {
        pieces = List.copyOf(pieces);
    }

    sealed interface Piece {}

    record Literal(String text) implements Piece {}

    record Variable(String name, boolean trusted) implements Piece {
        @Override
        public String toString() {
            return (trusted ? "{{!" : "{{") + name + "}}";
        }
    }

    /// @param where the template's name, for messages
    /// @throws IllegalArgumentException if a brace pair is no variable
    static TemplateSection parse(String where, String text) {
        var pieces = new ArrayList<Piece>();
        var matcher = VARIABLE.matcher(text);
        int end = 0;
        while (matcher.find()) {
            literal(where, text.substring(end, matcher.start()), pieces);
            pieces.add(new Variable(matcher.group(2), !matcher.group(1).isEmpty()));
            end = matcher.end();
        }
        literal(where, text.substring(end), pieces);
        return new TemplateSection(pieces);
    }

    private static void literal(String where, String text, List<Piece> pieces) {
        if (text.contains("{{") || text.contains("}}")) {
            throw new IllegalArgumentException(
                    where + ": a variable is {{name}} or {{!name}} without spaces, got \"" + text.strip() + "\"");
        }
        if (!text.isEmpty()) {
            pieces.add(new Literal(text));
        }
    }

    List<Variable> variables() {
        return pieces.stream()
                .filter(Variable.class::isInstance)
                .map(Variable.class::cast)
                .toList();
    }

    /// The segments with every variable filled in; the caller has checked that all names are there.
    List<Segment> render(String where, Map<String, Value> values) {
        var segments = new ArrayList<Segment>();
        for (var piece : pieces) {
            switch (piece) {
                case Literal literal -> segments.add(new Segment.Trusted(literal.text()));
                case Variable variable -> segments.addAll(checked(where, variable, values));
            }
        }
        return segments;
    }

    private static List<Segment> checked(String where, Variable variable, Map<String, Value> values) {
        var value = values.getOrDefault(variable.name(), new Value(List.of()));
        if (variable.trusted() && value.isData()) {
            throw new IllegalArgumentException(
                    where + ": " + variable + " is trusted text but got data; write {{" + variable.name() + "}}");
        }
        if (!variable.trusted() && !value.isData()) {
            throw new IllegalArgumentException(where + ": " + variable
                    + " takes data only but got trusted or no segments; write {{!" + variable.name() + "}}");
        }
        return value.segments();
    }
}

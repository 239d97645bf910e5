package dev.sommelier.prompts;

import java.util.List;

/// What a template's variable stands for.
///
/// `{{name}}` takes [#data(String)] only. `{{!name}}` takes [#trusted(String)], or segments of both kinds, such as a
/// numbered list whose numbers are ours and whose titles are data.
///
/// @param segments the pieces in order
public record Value(List<Segment> segments) {
    public Value {
        segments = List.copyOf(segments);
    }

    /// Words of others.
    public static Value data(String text) {
        return new Value(List.of(new Segment.Data(text)));
    }

    /// Words of ours.
    public static Value trusted(String text) {
        return new Value(List.of(new Segment.Trusted(text)));
    }

    /// Pieces of both kinds.
    public static Value of(List<Segment> segments) {
        return new Value(segments);
    }

    boolean isData() {
        return !segments.isEmpty() && segments.stream().allMatch(Segment.Data.class::isInstance);
    }
}

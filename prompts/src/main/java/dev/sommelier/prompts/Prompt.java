package dev.sommelier.prompts;

import java.util.List;
import java.util.stream.Collectors;

/// One rendered message and the template it came from.
///
/// @param id the template's id
/// @param version the template's version, such as `1`
/// @param hash SHA-256 of the template's text, in hexadecimal
/// @param segments the pieces in order; empty when the template lacks this part
public record Prompt(String id, String version, String hash, List<Segment> segments) {
    public Prompt {
        segments = List.copyOf(segments);
    }

    /// The message's whole text.
    public String text() {
        return segments.stream().map(Segment::text).collect(Collectors.joining());
    }

    /// SHA-256 of [#text()], in hexadecimal: which words exactly the model was shown.
    public String textHash() {
        return Sha256.of(text());
    }

    /// What results record: id, version and the start of the hash, such as `surrogate-user@1 (3f2a91c07d5e)`.
    public String label() {
        return id + "@" + version + " (" + hash.substring(0, Math.min(12, hash.length())) + ")";
    }
}

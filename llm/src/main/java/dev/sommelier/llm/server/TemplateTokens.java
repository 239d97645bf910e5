package dev.sommelier.llm.server;

import java.util.regex.Pattern;

/// Finds the role markers of chat templates in text that goes to a server or a trainer, which would take them for its
/// own.
public final class TemplateTokens {
    /// `<|im_start|>` and everything of that form (also with full-width bars), Llama 2, Mistral and Gemma markers.
    private static final Pattern MARKER = Pattern.compile("<[|\uFF5C][\\p{L}\\p{N}_.\u2581-]{1,40}[|\uFF5C]>"
            + "|\\[/?(?:INST|SYSTEM_PROMPT|AVAILABLE_TOOLS|TOOL_CALLS|TOOL_RESULTS)]"
            + "|<</?SYS>>|</?s>|<(?:start|end)_of_turn>|<(?:bos|eos|pad|unk)>");

    /// A text without markers.
    ///
    /// @param removed how many were in it
    public record Clean(String text, int removed) {}

    private TemplateTokens() {}

    /// Removes every marker, also those that appear only when others are removed.
    public static Clean clean(String text) {
        int removed = 0;
        String current = text;
        while (true) {
            int found = Math.toIntExact(MARKER.matcher(current).results().count());
            if (found == 0) {
                return new Clean(current, removed);
            }
            removed += found;
            current = MARKER.matcher(current).replaceAll("");
        }
    }
}

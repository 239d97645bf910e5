package dev.sommelier.judges.relevance;

import dev.sommelier.llm.Tokens;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// What a judge reads of a long text. Part of a journal's key; [#shortens] tells whether it cuts, so that it can be
/// counted.
///
/// @param policy the part that is kept
/// @param tokens the most tokens of a text that are kept, at least 8; without meaning for [Policy#NONE]
public record Truncation(Policy policy, int tokens) {
    /// The first 300 tokens.
    public static final Truncation DEFAULT = new Truncation(Policy.HEAD, 300);

    private static final String GAP = " ... ";

    /// Which part of a long text is kept.
    public enum Policy {
        /// All of it; a text that does not fit the model's context fails.
        NONE,
        /// The beginning.
        HEAD,
        /// The beginning and the end, half of the tokens each.
        HEAD_TAIL,
        /// The stretch with the most different words of the query, the first of equals.
        BEST_WINDOW;

        /// The word on the command line, such as `best-window`.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Truncation {
        if (tokens < 8) {
            throw new IllegalArgumentException("a text keeps at least 8 tokens, got " + tokens);
        }
    }

    /// A text as the model reads it.
    ///
    /// @param text what is left
    /// @param shortened whether something was left out
    public record Cut(String text, boolean shortened) {}

    /// Policy and budget in one line, such as `head, 300 tokens`.
    public String words() {
        return policy == Policy.NONE ? "none" : policy.word() + ", " + tokens + " tokens";
    }

    /// Whether [#cut] leaves something of a text out.
    ///
    /// @param measure the model's tokens
    public boolean shortens(Tokens measure, String text) {
        return policy != Policy.NONE && !surelyShort(text) && measure.count(text) > tokens;
    }

    /// Cuts a text.
    ///
    /// @param measure the model's tokens
    /// @param query the query, whose words choose the window
    public Cut cut(Tokens measure, String query, String text) {
        if (!shortens(measure, text)) {
            return new Cut(text, false);
        }
        return new Cut(
                switch (policy) {
                    case NONE -> text;
                    case HEAD -> measure.head(text, tokens);
                    case HEAD_TAIL -> measure.head(text, tokens - tokens / 2) + GAP + measure.tail(text, tokens / 2);
                    case BEST_WINDOW -> window(measure, query, text);
                },
                true);
    }

    /// A token has at least one byte, and a char at most three, so very short texts need no tokenizer.
    private boolean surelyShort(String text) {
        return text.length() * 3L <= tokens;
    }

    /// Windows begin every half budget, so that each stretch of half a budget lies whole in one of them.
    private String window(Tokens measure, String query, String text) {
        var wanted = words(query);
        var best = "";
        int most = -1;
        int step = Math.max(4, tokens / 2);
        for (var start : starts(measure, text, step)) {
            var candidate = measure.head(text.substring(start), tokens);
            var found = words(candidate);
            found.retainAll(wanted);
            if (found.size() > most) {
                most = found.size();
                best = candidate;
            }
        }
        return best;
    }

    private static ArrayList<Integer> starts(Tokens measure, String text, int step) {
        var starts = new ArrayList<Integer>();
        for (int at = 0; at < text.length(); ) {
            starts.add(at);
            at += Math.max(1, measure.head(text.substring(at), step).length());
        }
        return starts;
    }

    static Set<String> words(String text) {
        var words = new HashSet<String>();
        for (var word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }
}

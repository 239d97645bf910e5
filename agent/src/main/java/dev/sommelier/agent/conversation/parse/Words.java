package dev.sommelier.agent.conversation.parse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A line cut into words and marks, of which parts are taken as they are understood.
final class Words {
    private static final Pattern TOKEN =
            Pattern.compile("[\\p{L}\\p{N}\\p{M}]+(?:['\u2019.-][\\p{L}\\p{N}\\p{M}]+)*|[^\\s]");

    /// @param lower the text in lower case, with straight apostrophes
    record Token(String text, String lower, int start, int end) {
        boolean isWord() {
            return Character.isLetterOrDigit(text.codePointAt(0));
        }

        boolean capitalised() {
            return Character.isUpperCase(text.codePointAt(0)) || Character.isDigit(text.codePointAt(0));
        }
    }

    private final String line;
    private final List<Token> tokens = new ArrayList<>();
    private final boolean[] taken;

    Words(String line) {
        this.line = line;
        var found = TOKEN.matcher(line);
        while (found.find()) {
            var lower = found.group().toLowerCase(Locale.ROOT).replace('\u2019', '\'');
            tokens.add(new Token(found.group(), lower, found.start(), found.end()));
        }
        taken = new boolean[tokens.size()];
    }

    int size() {
        return tokens.size();
    }

    Token get(int i) {
        return tokens.get(i);
    }

    boolean free(int from, int to) {
        for (int i = from; i < to; i++) {
            if (taken[i]) {
                return false;
            }
        }
        return true;
    }

    void take(int from, int to) {
        Arrays.fill(taken, from, to, true);
    }

    /// Takes the tokens within a range of characters; the first of them, or -1.
    int takeCharacters(int start, int end) {
        int first = -1;
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).start() >= start && tokens.get(i).end() <= end) {
                first = first < 0 ? i : first;
                taken[i] = true;
            }
        }
        return first;
    }

    /// The text as typed.
    String text(int from, int to) {
        return from >= to
                ? ""
                : line.substring(tokens.get(from).start(), tokens.get(to - 1).end());
    }

    /// The words in lower case, one space between them.
    String lower(int from, int to) {
        return tokens.subList(from, to).stream().map(Token::lower).collect(Collectors.joining(" "));
    }
}
